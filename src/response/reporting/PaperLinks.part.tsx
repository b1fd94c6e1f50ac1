import { useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';

const FORMATS = [
  { format: 'docx', label: { zh: '下载 DOCX', en: 'DOCX' }, about: { zh: '下载 DOCX：{title}', en: 'DOCX: {title}' } },
  { format: 'pdf', label: { zh: '下载 PDF', en: 'PDF' }, about: { zh: '下载 PDF：{title}', en: 'PDF: {title}' } },
] as const satisfies readonly { format: string; label: Phrase; about: Phrase }[];

/** The paper as a file. Plain links: the name of the file comes with the answer, and they work on every phone. */
export function PaperLinks({ id, title, className }: { id: string; title: string; className?: string }) {
  const say = useSay();
  return FORMATS.map(({ format, label, about }) => (
    <a
      key={format}
      className={className}
      href={`/api/reporting/${id}/paper?format=${format}`}
      aria-label={say(about, { title })}
      download
    >
      {say(label)}
    </a>
  ));
}
