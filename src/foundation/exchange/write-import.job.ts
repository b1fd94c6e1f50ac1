import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../../kernel/problems.ts';
import { defineJob, type JobContext } from '../jobs/index.ts';
import { IMPORTED_AT_ONCE, type RawRow } from '../registers/index.ts';
import { dataRows } from './data-rows.ts';
import type { ImportTarget } from './import-target.ts';
import { type OpenImport, openImport } from './open-import.ts';
import { readSource } from './readers/read-source.ts';
import { rowReader } from './row-reader.ts';
import { unstage } from './stage.ts';

const STAGE = { zh: '正在写入', en: 'Writing' };

interface Cursor {
  /** The last row of the file that is written or left out. */
  readonly row: number;
  readonly done: number;
}

/**
 * Writes the rows that were found good, in batches of one short transaction each. Batches are cut by rows of the file, good
 * and wrong ones, so that a run that goes on after a kill sends the same batch under the same key: it is written once.
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
    const corrects = (row.updateCount ?? 0) > 0;
    const line = writingLine(!corrects && isApart(target) ? 2 : 1);
    let { row: last, done } = ctx.cursor ?? { row: row.headerRow, done: 0 };
    let batch: RawRow[] = [];
    let cut = { first: 0, last: 0, rows: 0 };
    const flush = async () => {
      if (cut.rows === 0) return;
      const [rows, { first, last: end }] = [batch, cut];
      batch = [];
      cut = { first: 0, last: 0, rows: 0 };
      await line.add(
        () => writeBatch(ctx, open, rows, `rows ${first}–${end}`),
        () => {
          done += rows.length;
          last = end;
          return ctx.progress({ done, total, stage: STAGE, cursor: { row: last, done } });
        },
      );
    };
    const from = last;
    const source = readSource(path, row.format, { signal: ctx.signal });
    try {
      for await (const rows of dataRows(source, { headerRow: row.headerRow, mapping, carried: target.carried })) {
        const data = rows.filter((one) => one.row > from);
        const good = data.filter((one) => !wrong.has(one.row));
        if (good.length > 0) await ctx.read(target.keep, (read) => reader.lookUp(read, good));
        for (const one of data) {
          if (!wrong.has(one.row)) batch.push(reader.read(one).raw);
          cut = { first: cut.first || one.row, last: one.row, rows: cut.rows + 1 };
          if (cut.rows === IMPORTED_AT_ONCE) await flush();
        }
      }
      await flush();
    } finally {
      await line.end();
    }
    await ctx.command('imports.finish', { id: importId }, 'finish');
    await unstage(ctx.platform.home, importId);
    return { rows: done };
  },
});

/** Whether rows know nothing of each other: none speaks of a record that a row before it makes. */
const isApart = ({ name, fields, wordsOf }: ImportTarget): boolean =>
  !wordsOf && Object.values(fields).every((field) => field.refersTo !== name);

/**
 * Writes some batches at once, so that one is made ready while the database works on another; they are told of as done in the
 * order of the file, because a run that goes on begins behind the last one told.
 */
function writingLine(width: number) {
  const waiting: { written: Promise<unknown>; tell: () => Promise<void> }[] = [];
  let isBroken = false;
  const settle = async () => {
    const oldest = waiting.shift();
    try {
      await oldest?.written;
      await oldest?.tell();
    } catch (error) {
      isBroken = true;
      throw error;
    }
  };
  return {
    /** Waits for the oldest where `width` are on their way. */
    async add(write: () => Promise<void>, tell: () => Promise<void>): Promise<void> {
      const written = write();
      // Its failure is told when its turn comes.
      written.catch(() => undefined);
      waiting.push({ written, tell });
      if (waiting.length >= width) await settle();
    },
    /** All that were begun are over; what stands behind a failure is not told, and done again from there. */
    async end(): Promise<void> {
      try {
        while (waiting.length > 0 && !isBroken) await settle();
      } finally {
        await Promise.allSettled(waiting.map(({ written }) => written));
      }
    },
  };
}

async function wrongRows({ platform }: JobContext, importId: string): Promise<Set<number>> {
  const { rows } = await sql<{ row_number: number }>`
    select distinct row_number from import_problem where import_id = ${importId}
      and (kind = 'wrong' or (kind = 'question' and answer is null))`.execute(platform.database.kysely);
  return new Set(rows.map(({ row_number }) => row_number));
}

/** What somebody else wrote since the check may make a good row wrong: it is noted, and the rest of its batch is written. */
async function writeBatch(
  ctx: JobContext,
  { row, target }: OpenImport,
  given: readonly RawRow[],
  step: string,
): Promise<void> {
  let rows = given;
  for (let round = 0; rows.length > 0; round += 1) {
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
