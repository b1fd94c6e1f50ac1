import { Section } from '../../foundation/design-system/web.ts';
import { SurroundingsOf } from '../../foundation/geo/web.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from './incident-anchors.part.tsx';

/** What lay around it, as it was judged. */
export default function IncidentSurroundings({ incident }: IncidentPartProps) {
  return (
    <Section id="surroundings" title={INCIDENT_ANCHORS.surroundings}>
      <SurroundingsOf subject={{ register: 'incident', id: incident.id }} />
    </Section>
  );
}
