import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, Dialog, Form, FormActions, TextAreaField, useSay } from '../design-system/web.ts';
import { UnitField } from '../organisation/web.ts';
import type { verify } from './assignments.commands.ts';
import type { confirmDelivery } from './follow-up.commands.ts';
import type { Card } from './OrderTile.part.tsx';
import type { reassign } from './orders.commands.ts';
import { RemindButton } from './RemindButton.part.tsx';

const WORDS = {
  verify: { zh: '核实', en: 'Verify' },
  confirm: { zh: '电话已送达', en: 'Reached by telephone' },
  reassign: { zh: '改派', en: 'Reassign' },
  to: { zh: '改派给', en: 'To' },
  reason: { zh: '原因', en: 'Reason' },
} as const satisfies Record<string, Phrase>;

type Part = Pick<Card, 'id' | 'orderId' | 'may' | 'version' | 'state'>;

/** What the room does with a part of an order: only the steps that the server says are possible. */
export function FollowUp({ card }: { card: Part }) {
  const say = useSay();
  const verifying = useCommand<typeof verify>('assignments.verify');
  const confirming = useCommand<typeof confirmDelivery>('assignments.confirmDelivery');
  const [isReassigning, setReassigning] = useState(false);
  const { id, orderId, version } = card;
  const may = (step: string) => card.may.includes(step);
  const problem = verifying.problem ?? confirming.problem;
  if (!['remind', 'verify', 'reassign'].some(may)) return null;
  return (
    <div className="order-actions">
      {may('remind') && <RemindButton orderId={orderId} assignmentId={id} />}
      {may('remind') && card.state === 'issued' && (
        <Button isBusy={confirming.isRunning} onClick={() => void confirming.run({ id })}>
          {say(WORDS.confirm)}
        </Button>
      )}
      {may('reassign') && <Button onClick={() => setReassigning(true)}>{say(WORDS.reassign)}</Button>}
      {may('verify') && (
        <Button kind="main" isBusy={verifying.isRunning} onClick={() => void verifying.run({ id }, { version })}>
          {say(WORDS.verify)}
        </Button>
      )}
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <Dialog title={say(WORDS.reassign)} isOpen={isReassigning} onClose={() => setReassigning(false)}>
        <Reassign card={card} onDone={() => setReassigning(false)} />
      </Dialog>
    </div>
  );
}

function Reassign({ card, onDone }: { card: Part; onDone: () => void }) {
  const reassigning = useCommand<typeof reassign>('orders.reassign');
  const [unitId, setUnitId] = useState<string>();
  const [reason, setReason] = useState('');
  const submit = async () => {
    const input = { id: card.orderId, assignmentId: card.id, to: { unitId: unitId ?? '' }, reason };
    if (await reassigning.run(input)) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={reassigning.problem} isWaiting={reassigning.isWaiting}>
      <UnitField label={WORDS.to} name="to.unitId" value={unitId} onChange={setUnitId} isRequired />
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.reassign} isBusy={reassigning.isRunning} onCancel={onDone} />
    </Form>
  );
}
