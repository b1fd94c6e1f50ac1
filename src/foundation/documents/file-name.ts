import type { OfficialPaper, PaperFormat } from './define.ts';
import { manuscriptOf } from './manuscript.ts';
import { cleanLine } from './text.ts';

export const CONTENT_TYPES: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** File systems count bytes (255), not characters; the rest is for the ending and a «(1)». */
const MAX_BYTES = 200;
/** Names that Windows gives to devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** `【演练】关于…的报告（初报）.docx`: the paper's title as a name that every file system takes. */
export function paperFileName(paper: OfficialPaper, format: PaperFormat): string {
  return safeFileName(manuscriptOf(paper).title, format);
}

/** A file name without path, control or reserved characters, at most 200 bytes before its ending. */
export function safeFileName(title: string, ending: string): string {
  const cleaned = cleanLine(title)
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/^[. ]+/, '');
  let name = '';
  let bytes = 0;
  for (const character of cleaned) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    name += character;
  }
  name = name.replace(/[. ]+$/, '');
  return `${name === '' || DEVICES.test(name) ? '文书' : name}.${ending}`;
}

/** `Content-Disposition` for a download: the name in UTF-8 (RFC 5987, RFC 6266), beside it a plain one for old clients. */
export function attachmentHeader(fileName: string): string {
  const ending = /\.[A-Za-z0-9]+$/.exec(fileName)?.[0] ?? '';
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="paper${ending}"; filename*=UTF-8''${encoded}`;
}
