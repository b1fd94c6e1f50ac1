import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../../kernel/problems.ts';
import { defineJob, type JobContext } from '../jobs/index.ts';
import { IMPORTED_AT_ONCE, type RawRow } from '../registers/index.ts';
import { dataRows } from './data-rows.ts';
import { type OpenImport, openImport } from './open-import.ts';
import { readSource } from './readers/read-source.ts';
import { rowReader } from './row-reader.ts';
import { unstage } from './stage.ts';

const STAGE = { zh: '正在写入', en: 'Writing' };
/** Corrections are written one by one; fewer at once keep the transaction short. */
const CORRECTED_AT_ONCE = 100;

interface Cursor {
  /** The last row of the file that is written or left out. */
  readonly row: number;
  readonly done: number;
}

/**
 * Writes the rows that were found good, in batches of one short transaction each. Batches are cut by rows of the file, so
 * that a run that goes on after a kill sends the same batch under the same key: it is written once.
 */
export const writeImport = defineJob<{ importId: string }, Cursor>('imports.write', {
  label: { zh: '写入导入数据', en: 'Write an import' },
  input: z.object({ importId: z.string() }),
  async run(ctx) {
    const { importId } = ctx.input;
    const open = await openImport(ctx, importId);
    const { row, target, path, mapping, system } = open;
    const wrong = await wrongRows(ctx, importId);
    const reader = rowReader(target, mapping, system);
    const total = (row.rowCount ?? 0) - (row.wrongCount ?? 0);
    const size = (row.updateCount ?? 0) > 0 ? CORRECTED_AT_ONCE : IMPORTED_AT_ONCE;
    let { row: last, done } = ctx.cursor ?? { row: row.headerRow, done: 0 };
    let batch: RawRow[] = [];
    const flush = async () => {
      const [first] = batch;
      if (!first) return;
      await writeBatch(ctx, open, batch);
      done += batch.length;
      last = batch.at(-1)?.row ?? last;
      batch = [];
      await ctx.progress({ done, total, stage: STAGE, cursor: { row: last, done } });
    };
    const source = readSource(path, row.format, { signal: ctx.signal });
    for await (const rows of dataRows(source, { headerRow: row.headerRow, mapping, carried: target.carried })) {
      const data = rows.filter((one) => one.row > last && !wrong.has(one.row));
      if (data.length === 0) continue;
      await ctx.read(target.keep, (read) => reader.lookUp(read, data));
      for (const one of data) {
        batch.push(reader.read(one).raw);
        if (batch.length === size) await flush();
      }
    }
    await flush();
    await ctx.command('imports.finish', { id: importId }, 'finish');
    await unstage(ctx.platform.home, importId);
    return { rows: done };
  },
});

async function wrongRows({ platform }: JobContext, importId: string): Promise<Set<number>> {
  const { rows } = await sql<{ row_number: number }>`
    select distinct row_number from import_problem where import_id = ${importId}
      and (kind = 'wrong' or (kind = 'question' and answer is null))`.execute(platform.database.kysely);
  return new Set(rows.map(({ row_number }) => row_number));
}

/** What somebody else wrote since the check may make a good row wrong: it is noted, and the rest of its batch is written. */
async function writeBatch(ctx: JobContext, { row, target }: OpenImport, given: readonly RawRow[]): Promise<void> {
  let rows = given;
  for (let round = 0; rows.length > 0; round += 1) {
    const step = `rows ${rows[0]?.row}–${rows.at(-1)?.row} of ${rows.length} round ${round}`;
    try {
      await ctx.command(target.writes, { importId: row.id, known: row.known, rows }, step);
      return;
    } catch (error) {
      if (isDoubled(error) && round < 3) continue;
      if (!(error instanceof Problem)) throw error;
      if (error.key === 'import.nothing_new') return;
      if (error.key !== 'input.invalid') throw error;
      const late = error.details.map(({ field, message }) => ({ row: Number(field.split('.')[1]), field, message }));
      const lost = new Set(late.map((one) => one.row));
      if (!rows.some((one) => lost.has(one.row))) throw error;
      await noteLate(ctx, row.id, late);
      rows = rows.filter((one) => !lost.has(one.row));
    }
  }
}

/** Two wrote the same key at the same instant: the next look sees the other's record. */
const isDoubled = (error: unknown) => (error as { code?: string } | null)?.code === '23505';

async function noteLate(
  { platform }: JobContext,
  importId: string,
  late: readonly { row: number; field: string; message: object }[],
) {
  const found = late.map(({ row, field, message }) => ({
    row,
    target: field.split('.').slice(2).join('.'),
    reason: message,
  }));
  await sql`insert into import_problem (import_id, row_number, target, value, reason)
    select ${importId}, p."row", p.target, null, p.reason
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as p("row" integer, target text, reason jsonb)
    on conflict (import_id, row_number, target) do update set reason = excluded.reason, kind = 'wrong'`.execute(
    platform.database.kysely,
  );
}
