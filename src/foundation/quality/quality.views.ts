import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { kebabCase } from '../../kernel/names.ts';
import { problem } from '../../kernel/problems.ts';
import type { ViewContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { OUTSIDE } from '../areas/index.ts';
import { SIGNED_IN } from '../identity/define.ts';
import type { FieldType, RegisterFaces } from '../registers/define.ts';
import { blindColumn, snakeCase } from '../registers/index.ts';
import { alike, inUseOf, newestOf, titleOf } from './findings.ts';
import { ASPECTS, type Aspect, QUALITY_RULES, scoreOf } from './quality.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const found = z.object({ id: z.string(), title: z.string() });

/** So many records are named for each kind of fault; the counts are exact. */
const NAMED = 20;

const quality = z.object({
  register: z.string(),
  label: phrase,
  path: z.string(),
  total: z.number(),
  score: z.number().nullable(),
  /** What each aspect weighs, and the share of records that are sound in it; null where it does not apply. */
  aspects: z.array(z.object({ aspect: z.enum(ASPECTS), weight: z.number(), share: z.number().nullable() })),
  staleMonths: z.number(),
  isAssumed: z.boolean(),
  missing: z.array(z.object({ field: z.string(), label: phrase, count: z.number(), required: z.boolean() })),
  faults: z.array(z.object({ aspect: z.enum(ASPECTS), label: phrase, count: z.number(), records: z.array(found) })),
});
type Fault = z.input<typeof quality>['faults'][number];

/** How good a register is, as far as the asking person sees it; every fault leads to the records that have it. */
export const ofRegister = view('quality.ofRegister', {
  label: { zh: '台账质量', en: 'Quality of a register' },
  may: SIGNED_IN,
  input: z.object({ register: z.string().max(60) }),
  output: quality,
  reads: [],
  async run(ctx, { register }) {
    const faces = ctx.catalogue.faces.get(register);
    if (!faces || !ctx.holds(faces.read)) throw problem('record.unknown', {}, 'register');
    return measure(ctx, faces);
  },
});

/** The registers that may be looked at. */
export const registersOf = view('quality.registers', {
  label: { zh: '可查看质量的台账', en: 'Registers whose quality may be seen' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ name: z.string(), label: phrase })) }),
  reads: [],
  async run(ctx) {
    const seen = [...ctx.catalogue.faces.values()].filter(({ read }) => ctx.holds(read));
    return { items: seen.map(({ register: { name, label } }) => ({ name, label })) };
  },
});

async function measure(ctx: ViewContext, faces: RegisterFaces): Promise<z.input<typeof quality>> {
  const { register } = faces;
  const { values: rules, isAssumed } = ctx.rules(QUALITY_RULES);
  const inUse = inUseOf(ctx, faces);
  const fields = Object.entries(register.fields).filter(([, { type, holdsFiles }]) => type !== 'json' && !holdsFiles);
  const empty = ([name, { column, type }]: [string, FieldType]): RawBuilder<unknown> =>
    type === 'boolean'
      ? sql`false`
      : column.startsWith('text[]')
        ? sql`coalesce(cardinality(r.${sql.ref(snakeCase(name))}), 0) = 0`
        : sql`r.${sql.ref(snakeCase(name))} is null`;
  const counts = fields.map((field, at) => sql`count(*) filter (where ${empty(field)})::int as ${sql.ref(`m${at}`)}`);
  const isStale = sql`r.changed_at < ${ctx.now}::timestamptz - make_interval(months => ${rules.staleMonths})`;
  // Half a million rows are read once for all that one row tells of itself.
  const row =
    (await ctx.row<Record<string, number>>(sql`select count(*)::int as total,
      count(*) filter (where ${isStale})::int as stale, ${sql.join(counts)} from ${inUse} r`)) ?? {};
  const total = row.total ?? 0;
  const missing = fields.map(([field, { label, required }], at) => ({
    field,
    label,
    required,
    count: row[`m${at}`] ?? 0,
  }));
  const isSealed = register.fields[register.title]?.personal !== undefined;
  const named = titleOf(faces);
  const ask = async (aspect: Aspect, label: { zh: string; en: string }, where: RawBuilder<unknown>): Promise<Fault> => {
    const hit = await ctx.rows<{ id: string; title: string; count: number }>(sql`
      select r.id, ${named} as title, count(*) over ()::int as count from ${inUse} r where ${where}
      order by r.changed_at desc, r.id limit ${NAMED}`);
    return {
      aspect,
      label,
      count: hit[0]?.count ?? 0,
      records: hit.map(({ id, title: words }) => ({ id, title: words })),
    };
  };
  const faults: Fault[] = [];
  if (row.stale) {
    const { staleMonths: months } = rules;
    faults.push(
      await ask('fresh', { zh: `超过 ${months} 个月未修改`, en: `not changed for ${months} months` }, isStale),
    );
  }
  // A title that is a key has no double: the index keeps them apart, and nothing need be read for it.
  if (!isSealed && !faces.keys.includes(register.title))
    faults.push(await ask('single', DOUBLED, alike(inUse, register.title)));
  for (const [name, field] of fields) {
    // Two people of one name are two people.
    if (!field.blind || field.type === 'personName') continue;
    const { zh, en } = field.label;
    const label = { zh: `${zh}与另一条相同`, en: `${en} is the same as another's` };
    const doubled = await doubledIn(ctx, inUse, blindColumn(name));
    faults.push(
      doubled.length === 0
        ? { aspect: 'single', label, count: 0, records: [] }
        : await ask('single', label, sql`r.id = any(${doubled}::uuid[])`),
    );
  }
  const isPlaced = fields.some(([, { geometry }]) => geometry !== undefined);
  if (isPlaced) faults.push(await ask('inside', OUTSIDE_WORDS, sql`r.area_code = ${OUTSIDE}`));
  const doubtful = await doubted(ctx, faces, inUse, fields, named);
  faults.push(...doubtful.faults);

  const share = (aspect: Aspect, of = total) => {
    const hit = Math.max(0, ...faults.filter((one) => one.aspect === aspect).map(({ count }) => count));
    return of === 0 ? undefined : Math.max(0, 1 - hit / of);
  };
  const cells = total * fields.length;
  const shares: Partial<Record<Aspect, number>> = {};
  const put = (aspect: Aspect, value: number | undefined) => {
    if (value !== undefined) shares[aspect] = value;
  };
  put('filled', cells === 0 ? undefined : 1 - missing.reduce((sum, { count }) => sum + count, 0) / cells);
  put('fresh', share('fresh'));
  put('single', isSealed ? undefined : share('single'));
  if (isPlaced) put('inside', share('inside'));
  if (doubtful.judged > 0) put('sound', share('sound', doubtful.judged));
  return {
    register: register.name,
    label: register.label,
    path: `/${kebabCase(register.plural)}`,
    total,
    score: scoreOf(shares, rules) ?? null,
    aspects: ASPECTS.map((aspect) => ({ aspect, weight: rules[aspect], share: shares[aspect] ?? null })),
    staleMonths: rules.staleMonths,
    isAssumed,
    missing,
    faults: faults.filter(({ count }) => count > 0),
  };
}

const DOUBLED = {
  zh: '名称与另一条相同或只差空格、全半角',
  en: 'the title is the same as another’s but for spaces and width',
};
const OUTSIDE_WORDS = { zh: '位置在区外', en: 'the place lies outside the district' };

/**
 * Records whose sealed value another record of the relation has as well. Half a million values of a hundred bytes are told apart
 * by eight bytes of each; what these find alike is compared whole.
 */
async function doubledIn(ctx: ViewContext, inUse: RawBuilder<unknown>, blind: string): Promise<string[]> {
  const column = sql.ref(`o.${blind}`);
  const short = sql`hash_array_extended(${column}, 0)`;
  // Sums of a whole district are added up in memory, not on disk.
  await ctx.row(sql`select set_config('work_mem', '64MB', true)`);
  const alikes = await ctx.rows<{ short: string }>(sql`select ${short}::text as short from ${inUse} o
    where ${column} is not null group by ${short} having count(*) > 1`);
  if (alikes.length === 0) return [];
  const rows = await ctx.rows<{ ids: string[] }>(sql`select array_agg(o.id::text) as ids from ${inUse} o
    where ${column} is not null and ${short} = any(${alikes.map((one) => one.short)}::bigint[])
    group by ${column} having count(*) > 1`);
  return rows.flatMap(({ ids }) => ids);
}

/** Values that are allowed and hard to believe, as their field says it: a phone range that does not exist. */
async function doubted(
  ctx: ViewContext,
  { register }: RegisterFaces,
  inUse: RawBuilder<unknown>,
  fields: readonly [string, FieldType][],
  named: RawBuilder<unknown>,
): Promise<{ judged: number; faults: Fault[] }> {
  const doubting = fields.filter(([, { doubt }]) => doubt);
  if (doubting.length === 0) return { judged: 0, faults: [] };
  const columns = doubting.map(([name]) => sql`r.${sql.ref(snakeCase(name))}`);
  const rows = await ctx.rows<Record<string, unknown> & { id: string; title: string }>(sql`
    select r.id, ${named} as title, ${sql.join(columns)} from ${inUse} r where r.id = any(array(${newestOf(inUse)})) order by r.changed_at desc`);
  await ctx.openPersonal(register, rows);
  const faults = doubting.map(([name, field]): Fault => {
    // A contact comes masked; its beginning and length are what can be doubted.
    const hit = rows.filter((row) => {
      const value = row[name];
      return (
        value !== null && field.doubt?.(typeof value === 'string' ? value.replaceAll('*', '0') : value) !== undefined
      );
    });
    const label = { zh: `${field.label.zh}存疑`, en: `${field.label.en} is doubtful` };
    return {
      aspect: 'sound',
      label,
      count: hit.length,
      records: hit.slice(0, NAMED).map(({ id, title }) => ({ id, title })),
    };
  });
  return { judged: rows.length, faults };
}
