import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { tellSessions } from '../identity/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { maintainOrganisation } from './organisation.permissions.ts';
import { unit } from './unit.register.ts';

const { fields: of } = unit;
const answer = z.object({ id: z.string(), path: z.string(), version: z.number() });

export const open = command('units.open', {
  label: { zh: '设立单位', en: 'Open a unit' },
  may: maintainOrganisation,
  input: z.object({
    name: of.name.input,
    shortName: of.shortName.input,
    kind: of.kind.input,
    parentId: of.parentId.input,
    areaCode: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
    isAssumed: z.boolean().default(false),
  }),
  output: answer,
  records: ['unit.opened'],
  async run(ctx, input) {
    const parent = input.parentId ? await ctx.load(unit, input.parentId, maintainOrganisation) : undefined;
    const path = `${parent?.path ?? '/'}${await nextKey(ctx)}/`;
    const row = await ctx.insert(unit, { ...input, path, validFrom: ctx.now });
    // A unit owns itself: whoever may see a unit's subtree sees the unit.
    await sql`update unit set owner_unit_id = id, owner_unit_path = path where id = ${row.id}`.execute(ctx.tx);
    ctx.fact({ kind: 'unit.opened', subject: { register: 'unit', id: row.id }, payload: { name: row.name, path } });
    return row;
  },
});

export const rename = command('units.rename', {
  label: { zh: '单位更名', en: 'Rename a unit' },
  may: maintainOrganisation,
  input: z.object({ id: idInput, name: of.name.input, shortName: of.shortName.input }),
  output: answer,
  records: ['unit.renamed'],
  async run(ctx, { id, ...names }) {
    const before = await ctx.load(unit, id);
    const row = await ctx.update(unit, before, names);
    ctx.fact({
      kind: 'unit.renamed',
      subject: { register: 'unit', id },
      payload: { before: before.name, name: row.name },
    });
    return row;
  },
});

/**
 * 单位调整: the unit and everything below it go under another parent. Ownership is stamped on every record, so every
 * register's rows are stamped anew in the same transaction: rights are those of now.
 */
export const move = command('units.move', {
  label: { zh: '调整隶属', en: 'Move a unit' },
  may: maintainOrganisation,
  input: z.object({ id: idInput, parentId: idInput }),
  output: answer,
  records: ['unit.moved'],
  async run(ctx, { id, parentId }) {
    const before = await ctx.load(unit, id);
    const parent = await ctx.load(unit, parentId, maintainOrganisation);
    if (parent.path.startsWith(before.path)) throw problem('unit.circle', {}, 'parentId');
    const path = `${parent.path}${before.path.split('/').at(-2)}/`;
    const moved = await ctx.update(unit, before, { parentId });
    await sql`update unit set path = ${path} || substr(path, ${before.path.length + 1}), version = version + (id <> ${id})::int
      where path like ${`${before.path}%`}`.execute(ctx.tx);
    for (const register of ctx.catalogue.registers.values()) {
      await sql`update ${sql.table(register.name)} t set owner_unit_path = u.path from unit u
        where u.id = t.owner_unit_id and t.owner_unit_path like ${`${before.path}%`}`.execute(ctx.tx);
    }
    await sql`update involvement i set unit_path = u.path from unit u
      where u.id = i.unit_id and i.unit_path like ${`${before.path}%`}`.execute(ctx.tx);
    ctx.fact({ kind: 'unit.moved', subject: { register: 'unit', id }, payload: { before: before.path, path } });
    tellSessions(ctx);
    return { ...moved, path };
  },
});

/** A short fixed-width key for paths, so that no key is the prefix of another. */
async function nextKey(ctx: CommandContext): Promise<string> {
  const row = await ctx.row<{ last: number }>(sql`insert into number_series (series, year, last) values ('unit', 0, 1)
    on conflict (series, year) do update set last = number_series.last + 1 returning last`);
  return (row?.last ?? 0).toString(36).padStart(4, '0');
}
