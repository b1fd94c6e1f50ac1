import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Facts,
  go,
  RecordPage,
  Section,
  Shown,
  Tag,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { CountLines } from './CountLines.part.tsx';
import { Differences } from './Differences.part.tsx';
import { FoundDialog } from './FoundDialog.part.tsx';
import { STEPS, type Step, StocktakeStep } from './StocktakeStep.part.tsx';
import { STOCKTAKE_KINDS } from './stocktake.register.ts';
import { type Stocktake, StocktakeState } from './stocktake-words.part.tsx';
import type { record } from './stocktakes.views.ts';

const WORDS = {
  back: { zh: '返回盘点列表', en: 'Back to the stocktakes' },
  about: { zh: '概况', en: 'Overview' },
  kind: { zh: '盘点方式', en: 'Kind' },
  begun: { zh: '开始', en: 'Begun' },
  counted: { zh: '已盘', en: 'Counted' },
  round: { zh: '第 {round} 次', en: 'Round {round}' },
  accuracy: { zh: '账实相符', en: 'Lines without a difference' },
  decided: { zh: '审批', en: 'Decision' },
  note: { zh: '说明', en: 'Note' },
  found: { zh: '账外发现', en: 'Found goods' },
  same: { zh: '须由盘点人以外的人审批', en: 'Somebody else than those who counted must decide' },
} as const;

/** 盘点单: counted blind; what differs shows once it is submitted, and changes the book once somebody else has approved. */
export default function StocktakeFile() {
  const { id } = useParams();
  const view = useView<typeof record>('stocktakes.record', { id }, { topics: [`stocktake/${id}`] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/stocktakes') }]);
  return <Shown of={view}>{(row) => <File row={row} />}</Shown>;
}

function File({ row }: { row: Stocktake }) {
  const say = useSay();
  const may = useMay();
  const [step, setStep] = useState<Step | 'found'>();
  const isCounting = row.state === 'counting';
  const steps: Action[] = row.steps.map((name) => {
    const key = name as Step;
    return {
      key,
      label: STEPS[key],
      kind: key === 'cancel' ? 'danger' : 'plain',
      act: () => setStep(key),
      ...(key === 'approve' && row.isCountedByMe ? { reason: WORDS.same } : {}),
    };
  });
  const actions: Action[] =
    isCounting && may('stocktake.count')
      ? [{ key: 'found', label: WORDS.found, act: () => setStep('found') }, ...steps]
      : steps;
  return (
    <RecordPage
      number={row.number}
      title={row.warehouseName}
      mark={row.mark}
      badges={
        <>
          <StocktakeState state={row.state} />
          {row.round > 1 && <Tag>{say(WORDS.round, { round: row.round })}</Tag>}
        </>
      }
      timeline={<RecordTimeline register="stocktake" id={row.id} />}
      actions={<ActionBar actions={actions} />}
    >
      <Section title={WORDS.about}>
        <Facts
          facts={[
            { label: WORDS.kind, value: say(labelOf(STOCKTAKE_KINDS, row.kind)) },
            {
              label: WORDS.begun,
              value: (
                <>
                  <Time at={row.startedAt} /> {row.startedBy}
                </>
              ),
            },
            { label: WORDS.counted, value: `${row.counted} / ${row.lines}` },
            { label: WORDS.accuracy, value: row.accuracy === null ? null : `${row.accuracy.toFixed(1)}%` },
            { label: WORDS.note, value: row.note },
            ...(row.decision || row.decidedBy
              ? [{ label: WORDS.decided, value: [row.decidedBy, row.decision].filter(Boolean).join('：') }]
              : []),
          ]}
        />
      </Section>
      {isCounting && may('stocktake.count') ? <CountLines row={row} /> : <Differences row={row} />}
      {step === 'found' && <FoundDialog row={row} onClose={() => setStep(undefined)} />}
      {step && step !== 'found' && <StocktakeStep row={row} step={step} onClose={() => setStep(undefined)} />}
    </RecordPage>
  );
}
