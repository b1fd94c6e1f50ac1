import { useState } from 'react';
import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import { CheckField, Form, FormActions, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import type { ofIncident } from './command.views.ts';
import type { terminate } from './level.commands.ts';

const WORDS = {
  conditions: {
    zh: '逐条确认终止条件（突发事件应对法第86条）；不勾选的记为未具备',
    en: 'Tick each condition that is met (Art. 86); the others are kept as not met',
  },
  open: {
    zh: '{count} 项未具备：请在理由中说明为什么仍终止',
    en: '{count} are not met: say in the reason why it ends all the same',
  },
  reason: { zh: '终止理由', en: 'Reason' },
  stays: {
    zh: '已下达未完成的指令留在承办人手里；待下达的不再下达。',
    en: 'Orders that are open stay with their people; what still waits goes out no more.',
  },
} as const;
const { terminate: termination } = activationLifecycle.transitions;

/** 终止响应: each condition of the plan is answered, and the answers are kept with the response. */
export function TerminateForm({
  activation: { id, version, endConditions },
  onClose,
}: {
  activation: OutputOf<typeof ofIncident>['items'][number];
  onClose: () => void;
}) {
  const say = useSay();
  const terminating = useCommand<typeof terminate>('command.terminate');
  const [reason, setReason] = useState('');
  const [met, setMet] = useState<readonly string[]>([]);
  const open = endConditions.filter((one) => !met.includes(one));
  const submit = async () => {
    const answers = { conditionsMet: [...met], conditionsOpen: open };
    if (await terminating.run({ id, reason, ...answers }, { version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={terminating.problem} isWaiting={terminating.isWaiting}>
      {endConditions.length > 0 && <p>{say(WORDS.conditions)}</p>}
      {endConditions.map((condition) => (
        <CheckField
          key={condition}
          label={{ zh: condition, en: condition }}
          isChecked={met.includes(condition)}
          onChange={(isMet) => setMet(isMet ? [...met, condition] : met.filter((one) => one !== condition))}
        />
      ))}
      {open.length > 0 && open.length < endConditions.length + 1 && (
        <p className="soft">{say(WORDS.open, { count: open.length })}</p>
      )}
      <p className="soft">{say(WORDS.stays)}</p>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={termination.label} isBusy={terminating.isRunning} onCancel={onClose} />
    </Form>
  );
}
