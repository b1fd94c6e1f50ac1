import { problem } from '../../kernel/problems.ts';
import { cellText } from '../registers/define.ts';
import { type Columns, headAmong, type SourceColumn } from './columns.rules.ts';
import { type Format, isBad, type SourceCell } from './readers/define.ts';
import { readSource } from './readers/read-source.ts';

const LOOKED_AT = 10;
const SAMPLES = 5;
const MOST_OF_A_DEFINITION = 5000;
const SILENCE_MS = 20_000;

export interface Head {
  /** The row of the head; data begin below it. */
  readonly headerRow: number;
  readonly columns: readonly SourceColumn[];
  readonly samples: readonly (readonly (string | null)[])[];
  /** What the file says of its own coordinate system. */
  readonly projection?: string;
}

/** The head and some rows of a file, without reading more of it than that takes. @throws `import.…` in words */
export async function inspect(path: string, format: Format, target: Columns): Promise<Head> {
  for await (const rows of readSource(path, format, { silenceMs: SILENCE_MS })) {
    const texts = rows.map(({ cells }) => cells.map(textOf));
    const at = headAmong(target, texts.slice(0, LOOKED_AT));
    const head = texts[at] ?? [];
    const columns = head.map((title, index) => ({ index, title: (title ?? '').slice(0, 100) }));
    if (!columns.some(({ title }) => title !== '')) throw problem('import.no_rows');
    const samples = texts
      .slice(at + 1, at + 1 + SAMPLES)
      .map((cells) => columns.map(({ index }) => cells[index] ?? null));
    if (samples.length === 0) throw problem('import.no_rows');
    const projection = rows[0]?.projection?.slice(0, MOST_OF_A_DEFINITION);
    return { headerRow: rows[at]?.row ?? 1, columns, samples, ...(projection ? { projection } : {}) };
  }
  throw problem('import.no_rows');
}

export function textOf(cell: SourceCell | undefined): string | null {
  if (cell === undefined || isBad(cell)) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace('T', ' ').replace(' 00:00', '');
  return cellText(cell).slice(0, 200) || null;
}
