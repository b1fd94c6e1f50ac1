import { useSay } from '../../foundation/design-system/web.ts';
import type { IncidentPartProps } from './incident-anchors.part.tsx';

const PAPER = { zh: '案卷', en: 'Whole file' };

/** The whole file as a paper. */
export default function IncidentPaper({ incident }: IncidentPartProps) {
  const say = useSay();
  return (['pdf', 'docx'] as const).map((format) => (
    <a key={format} className="button" href={`/api/incidents/${incident.id}/paper?format=${format}`}>
      {say(PAPER)} {format.toUpperCase()}
    </a>
  ));
}
