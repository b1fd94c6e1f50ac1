import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext, NewValues } from '../api/context.ts';
import { type AnyCommand, command } from '../api/define.ts';
import type { CommonColumns, RegisterDefinition, RegisterFaces, RowOf } from './define.ts';
import { correctRow, differing } from './faces.commands.ts';
import { type Judged, judgeRows } from './judge-rows.ts';
import { completed, faultOf } from './soundness.rules.ts';
import { idInput } from './types/reference.type.ts';

/** A row of a file as it travels in a command. */
export const rawRowInput = z.object({
  row: z.number().int().min(1),
  ownerUnitId: idInput.optional(),
  values: z.record(z.string(), z.unknown()),
});

interface Source {
  id: string;
  fileName: string;
}

/** The most rows of one command: one short transaction, and between two of them others have their turn. */
export const IMPORTED_AT_ONCE = 100;

/**
 * Writes rows of a file that was checked: new records in one statement, known ones field by field. All of them or none;
 * each record keeps the row it came from. One fact tells of all new records with the same reach, because a fact for each
 * would hold up what everybody else is told; it concerns each of them, so that each shows it.
 */
export function importRows(faces: RegisterFaces): AnyCommand {
  const { register, keep } = faces;
  const { name, plural, label } = register;
  return command(`${plural}.importRows`, {
    label: { zh: `导入${label.zh}`, en: `Import: ${label.en.toLowerCase()}` },
    may: keep,
    input: z.object({
      importId: idInput,
      known: z.enum(['update', 'skip']),
      rows: z.array(rawRowInput).min(1).max(IMPORTED_AT_ONCE),
    }),
    output: z.object({ created: z.number(), updated: z.number(), unchanged: z.number(), skipped: z.number() }),
    records: [`${name}.imported`, `${name}.corrected`],
    async run(ctx, { importId, known, rows }) {
      const source = await ctx.row<Source>(sql`select id, file_name from "import"
        where id = ${importId} and register = ${name} and state = 'writing' and created_by = ${ctx.viewer.personId}`);
      if (!source) throw problem('record.unknown', {}, 'importId');
      const judged = await judgeRows(ctx, faces, rows, { known, seen: new Map() });
      if (judged.faults.length > 0) {
        const details = judged.faults.map(({ row, field, reason }) => ({
          field: `rows.${row}.${field}`,
          message: reason,
        }));
        throw problem('input.invalid', {}, details[0]?.field, details);
      }
      const made = await ctx.insertMany(
        register,
        judged.created.map(({ values }) => completed(faces, values) as NewValues<RegisterDefinition>),
      );
      const kept = judged.created.map(({ row }, at) => ({ row, id: made[at]?.id ?? '', action: 'created' }));
      let updated = 0;
      for (const { row, id, values } of judged.updated) {
        if (!(await correct(ctx, faces, { row, id, values }, source))) continue;
        kept.push({ row, id, action: 'updated' });
        updated += 1;
      }
      if (kept.length === 0) throw problem('import.nothing_new');
      await ctx.rows(sql`insert into import_row (import_id, row_number, register, record_id, action, written_at)
        select ${importId}, k.row, ${name}, k.id, k.action, ${ctx.now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k("row" integer, id uuid, action text)`);
      tell(ctx, register, made, source);
      const unchanged = judged.updated.length - updated;
      return { created: made.length, updated, unchanged, skipped: judged.skipped.length };
    },
  });
}

async function correct(
  ctx: CommandContext,
  faces: RegisterFaces,
  { row: at, id, values }: Judged['updated'][number],
  { fileName }: Source,
): Promise<boolean> {
  const row = (await ctx.load(faces.register, id)) as RowOf<RegisterDefinition>;
  if (differing(faces, row, values).length === 0) return false;
  const fault = faultOf(faces, { ...row, ...values });
  if (fault) {
    const field = `rows.${at}.${fault.field}`;
    throw problem('input.invalid', {}, field, [{ field, message: fault.reason }]);
  }
  await correctRow(ctx, faces, row, values, `导入 ${fileName}`);
  return true;
}

/** Whoever may see one of a group may see all of it: a fact has the reach of its subject. */
function tell(ctx: CommandContext, register: RegisterDefinition, made: readonly CommonColumns[], source: Source): void {
  const groups = Map.groupBy(made, ({ ownerUnitPath, areaCode }) => `${ownerUnitPath} ${areaCode}`);
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    const concerns = [
      ...others.map(({ id }) => ({ register: register.name, id })),
      { register: 'import', id: source.id },
    ];
    ctx.fact({
      kind: `${register.name}.imported`,
      subject: { register: register.name, id: first.id },
      concerns,
      payload: { title: source.fileName, count: others.length + 1 },
    });
  }
}
