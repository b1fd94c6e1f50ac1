import { Button, go, useSay } from '../../foundation/design-system/web.ts';
import type { IncidentPartProps } from '../incidents/web.ts';
import { linkage } from './linkage.register.ts';
import { linkageAddress } from './linkage-words.part.tsx';

/** From an incident to everybody who must know of it. */
export default function StartFromIncident({ incident }: IncidentPartProps) {
  const say = useSay();
  if (incident.state === 'closed') return null;
  return (
    <Button onClick={() => go(linkageAddress({ register: 'incident', recordId: incident.id }))}>
      {say(linkage.label)}
    </Button>
  );
}
