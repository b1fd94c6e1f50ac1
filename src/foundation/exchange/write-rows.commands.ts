import { sql } from 'kysely';
import { z } from 'zod';
import { Problem, problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { IMPORTED_AT_ONCE, type RawRow, rawRowInput } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import type { AnySheet, RowPlan } from './define.ts';
import { makeImport } from './import.permissions.ts';
import { answersOf, planRow } from './judge-sheet.ts';
import { keptTarget } from './kept-target.ts';

/**
 * Rows of a sheet that was checked, each as its commands, in the order of the file: a row may speak of what the row before it
 * has made. All of them or none; each record keeps the row it came from.
 */
export const writeRows = command('imports.writeRows', {
  label: { zh: '写入导入数据', en: 'Write rows of an import' },
  may: makeImport,
  input: z.object({
    importId: idInput,
    known: z.enum(['update', 'skip']),
    rows: z.array(rawRowInput).min(1).max(IMPORTED_AT_ONCE),
  }),
  output: z.object({ created: z.number(), updated: z.number(), unchanged: z.number(), skipped: z.number() }),
  records: ['import.rows_written'],
  async run(ctx, { importId, known, rows }) {
    const source = await ctx.row<{ register: string; fileName: string }>(sql`select register, file_name from "import"
      where id = ${importId} and state = 'writing' and created_by = ${ctx.viewer.personId}`);
    const sheet = source && ctx.catalogue.sheets.get(source.register);
    if (!source || !sheet) throw problem('record.unknown', {}, 'importId');
    keptTarget(ctx, source.register);
    const answers = await answersOf(
      ctx,
      importId,
      rows.map(({ row }) => row),
    );
    const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
    for (const raw of rows) {
      const plan = await planRow(ctx, sheet, raw, { importId, alike: [], answers: answers.get(raw.row) ?? {} });
      const outcome = await writeRow(ctx, sheet, raw, plan, { importId, known });
      counts[outcome] += 1;
    }
    if (counts.created + counts.updated === 0) throw problem('import.nothing_new');
    ctx.fact({
      kind: 'import.rows_written',
      subject: { register: 'import', id: importId },
      payload: { title: source.fileName, ...counts },
    });
    return counts;
  },
});

async function writeRow(
  ctx: CommandContext,
  sheet: AnySheet,
  { row }: RawRow,
  { faults = [], question, known: there, steps }: RowPlan,
  { importId, known }: { importId: string; known: 'update' | 'skip' },
): Promise<'created' | 'updated' | 'unchanged' | 'skipped'> {
  const fault = faults[0] ?? question;
  if (fault) throw refused(row, fault.field, fault.reason);
  if (there && known === 'skip') return 'skipped';
  if (there && steps.length === 0) return 'unchanged';
  const made: Record<string, { id: string }> = {};
  for (const step of steps) {
    const output = await ctx.perform<{ id: string }>(step.command, step.input(made)).catch((error) => {
      // What a command refuses in words is this row's fault; the batch is written without it.
      if (error instanceof Problem && error.status < 500)
        throw refused(row, error.field ?? '', error.details[0]?.message ?? error.phrase);
      throw error;
    });
    if (step.as) made[step.as] = output;
  }
  const id = there ?? made[sheet.about]?.id;
  if (!id) throw new Error(`${sheet.name}: no step makes the ${sheet.about} of row ${row}`);
  const action = there ? 'updated' : 'created';
  ctx.write(sql`insert into import_row (import_id, row_number, register, record_id, action, written_at)
    values (${importId}, ${row}, ${sheet.about}, ${id}, ${action}, ${ctx.now})`);
  return action;
}

function refused(row: number, field: string, reason: { zh: string; en: string }): Problem {
  const at = `rows.${row}.${field}`;
  return problem('input.invalid', {}, at, [{ field: at, message: reason }]);
}
