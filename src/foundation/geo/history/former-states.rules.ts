import type { LifecycleDefinition } from '../../lifecycle/define.ts';

/** A record as it is now: its state and the values that its history is kept of. */
export interface Present {
  readonly state: string;
  /** Counts its writings: 1 was never changed. */
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A fact about it. */
export interface ToldFact {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What it said until a fact ended that. */
export interface FormerState {
  readonly until: Date;
  readonly endedBy: string;
  readonly state: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Rebuilt {
  /** The latest first. */
  readonly former: readonly FormerState[];
  /** Facts reach back to here only: before it the earliest known state is assumed. Undefined where they reach to the beginning. */
  readonly knownSince: Date | undefined;
}

type Step = LifecycleDefinition['transitions'][string];

/** By the verb of the fact that tells of it. */
export type Steps = ReadonlyMap<string, Pick<Step, 'from' | 'to'>>;

/** Facts by which every register with faces tells of its common steps; its own say theirs. */
export const COMMON_STEPS = {
  withdrawn: 'withdraw',
  restored: 'restore',
  merged_away: 'merge',
  brought_back: 'unmerge',
} as const;

const verbOf = ({ kind }: ToldFact) => kind.slice(kind.indexOf('.') + 1);
type Changes = Readonly<Record<string, { readonly from?: unknown; readonly to?: unknown }>>;
const changesOf = ({ payload }: ToldFact) => payload.changes as Changes | undefined;

/**
 * What a record said before, from the facts about it (oldest first): corrections hold what was and what is, steps say between
 * which states they go. Goes back as long as every writing that the version counts can be told from a fact.
 */
export function formerStates(present: Present, facts: readonly ToldFact[], steps: Steps, initial: string): Rebuilt {
  const explains = (fact: ToldFact) => steps.has(verbOf(fact)) || changesOf(fact) !== undefined;
  const silent = present.version - 1 - facts.filter(explains).length;
  let { state, values } = present;
  const former: FormerState[] = [];
  for (let at = facts.length - 1; at >= 0; at -= 1) {
    const fact = facts[at] as ToldFact;
    if (!explains(fact)) {
      // Nobody can tell which of the facts without figures went with the writing that none explains.
      if (silent > 0 && at > 0) return { former, knownSince: fact.recordedAt };
      continue;
    }
    const step = steps.get(verbOf(fact));
    const before = step ? stateBefore(step, facts.slice(0, at), steps, initial) : state;
    const earlier = { ...values };
    for (const [name, { from }] of Object.entries(changesOf(fact) ?? {}))
      if (name in values && from !== undefined) earlier[name] = from;
    const isOther = before !== state || Object.keys(values).some((name) => !isSame(earlier[name], values[name]));
    if (isOther) former.push({ until: fact.happenedAt, endedBy: fact.id, state: before, values: earlier });
    state = before;
    values = earlier;
  }
  // Writings without any fact, such as a first load: all that is known is what is.
  return { former, knownSince: silent > 0 ? facts.at(-1)?.recordedAt : undefined };
}

/** From several states it may have come out of that which the step before led to. */
function stateBefore(
  { from }: Pick<Step, 'from'>,
  earlier: readonly ToldFact[],
  steps: Steps,
  initial: string,
): string {
  const [only] = from;
  if (from.length === 1 && only) return only;
  const last = earlier.findLast((fact) => steps.has(verbOf(fact)));
  const led = last ? steps.get(verbOf(last))?.to : initial;
  return led !== undefined && from.includes(led) ? led : (only ?? initial);
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
