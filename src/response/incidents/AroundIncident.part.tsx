import { AroundLink } from '../../foundation/geo/web.ts';
import type { IncidentPartProps } from './incident-anchors.part.tsx';

/** From an incident that has a place to what lies around it. */
export default function AroundIncident({ incident }: IncidentPartProps) {
  return incident.place && <AroundLink record={{ register: 'incident', id: incident.id }} isSubject />;
}
