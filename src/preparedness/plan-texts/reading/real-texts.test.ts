import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Clause, treeFindings } from './clause-tree.rules.ts';
import { readPlanText } from './read-plan-text.ts';

const REAL = join(import.meta.dirname, '../../../../../shared/realdata');
const isThere = existsSync(join(REAL, 'plans'));
if (!isThere) console.warn(`no real plan texts at ${REAL}: their clause trees are not compared`);
const filesOf = (folder: string) =>
  isThere ? readdirSync(join(REAL, folder)).map((name) => ({ name, path: join(REAL, folder, name) })) : [];

/** What the file itself shows as heading or article, found without the reader: number, and where it stands. */
interface Shown {
  readonly number: string;
  readonly heading: string;
}
const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

function shownIn(name: string, text: string): Shown[] {
  if (name.endsWith('.vue')) {
    // Its fourth level stands in paragraphs: «1.4.1 以人为本，安全第一。坚持…».
    return [
      ...text.matchAll(
        /<(?:h([1-4])|p)(?:"[^"]*"|[^">])*>\s*(\d+(?:\.\d+)*)[\s\u3000]*([^<]{1,300}?)\s*(?:<\/|。(?!\s*<))/g,
      ),
    ]
      .filter(
        ([, level, number = '', heading = '']) => level !== undefined || (number.includes('.') && heading.length <= 30),
      )
      .map(([, , number = '', heading = '']) => ({ number, heading: squeeze(heading) }));
  }
  return text.split('\n').flatMap((line) => {
    const bare = line
      .replaceAll('**', '')
      .replace(/^#+\s*/, '')
      .replace(/^[\s\u3000]+/, '');
    const chapter = /^(第[一二三四五六七八九十]+[章节])[\s\u3000]*([^。]{1,40})$/.exec(bare);
    if (chapter) return [{ number: chapter[1] as string, heading: squeeze(chapter[2] as string) }];
    // Set apart by bold type or by a space; «第三条第二款规定…» is no article.
    const article = /^\**(第[〇零一二三四五六七八九十百]+条)(?:\*\*|[\s\u3000])/.exec(line.trim());
    if (article) return [{ number: article[1] as string, heading: '' }];
    const decimal = /^(\d(?:\.\d+)*)[\s\u3000]+([^。]{1,40})$/.exec(bare);
    return decimal ? [{ number: decimal[1] as string, heading: squeeze(decimal[2] as string) }] : [];
  });
}

/** Chapters, articles and decimals of the tree: what `shownIn` looks for. */
const compared = ({ number }: Clause) => /^第.+[章节条]$|^\d+(\.\d+)*$/.test(number);
/** The chapter or decimal a clause lies under. */
function parentOf(clauses: readonly Clause[], index: number): string {
  const depth = clauses[index]?.depth ?? 0;
  for (let at = index - 1; at >= 0; at -= 1) if ((clauses[at]?.depth ?? 0) < depth) return clauses[at]?.number ?? '';
  return '';
}

describe.each(['plans', 'laws'])('texts of %s', (folder) => {
  it.skipIf(!isThere)('become clause trees that match their headings', async () => {
    let total = 0;
    for (const { name, path } of filesOf(folder)) {
      const bytes = readFileSync(path);
      const { title, clauses } = await readPlanText(bytes);
      const shown = shownIn(name, bytes.toString('utf8'));
      const found = clauses.filter(compared).filter(({ number, heading }) => heading !== '' || /条$/.test(number));
      expect(
        found.map(({ number, heading }) => ({ number, heading: /条$/.test(number) ? '' : squeeze(heading) })),
        name,
      ).toEqual(shown);
      // Each lies beneath what stands above it: a decimal under its own beginning, an article under the last chapter or section.
      let chapter = '';
      for (const [index, { number }] of clauses.entries()) {
        if (/[章节]$/.test(number)) chapter = number;
        if (/条$/.test(number)) expect(parentOf(clauses, index), `${name} ${number}`).toBe(chapter);
        if (/^\d+\.\d/.test(number))
          expect(parentOf(clauses, index), `${name} ${number}`).toBe(number.replace(/\.\d+$/, ''));
      }
      const gaps = treeFindings(clauses);
      expect(
        gaps.filter(({ number }) => /条$/.test(number)),
        name,
      ).toEqual([]);
      // Nothing of the text is lost on the way.
      const words = clauses.reduce(
        (sum, one) => sum + squeeze(one.number + one.heading + one.body).length,
        title.length,
      );
      total += clauses.length;
      console.log(
        `${name}: «${title.slice(0, 24)}» ${clauses.length} clauses, ${shown.length} headings of ${shown.length} found, ${words} characters, ${gaps.length} numbers out of order`,
      );
      expect(title).not.toBe('');
    }
    console.log(`${folder}: ${total} clauses`);
  });
});
