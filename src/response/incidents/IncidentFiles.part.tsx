import { FileList } from '../../foundation/files/web.ts';
import type { IncidentPartProps } from './incident-anchors.part.tsx';

/** Photos, recordings and papers of the incident itself; each with its custody. */
export default function IncidentFiles({ incident }: IncidentPartProps) {
  return (
    <div id="files">
      <FileList register="incident" id={incident.id} mayAdd={incident.state !== 'closed'} />
    </div>
  );
}
