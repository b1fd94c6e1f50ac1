import { type RawBuilder, sql } from 'kysely';
import { containing, likeText } from '../../kernel/like.ts';
import type { ReadContext } from '../api/context.ts';
import { snakeCase } from '../registers/index.ts';
import { type Asked, loosened, readAsked, type Term } from './ask.rules.ts';
import { digestsOf, fits, holdsTokens, readPermissionOf, saidOfThem, scoreOf, visibleEntries } from './conditions.ts';

export interface FoundEntry {
  readonly register: string;
  readonly recordId: string;
  readonly title: string;
  readonly number: string | null;
  readonly line: string;
  readonly state: string;
  readonly mark: 'real' | 'drill' | 'test';
  readonly areaCode: string;
  readonly changedAt: Date;
  readonly score: number;
  /** From the point that was asked for. */
  readonly metres: number | null;
}

export interface Found {
  readonly asked: Asked;
  readonly entries: readonly FoundEntry[];
  /** How many there are, exactly up to `COUNTED`. */
  readonly total: number;
  readonly isMore: boolean;
  readonly kinds: readonly { readonly register: string; readonly count: number }[];
}

/** Up to so many are counted and ranked one against the other; of more, the newest of each rank are shown. */
export const COUNTED = 1000;
const NEAR_METRES = 500;

/** What fits and this viewer may see, best first. */
export async function find(
  ctx: ReadContext,
  { q, kinds, limit, offset }: { q: string; kinds: readonly string[] | undefined; limit: number; offset: number },
): Promise<Found> {
  const asked = readAsked(q);
  const nothing: Found = { asked, entries: [], total: 0, isMore: false, kinds: [] };
  const visible = visibleEntries(ctx, kinds);
  if (!visible) return nothing;
  const page = { limit, offset, scope: visible.condition };
  if (asked.point) return near(ctx, asked, page);
  if (asked.terms.length === 0) return nothing;
  const found = await ranked(ctx, asked, page);
  const looser = found.total === 0 ? loosened(asked) : undefined;
  return looser ? ranked(ctx, looser, page) : found;
}

interface Wanted {
  readonly limit: number;
  readonly offset: number;
  readonly scope: RawBuilder<unknown>;
}

const SHOWN = sql`scoped.register, scoped.record_id, scoped.title, scoped.number, scoped.line, scoped.state, scoped.mark,
  scoped.area_code, scoped.changed_at`;

/** A record that only a fact about it leads to comes last. */
const SAID = sql`5`;

/** What leads to an entry: its own words, and what was said of it. */
export function fittingOf(ctx: ReadContext, asked: Asked) {
  const whole = asked.terms.length > 1 ? digestsOf(ctx, asked.text) : [];
  const digests = new Map<Term, readonly string[]>(asked.terms.map((term) => [term, digestsOf(ctx, term.text)]));
  const words = fits(asked, digests);
  // A phone may be written with spaces: then the words together are one number.
  const own = whole.length > 0 ? sql`(${words}) or scoped.tokens && ${whole}::text[]` : words;
  const said = saidOfThem(asked, COUNTED);
  return {
    digests,
    everyDigest: [...whole, ...[...digests.values()].flat()],
    own,
    said,
    whole: said ? sql`(${own}) or ${said}` : own,
  };
}

async function ranked(ctx: ReadContext, asked: Asked, { scope, limit, offset }: Wanted): Promise<Found> {
  const { digests, everyDigest, own, said } = fittingOf(ctx, asked);
  const score = scoreOf(ctx, asked, everyDigest);
  const bySaying = said
    ? sql`union all (select ${SHOWN}, ${SAID} as score from search_entry scoped where ${scope} and ${said} and not (${own}))`
    : sql``;
  const rows = await ctx.rows<FoundEntry & { total: number; kinds: Found['kinds'] }>(sql`
    -- The limit stands in a query of its own: a planner that knew it would rather read the whole table than an index.
    with found as materialized (
      (select ${SHOWN}, ${score} as score from search_entry scoped where ${scope} and (${own})) ${bySaying}
      limit (select ${COUNTED + 1}::int))
    select f.*, null::float8 as metres, (select count(*)::int from found) as total,
      (select jsonb_agg(jsonb_build_object('register', k.register, 'count', k.count) order by k.count desc, k.register)
        from (select register, count(*)::int as count from found group by register) k) as kinds
    from found f order by score desc, changed_at desc, record_id limit ${limit} offset ${offset}`);
  const [first] = rows;
  const total = first?.total ?? 0;
  if (total <= COUNTED) return { asked, entries: rows, total, isMore: false, kinds: first?.kinds ?? [] };
  const walked = sql`${scope} and ${fits(asked, digests, holdsTokens)}`;
  const entries = await newest(ctx, asked, { scope, limit, offset }, walked, score);
  return { asked, entries, total: COUNTED, isMore: true, kinds: first?.kinds ?? [] };
}

/** So far from the newest a page is looked for, where much fits. */
const WALK = 30_000;

/**
 * So much fits that ranking all of it would take longer than anybody waits: what is called so exactly, what begins so,
 * then what fits at all, the newest first. Where much fits, a walk from the newest finds a page after a few thousand rows;
 * where all of it is old, everything is looked at.
 */
async function newest(
  ctx: ReadContext,
  { text }: Asked,
  { scope, limit, offset }: Wanted,
  condition: RawBuilder<unknown>,
  score: RawBuilder<unknown>,
): Promise<FoundEntry[]> {
  const upTo = limit + offset;
  const tier = (rank: number, where: RawBuilder<unknown>, entries = sql`search_entry`) => sql`(
    select ${SHOWN}, ${score} as score, ${rank}::int as tier from ${entries} scoped where ${where}
    order by scoped.changed_at desc limit ${upTo})`;
  // The planner, which takes much to be rare, would otherwise read the whole table and sort.
  const walk = (most: number) => sql`(select * from search_entry order by changed_at desc limit ${sql.lit(most)})`;
  const first = (entries?: RawBuilder<unknown>) =>
    ctx.rows<FoundEntry>(sql`
      select * from (
        select distinct on (t.register, t.record_id) t.*, null::float8 as metres from (
          ${tier(1, sql`${scope} and (scoped.number_key = ${text} or scoped.title_key = ${text})`)} union all
          ${tier(2, sql`${scope} and scoped.title_key like ${`${likeText(text)}%`}`)} union all
          ${tier(3, condition, entries)}) t
        order by t.register, t.record_id, t.tier) one
      order by tier, changed_at desc, record_id limit ${limit} offset ${offset}`);
  const found = await first(walk(WALK));
  return found.length < limit ? first() : found;
}

/** What lies within five hundred metres of a point, the nearest first. */
async function near(ctx: ReadContext, asked: Asked, { scope, limit, offset }: Wanted): Promise<Found> {
  const { lng, lat } = asked.point as { lng: number; lat: number };
  const point = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4490)`;
  const degrees = NEAR_METRES / 111_000 / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  const rows = await ctx.rows<FoundEntry & { total: number; kinds: Found['kinds'] }>(sql`
    -- Measured after they are found: beside the search the planner takes measuring for work that three should share.
    with found as materialized (
      select ${SHOWN}, scoped.place from search_entry scoped where scoped.place && st_expand(${point}, ${degrees}) and ${scope}),
    measured as materialized (
      select found.*, 50 as score, st_distance(st_setsrid(place, 4326)::geography, st_setsrid(${point}, 4326)::geography) as metres
      from found),
    within_reach as (select * from measured where metres <= ${NEAR_METRES})
    select f.*, (select count(*)::int from within_reach) as total,
      (select jsonb_agg(jsonb_build_object('register', k.register, 'count', k.count) order by k.count desc, k.register)
        from (select register, count(*)::int as count from within_reach group by register) k) as kinds
    from within_reach f order by metres, record_id limit ${limit} offset ${offset}`);
  return { asked, entries: rows, total: rows[0]?.total ?? 0, isMore: false, kinds: rows[0]?.kinds ?? [] };
}

/** A record whose page shows this one; undefined where its own does. */
export interface SeenEntry {
  readonly id: string;
  readonly onRegister: string | null;
  readonly onId: string | null;
}

/**
 * Which of these may be seen as they stand now, and where: the index is up to a second behind, a right that was lost is
 * not.
 */
export async function stillVisible(ctx: ReadContext, entries: readonly FoundEntry[]): Promise<Map<string, SeenEntry>> {
  const parts = [...Map.groupBy(entries, (one) => one.register)].flatMap(([name, own]) => {
    const search = ctx.catalogue.searches.get(name);
    if (!search) return [];
    const ids = own.map((one) => one.recordId);
    const { register, seenOn } = search;
    const on = seenOn
      ? sql`${sql.ref(snakeCase(seenOn.register))}::text as on_register, ${sql.ref(snakeCase(seenOn.id))}::uuid as on_id`
      : sql`null::text as on_register, null::uuid as on_id`;
    return [
      sql`select id, ${on} from ${ctx.visible(register, readPermissionOf(ctx, name))} seen where id = any(${ids}::uuid[])`,
    ];
  });
  if (parts.length === 0) return new Map();
  const rows = await ctx.rows<SeenEntry>(sql.join(parts, sql` union all `));
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is said around the word, of entries that say it neither in title nor line. */
export async function excerptsOf(
  ctx: ReadContext,
  { terms, point }: Asked,
  entries: readonly FoundEntry[],
): Promise<Map<string, string>> {
  const texts = point ? [] : terms.filter(({ words }) => words.length > 0).map(({ text }) => text);
  if (texts.length === 0 || entries.length === 0) return new Map();
  const registers = [...new Set(entries.map((one) => one.register))];
  const ids = entries.map((one) => one.recordId);
  const rows = await ctx.rows<{ recordId: string; at: number; body: string }>(sql`
    select e.record_id, t.at, substr(e.body, greatest(1, t.at - ${AROUND}::int), ${3 * AROUND}::int) as body
    from search_entry e cross join lateral (
      select min(nullif(position(given in e.body), 0)) as at from unnest(${texts}::text[]) given) t
    where e.register = any(${registers}::text[]) and e.record_id = any(${ids}::uuid[]) and t.at is not null`);
  return new Map(rows.map(({ recordId, at, body }) => [recordId, excerpt(body, at)]));
}

/** Characters before the word. */
const AROUND = 12;

/** The line of the window in which the word stands: another line is another field and says nothing here. */
function excerpt(body: string, at: number): string {
  const word = Math.min(at - 1, AROUND);
  const from = body.lastIndexOf('\n', word) + 1;
  const end = body.indexOf('\n', word);
  return `${from === 0 && at - 1 > AROUND ? '…' : ''}${body.slice(from, end < 0 ? undefined : end).trim()}`;
}

/** What was said of them in facts, newest first, of entries that say the word nowhere themselves. */
export async function sayingsOf(
  ctx: ReadContext,
  { terms }: Asked,
  entries: readonly FoundEntry[],
): Promise<Map<string, string>> {
  if (entries.length === 0) return new Map();
  const says = terms.map(({ text }) => sql`f.body like ${containing(text)}`);
  const rows = await ctx.rows<{ subjectId: string; words: string }>(sql`
    select distinct on (f.subject_id) f.subject_id, f.words from search_fact f
    where f.register = any(${entries.map((one) => one.register)}::text[])
      and f.subject_id = any(${entries.map((one) => one.recordId)}::uuid[]) and ${sql.join(says, sql` and `)}
    order by f.subject_id, f.position desc`);
  return new Map(rows.map(({ subjectId, words }) => [subjectId, words]));
}
