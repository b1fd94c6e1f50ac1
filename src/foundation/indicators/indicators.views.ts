import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { definePermission, grantsOf } from '../identity/define.ts';
import { reachCondition } from '../identity/index.ts';
import type { FieldType } from '../registers/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import type { IndicatorDefinition } from './define.ts';
import { isBehind, PERIODS, type Period, periodOf, periodsUpTo } from './periods.rules.ts';
import { dayOf } from './recount.ts';

export const readIndicator = definePermission('indicator.read', {
  label: { zh: '查看指标', en: 'See indicators' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'unit',
    street_chief: ['area', 'unit'],
    street_officer: ['area', 'unit'],
  },
});

const phrase = z.object({ zh: z.string(), en: z.string() });
const day = z.iso.date();
const figure = z.object({ part: z.number(), whole: z.number(), value: z.number().nullable() });
/** How much of the whole is still missing to the target; nothing where it is reached. */
const short = figure.extend({ missing: z.number() });
const point = figure.extend({ from: z.string(), until: z.string() });
const described = z.object({
  code: z.string(),
  label: phrase,
  unit: phrase,
  measure: z.enum(['flow', 'level']),
  better: z.enum(['more', 'less']),
  reading: z.string(),
  denominator: z.string(),
  target: z.number(),
  baseYear: z.number(),
  baseValue: z.number(),
  isAssumed: z.boolean(),
  citation: z.string(),
  ruleVersion: z.number(),
});

/** Where and when: by unit with all below it, by area, by the period in which a day lies. */
const cut = z.object({
  by: z.enum(PERIODS).default('month'),
  /** A day of the period; today unless told. */
  at: day.optional(),
  unitId: idInput.optional(),
  areaCode: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional(),
});
type Cut = z.output<typeof cut>;

const SHOWN_PERIODS = 12;

/** Every indicator in one period, with the eleven before it. */
export const list = view('indicators.list', {
  label: { zh: '指标', en: 'Indicators' },
  may: readIndicator,
  input: cut.extend({ /** Only those counted over this register. */ register: z.string().max(60).optional() }),
  output: z.object({
    period: z.object({ from: z.string(), until: z.string() }),
    items: z.array(described.extend({ ...figure.shape, isBehind: z.boolean(), trend: z.array(point) })),
  }),
  reads: [],
  async run(ctx, { register, ...input }) {
    const indicators = [...ctx.catalogue.indicators.values()].filter(
      (one) => register === undefined || one.register.name === register,
    );
    const periods = periodsUpTo(input.by, input.at ?? dayOf(ctx.now), SHOWN_PERIODS);
    const trends = await sums(ctx, indicators, periods, await within(ctx, input));
    const items = indicators.map((indicator) => {
      const about = describe(ctx, indicator);
      const trend = trends.get(indicator.code) ?? [];
      const { part, whole, value } = trend.at(-1) ?? { part: 0, whole: 0, value: null };
      return { ...about, part, whole, value, isBehind: isBehind({ ...about, value }), trend };
    });
    return { period: periods.at(-1) as Period, items };
  },
});

/** One indicator: its text, its course, and the same period by unit and by street. */
export const file = view('indicators.file', {
  label: { zh: '指标详情', en: 'An indicator' },
  may: readIndicator,
  input: cut.extend({ code: z.string().max(60) }),
  output: z.object({
    about: described,
    period: z.object({ from: z.string(), until: z.string() }),
    isBehind: z.boolean(),
    now: short,
    trend: z.array(point),
    units: z.array(short.extend({ id: z.string(), name: z.string() })),
    areas: z.array(short.extend({ code: z.string(), name: z.string() })),
  }),
  reads: [],
  async run(ctx, { code, ...input }) {
    const indicator = indicatorOf(ctx, code);
    const about = describe(ctx, indicator);
    const periods = periodsUpTo(input.by, input.at ?? dayOf(ctx.now), SHOWN_PERIODS);
    const period = periods.at(-1) as Period;
    const scope = await within(ctx, input);
    const trend = (await sums(ctx, [indicator], periods, scope)).get(code) ?? [];
    const now = trend.at(-1) ?? { part: 0, whole: 0, value: null };
    const during = inPeriod(indicator, period);
    const top = await ctx.row<{ id: string }>(sql`select id from unit where parent_id is null order by path limit 1`);
    const units = await ctx.rows<{ id: string; name: string; part: number; whole: number }>(sql`
      select u.id, u.short_name as name, sum(scoped.part)::float8 as part, sum(scoped.whole)::float8 as whole
      from unit u join indicator_value scoped on scoped.owner_unit_path like u.path || '%'
      where u.parent_id = ${input.unitId ?? top?.id ?? null}::uuid and scoped.code = ${code} and ${during} and ${scope}
      group by u.id, u.short_name order by 2`);
    const areas = await ctx.rows<{ code: string; name: string; part: number; whole: number }>(sql`
      select a.code, a.name, sum(scoped.part)::float8 as part, sum(scoped.whole)::float8 as whole
      from area a join indicator_value scoped on scoped.area_code like a.code || '%'
      where a.kind = 'street' and scoped.code = ${code} and ${during} and ${scope} group by a.code, a.name order by 1`);
    const withShortfall = <Row extends { part: number; whole: number }>(row: Row) => {
      const owed = (about.target / indicator.factor) * row.whole - row.part;
      const missing = about.better === 'more' ? Math.max(0, owed) : Math.max(0, -owed);
      return { ...row, value: shareOf(indicator, row), missing };
    };
    const shared = <Row extends { part: number; whole: number }>(rows: readonly Row[]) =>
      rows.filter(({ whole }) => whole !== 0).map((row) => withShortfall(row));
    return {
      about,
      period,
      isBehind: isBehind({ ...about, value: now.value }),
      now: withShortfall(now),
      trend,
      units: shared(units),
      areas: shared(areas),
    };
  },
});

const LINEAGE = 500;

const behind = z.object({
  id: z.string(),
  plural: z.string(),
  registerLabel: phrase,
  number: z.string().nullable(),
  title: z.string(),
  day: z.string(),
  part: z.number(),
  whole: z.number(),
});

/** The records behind a figure, as far as this person may see each of them. */
export const records = view('indicators.records', {
  label: { zh: '指标所计记录', en: 'Records behind an indicator' },
  may: readIndicator,
  input: cut.extend({
    code: z.string().max(60),
    /** Those that count and do not reach it, which is what has to be worked on. */
    isShort: z.boolean().optional(),
  }),
  output: z.object({
    period: z.object({ from: z.string(), until: z.string() }),
    items: z.array(behind),
  }),
  reads: [],
  async run(ctx, { code, isShort, ...input }) {
    const indicator = indicatorOf(ctx, code);
    const period = periodOf(input.by, input.at ?? dayOf(ctx.now));
    const scope = await within(ctx, input);
    const during =
      indicator.measure === 'flow'
        ? sql`scoped.day >= ${period.from}::date and scoped.day < ${period.until}::date`
        : sql`scoped.day < ${period.until}::date and (scoped.ended_on is null or scoped.ended_on >= ${period.until}::date)`;
    const registers = await ctx.rows<{ name: string }>(
      sql`select distinct link_register as name from indicator_row where code = ${code}`,
    );
    const items = [];
    for (const { name } of registers) {
      const register = ctx.catalogue.registers.get(name);
      const readable = ctx.catalogue.permissions.get(`${name}.read`);
      if (!register || !(readable || register.isPublicInside)) continue;
      const { plural, label, fields, title } = register;
      const titleOf = titleText(ctx, fields[title], sql`r.${sql.ref(snakeCase(title))}`);
      const rows = await ctx.rows<Omit<z.input<typeof behind>, 'plural' | 'registerLabel'>>(sql`
        select r.id, r.number, ${titleOf} as title,
          scoped.day::text as day, scoped.part::float8 as part, scoped.whole::float8 as whole
        from indicator_row scoped join ${ctx.visible(register, readable)} r on r.id = scoped.link_id
        where scoped.code = ${code} and scoped.link_register = ${name} and ${during} and ${scope}
          and (${isShort ?? false}::boolean is false or scoped.part < scoped.whole)
        order by scoped.day desc, r.id limit ${LINEAGE}`);
      items.push(...rows.map((row) => ({ ...row, plural, registerLabel: label })));
    }
    return { period, items };
  },
});

/** What a record is called in a list: its title, or the name of the unit that the title refers to. */
function titleText(ctx: ReadContext, field: FieldType | undefined, column: RawBuilder<unknown>): RawBuilder<unknown> {
  const target = ctx.catalogue.registers.get(field?.refersTo ?? '');
  if (target?.isPublicInside)
    return sql`coalesce((select t.${sql.ref(snakeCase(target.title))} from ${sql.table(target.name)} t where t.id = ${column}), '')`;
  return field?.personal || field?.refersTo ? sql`''` : sql`${column}::text`;
}

function indicatorOf(ctx: ReadContext, code: string): IndicatorDefinition {
  const indicator = ctx.catalogue.indicators.get(code);
  if (!indicator) throw problem('record.unknown', {}, 'code');
  return indicator;
}

function describe(ctx: ReadContext, indicator: IndicatorDefinition): z.input<typeof described> {
  const { code, label, unit, measure, better, rules } = indicator;
  const { values, isAssumed, citation, version } = ctx.rules(rules);
  return { code, label, unit, measure, better, ...values, isAssumed, citation, ruleVersion: version };
}

/** What the viewer's scope and the asked cut leave of a relation `scoped` with the stamps of its owner. */
async function within(ctx: ReadContext, { unitId, areaCode }: Cut): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [];
  const grants = grantsOf(readIndicator, ctx.viewer.hats);
  if (!ctx.viewer.isSystem && !grants.some(({ scope }) => scope === 'all'))
    parts.push(reachCondition(grants, ctx.viewer, { register: sql`''`, recordId: sql`null::uuid` }));
  if (areaCode) parts.push(sql`scoped.area_code like ${`${areaCode}%`}`);
  if (unitId) {
    const unit = await ctx.row<{ path: string }>(sql`select path from unit where id = ${unitId}`);
    if (!unit) throw problem('record.unknown', {}, 'unitId');
    parts.push(sql`scoped.owner_unit_path like ${`${unit.path}%`}`);
  }
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

const inPeriod = ({ measure }: IndicatorDefinition, { from, until }: Period) =>
  measure === 'flow'
    ? sql`scoped.day >= ${from}::date and scoped.day < ${until}::date`
    : sql`scoped.day < ${until}::date`;

const shareOf = ({ factor }: IndicatorDefinition, { part, whole }: { part: number; whole: number }) =>
  whole === 0 ? null : (part / whole) * factor;

async function sums(
  ctx: ReadContext,
  indicators: readonly IndicatorDefinition[],
  periods: readonly Period[],
  scope: RawBuilder<unknown>,
) {
  const levels = indicators.filter(({ measure }) => measure === 'level').map(({ code }) => code);
  const rows = await ctx.rows<{ code: string; at: number; part: number; whole: number }>(sql`
    select scoped.code, p.at::int as at, sum(scoped.part)::float8 as part, sum(scoped.whole)::float8 as whole
    from unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ until }) => until)}::date[])
      with ordinality as p(starts, ends, at)
    join indicator_value scoped on scoped.day < p.ends and (scoped.day >= p.starts or scoped.code = any(${levels}::text[]))
    where scoped.code = any(${indicators.map(({ code }) => code)}::text[]) and ${scope}
    group by scoped.code, p.at`);
  return new Map(
    indicators.map((indicator) => [
      indicator.code,
      periods.map((period, index) => {
        const found = rows.find((row) => row.code === indicator.code && row.at === index + 1);
        const { part, whole } = found ?? { part: 0, whole: 0 };
        return { ...period, part, whole, value: shareOf(indicator, { part, whole }) };
      }),
    ]),
  );
}
