import type { Phrase } from '../../../kernel/phrases.ts';
import { useSay } from '../../design-system/web.ts';
import type { Asked } from './asked.rules.ts';

const FORMATS = [
  { format: 'docx', label: { zh: '下载 DOCX', en: 'DOCX' } },
  { format: 'pdf', label: { zh: '下载 PDF', en: 'PDF' } },
] as const satisfies readonly { format: string; label: Phrase }[];

/** The paper of what lies around now, or of one that was kept. Plain links: the name of the file comes with the answer. */
export function PaperOfAround({ asked, id }: { asked?: Asked; id?: string }) {
  const say = useSay();
  const given = Object.entries(asked ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return FORMATS.map(({ format, label }) => (
    <a
      key={format}
      className="button button-plain"
      href={`/api/surroundings/${id ? `${id}/` : ''}paper?${new URLSearchParams([...given, ['format', format]])}`}
      download
    >
      {say(label)}
    </a>
  ));
}
