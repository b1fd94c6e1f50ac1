import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/index.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { countAll } from './count.ts';
import { COUNTED, excerptsOf, type Found, find, sayingsOf, stillVisible } from './find.ts';
import { rangesOf } from './highlight.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const ranges = z.array(z.tuple([z.number(), z.number()]));

export const hitOutput = z.object({
  register: z.string(),
  registerLabel: phrase,
  /** The record on whose page it is seen. */
  page: z.object({ plural: z.string(), id: z.string() }),
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  line: z.string(),
  state: phrase,
  mark: z.enum(['real', 'drill', 'test']),
  area: z.string(),
  changedAt: instantOutput,
  /** From the point that was asked for. */
  metres: z.number().nullable(),
  /** Which part of title, number and line is what was asked for: from and until. */
  ranges: z.object({ title: ranges, number: ranges, line: ranges }),
});

/** Everything this person may see that fits, of any kind: by words, pinyin, initials, number, code, phone, point. */
export const ask = view('search.find', {
  label: { zh: '搜索', en: 'Search' },
  may: SIGNED_IN,
  input: z.object({
    q: z.string().max(500),
    /** Names of registers, by commas; all unless told. */
    kinds: z.string().max(1000).optional(),
    limit: z.number().int().min(1).max(100).default(20),
    offset: z.number().int().min(0).max(COUNTED).default(0),
  }),
  output: z.object({
    hits: z.array(hitOutput),
    /** Exact, unless `isMore`: then at least so many. */
    total: z.number(),
    isMore: z.boolean(),
    kinds: z.array(z.object({ register: z.string(), label: phrase, count: z.number() })),
  }),
  reads: [],
  async run(ctx, { q, kinds, limit, offset }) {
    const found = await find(ctx, { q, kinds: kinds?.split(','), limit, offset });
    const hits = await hitsOf(ctx, found);
    return {
      hits,
      total: found.total - (found.entries.length - hits.length),
      isMore: found.isMore,
      kinds: found.kinds.map(({ register, count }) => ({ register, count, label: labelOf(ctx, register) })),
    };
  },
});

/** How many of each kind, exactly, where `find` says «1000+». */
export const count = view('search.count', {
  label: { zh: '搜索结果计数', en: 'Count what was found' },
  may: SIGNED_IN,
  input: z.object({ q: z.string().max(500) }),
  output: z.object({ kinds: z.array(z.object({ register: z.string(), label: phrase, count: z.number() })) }),
  reads: [],
  async run(ctx, { q }) {
    const kinds = await countAll(ctx, q);
    return { kinds: kinds.map((one) => ({ ...one, label: labelOf(ctx, one.register) })) };
  },
});

const labelOf = (ctx: ReadContext, register: string) =>
  ctx.catalogue.registers.get(register)?.label ?? { zh: register, en: register };

async function hitsOf(ctx: ReadContext, { entries, asked }: Found): Promise<z.input<typeof hitOutput>[]> {
  const seen = await stillVisible(ctx, entries);
  const shown = entries.filter((one) => seen.has(one.recordId));
  const areas = await areaNames(ctx, [...new Set(shown.map((one) => one.areaCode))]);
  const { readingsOf } = await import('./sounds.ts');
  const marked = shown.map((entry) => ({
    entry,
    title: rangesOf(entry.title, asked, readingsOf(entry.title)),
    number: rangesOf(entry.number ?? '', asked, []),
    line: rangesOf(entry.line, asked, readingsOf(entry.line)),
  }));
  const silent = marked.filter(({ title, number, line }) => title.length + number.length + line.length === 0);
  const excerpts = await excerptsOf(
    ctx,
    asked,
    silent.map(({ entry }) => entry),
  );
  const sayings = await sayingsOf(
    ctx,
    asked,
    silent.flatMap(({ entry }) => (excerpts.has(entry.recordId) ? [] : [entry])),
  );
  return marked.map(({ entry, title, number, line }) => {
    const { recordId: id, register, state, areaCode, score: _, ...rest } = entry;
    const said = excerpts.get(id) ?? sayings.get(id);
    const { onRegister, onId } = seen.get(id) ?? {};
    const page = onRegister && onId ? { register: onRegister, id: onId } : { register, id };
    return {
      ...rest,
      id,
      register,
      registerLabel: labelOf(ctx, register),
      page: { plural: ctx.catalogue.registers.get(page.register)?.plural ?? '', id: page.id },
      line: said ?? entry.line,
      state: stateOf(ctx, register, state),
      area: areas.get(areaCode) ?? '',
      ranges: { title, number, line: said === undefined ? line : rangesOf(said, asked, []) },
    };
  });
}

const STANDING = { zh: '', en: '' };

/** The word for a state that says something; of what simply is there, nothing. */
function stateOf(ctx: ReadContext, register: string, state: string) {
  const states = ctx.catalogue.lifecycles.get(register)?.states as Record<string, typeof STANDING> | undefined;
  const isTold = ctx.catalogue.searches.get(register)?.isStateTold ?? true;
  return state === 'active' || !isTold ? STANDING : (states?.[state] ?? STANDING);
}

async function areaNames(ctx: ReadContext, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.rows<{ code: string; name: string }>(
    sql`select code, name from area where code = any(${codes as string[]}::text[])`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
