import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { columnsOf } from '../api/index.ts';
import { OUTSIDE } from '../areas/index.ts';
import type { RegisterDefinition, RegisterFaces } from '../registers/define.ts';
import { faultOf, snakeCase } from '../registers/index.ts';
import { QUALITY_RULES } from './quality.rules.ts';

/** What is wrong with records of a unit, in the words an order to it uses. */
export const FINDINGS = ['missing', 'stale', 'doubled', 'contradictory', 'outside'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A check of the register's own is a function, not SQL, and sealed values are opened one by one: of larger registers the newest are judged. */
const JUDGED = 5000;

/** A part `a` of an order that somebody still has to finish. */
export const isOpenPart = sql`a.state in ('issued', 'delivered', 'received', 'under_way')`;

/** The records in use that the viewer sees. */
export const inUseOf = (ctx: ReadContext, { register, read, inUse }: RegisterFaces): RawBuilder<unknown> =>
  sql`(select * from ${ctx.visible(register, read)} v where v.state = any(${[...inUse]}::text[]))`;

/** What names a record; a sealed title never leaves. */
export function titleOf({ register }: RegisterFaces): RawBuilder<unknown> {
  const { fields, title } = register;
  return fields[title]?.personal
    ? sql`coalesce(r.number, left(r.id::text, 8))`
    : sql`coalesce(${sql.ref(`r.${snakeCase(title)}`)}::text, '')`;
}

/** The same title but for case, width, blanks and brackets, in the same relation. A title that is a key has no double. */
export function alike(inUse: RawBuilder<unknown>, title: string): RawBuilder<unknown> {
  const plain = (of: string) =>
    sql`regexp_replace(lower(normalize(${sql.ref(`${of}.${snakeCase(title)}`)}::text, NFKC)), '[[:space:]()·.,-]', '', 'g')`;
  return sql`${plain('r')} in (select ${plain('o')} from ${inUse} o group by 1 having count(*) > 1)`;
}

/**
 * A condition over `r` for each finding that the register can have. Missing is what its list shows and nobody filled in: a
 * column that everybody reads is asked of every record.
 */
export function conditions(ctx: ReadContext, faces: RegisterFaces): Partial<Record<Finding, RawBuilder<unknown>>> {
  const { register, keys } = faces;
  const { staleMonths } = ctx.rules(QUALITY_RULES).values;
  const asked = register.list.flatMap((name) => {
    const { type, column = '' } = register.fields[name] ?? {};
    const own = sql.ref(`r.${snakeCase(name)}`);
    if (type === 'boolean') return [];
    return [column.startsWith('text[]') ? sql`coalesce(cardinality(${own}), 0) = 0` : sql`${own} is null`];
  });
  const isPlaced = Object.values(register.fields).some(({ geometry }) => geometry !== undefined);
  const isNamed = !register.fields[register.title]?.personal && !keys.includes(register.title);
  return {
    ...(asked.length > 0 ? { missing: sql`(${sql.join(asked, sql` or `)})` } : {}),
    stale: sql`r.changed_at < ${ctx.now}::timestamptz - make_interval(months => ${staleMonths})`,
    ...(isNamed ? { doubled: alike(inUseOf(ctx, faces), register.title) } : {}),
    ...(isPlaced ? { outside: sql`r.area_code = ${OUTSIDE}` } : {}),
  };
}

/** The ids of those that are judged. Alone they are sorted in memory; whole rows of a large register would go through the disk. */
export const newestOf = (inUse: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`select o.id from ${inUse} o where ${where} order by o.changed_at desc, o.id limit ${JUDGED}`;

/** Records whose values contradict one another, by the register's own check; sealed ones are not looked into. */
export async function contradicting(
  ctx: ReadContext,
  faces: RegisterFaces,
  unitId?: string,
): Promise<{ id: string; ownerUnitId: string; title: string; reason: string }[]> {
  const isJudged = faces.check !== undefined || faces.sections.some(({ when }) => when);
  if (!isJudged) return [];
  const open = Object.entries(faces.register.fields).filter(([, { personal, stored }]) => !personal && !stored);
  const plain = plainOf(faces.register, open);
  const rows = await ctx.rows<Record<string, unknown> & { id: string; ownerUnitId: string; title: string }>(sql`
    select ${columnsOf(plain)}, ${titleOf(faces)} as quality_title from ${inUseOf(ctx, faces)} r
    where r.id = any(array(${newestOf(inUseOf(ctx, faces), sql`${unitId ?? null}::uuid is null or o.owner_unit_id = ${unitId ?? null}::uuid`)}))`);
  return rows.flatMap((row) => {
    const fault = faultOf(faces, row);
    const title = String(row.qualityTitle ?? '');
    return fault ? [{ id: row.id, ownerUnitId: row.ownerUnitId, title, reason: fault.reason.zh }] : [];
  });
}

const known = new WeakMap<RegisterDefinition, RegisterDefinition>();

function plainOf(register: RegisterDefinition, open: [string, RegisterDefinition['fields'][string]][]) {
  const made = known.get(register) ?? { ...register, fields: Object.fromEntries(open) };
  known.set(register, made);
  return made;
}
