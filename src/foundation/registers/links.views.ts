import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import type { Catalogue } from '../api/platform.ts';
import { type Permission, SIGNED_IN } from '../identity/define.ts';
import type { RegisterDefinition } from './define.ts';
import { snakeCase } from './table.ts';
import { idInput } from './types/reference.type.ts';

/** A field, of any register, that holds ids of the records of one register. */
export interface Reference {
  readonly register: RegisterDefinition;
  readonly field: string;
  /** Where a field beside it names the register; such a reference says what was, and does not move with a merge. */
  readonly registerIn?: string;
}

/** Everything that can point at a record of a register. */
export function referencesTo({ registers }: Catalogue, name: string): Reference[] {
  return [...registers.values()].flatMap((register) =>
    Object.entries(register.fields).flatMap(([field, { refersTo, registerIn }]): Reference[] => {
      if (refersTo === name) return [{ register, field }];
      return registerIn ? [{ register, field, registerIn }] : [];
    }),
  );
}

const SHOWN = 20;

const link = z.object({
  register: z.string(),
  plural: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  field: z.string(),
  fieldLabel: z.object({ zh: z.string(), en: z.string() }),
  count: z.number(),
  items: z.array(z.object({ id: z.string(), text: z.string(), at: z.date() })),
});

/**
 * What points here: for each register and field the number of records that hold this id, and the newest of them; only
 * what the asking person may see. A record that was merged into this one counts as this one.
 */
export const links = view('registers.links', {
  label: { zh: '关联记录', en: 'What points here' },
  may: SIGNED_IN,
  input: z.object({ register: z.string().max(60), recordId: idInput }),
  output: z.object({ links: z.array(link) }),
  reads: [],
  async run(ctx, { register, recordId }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const merged = await ctx.rows<{ id: string }>(sql`select merged_id as id from record_merge
      where register = ${register} and survivor_id = ${recordId} and undone_at is null`);
    const ids = [recordId, ...merged.map(({ id }) => id)];
    const found = [];
    for (const one of referencesTo(ctx.catalogue, register)) {
      const held = await holding(ctx, one, register, ids);
      if (held.count > 0) found.push(held);
    }
    return { links: found };
  },
});

async function holding(ctx: ReadContext, { register, field, registerIn }: Reference, name: string, ids: string[]) {
  const { plural, label, title } = register;
  const fieldLabel = register.fields[field]?.label ?? label;
  const told = { register: register.name, plural, label, field, fieldLabel };
  const readable = ctx.catalogue.permissions.get(`${register.name}.read`);
  if (!readable && !register.isPublicInside) return { ...told, count: 0, items: [] };
  const column = sql.ref(`r.${snakeCase(field)}`);
  const isOfRegister = registerIn ? sql` and ${sql.ref(`r.${snakeCase(registerIn)}`)} = ${name}` : sql``;
  const where = sql`${column} = any(${ids}::uuid[])${isOfRegister} and r.state <> 'merged'`;
  const from = ctx.visible(register, readable ?? (SIGNED_IN as Permission));
  const text = register.fields[title]?.personal ? sql`r.number` : sql.ref(`r.${snakeCase(title)}`);
  const items = await ctx.rows<{ id: string; text: string | null; at: Date; count: number }>(sql`
    select r.id, coalesce(${text}::text, r.number) as text, r.changed_at as at, (count(*) over ())::int as count
    from ${from} r where ${where} order by r.id desc limit ${SHOWN}`);
  return {
    ...told,
    count: items[0]?.count ?? 0,
    items: items.map((item) => ({ id: item.id, text: item.text ?? '', at: item.at })),
  };
}
