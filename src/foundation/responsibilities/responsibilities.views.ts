import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { appointmentsAsKnown } from '../organisation/index.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { RESPONSIBILITY_CATEGORIES, responsibility } from './responsibility.register.ts';
import { byNearness } from './responsibility.rules.ts';

const CATEGORIES = RESPONSIBILITY_CATEGORIES.map(({ id }) => id);
const categoryInput = z.enum(CATEGORIES as [(typeof CATEGORIES)[number], ...(typeof CATEGORIES)[number][]]);
const dayInput = z.iso.date();
const areaInput = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/);

const entry = z.object({
  id: z.string(),
  version: z.number(),
  areaCode: z.string(),
  areaName: z.string(),
  category: z.enum(CATEGORIES),
  unitId: z.string(),
  unitName: z.string(),
  postId: z.string().nullable(),
  postName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  basis: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: z.date(),
  recordedBy: z.string(),
  retractedAt: z.date().nullable(),
});
type Entry = z.input<typeof entry>;

const COLUMNS = sql`r.id, r.version, r.area_code, coalesce(x.name, r.area_code) as area_name, r.category, r.unit_id,
  u.short_name as unit_name, r.post_id, t.name as post_name, r.valid_from, r.valid_to, r.basis, r.reason,
  r.created_at as recorded_at, coalesce(p.name, '系统') as recorded_by, r.retracted_at`;
const joined = (ctx: ReadContext) => sql`${ctx.visible(responsibility)} r join unit u on u.id = r.unit_id
  left join area x on x.code = r.area_code left join post t on t.id = r.post_id left join person p on p.id = r.created_by`;
/** Holds on the day, as it was believed at the instant (`holdsOn` in SQL). */
const holds = (day: string, at: Date) => sql`r.created_at <= ${at}::timestamptz
  and (r.retracted_at is null or r.retracted_at > ${at}::timestamptz)
  and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to >= ${day}::date)`;

/** 责任查询: who was responsible on a day for a place and a category, nearest first, as believed at an instant (now). */
export const on = view('responsibilities.on', {
  label: { zh: '责任查询', en: 'Who was responsible' },
  may: SIGNED_IN,
  input: z.object({
    day: dayInput.optional(),
    /** A place by its point (CGCS2000), or an area by its code. */
    lng: z.number().min(-180).max(180).optional(),
    lat: z.number().min(-90).max(90).optional(),
    area: areaInput.optional(),
    category: categoryInput.default('general'),
    believedAt: instantInput.optional(),
  }),
  output: z.object({
    day: z.string(),
    believedAt: z.date(),
    area: z.object({ code: z.string(), names: z.array(z.string()) }).nullable(),
    items: z.array(entry.extend({ people: z.array(z.string()) })),
  }),
  reads: [responsibility],
  async run(ctx, { day = dayText(ctx.now), lng, lat, area, category, believedAt: given }) {
    const believedAt = given ?? ctx.now;
    const code = lng !== undefined && lat !== undefined ? await areaAt(ctx, lng, lat) : area;
    if (!code) return { day, believedAt, area: null, items: [] };
    const names = await ctx.rows<{ name: string }>(
      sql`select name from area where ${code} like code || '%' order by length(code)`,
    );
    const rows = await ctx.rows<Entry>(sql`select ${COLUMNS} from ${joined(ctx)}
      where ${code} like r.area_code || '%' and r.category in ('general', ${category}) and ${holds(day, believedAt)}`);
    const items = [];
    const asKnown = appointmentsAsKnown(given);
    for (const row of rows.sort(byNearness)) items.push({ ...row, people: await peopleOn(ctx, row, day, asKnown) });
    return { day, believedAt, area: { code, names: names.map(({ name }) => name) }, items };
  },
});

/** The smallest known area around a point. */
async function areaAt(ctx: ReadContext, lng: number, lat: number): Promise<string | undefined> {
  const found = await ctx.row<{ code: string }>(sql`select code from area
    where st_covers(outline, st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4490)) order by length(code) desc limit 1`);
  return found?.code;
}

/** Who held the named post, or answered for the unit, at noon of that day in Beijing, as it was known; deputies behind their holder. */
async function peopleOn(
  ctx: ReadContext,
  { unitId, postId }: Entry,
  day: string,
  asKnown: RawBuilder<unknown>,
): Promise<string[]> {
  const noon = new Date(`${day}T12:00:00+08:00`);
  const rows = await ctx.rows<{ name: string; postName: string; isDeputy: boolean }>(sql`
    select p.name, t.name as post_name, a.deputises_for is not null as is_deputy
    from ${asKnown} a join post t on t.id = a.post_id join person p on p.id = a.person_id
    where t.unit_id = ${unitId} and (${postId}::uuid is null or t.id = ${postId}::uuid)
      and a.valid_from <= ${noon}::timestamptz and (a.valid_to is null or a.valid_to > ${noon}::timestamptz)
    order by is_deputy, t.name, p.name limit 6`);
  return rows.map(({ name, postName, isDeputy }) => `${name}（${postName}${isDeputy ? '代' : ''}）`);
}

/** 责任分工表: every area of a level against every category on a day; what nobody was named for is a gap. */
export const overview = view('responsibilities.overview', {
  label: { zh: '责任分工表', en: 'Table of responsibilities' },
  may: SIGNED_IN,
  input: z.object({ day: dayInput.optional(), parent: areaInput.optional() }),
  output: z.object({
    day: z.string(),
    areas: z.array(z.object({ code: z.string(), name: z.string(), gaps: z.number() })),
    items: z.array(entry),
  }),
  reads: [responsibility],
  async run(ctx, { day = dayText(ctx.now), parent }) {
    const areas = await ctx.rows<{ code: string; name: string; kind: string }>(sql`
      select code, name, kind from area
      where ${parent ? sql`parent_code = ${parent} or code = ${parent}` : sql`kind in ('district', 'street')`}
      order by length(code), code`);
    const items = await ctx.rows<Entry>(sql`select ${COLUMNS} from ${joined(ctx)}
      where r.area_code = any(${areas.map(({ code }) => code)}::text[]) and ${holds(day, ctx.now)}`);
    const named = (code: string) =>
      new Set(items.filter((one) => code.startsWith(one.areaCode)).map((one) => one.category));
    return {
      day,
      areas: areas.map(({ code, name }) => ({ code, name, gaps: CATEGORIES.length - named(code).size })),
      items,
    };
  },
});

/** Every belief about one area and category, also those that are held no more: what was known when. */
export const history = view('responsibilities.history', {
  label: { zh: '责任变更记录', en: 'History of a responsibility' },
  may: SIGNED_IN,
  input: z.object({ area: areaInput, category: categoryInput }),
  output: z.object({ items: z.array(entry) }),
  reads: [responsibility],
  async run(ctx, { area, category }) {
    const items = await ctx.rows<Entry>(sql`select ${COLUMNS} from ${joined(ctx)}
      where r.area_code = ${area} and r.category = ${category} order by r.created_at desc, r.valid_from desc, r.id desc`);
    return { items };
  },
});
