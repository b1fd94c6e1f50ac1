import { sql } from 'kysely';
import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import { problem } from '../../kernel/problems.ts';
import { judgePlaces, type Sample } from '../geo/index.ts';
import { defineJob, type JobContext } from '../jobs/index.ts';
import { mask } from '../personal-data/index.ts';
import { isMasked } from '../registers/define.ts';
import { type Judged, judgeRows, type RawRow } from '../registers/index.ts';
import { textOf } from './inspect.ts';
import { openImport } from './open-import.ts';
import type { SourceRow } from './readers/define.ts';
import { readSource } from './readers/read-source.ts';
import { type CellFault, rowReader } from './row-reader.ts';

const STAGE = { zh: '正在核对', en: 'Checking' };
/** Places looked at when the coordinate system is judged: more would tell nothing new. */
const SAMPLES = 2000;
/** Rows judged in one go: some milliseconds, then others have their turn. */
const SLICE = 100;

interface Tally {
  rowCount: number;
  wrongCount: number;
  warningCount: number;
  newCount: number;
  updateCount: number;
  skipCount: number;
}

/** Reads a file from the first row to the last and notes what is wrong by row, column, value and reason. Writes no record. */
export const checkImport = defineJob<{ importId: string }>('imports.check', {
  label: { zh: '核对导入文件', en: 'Check an import' },
  input: z.object({ importId: z.string() }),
  async run(ctx) {
    const { importId } = ctx.input;
    const { row, faces, path, system, mapping } = await openImport(ctx, importId);
    const reader = rowReader(faces, mapping, system);
    const seen = new Map<string, number>();
    const samples: Sample[] = [];
    const tally: Tally = { rowCount: 0, wrongCount: 0, warningCount: 0, newCount: 0, updateCount: 0, skipCount: 0 };
    await forget(ctx, importId);
    for await (const piece of readSource(path, row.format, { signal: ctx.signal })) {
      const data = piece.filter((one) => one.row > row.headerRow && one.cells.some((cell) => cell !== null));
      if (data.length === 0) continue;
      for (let from = 0; from < data.length; from += SLICE) {
        const slice = data.slice(from, from + SLICE);
        const { raws, faults, judged } = await ctx.read(faces.keep, async (read) => {
          await reader.lookUp(read, slice);
          const one = slice.map(reader.read);
          for (const { point } of one) if (point && samples.length < SAMPLES) samples.push({ point });
          const rows = one.map(({ raw }) => raw);
          return {
            raws: rows,
            faults: one.flatMap((each) => each.faults),
            judged: await judgeRows(read, faces, rows, { known: row.known, seen }),
          };
        });
        await note(ctx, importId, problemsOf(slice, raws, [...faults, ...told(judged, faults)], reader.titleAt, faces));
        count(tally, slice, judged, faults);
        await ctx.progress({ done: tally.rowCount, stage: STAGE });
      }
    }
    if (tally.rowCount === 0) throw problem('import.no_rows');
    const verdict =
      samples.length > 0 ? await ctx.read(faces.keep, (read) => judgePlaces(read, samples, system)) : undefined;
    const placeWarning = verdict?.warning ?? null;
    if (placeWarning) tally.warningCount += 1;
    await ctx.command('imports.judge', { id: importId, counts: tally, placeWarning }, `attempt ${ctx.attempt}`);
    return { ...tally };
  },
});

/** A cell that cannot be read has its own reason; that its field is empty then says nothing new. */
function told(judged: Judged, faults: readonly CellFault[]): CellFault[] {
  const known = new Set(faults.map(({ row, target }) => `${row} ${target.split('.')[0]}`));
  return judged.faults
    .filter(({ row, field }) => !known.has(`${row} ${field}`))
    .map(({ row, field, reason }) => ({ row, target: field, reason }));
}

function count(tally: Tally, slice: readonly SourceRow[], judged: Judged, faults: readonly CellFault[]): void {
  const wrong = new Set([...judged.faults, ...faults].map(({ row }) => row));
  const sound = (rows: readonly { row: number }[]) => rows.filter(({ row }) => !wrong.has(row)).length;
  tally.rowCount += slice.length;
  tally.wrongCount += wrong.size;
  tally.newCount += sound(judged.created);
  tally.updateCount += sound(judged.updated);
  tally.skipCount += judged.skipped.filter((row) => !wrong.has(row)).length;
}

interface Noted {
  row: number;
  target: string;
  value: string | null;
  reason: Phrase;
}

/** What a person is shown: the column's own head and the cell as it stands there; what is personal is masked. */
function problemsOf(
  slice: readonly SourceRow[],
  raws: readonly RawRow[],
  faults: readonly CellFault[],
  indexOf: ReadonlyMap<string, number>,
  { register }: { register: { fields: Record<string, Parameters<typeof isMasked>[0]> } },
): Noted[] {
  const at = new Map(raws.map(({ row }, index) => [row, slice[index]]));
  return faults.map(({ row, target, reason }) => {
    const [name = ''] = target.split('.');
    const index = indexOf.get(target) ?? indexOf.get(`${name}.lng`);
    const text = index === undefined ? null : textOf(at.get(row)?.cells[index]);
    const field = register.fields[name];
    return { row, target, value: text && field && isMasked(field) ? mask(text) : text, reason };
  });
}

async function forget({ platform }: JobContext, importId: string): Promise<void> {
  await sql`delete from import_problem where import_id = ${importId}`.execute(platform.database.kysely);
}

/** Notes of the check are the mechanism's own, no facts: they are gone with the import. */
async function note({ platform }: JobContext, importId: string, found: readonly Noted[]): Promise<void> {
  if (found.length === 0) return;
  await sql`insert into import_problem (import_id, row_number, target, value, reason)
    select ${importId}, p."row", p.target, p.value, p.reason
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as p("row" integer, target text, value text, reason jsonb)
    on conflict do nothing`.execute(platform.database.kysely);
}
