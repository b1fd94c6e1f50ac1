import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import { Button, Dialog, Form, FormActions, Go, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import type { IncidentPartProps } from '../incidents/web.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import type { terminate } from './command.commands.ts';
import type { ofIncident } from './command.views.ts';

const WORDS = {
  activate: { zh: '启动预案', en: 'Activate a plan' },
  reason: { zh: '终止理由', en: 'Reason' },
  open: {
    zh: '未完成的指令留在承办人手里，不会取消。',
    en: 'Orders that are still open stay with those who carry them out.',
  },
} as const;
const { terminate: termination } = activationLifecycle.transitions;

/** At the foot of an incident: activate a plan, or end the response that is running. */
export default function ActivationActions({ incident }: IncidentPartProps) {
  const say = useSay();
  const view = useView<typeof ofIncident>('command.ofIncident', { incidentId: incident.id });
  const [isEnding, setEnding] = useState(false);
  if (!view.data) return null;
  const running = view.data.items.find(({ state }) => state === 'active');
  if (!running) {
    if (incident.state === 'closed') return null;
    return (
      <Go className="button button-main" to={`/incidents/${incident.id}/activation`}>
        {say(WORDS.activate)}
      </Go>
    );
  }
  return (
    <>
      <Button onClick={() => setEnding(true)}>{say(termination.label)}</Button>
      <Dialog title={say(termination.label)} isOpen={isEnding} onClose={() => setEnding(false)}>
        <Terminate activation={running} onClose={() => setEnding(false)} />
      </Dialog>
    </>
  );
}

function Terminate({
  activation,
  onClose,
}: {
  activation: OutputOf<typeof ofIncident>['items'][number];
  onClose: () => void;
}) {
  const say = useSay();
  const terminating = useCommand<typeof terminate>('command.terminate');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await terminating.run({ id: activation.id, reason }, { version: activation.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={terminating.problem} isWaiting={terminating.isWaiting}>
      <p className="soft">{say(WORDS.open)}</p>
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
