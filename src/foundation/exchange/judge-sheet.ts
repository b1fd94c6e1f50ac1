import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { type RawRow, readRow } from '../registers/index.ts';
import type { AnySheet, RowPlan, RowQuestion, RowRemark } from './define.ts';
import type { Judgement } from './import-target.ts';

export interface Question extends RowQuestion {
  readonly row: number;
}

type Answers = ReadonlyMap<number, Readonly<Record<string, string>>>;

/** What was answered to the questions of an import, by row and field. */
export async function answersOf(ctx: ReadContext, importId: string, rows: readonly number[]): Promise<Answers> {
  const found = await ctx.rows<{
    row: number;
    target: string;
    answer: string;
  }>(sql`select row_number as row, target, answer
    from import_problem where import_id = ${importId} and row_number = any(${[...rows]}::int[]) and answer is not null`);
  const byRow = Map.groupBy(found, ({ row }) => row);
  return new Map(
    [...byRow].map(([row, each]) => [row, Object.fromEntries(each.map((one) => [one.target, one.answer]))]),
  );
}

/** One row against its columns, then against what is there. */
export async function planRow(
  ctx: ReadContext,
  sheet: AnySheet,
  { row, values: raw }: RawRow,
  {
    importId,
    alike,
    answers,
  }: { importId: string; alike: readonly number[]; answers: Readonly<Record<string, string>> },
): Promise<RowPlan> {
  const { values, faults } = readRow(sheet, raw, true);
  if (faults.length > 0) return { faults, steps: [] };
  return sheet.plan(ctx, {
    row,
    values: values as never,
    answers,
    alike: alike.filter((other) => other !== row),
    async writtenBy(other) {
      const found = await ctx.row<{ id: string }>(
        sql`select record_id as id from import_row where import_id = ${importId} and row_number = ${other}`,
      );
      return found?.id;
    },
  });
}

const nameWord = (sheet: AnySheet, values: RawRow['values']) => `name ${sheet.nameOf(values as never) ?? ''}`;
const markWord = (field: string, mark: string) => `${field} ${mark}`;

/** What a row is remembered by before any is judged: its name, and what should stand in one row only. */
export function wordsOf(sheet: AnySheet, values: RawRow['values']): string[] {
  const marks = Object.entries(sheet.marksOf?.(values as never) ?? {});
  return [
    ...(sheet.nameOf(values as never) === undefined ? [] : [nameWord(sheet, values)]),
    ...marks.flatMap(([field, each]) => each.map((mark) => markWord(field, mark))),
  ];
}

/** Marks of a row that another row has, too, unless both speak of the same. */
function doubled(sheet: AnySheet, { row, values }: RawRow, alike: ReadonlyMap<string, readonly number[]>): RowRemark[] {
  const own = new Set(alike.get(nameWord(sheet, values)));
  return Object.entries(sheet.marksOf?.(values as never) ?? {}).flatMap(([field, marks]) => {
    const others = marks.flatMap((mark) => alike.get(markWord(field, mark)) ?? []);
    const other = others.find((one) => one !== row && !own.has(one));
    if (other === undefined) return [];
    return [{ field, reason: { zh: `与第 ${other} 行相同`, en: `is the same as in row ${other}` } }];
  });
}

/** What would become of rows of a sheet, without writing anything. */
export async function judgeSheet(
  ctx: ReadContext,
  sheet: AnySheet,
  rows: readonly RawRow[],
  asked: { importId: string; known: 'update' | 'skip'; alike: ReadonlyMap<string, readonly number[]> },
): Promise<Judgement> {
  const judged = {
    created: [] as { row: number }[],
    updated: [] as { row: number }[],
    skipped: [] as number[],
    faults: [] as Judgement['faults'],
    doubts: [] as Judgement['doubts'],
    questions: [] as Question[],
  };
  for (const raw of rows) {
    const { row } = raw;
    const alike = asked.alike.get(nameWord(sheet, raw.values)) ?? [];
    const plan = await planRow(ctx, sheet, raw, { importId: asked.importId, alike, answers: {} });
    const { faults = [], doubts = [], question, known } = plan;
    judged.faults.push(...faults.map((one) => ({ row, ...one })));
    judged.doubts.push(...[...doubled(sheet, raw, asked.alike), ...doubts].map((one) => ({ row, ...one })));
    if (faults.length > 0) continue;
    if (question) {
      judged.questions.push({ row, ...question });
      continue;
    }
    if (known === undefined) judged.created.push({ row });
    else if (asked.known === 'skip') judged.skipped.push(row);
    else judged.updated.push({ row });
  }
  return judged;
}
