import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  NumberField,
  TextAreaField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import type { arrive, comeBack, depart, leaveScene, recall } from './support-dispatches.commands.ts';
import { type SentSupport, STEP_LABELS } from './support-words.part.tsx';

const { fields } = supportDispatch;
const USED_UP: Phrase = {
  zh: '未用完带回入库的数量；用完填 0',
  en: 'What was not used and comes back; 0 if all was used',
};

/** The steps somebody may take with what was sent; the next one first and large. */
export function SentSteps({ of }: { of: SentSupport }) {
  const say = useSay();
  const [asks, setAsks] = useState<'return' | 'recall'>();
  const departing = useCommand<typeof depart>('supportDispatches.depart');
  const arriving = useCommand<typeof arrive>('supportDispatches.arrive');
  const leaving = useCommand<typeof leaveScene>('supportDispatches.leave');
  const returning = useCommand<typeof comeBack>('supportDispatches.return');
  const commands = { depart: departing, arrive: arriving, leave: leaving, return: returning };
  const close = () => setAsks(undefined);
  const take = (step: SentSupport['may'][number]) => {
    if (step === 'recall' || (step === 'return' && of.supportKind === 'goods')) setAsks(step);
    else void commands[step].run({ id: of.id });
  };
  const problem = Object.values(commands).find((one) => one.problem)?.problem;
  return (
    <>
      <span className="row">
        {of.may.map((step, index) => (
          <Button
            key={step}
            kind={index === 0 ? 'main' : 'plain'}
            isBusy={step !== 'recall' && commands[step].isRunning}
            aria-label={`${say(STEP_LABELS[step])} ${of.title}`}
            onClick={() => take(step)}
          >
            {say(STEP_LABELS[step])}
          </Button>
        ))}
      </span>
      {problem && !asks && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <Dialog title={`${say(STEP_LABELS[asks ?? 'return'])} · ${of.title}`} isOpen={asks !== undefined} onClose={close}>
        {asks === 'return' && <BringBack of={of} onDone={close} />}
        {asks === 'recall' && <Recall of={of} onDone={close} />}
      </Dialog>
    </>
  );
}

function BringBack({ of, onDone }: { of: SentSupport; onDone: () => void }) {
  const returning = useCommand<typeof comeBack>('supportDispatches.return');
  const [quantity, setQuantity] = useState<number | null>(0);
  const submit = async () => {
    if (await returning.run({ id: of.id, returnedQuantity: quantity ?? 0 })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={returning.problem} isWaiting={returning.isWaiting}>
      <NumberField
        label={fields.returnedQuantity.label}
        name="returnedQuantity"
        value={quantity}
        onChange={setQuantity}
        max={of.quantity ?? 0}
        hint={USED_UP}
      />
      <FormActions submit={STEP_LABELS.return} isBusy={returning.isRunning} onCancel={onDone} />
    </Form>
  );
}

function Recall({ of, onDone }: { of: SentSupport; onDone: () => void }) {
  const recalling = useCommand<typeof recall>('supportDispatches.recall');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await recalling.run({ id: of.id, reason })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={recalling.problem} isWaiting={recalling.isWaiting}>
      <TextAreaField
        label={fields.reason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={STEP_LABELS.recall} isBusy={recalling.isRunning} onCancel={onDone} />
    </Form>
  );
}
