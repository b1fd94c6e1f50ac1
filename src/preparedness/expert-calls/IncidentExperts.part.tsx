import { CallsOfSubject } from './CallsOf.part.tsx';

/** On an incident's page; after its close advice is still given for the review. */
export default function IncidentExperts({ incident }: { incident: { readonly id: string; readonly state: string } }) {
  const purpose = incident.state === 'closed' ? 'review' : 'incident';
  return <CallsOfSubject subject={{ register: 'incident', id: incident.id }} purpose={purpose} isOpen />;
}
