import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Dialog, Go, useSay } from '../../foundation/design-system/web.ts';
import type { IncidentPartProps } from '../incidents/web.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import type { ofIncident } from './command.views.ts';
import { TerminateForm } from './TerminateForm.part.tsx';

const WORDS = {
  activate: { zh: '启动预案', en: 'Activate a plan' },
  level: { zh: '调整级别', en: 'Change the level' },
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
      <Go className="button" to={`/incidents/${incident.id}/level`}>
        {say(WORDS.level)}
      </Go>
      <Button onClick={() => setEnding(true)}>{say(termination.label)}</Button>
      <Dialog title={say(termination.label)} isOpen={isEnding} onClose={() => setEnding(false)}>
        <TerminateForm activation={running} onClose={() => setEnding(false)} />
      </Dialog>
    </>
  );
}
