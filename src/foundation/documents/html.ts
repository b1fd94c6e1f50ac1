import type { OfficialPaper } from './define.ts';
import { type ManuscriptBlock, manuscriptOf } from './manuscript.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/**
 * The same paper to be read in a browser: one page without script, picture or address of its own. The manuscript is that of
 * the other formats, so all say the same.
 * @throws what `manuscriptOf` throws
 */
export function paperHtml(paper: OfficialPaper): string {
  const { band, redHeader, number, issuer, title, addressee, body, signedBy, signedAt } = manuscriptOf(paper);
  const line = (name: string, text: string) => (text === '' ? '' : `<p class="${name}">${escaped(text)}</p>`);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style></head><body>
${line('band', band ?? '')}<header>${line('red', redHeader)}${line('number', issuer === '' ? number : `${number}　签发人：${issuer}`)}</header>
<h1>${escaped(title)}</h1>
${line('to', addressee)}${body.map(blockHtml).join('\n')}
${line('signed', signedBy)}${line('signed', signedAt)}
</body></html>
`;
}

function blockHtml(block: ManuscriptBlock): string {
  if (block.kind === 'heading') return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
  if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`;
  if (block.kind === 'figure') return `<p>${escaped(block.caption)}</p>`;
  const cell = (tag: string) => (lines: readonly string[]) => `<${tag}>${lines.map(escaped).join('<br>')}</${tag}>`;
  const row = (cells: readonly (readonly string[])[], tag: string) => `<tr>${cells.map(cell(tag)).join('')}</tr>`;
  const head = row(
    block.columns.map((column) => [column]),
    'th',
  );
  return `<table><thead>${head}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

const STYLE = `body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;color:#16191b;background:#fff}
.red{color:#b00;font-size:1.8em;text-align:center;margin:0}.number{text-align:center;border-bottom:2px solid #b00;padding-bottom:.5em}
h1{font-size:1.6em;text-align:center}h2{font-size:1.2em}h3{font-size:1.05em}h4{font-size:1em}
p{text-indent:2em;margin:.3em 0}.band,.red,.number,.to,.signed{text-indent:0}.signed{text-align:right}
.band{position:sticky;top:0;margin:0;padding:.2em;text-align:center;font-weight:bold;background:repeating-linear-gradient(45deg,#ddd 0 12px,#f5f5f5 12px 24px)}
table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:.9em}th,td{border:1px solid #999;padding:.25em .5em;vertical-align:top;text-align:start}
@media print{body{margin:0}h2,h3{break-after:avoid}tr{break-inside:avoid}}`;
