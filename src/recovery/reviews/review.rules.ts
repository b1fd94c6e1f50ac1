import { INCIDENT_GRADES, type IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, group, someOf, whole, yesOrNo } from '../../foundation/rule-sets/leaf.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** Art. 92 asks for a review of every incident and names no days; which ones get a written one here is the district's word. */
export const REVIEW_RULES = defineRuleSet('review_due', {
  label: { zh: '复盘评估', en: 'Reviews' },
  about: {
    zh: '哪些事件办结后必须复盘评估，几日内完成',
    en: 'Which incidents are reviewed after they are closed, and within how many days',
  },
  citation: '突发事件应对法 第92条',
  ownerRole: 'duty_leader',
  schema: group({
    grades: someOf({ label: { zh: '等级', en: 'Grades' }, options: INCIDENT_GRADES }),
    withResponse: yesOrNo({ label: { zh: '启动过应急响应的', en: 'Any for which a plan was activated' } }),
    days: whole({ label: { zh: '办结后', en: 'Within' }, unit: DAYS, min: 1, max: 180 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '突发事件应对法 第92条；范围和天数为示例值，待区应急委确认',
    values: { grades: ['large', 'major', 'extraordinary'], withResponse: true, days: 10 },
  },
});

export type ReviewRules = (typeof REVIEW_RULES)['initial']['values'];

/** Is this incident one that must be reviewed? */
export const mustBeReviewed = (
  { grade, hadResponse }: { grade: IncidentGrade | null; hadResponse: boolean },
  rules: ReviewRules,
): boolean => (rules.withResponse && hadResponse) || rules.grades.some((one) => one === grade);

/** The steps of an incident that a review measures, in the order they should come. */
export const STEPS = [
  { key: 'occurred', label: { zh: '发生', en: 'Occurred' } },
  { key: 'known', label: { zh: '获悉', en: 'Known' } },
  { key: 'recorded', label: { zh: '接报登记', en: 'Recorded' } },
  { key: 'opened', label: { zh: '立案', en: 'Opened' } },
  { key: 'reported', label: { zh: '首次上报', en: 'First reported up' } },
  { key: 'activated', label: { zh: '启动响应', en: 'Activated' } },
  { key: 'first_receipt', label: { zh: '首个单位签收', en: 'First receipt' } },
  { key: 'first_arrival', label: { zh: '首支力量到场（开始办理）', en: 'First at work' } },
  { key: 'controlled', label: { zh: '控制', en: 'Controlled' } },
  { key: 'closed', label: { zh: '办结', en: 'Closed' } },
] as const satisfies readonly { key: string; label: Phrase }[];

export type StepKey = (typeof STEPS)[number]['key'];

export interface Step {
  readonly key: StepKey;
  readonly label: Phrase;
  /** Null: it did not happen, or nobody recorded it. */
  readonly at: Date | null;
  /** Since the step before it that has a time. */
  readonly minutes: number | null;
  /** Since the matter was known. */
  readonly sinceKnown: number | null;
}

/**
 * Steps in the order they came, with the time between them: who reports before a plan is activated did so. What nobody recorded
 * stands last and breaks no chain.
 */
export function intervals(at: Readonly<Partial<Record<StepKey, Date | null>>>): Step[] {
  let last: Date | null = null;
  const known = at.known ?? null;
  const when = (key: StepKey) => at[key]?.getTime() ?? Number.POSITIVE_INFINITY;
  return STEPS.toSorted((one, other) => when(one.key) - when(other.key) || 0).map(({ key, label }) => {
    const moment = at[key] ?? null;
    const minutes = moment && last ? minutesBetween(last, moment) : null;
    if (moment) last = moment;
    return {
      key,
      label,
      at: moment,
      minutes,
      sinceKnown: moment && known && moment >= known ? minutesBetween(known, moment) : null,
    };
  });
}

export const minutesBetween = (from: Date, until: Date): number =>
  Math.round((until.getTime() - from.getTime()) / 60_000);

/** What a plan's clause came to. */
export type ClauseState = 'not_ordered' | 'called_off' | 'unfinished' | 'done';

/** Of all parts of the orders by one clause: executed when any was done; called off when none is left open. */
export function clauseState(states: readonly string[]): ClauseState {
  if (states.length === 0) return 'not_ordered';
  if (states.some((state) => state === 'done' || state === 'verified')) return 'done';
  const open = ['issued', 'delivered', 'received', 'under_way'];
  return states.some((state) => open.includes(state)) ? 'unfinished' : 'called_off';
}
