import type { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ViewContext } from '../api/context.ts';
import type { ADMINISTRATOR_ROLES, Role } from '../identity/define.ts';

export { faultsOfRuleSet } from './values.rules.ts';

/** Rules belong to those who do the work: none of the three administrators may own one or decide on it. */
export type BusinessRole = Exclude<Role, (typeof ADMINISTRATOR_ROLES)[number]>;

/**
 * One kind of rule: thresholds, limits, recipients, ladders or formulas that a district sets for itself. The code says
 * what figures there are and between which bounds; which figures hold, and since when, are versions in the database.
 */
export interface RuleSetDefinition<Values = unknown, Name extends string = string> {
  readonly kind: 'rule_set';
  /** In snake_case: `report_clocks`. Records keep it beside the version they used. */
  readonly name: Name;
  readonly label: Phrase;
  /** What it decides, in one sentence. */
  readonly about: Phrase;
  /** Law or standard that asks for such a rule. */
  readonly citation: string;
  readonly ownerRole: BusinessRole;
  /** Whose second person approves; the commander's unless told. */
  readonly approverRole: BusinessRole;
  /** A `group` of leaves from `leaf.type.ts`: label, unit and bounds of every figure. */
  readonly schema: z.ZodType<Values>;
  readonly initial: InitialRules<Values>;
}

export interface InitialRules<Values> {
  /** ISO day with zone. What happened before it is judged by these figures too: there are no earlier ones. */
  readonly effectiveFrom: string;
  readonly values: Values;
  /** True where no text gives the figures: shown as «假定» until the district has confirmed them. */
  readonly isAssumed: boolean;
  /** Where the figures come from. */
  readonly citation: string;
}

/** A version in force at an instant. */
export interface RuleInForce<Values = unknown> {
  readonly kind: string;
  readonly version: number;
  readonly values: Values;
  readonly citation: string;
  readonly isAssumed: boolean;
  readonly since: Date;
}

/** Which rule a record was judged by; it stays when the rule changes. */
export interface RuleUse {
  readonly kind: string;
  readonly version: number;
}

/** The version of a kind in force at an instant, from the memory of this process. */
export type RuleReader = <Values>(kind: RuleSetDefinition<Values>, at: Date) => RuleInForce<Values>;

export function defineRuleSet<const Name extends string, Values>(
  name: Name,
  definition: Omit<RuleSetDefinition<Values, Name>, 'kind' | 'name' | 'approverRole' | 'schema' | 'initial'> & {
    approverRole?: BusinessRole;
    schema: z.ZodType<Values>;
    initial: InitialRules<NoInfer<Values>>;
  },
): RuleSetDefinition<Values, Name> {
  return { kind: 'rule_set', name, approverRole: 'commander', ...definition };
}

/** For the field `ruleUse` of a record. */
export const ruleUsed = ({ kind, version }: RuleUse): RuleUse => ({ kind, version });

/** The same in one word, for a clock's `ruleVersion`: `report_clocks/2`. */
export const ruleWord = ({ kind, version }: RuleUse): string => `${kind}/${version}`;

/** What other figures would have meant for what has happened. */
export interface TryOutResult {
  /** Records looked at, and since when they are. */
  readonly examined: number;
  readonly since: Date | null;
  readonly figures: readonly TryOutFigure[];
  /** Records for which it would have been different, newest first, at most twenty. */
  readonly cases: readonly TryOutCase[];
}

export interface TryOutFigure {
  readonly label: Phrase;
  readonly unit?: Phrase;
  /** By the figures in force now, and by those proposed. */
  readonly current: number;
  readonly proposed: number;
}

export interface TryOutCase {
  readonly register: string;
  readonly id: string;
  readonly title: string;
  readonly current: Phrase;
  readonly proposed: Phrase;
}

/** How many past records a try-out looks at. */
export const TRY_OUT_RECORDS = 500;

export interface TryOut {
  readonly kind: string;
  run(ctx: ViewContext, values: { readonly current: never; readonly proposed: never }): Promise<TryOutResult>;
}

/** Contributed by the capability that knows the records; it reads what the person asking may see, and writes nothing. */
export function defineTryOut<Values>(
  kind: RuleSetDefinition<Values>,
  run: (ctx: ViewContext, values: { readonly current: Values; readonly proposed: Values }) => Promise<TryOutResult>,
): TryOut {
  return { kind: kind.name, run };
}
