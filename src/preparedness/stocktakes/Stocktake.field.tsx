import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Notice, Page, Shown, useParams, useSay } from '../../foundation/design-system/web.ts';
import { CountLines } from './CountLines.part.tsx';
import { FoundDialog } from './FoundDialog.part.tsx';
import { STEPS, StocktakeStep } from './StocktakeStep.part.tsx';
import { type Stocktake, StocktakeState } from './stocktake-words.part.tsx';
import type { record } from './stocktakes.views.ts';

const WORDS = {
  counted: { zh: '已盘 {counted} / {lines}', en: '{counted} of {lines} counted' },
  found: { zh: '账外发现', en: 'Found goods' },
  done: { zh: '清点已结束', en: 'The count is over' },
} as const;

/** 清点 on the phone: line by line, and the submission at the end. */
export default function StocktakeOnPhone() {
  const { id } = useParams();
  const view = useView<typeof record>('stocktakes.record', { id });
  return <Shown of={view}>{(row) => <Count row={row} />}</Shown>;
}

function Count({ row }: { row: Stocktake }) {
  const say = useSay();
  const [step, setStep] = useState<'found' | 'submit'>();
  const title = `${row.number} ${row.warehouseName}`;
  return (
    <Page title={{ zh: title, en: title }} mark={row.mark}>
      <p className="row">
        <StocktakeState state={row.state} />
        {say(WORDS.counted, { counted: row.counted, lines: row.lines })}
      </p>
      {row.state === 'counting' ? (
        <>
          <CountLines row={row} />
          <p className="row">
            <Button onClick={() => setStep('found')}>{say(WORDS.found)}</Button>
            <Button kind="main" onClick={() => setStep('submit')}>
              {say(STEPS.submit)}
            </Button>
          </p>
        </>
      ) : (
        <Notice title={say(WORDS.done)} />
      )}
      {step === 'found' && <FoundDialog row={row} onClose={() => setStep(undefined)} />}
      {step === 'submit' && <StocktakeStep row={row} step="submit" onClose={() => setStep(undefined)} />}
    </Page>
  );
}
