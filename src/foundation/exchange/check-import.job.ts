import { sql } from 'kysely';
import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import { problem } from '../../kernel/problems.ts';
import { judgePlaces, type Sample } from '../geo/index.ts';
import { defineJob, type JobContext } from '../jobs/index.ts';
import { mask } from '../personal-data/index.ts';
import { isMasked } from '../registers/define.ts';
import type { RawRow } from '../registers/index.ts';
import { dataRows } from './data-rows.ts';
import type { ImportTarget, Judgement } from './import-target.ts';
import { textOf } from './inspect.ts';
import type { Question } from './judge-sheet.ts';
import { type OpenImport, openImport } from './open-import.ts';
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
    const open = await openImport(ctx, importId);
    const { row, target, mapping, system, systems } = open;
    const reader = rowReader(target, mapping, system);
    const seen = new Map<string, number>();
    const samples: Sample[] = [];
    const tally: Tally = { rowCount: 0, wrongCount: 0, warningCount: 0, newCount: 0, updateCount: 0, skipCount: 0 };
    await forget(ctx, importId);
    const alike = await namesakes(ctx, open);
    for await (const data of rowsOf(ctx, open)) {
      for (let from = 0; from < data.length; from += SLICE) {
        const slice = data.slice(from, from + SLICE);
        const { raws, faults, judged } = await ctx.read(target.keep, async (read) => {
          await reader.lookUp(read, slice);
          const one = slice.map(reader.read);
          for (const { point } of one) if (point && samples.length < SAMPLES) samples.push({ point });
          const rows = one.map(({ raw }) => raw);
          return {
            raws: rows,
            faults: one.flatMap((each) => each.faults),
            judged: await target.judge(read, rows, { importId, known: row.known, seen, alike }),
          };
        });
        const wrong = new Set([...judged.faults, ...faults].map((one) => one.row));
        await note(
          ctx,
          importId,
          remarks(slice, raws, [...faults, ...told(judged.faults, faults)], reader.titleAt, target),
        );
        await note(ctx, importId, softer(slice, raws, judged, wrong, reader.titleAt, target));
        count(tally, slice, judged, wrong);
        await ctx.progress({ done: tally.rowCount, stage: STAGE });
      }
    }
    if (tally.rowCount === 0) throw problem('import.no_rows');
    const verdict =
      samples.length > 0
        ? await ctx.read(target.keep, (read) => judgePlaces(read, samples, system.id, systems))
        : undefined;
    const placeWarning = verdict?.warning ?? null;
    if (placeWarning) tally.warningCount += 1;
    await ctx.command('imports.judge', { id: importId, counts: tally, placeWarning }, `attempt ${ctx.attempt}`);
    return { ...tally };
  },
});

const rowsOf = (ctx: JobContext, { row, path, mapping, target }: OpenImport) =>
  dataRows(readSource(path, row.format, { signal: ctx.signal }), {
    headerRow: row.headerRow,
    mapping,
    carried: target.carried,
  });

/** Which rows bear the same words, before any is judged: the first of two is told of the second, too. */
async function namesakes(ctx: JobContext, open: OpenImport): Promise<Map<string, number[]>> {
  const { target, mapping, system } = open;
  const found = new Map<string, number[]>();
  if (!target.wordsOf) return found;
  const reader = rowReader(target, mapping, system);
  for await (const data of rowsOf(ctx, open)) {
    for (const one of data) {
      for (const word of target.wordsOf(reader.read(one).raw)) {
        const rows = found.get(word);
        if (rows) rows.push(one.row);
        else found.set(word, [one.row]);
      }
    }
    await ctx.progress({ done: 0, stage: STAGE });
  }
  return found;
}

/** A cell that cannot be read has its own reason; that its field is empty then says nothing new. */
function told(judged: Judgement['faults'], faults: readonly CellFault[]): CellFault[] {
  const known = new Set(faults.map(({ row, target }) => `${row} ${target.split('.')[0]}`));
  return judged
    .filter(({ row, field }) => !known.has(`${row} ${field}`))
    .map(({ row, field, reason }) => ({ row, target: field, reason }));
}

/** Doubts and questions of rows that are not wrong anyhow. */
function softer(
  slice: readonly SourceRow[],
  raws: readonly RawRow[],
  judged: Judgement,
  wrong: ReadonlySet<number>,
  titleAt: ReadonlyMap<string, number>,
  target: ImportTarget,
): Noted[] {
  const as = (kind: Noted['kind'], { row, field, reason }: Judgement['faults'][number]) =>
    remarks(slice, raws, [{ row, target: field, reason }], titleAt, target).map((one) => ({ ...one, kind }));
  return [
    ...judged.questions.flatMap((one) => as('question', one).map((noted) => ({ ...noted, choices: one.choices }))),
    ...judged.doubts.flatMap((one) => as('doubt', one)),
  ].filter(({ row }) => !wrong.has(row));
}

function count(tally: Tally, slice: readonly SourceRow[], judged: Judgement, faulty: ReadonlySet<number>): void {
  // A row that waits for an answer is not written until somebody gives it.
  const wrong = new Set([...faulty, ...judged.questions.map(({ row }) => row)]);
  const sound = (rows: readonly { row: number }[]) => rows.filter(({ row }) => !wrong.has(row)).length;
  tally.rowCount += slice.length;
  tally.wrongCount += wrong.size;
  tally.warningCount += judged.doubts.filter(({ row }) => !wrong.has(row)).length;
  tally.newCount += sound(judged.created);
  tally.updateCount += sound(judged.updated);
  tally.skipCount += judged.skipped.filter((row) => !wrong.has(row)).length;
}

interface Noted {
  row: number;
  target: string;
  value: string | null;
  reason: Phrase;
  kind: 'wrong' | 'doubt' | 'question';
  choices?: Question['choices'];
}

/** What a person is shown: the column's own head and the cell as it stands there; what is personal is masked. */
function remarks(
  slice: readonly SourceRow[],
  raws: readonly RawRow[],
  faults: readonly CellFault[],
  indexOf: ReadonlyMap<string, number>,
  { fields }: ImportTarget,
): Noted[] {
  const at = new Map(raws.map(({ row }, index) => [row, slice[index]]));
  return faults.map(({ row, target, reason }) => {
    const [name = ''] = target.split('.');
    const index = indexOf.get(target) ?? indexOf.get(`${name}.lng`);
    const text = index === undefined ? null : textOf(at.get(row)?.cells[index]);
    const field = fields[name];
    return { row, target, value: text && field && isMasked(field) ? mask(text) : text, reason, kind: 'wrong' };
  });
}

async function forget({ platform }: JobContext, importId: string): Promise<void> {
  await sql`delete from import_problem where import_id = ${importId}`.execute(platform.database.kysely);
}

/** Notes of the check are the mechanism's own, no facts: they are gone with the import. */
async function note({ platform }: JobContext, importId: string, found: readonly Noted[]): Promise<void> {
  if (found.length === 0) return;
  await sql`insert into import_problem (import_id, row_number, target, value, reason, kind, choices)
    select ${importId}, p."row", p.target, p.value, p.reason, p.kind, p.choices
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as p("row" integer, target text, value text, reason jsonb, kind text, choices jsonb)
    on conflict do nothing`.execute(platform.database.kysely);
}
