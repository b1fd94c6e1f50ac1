import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Button, Dialog, Form, FormActions, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { evacuationLifecycle } from './evacuation.lifecycle.ts';
import { evacuation } from './evacuation.register.ts';
import type { allHome } from './evacuation-doors.commands.ts';
import type { Evacuation } from './evacuation-words.part.tsx';
import type { allowHome, end, start, withdraw } from './evacuations.commands.ts';

const { transitions } = evacuationLifecycle;
const LABELS: Readonly<Record<'start' | 'end' | 'withdraw' | 'allowHome' | 'allHome', Phrase>> = {
  start: transitions.start.label,
  end: transitions.end.label,
  withdraw: transitions.withdraw.label,
  allowHome: transitions.allow_home.label,
  allHome: { zh: '全部登记返家', en: 'All are home' },
};
const REMAIN: Phrase = { zh: '还有 {count} 人未转移', en: '{count} people have not left' };
const WHY: Phrase = { zh: '撤销原因', en: 'Why it is withdrawn' };

/** What may be done with an evacuation now. */
export function EvacuationSteps({ of }: { of: Evacuation }) {
  const say = useSay();
  const [asks, setAsks] = useState<'end' | 'withdraw'>();
  const starting = useCommand<typeof start>('evacuations.start');
  const allowing = useCommand<typeof allowHome>('evacuations.allowHome');
  const noting = useCommand<typeof allHome>('evacuations.allHome');
  const direct = { start: starting, allowHome: allowing, allHome: noting };
  const close = () => setAsks(undefined);
  const problem = starting.problem ?? allowing.problem ?? noting.problem;
  return (
    <>
      {of.may.map((step, index) =>
        step === 'assign' ? null : (
          <Button
            key={step}
            kind={index === 0 ? 'main' : 'plain'}
            aria-label={`${say(LABELS[step])} ${of.number}`}
            isBusy={(step === 'start' || step === 'allowHome' || step === 'allHome') && direct[step].isRunning}
            onClick={() =>
              step === 'end' || step === 'withdraw' ? setAsks(step) : void direct[step].run({ id: of.id })
            }
          >
            {say(LABELS[step])}
          </Button>
        ),
      )}
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <Dialog title={`${say(LABELS[asks ?? 'end'])} · ${of.number}`} isOpen={asks !== undefined} onClose={close}>
        {asks && <Ending of={of} step={asks} onDone={close} />}
      </Dialog>
    </>
  );
}

function Ending({ of, step, onDone }: { of: Evacuation; step: 'end' | 'withdraw'; onDone: () => void }) {
  const say = useSay();
  const ending = useCommand<typeof end>('evacuations.end');
  const withdrawing = useCommand<typeof withdraw>('evacuations.withdraw');
  const command = step === 'end' ? ending : withdrawing;
  const [reason, setReason] = useState('');
  const { remaining } = of.progress;
  const submit = async () => {
    const done =
      step === 'end' ? ending.run({ id: of.id, reason: reason || null }) : withdrawing.run({ id: of.id, reason });
    if (await done) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={command.problem} isWaiting={command.isWaiting}>
      {step === 'end' && remaining > 0 && <p>{say(REMAIN, { count: remaining })}</p>}
      <TextAreaField
        label={step === 'end' ? evacuation.fields.endReason.label : WHY}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired={step === 'withdraw' || remaining > 0}
      />
      <FormActions submit={LABELS[step]} isBusy={command.isRunning} onCancel={onDone} />
    </Form>
  );
}
