import type { RawBuilder } from 'kysely';
import type { Phrase } from '../../kernel/phrases.ts';
import type { RegisterDefinition } from '../registers/define.ts';
import { defineRuleSet, type RuleSetDefinition } from '../rule-sets/define.ts';
import { decimal, group, whole, words } from '../rule-sets/leaf.type.ts';

/** What an indicator's formula is given. */
export interface Countable {
  /** The register's records that count, a relation to put after FROM: real ones, never drills or tests. */
  readonly records: RawBuilder<unknown>;
  /** Today in Beijing, `2026-06-11`. */
  readonly today: string;
  /** Figures of another rule that the formula needs, as in force now: residents, limits. */
  rules<Values>(kind: RuleSetDefinition<Values>): Values;
}

/** What holds of an indicator besides its formula: a rule set, so that text and target have versions, source and approval. */
export interface IndicatorRules {
  readonly reading: string;
  readonly denominator: string;
  readonly target: number;
  readonly baseYear: number;
  readonly baseValue: number;
}

/**
 * 指标: a share, counted record by record. Each record that counts gives a part of a whole, so that every figure can be
 * taken apart into its records, and be added up by unit, area and time.
 */
export interface IndicatorDefinition {
  readonly kind: 'indicator';
  /** In snake_case; its rule set is `indicator_<code>`. */
  readonly code: string;
  readonly label: Phrase;
  /** Whose records are counted: their changes make the figures stale. */
  readonly register: RegisterDefinition;
  /** `flow`: what happened in a period. `level`: how things stand at its end. */
  readonly measure: 'flow' | 'level';
  readonly unit: Phrase;
  /** The share of 1 is shown times this; 100 for per cent. */
  readonly factor: number;
  /** Which side of the target is good. */
  readonly better: 'more' | 'less';
  /** Raised when the formula changes, so that everything is counted again. */
  readonly edition: number;
  readonly rules: RuleSetDefinition<IndicatorRules>;
  /**
   * SELECT with at most one row per record: `record_id`, `at` (the instant it counts for; a level ignores it), `part`,
   * `whole`, `owner_unit_path`, `area_code`, and `link_register`, `link_id`: the record a person looks at.
   */
  counted(of: Countable): RawBuilder<unknown>;
}

export const PERCENT: Phrase = { zh: '%', en: '%' };

export function defineIndicator(
  code: string,
  definition: Omit<IndicatorDefinition, 'kind' | 'code' | 'rules' | 'unit' | 'factor' | 'better' | 'edition'> &
    Partial<Pick<IndicatorDefinition, 'unit' | 'factor' | 'better' | 'edition'>> & {
      readonly rules: IndicatorRules & { readonly citation: string; readonly isAssumed: boolean };
    },
): IndicatorDefinition {
  const { rules, label, ...rest } = definition;
  const { citation, isAssumed, ...values } = rules;
  const unit = rest.unit ?? PERCENT;
  return {
    kind: 'indicator',
    code,
    label,
    factor: 100,
    better: 'more',
    edition: 1,
    ...rest,
    unit,
    rules: defineRuleSet(`indicator_${code}`, {
      label: { zh: `指标：${label.zh}`, en: `Indicator: ${label.en}` },
      about: { zh: '指标的口径、分母、目标值和基期', en: 'Reading, denominator, target and base of the indicator' },
      citation,
      ownerRole: 'duty_leader',
      schema: group({
        reading: words({ label: { zh: '口径', en: 'Reading' }, max: 500 }),
        denominator: words({ label: { zh: '分母', en: 'Denominator' }, max: 500 }),
        target: decimal({ label: { zh: '目标值', en: 'Target' }, unit, min: 0, max: 1_000_000 }),
        baseYear: whole({ label: { zh: '基期年', en: 'Base year' }, min: 2000, max: 2100 }),
        baseValue: decimal({ label: { zh: '基期值', en: 'Value of the base year' }, unit, min: 0, max: 1_000_000 }),
      }),
      initial: { effectiveFrom: '2026-01-01T00:00:00+08:00', isAssumed, citation, values },
    }),
  };
}
