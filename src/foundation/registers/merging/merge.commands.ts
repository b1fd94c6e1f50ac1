import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { problem } from '../../../kernel/problems.ts';
import type { CommandContext } from '../../api/context.ts';
import { type AnyCommand, command } from '../../api/define.ts';
import { rowsOf } from '../../api/rows.ts';
import type { FieldType, RegisterDefinition, RegisterFaces, RowOf } from '../define.ts';
import { changesOf, titled } from '../faces.commands.ts';
import { referencesTo } from '../links.views.ts';
import { snakeCase } from '../table.ts';
import { idInput } from '../types/reference.type.ts';
import { cleanText } from '../types/text.type.ts';

type Row = RowOf<RegisterDefinition> & Record<string, unknown>;

const reason = z.string().min(2).max(500).transform(cleanText);

/** References that were moved, so that undoing moves back these and no others. */
interface Moved {
  readonly register: string;
  readonly column: string;
  readonly ids: readonly string[];
}

interface Merge {
  readonly id: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly mergedState: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly moved: readonly Moved[];
}

/** Merge two records of a register into one, and undo it. */
export function mergeCommands(faces: RegisterFaces): AnyCommand[] {
  const { register, keep } = faces;
  const { name, plural, label } = register;
  const noun = label.en.toLowerCase();
  const own = Object.keys(register.fields);

  const merge = command(`${plural}.merge`, {
    label: { zh: `合并${label.zh}`, en: `Merge: ${noun}` },
    may: keep,
    input: z.object({
      /** The record that stays. */
      id: idInput,
      /** The record that goes into it. */
      otherId: idInput,
      otherVersion: z.number().int(),
      /** Fields whose value the staying record takes from the other. */
      take: z.array(z.enum(own as [string, ...string[]])).max(own.length),
      reason,
    }),
    output: z.object({ id: z.string(), version: z.number(), moved: z.number() }),
    records: [`${name}.merged`, `${name}.merged_away`],
    async run(ctx, { id, otherId, otherVersion, take, reason: why }) {
      if (id === otherId) throw problem('state.guard', { reason: ITSELF });
      const [survivor, other] = await loadBoth(ctx, register, id, otherId);
      if (other.version !== otherVersion) throw problem('state.guard', { reason: CHANGED });
      if (!faces.inUse.includes(survivor.state)) throw problem('state.guard', { reason: NOT_IN_USE });
      const gone = await ctx.transition(faces.lifecycle, other as never, 'merge');
      const values = Object.fromEntries(take.map((field) => [field, other[field] ?? null]));
      const told = changesOf(faces, survivor, values);
      const before = await textsOf(ctx, register, id, take);
      const after = take.length > 0 ? await ctx.update(register, survivor as never, values as never) : survivor;
      const moved = await moveReferences(ctx, register, otherId, id);
      await shareInvolvement(ctx, name, otherId, id);
      ctx.write(sql`insert into record_merge
        (id, register, survivor_id, merged_id, merged_state, before, after, moved, reason, merged_at, merged_by)
        values (${newId()}, ${name}, ${id}, ${otherId}, ${other.state}, ${JSON.stringify(before)},
          ${JSON.stringify(await textsOf(ctx, register, id, take))}, ${JSON.stringify(moved)}, ${why}, ${ctx.now}, ${ctx.viewer.personId})`);
      const payload = { ...titled(faces, survivor as never), reason: why };
      ctx.fact({
        kind: `${name}.merged`,
        subject: { register: name, id },
        payload: { ...payload, changes: told, from: otherId, moved: countOf(moved) },
      });
      ctx.fact({
        kind: `${name}.merged_away`,
        subject: { register: name, id: otherId },
        payload: { ...titled(faces, gone as never), into: id, reason: why },
      });
      return { id, version: after.version, moved: countOf(moved) };
    },
  });

  const unmerge = command(`${plural}.unmerge`, {
    label: { zh: `撤销合并${label.zh}`, en: `Undo a merge: ${noun}` },
    may: keep,
    input: z.object({ /** The record that went into another. */ id: idInput, reason }),
    output: z.object({ id: z.string(), survivorId: z.string(), kept: z.array(z.string()) }),
    records: [`${name}.unmerged`, `${name}.brought_back`],
    async run(ctx, { id, reason: why }) {
      const [last] = await ctx.rows<Merge>(sql`select * from record_merge
        where register = ${name} and merged_id = ${id} and undone_at is null for update`);
      if (!last) throw problem('state.guard', { reason: NO_MERGE });
      const [survivor, other] = await loadBoth(ctx, register, last.survivorId, id);
      if (survivor.state === 'merged') throw problem('state.guard', { reason: LATER_FIRST });
      const kept = await restoreTexts(ctx, register, survivor, last);
      const back = await ctx.update(register, other as never, { state: last.mergedState } as never);
      for (const { register: holder, column, ids } of last.moved) {
        ctx.write(sql`update ${sql.table(holder)} set ${sql.ref(column)} = ${id}, version = version + 1,
          changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId}
          where id = any(${ids as string[]}::uuid[]) and ${sql.ref(column)} = ${last.survivorId}`);
      }
      ctx.write(
        sql`update record_merge set undone_at = ${ctx.now}, undone_by = ${ctx.viewer.personId} where id = ${last.id}`,
      );
      ctx.fact({
        kind: `${name}.unmerged`,
        subject: { register: name, id: last.survivorId },
        payload: { ...titled(faces, survivor as never), from: id, kept, reason: why },
      });
      ctx.fact({
        kind: `${name}.brought_back`,
        subject: { register: name, id },
        payload: { ...titled(faces, back as never), from: last.survivorId, reason: why },
      });
      return { id, survivorId: last.survivorId, kept };
    },
  });
  return [merge, unmerge];
}

const ITSELF = { zh: '不能与自身合并', en: 'A record cannot be merged into itself' };
const CHANGED = {
  zh: '另一条记录刚被修改，请重新比对后再合并',
  en: 'The other record has just changed; compare again',
};
const NOT_IN_USE = {
  zh: '保留的记录已注销或已并入别处，请先恢复',
  en: 'The record that stays is not in use; restore it first',
};
const NO_MERGE = { zh: '这条记录没有可撤销的合并', en: 'There is no merge of this record to undo' };
const LATER_FIRST = {
  zh: '保留的记录后来又并入别处，请先撤销后一次合并',
  en: 'It was merged on since; undo that merge first',
};

const countOf = (moved: readonly Moved[]) => moved.reduce((count, { ids }) => count + ids.length, 0);

/** Both locked, always in the same order, so that two merges wait for one another and the second is told. */
async function loadBoth(
  ctx: CommandContext,
  register: RegisterDefinition,
  id: string,
  otherId: string,
): Promise<[Row, Row]> {
  const rows = new Map<string, Row>();
  for (const one of [id, otherId].sort()) rows.set(one, (await ctx.load(register, one)) as unknown as Row);
  return [rows.get(id) as Row, rows.get(otherId) as Row];
}

const columnsFor = ({ fields }: RegisterDefinition, names: readonly string[]) =>
  names.flatMap((name) => {
    const field = fields[name] as FieldType;
    const own = [{ column: snakeCase(name), type: sqlType(field) }];
    return field.blind ? [...own, { column: `${snakeCase(name)}_blind`, type: 'text[]' }] : own;
  });

const sqlType = (field: FieldType) => field.column.replace(/ (?:default|references|check)\b.*$/s, '');

/** Columns as the database writes them, sealed ones sealed: what is kept to undo is as safe as the record itself. */
async function textsOf(ctx: CommandContext, register: RegisterDefinition, id: string, names: readonly string[]) {
  const columns = columnsFor(register, names);
  if (columns.length === 0) return {};
  const pairs = columns.map(({ column }) => sql`${column}::text, ${sql.ref(column)}::text`);
  const row = await ctx.row<{ texts: Record<string, string | null> }>(
    sql`select jsonb_build_object(${sql.join(pairs)}) as texts from ${sql.table(register.name)} where id = ${id}`,
  );
  return row?.texts ?? {};
}

/** Gives back what the merge replaced, but keeps what was corrected since. @returns the fields that were kept */
async function restoreTexts(
  ctx: CommandContext,
  register: RegisterDefinition,
  survivor: Row,
  merge: Merge,
): Promise<string[]> {
  const names = Object.keys(register.fields).filter((name) => snakeCase(name) in merge.after);
  const present = await textsOf(ctx, register, survivor.id, names);
  const kept = names.filter((name) => present[snakeCase(name)] !== merge.after[snakeCase(name)]);
  const columns = columnsFor(
    register,
    names.filter((name) => !kept.includes(name)),
  );
  const sets: RawBuilder<unknown>[] = columns.map(
    ({ column, type }) => sql`${sql.ref(column)} = ${merge.before[column] ?? null}::text::${sql.raw(type)}`,
  );
  sets.push(sql`version = version + 1`, sql`changed_at = ${ctx.now}`, sql`changed_by = ${ctx.viewer.personId}`);
  ctx.write(sql`update ${sql.table(register.name)} set ${sql.join(sets)} where id = ${survivor.id}`);
  return kept;
}

/** Every register's references to one record point at another from now on; also its files, so that they stay with it. */
async function moveReferences(
  ctx: CommandContext,
  register: RegisterDefinition,
  from: string,
  to: string,
): Promise<Moved[]> {
  const moved: Moved[] = [];
  for (const { register: holder, field, registerIn } of referencesTo(ctx.catalogue, register.name)) {
    if (registerIn && holder.name !== 'file') continue;
    const column = snakeCase(field);
    const isOfRegister = registerIn ? sql` and ${sql.ref(snakeCase(registerIn))} = ${register.name}` : sql``;
    const rows = await rowsOf<{ id: string }>(
      ctx.tx,
      sql`update ${sql.table(holder.name)} set ${sql.ref(column)} = ${to}, version = version + 1,
        changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId}
        where ${sql.ref(column)} = ${from}${isOfRegister} returning id`,
    );
    if (rows.length > 0) moved.push({ register: holder.name, column, ids: rows.map(({ id }) => id) });
  }
  return moved;
}

/** Whoever had a part in the record that goes has it in the one that stays. */
async function shareInvolvement(ctx: CommandContext, register: string, from: string, to: string): Promise<void> {
  ctx.write(sql`insert into involvement (register, record_id, unit_id, unit_path, person_id, since)
    select register, ${to}, unit_id, unit_path, person_id, ${ctx.now}::timestamptz from involvement
    where register = ${register} and record_id = ${from} on conflict do nothing`);
}
