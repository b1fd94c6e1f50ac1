import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { ROLES, type Role } from '../identity/define.ts';
import { UNIT_KINDS } from '../organisation/unit.register.ts';
import { issueOrders } from './order.permissions.ts';
import { order } from './order.register.ts';
import { type Assignee, peopleOf } from './people.ts';

const KINDS = UNIT_KINDS.map(({ id }) => id) as [string, ...string[]];
const ROLE_IDS = Object.keys(ROLES) as [Role, ...Role[]];
/** Kinds of units of which every area of a level should have one. */
const LEVELS: Readonly<Record<string, string>> = { street_office: 'street', community: 'community' };

const addressee = z.object({
  unitId: z.string(),
  postId: z.string().nullable(),
  unitName: z.string(),
  areaName: z.string(),
  postName: z.string().nullable(),
  /** Names of those who will be told; nobody is a gap. */
  people: z.array(z.string()),
});

interface Row extends Omit<z.input<typeof addressee>, 'people'> {
  kind: string;
  areaCode: string;
}

/**
 * 群发对象: who an order to «all communities of this street» or «every street chief» goes to, before it is issued. Areas
 * that have no such unit are named, and a unit in which nobody answers stands without people.
 */
export const addressees = view('orders.addressees', {
  label: { zh: '群发对象预览', en: 'Addressees of an order to many' },
  may: issueOrders,
  input: z.object({
    kinds: z.array(z.enum(KINDS)).max(KINDS.length).default([]),
    /** A role addresses each post of that role by itself. */
    role: z.enum(ROLE_IDS).optional(),
    area: z
      .string()
      .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
      .optional(),
  }),
  output: z.object({ items: z.array(addressee), missing: z.array(z.string()), gaps: z.number(), total: z.number() }),
  reads: [order],
  async run(ctx, { kinds, role, area }) {
    if (kinds.length === 0 && !role) return { items: [], missing: [], gaps: 0, total: 0 };
    const rows = await ctx.rows<Row>(sql`
      select u.id as unit_id, u.short_name as unit_name, u.kind, u.area_code, coalesce(s.name, '') as area_name,
        ${role ? sql`t.id` : sql`null::uuid`} as post_id, ${role ? sql`t.name` : sql`null::text`} as post_name
      from unit u left join area s on s.code = left(u.area_code, 9) and length(u.area_code) >= 9
      ${role ? sql`join post t on t.unit_id = u.id and t.role = ${role}` : sql``}
      where (u.valid_to is null or u.valid_to > ${ctx.now}::timestamptz)
        and (${kinds.length === 0} or u.kind = any(${kinds}::text[]))
        and u.area_code like ${`${area ?? ''}%`}
      order by u.area_code, u.path, post_name limit ${MOST + 1}`);
    const people = await peopleOf(ctx, rows.map(assigneeOf));
    const names = await namesOf(people.flat());
    const items = rows.map(({ kind: _kind, areaCode: _code, ...row }, index) => ({
      ...row,
      people: (people[index] ?? []).map((id) => names.get(id) ?? ''),
    }));
    return {
      items: items.slice(0, MOST),
      missing: await missing(),
      gaps: items.filter((one) => one.people.length === 0).length,
      total: items.length,
    };

    async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
      const found = await ctx.rows<{ id: string; name: string }>(
        sql`select id, name from person where id = any(${[...new Set(ids)]}::uuid[])`,
      );
      return new Map(found.map(({ id, name }) => [id, name]));
    }

    async function missing(): Promise<string[]> {
      const level = kinds.length === 1 ? LEVELS[kinds[0] ?? ''] : undefined;
      if (!level) return [];
      const covered = rows.map(({ areaCode }) => areaCode);
      const areas = await ctx.rows<{ name: string }>(sql`select name from area where kind = ${level}
        and code like ${`${area ?? ''}%`} and not code = any(${covered}::text[]) order by code`);
      return areas.map(({ name }) => name);
    }
  },
});

/** As many as one order may have. */
const MOST = 500;

const assigneeOf = ({ unitId, postId }: Row): Assignee => ({ unitId, ...(postId ? { postId } : {}) });
