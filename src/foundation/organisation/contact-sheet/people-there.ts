import { type RawBuilder, sql } from 'kysely';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { ReadContext } from '../../api/context.ts';
import { blindColumn } from '../../registers/index.ts';
import { maintainOrganisation, readPerson } from '../organisation.permissions.ts';
import { person } from '../person.register.ts';
import { unit } from '../unit.register.ts';
import type { Contacts } from './plan-contact.ts';

export interface SheetUnit {
  readonly id: string;
  /** A department that is no unit of its own; it stands before the post. */
  readonly department: string | undefined;
}

const NO_UNIT = { zh: '没有这个单位；请先在「机构」中设立', en: 'there is no such unit; open it first' };
const SEVERAL = { zh: '有多个单位叫这个名称，请写全称', en: 'several units have this name: write it in full' };

/** The unit by its name or short name, the department below it where it is a unit, too. `甲/乙` names both in one cell. */
export async function unitOf(
  ctx: ReadContext,
  { unit: name, department }: { unit: string; department: string | null },
): Promise<SheetUnit | { fault: Phrase }> {
  const [outer = '', inner] = name.split(/[/·—]/).map((part) => part.trim());
  const whole = await named(ctx, name);
  const found = whole.length > 0 ? whole : await named(ctx, outer);
  const [first, ...others] = found;
  if (!first) return { fault: NO_UNIT };
  if (others.length > 0) return { fault: SEVERAL };
  const below = department ?? (whole.length > 0 ? undefined : inner);
  if (!below) return { id: first.id, department: undefined };
  const [office] = (await named(ctx, below)).filter(({ path }) => path.startsWith(first.path) && path !== first.path);
  return office ? { id: office.id, department: undefined } : { id: first.id, department: below };
}

const named = (ctx: ReadContext, name: string) =>
  ctx.rows<{ id: string; path: string }>(sql`select u.id, u.path from ${ctx.visible(unit, maintainOrganisation)} u
    where (u.name = ${name} or u.short_name = ${name}) and (u.valid_to is null or u.valid_to > ${ctx.now}::timestamptz)`);

export interface Namesake {
  readonly id: string;
  /** How people tell them apart: posts and the tail of a number. */
  readonly label: string;
  /** Which of the sheet's contacts are kept already. */
  readonly same: readonly string[];
}

const BLIND = ['phone', 'secondPhone', 'officePhone', 'email'] as const;

/** People of the name in the unit, whoever came first standing first. */
export async function namesakesOf(
  ctx: ReadContext,
  unitId: string,
  name: string,
  contacts: Contacts,
): Promise<Namesake[]> {
  const isSame = BLIND.map((field) => {
    const digest = contacts[field] && ctx.blindWord(person.fields[field].blind as never, contacts[field]);
    return sql`${digest ? holds(field, digest) : sql`false`} as ${sql.ref(`same_${field.toLowerCase()}`)}`;
  });
  const rows = await ctx.rows<
    { id: string; phone: string | null; note: string | null; posts: string } & Record<string, unknown>
  >(
    sql`select p.id, p.phone, p.note, coalesce((select string_agg(t.name, '、' order by t.name) from appointment a
          join post t on t.id = a.post_id where a.person_id = p.id and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)), '') as posts,
        ${sql.join(isSame)}
      from ${ctx.visible(person, readPerson)} p where p.owner_unit_id = ${unitId} and p.name = ${name} order by p.created_at, p.id`,
  );
  await ctx.openPersonal(person, rows);
  return rows.map(({ id, phone, note, posts, ...same }) => ({
    id,
    label: `${name}（${[posts || '未任职', phone].filter(Boolean).join('，')}）`,
    same: [
      ...BLIND.filter((field) => same[`same${field[0]?.toUpperCase()}${field.slice(1).toLowerCase()}`]),
      ...(note === (contacts.note ?? null) ? ['note'] : []),
    ],
  }));
}

function holds(field: string, digest: string): RawBuilder<unknown> {
  return sql`coalesce(${sql.ref(`p.${blindColumn(field)}`)}[1] = ${digest}, false)`;
}

/** Others who have this mobile, as their first or second one. */
export async function numberHolders(ctx: ReadContext, phone: string | undefined, ownId: string | undefined) {
  const digest = phone && ctx.blindWord(person.fields.phone.blind as never, phone);
  if (!digest) return [];
  return ctx.rows<{ name: string; unitName: string }>(sql`select p.name, u.short_name as unit_name
    from ${ctx.visible(person, readPerson)} p join unit u on u.id = p.owner_unit_id
    where (${holds('phone', digest)} or ${holds('secondPhone', digest)}) and p.id is distinct from ${ownId ?? null}::uuid
    order by u.path, p.name limit 1`);
}
