import { type RawBuilder, sql } from 'kysely';
import { containing, likeText } from '../../kernel/like.ts';
import type { ReadContext } from '../api/context.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { reachCondition, reachOf } from '../identity/index.ts';
import type { BlindIndex } from '../registers/define.ts';
import { type Asked, readAsked, type Term } from './ask.rules.ts';
import type { SearchDefinition } from './define.ts';
import { initialTokens, wayTokens } from './sounds.rules.ts';

/** SQL over a relation `scoped` of search entries. */
type Condition = RawBuilder<unknown>;

export const readPermissionOf = (ctx: ReadContext, register: string) =>
  ctx.catalogue.permissions.get(`${register}.read`) ?? SIGNED_IN;

/** The registers of which this viewer may see something, and which of their entries; undefined when there are none. */
export function visibleEntries(
  ctx: ReadContext,
  kinds: readonly string[] | undefined,
): { registers: readonly string[]; condition: Condition } | undefined {
  const reaches = new Map<string, { reach: ReturnType<typeof reachOf>; names: string[] }>();
  for (const [name, { register }] of ctx.catalogue.searches) {
    if (kinds && !kinds.includes(name)) continue;
    const reach = reachOf(register, readPermissionOf(ctx, name), ctx.viewer);
    if (reach === 'none') continue;
    const key = reach === 'all' ? reach : reach.map(({ scope, hat }) => `${scope} ${hat.id}`).join();
    const known = reaches.get(key) ?? { reach, names: [] };
    known.names.push(name);
    reaches.set(key, known);
  }
  if (reaches.size === 0) return undefined;
  const at = { register: sql`scoped.register`, recordId: sql`scoped.record_id` };
  const parts = [...reaches.values()].map(({ reach, names }) => {
    const ofThese = sql`scoped.register = any(${names}::text[])`;
    return reach === 'all' || reach === 'none'
      ? ofThese
      : sql`(${ofThese} and ${reachCondition(reach, ctx.viewer, at)})`;
  });
  return {
    registers: [...reaches.values()].flatMap(({ names }) => names),
    condition: sql`(${sql.join(parts, sql` or `)})`,
  };
}

/** More than any score: layers and pieces of road stand behind whatever else fits. */
const BEHIND = 100;

export const hasTokens = (tokens: readonly string[]): Condition => sql`scoped.tokens @> ${tokens as string[]}::text[]`;

/** The same for a walk through the entries: the planner cannot take the token index for it. */
export const holdsTokens = (tokens: readonly string[]): Condition =>
  sql`(scoped.tokens || '{}'::text[]) @> ${tokens as string[]}::text[]`;

/** Entries that each word of what was typed leads to, in whichever way it may be meant. */
export function fits(
  { terms }: Asked,
  digests: ReadonlyMap<Term, readonly string[]>,
  has: (tokens: readonly string[]) => Condition = hasTokens,
): Condition {
  return sql.join(
    terms.map((term) => {
      const ways = waysOf(term, digests.get(term) ?? [], has);
      return ways.length === 1 ? (ways[0] as Condition) : sql`(${sql.join(ways, sql` or `)})`;
    }),
    sql` and `,
  );
}

function heardWays(
  { sounds, initials }: Pick<Term, 'sounds' | 'initials'>,
  has: (tokens: readonly string[]) => Condition,
): Condition[] {
  const ways = sounds.map((way) => {
    const like = `% ${way.syllables.join(' ')}${way.isLastOpen ? '' : ' '}%`;
    return sql`(${has(wayTokens(way))} and scoped.sounds like ${like})`;
  });
  if (initials === undefined) return ways;
  return [...ways, sql`(${has(initialTokens(initials))} and scoped.initials like ${`%${initials}%`})`];
}

/** Ids of a register's records whose names sound as typed, for its own list: the same ways as in the search of everything. */
export function heard(register: string, typed: string): Condition | undefined {
  const { terms } = readAsked(typed);
  const ways = terms.map((term) => heardWays(term, hasTokens));
  if (ways.length === 0 || ways.some((own) => own.length === 0)) return undefined;
  const together = ways.map((own) => sql`(${sql.join(own, sql` or `)})`);
  return sql`(select scoped.record_id from search_entry scoped
    where scoped.register = ${register} and ${sql.join(together, sql` and `)})`;
}

/** Tokens narrow by the index; the text beside them decides, because tokens know no order. */
function waysOf(
  { text, words, number, sounds, initials }: Term,
  digests: readonly string[],
  has: (tokens: readonly string[]) => Condition,
): Condition[] {
  const ways: Condition[] = [];
  if (words.length > 0) ways.push(sql`(${has(words)} and scoped.body like ${containing(text)})`);
  if (number !== undefined) ways.push(has([number]));
  for (const digest of digests) ways.push(has([digest]));
  ways.push(...heardWays({ sounds, initials }, has));
  return ways;
}

/** The digests under which what was typed may stand in a blind index: a phone, an identity number, their tails. */
export function digestsOf(ctx: ReadContext, typed: string): string[] {
  const kinds = new Map<string, BlindIndex>();
  for (const { register } of ctx.catalogue.searches.values() as Iterable<SearchDefinition>)
    for (const { blind } of Object.values(register.fields)) if (blind) kinds.set(blind.kind, blind);
  return [...kinds.values()].flatMap((blind) => {
    const digest = ctx.blindWord(blind, typed);
    return digest === undefined ? [] : [`*${digest}`];
  });
}

/**
 * Entries of records about which a fact says every word that was typed. Undefined where something was typed that is no word:
 * facts are not found by sound or number.
 */
export function saidOfThem({ terms }: Asked, most: number): Condition | undefined {
  if (terms.some(({ words }) => words.length === 0)) return undefined;
  const says = terms.map(
    ({ text, words }) => sql`said.tokens @> ${words as string[]}::text[] and said.body like ${containing(text)}`,
  );
  return sql`(scoped.register, scoped.record_id) in (
    select said.register, said.subject_id from search_fact said where ${sql.join(says, sql` and `)} limit ${most}::int)`;
}

/**
 * How well an entry fits, the best first: number, title, number of a series, a phone, beginning of the title, somewhere in
 * the title, sound of the whole, anything else.
 */
export function scoreOf(ctx: ReadContext, { text, terms }: Asked, digests: readonly string[]): Condition {
  const numbers = terms.flatMap(({ number }) => (number?.includes('-') ? [number] : []));
  const [only] = terms.length === 1 ? terms : [];
  const cases: Condition[] = [
    sql`when scoped.number_key = ${text} then 90`,
    sql`when scoped.title_key = ${text} then 80`,
  ];
  if (numbers.length > 0)
    cases.push(
      sql`when ${sql.join(
        numbers.map((one) => hasTokens([one])),
        sql` or `,
      )} then 75`,
    );
  if (digests.length > 0) cases.push(sql`when scoped.tokens && ${digests as string[]}::text[] then 70`);
  cases.push(sql`when scoped.title_key like ${`${likeText(text)}%`} then 60`);
  const inTitle = terms.map((term) => sql`scoped.title_key like ${containing(term.text)}`);
  cases.push(sql`when ${sql.join(inTitle, sql` and `)} then 50`);
  if (only?.initials) {
    const whole = only.sounds
      .filter((way) => !way.isLastOpen)
      .map((way) => sql`scoped.sounds = ${` ${way.syllables.join(' ')} `}`);
    cases.push(sql`when ${sql.join([sql`scoped.initials = ${only.initials}`, ...whole], sql` or `)} then 45`);
    cases.push(sql`when scoped.initials like ${`${only.initials}%`} then 35`);
  }
  if (only?.number) cases.push(sql`when ${hasTokens([only.number])} then 30`);
  const background = [...ctx.catalogue.searches.values()].flatMap(({ register, isBackground }) =>
    isBackground ? [register.name] : [],
  );
  return sql`(case ${sql.join(cases, sql` `)} else 10 end
    - case when scoped.register = any(${background}::text[]) then ${BEHIND}::int else 0 end)`;
}
