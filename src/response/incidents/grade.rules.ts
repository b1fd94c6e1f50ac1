import { INCIDENT_GRADES, INCIDENT_KINDS, type IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, decimal, group, someOf, whole } from '../../foundation/rule-sets/leaf.type.ts';
import { instantOf, localTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';

const PEOPLE: Phrase = { zh: '人', en: 'people' };
/** 万元, as the law counts losses: 10,000 CNY. */
const TEN_THOUSAND_YUAN: Phrase = { zh: '万元', en: '×10,000 CNY' };

const people = (zh: string, en: string) => whole({ label: { zh, en }, unit: PEOPLE, min: 1, max: 100_000 });
const accident = (grade: IncidentGrade) =>
  group(
    {
      deaths: people('死亡，达到', 'Dead, from'),
      seriousInjuries: people('重伤，达到', 'Seriously injured, from'),
      directLoss: decimal({
        label: { zh: '直接经济损失，达到', en: 'Direct loss, from' },
        unit: TEN_THOUSAND_YUAN,
        min: 1,
        max: 1e9,
      }),
    },
    labelOf(INCIDENT_GRADES, grade),
  );
const kinds = (zh: string, en: string) => someOf({ label: { zh, en }, options: INCIDENT_KINDS });
const days = (zh: string, en: string) => whole({ label: { zh, en }, unit: DAYS, min: 1, max: 365 });

/**
 * Grades where a text gives a table. 493号令 第3条 gives it for accidents of production; 公消〔2007〕234号 has the same figures for
 * fires. Which of our kinds fall under it is the district's word. Everything else is graded by hand.
 */
export const GRADE_RULES = defineRuleSet('incident_grade', {
  label: { zh: '事件定级标准', en: 'Grades of incidents' },
  about: {
    zh: '有分级标准的类别按伤亡和损失建议等级，任一项达到即为该等级；最终由人定级',
    en: 'Where a text has a table, the grade is proposed from casualties and losses: one criterion is enough; a person decides',
  },
  citation: '生产安全事故报告和调查处理条例（国务院令第493号）第3条、第13条',
  ownerRole: 'duty_leader',
  schema: group({
    accident: group(
      {
        kinds: kinds('适用类别', 'Kinds'),
        extraordinary: accident('extraordinary'),
        major: accident('major'),
        large: accident('large'),
      },
      { zh: '生产安全事故、火灾', en: 'Accidents of production, fires' },
    ),
    earthquake: group(
      {
        extraordinary: people('死亡失踪，特别重大', 'Dead and missing, extraordinary'),
        major: people('死亡失踪，重大', 'Dead and missing, major'),
        large: people('死亡失踪，较大', 'Dead and missing, large'),
      },
      { zh: '地震', en: 'Earthquake' },
    ),
    amendment: group(
      {
        days: days('补报期', 'Casualties are amended for'),
        shortKinds: kinds('补报期较短的类别', 'Kinds with the shorter time'),
        shortDays: days('较短的补报期', 'The shorter time'),
      },
      { zh: '伤亡变化补报', en: 'Amendment of casualties' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: false,
    citation: '国务院令第493号 第3条、第13条；公消〔2007〕234号；国家地震应急预案；适用类别由区里确定',
    values: {
      accident: {
        kinds: ['construction', 'hazchem', 'mine', 'industry_other', 'confined_space', 'utility.gas', 'fire'],
        extraordinary: { deaths: 30, seriousInjuries: 100, directLoss: 10_000 },
        major: { deaths: 10, seriousInjuries: 50, directLoss: 5000 },
        large: { deaths: 3, seriousInjuries: 10, directLoss: 1000 },
      },
      earthquake: { extraordinary: 300, major: 50, large: 10 },
      amendment: { days: 30, shortKinds: ['fire', 'road_traffic'], shortDays: 7 },
    },
  },
});

export type GradeRules = (typeof GRADE_RULES)['initial']['values'];

export interface GradeFigures {
  readonly deaths: number | null;
  readonly missing: number | null;
  readonly seriousInjuries: number | null;
  /** 万元 */
  readonly directLoss: number | null;
}

export interface GradeSuggestion {
  readonly grade: IncidentGrade;
  /** The figure that is enough for it: «死亡 3 人，达到 3 人». */
  readonly criterion: Phrase;
}

const STEPS = ['extraordinary', 'major', 'large'] as const;

/**
 * The grade that the figures reach by the table of their kind; the first criterion of the highest grade counts. Undefined
 * where no table exists or nothing is known yet: 一般 is proposed only on a figure, never for want of one.
 */
export function suggestedGrade(kind: string, figures: GradeFigures, rules: GradeRules): GradeSuggestion | undefined {
  if (kind === 'earthquake') return ofEarthquake(figures, rules.earthquake);
  if (!rules.accident.kinds.some((one) => one === kind)) return undefined;
  const measures = [
    ['deaths', { zh: '死亡', en: 'Dead' }, PEOPLE],
    ['seriousInjuries', { zh: '重伤', en: 'Seriously injured' }, PEOPLE],
    ['directLoss', { zh: '直接经济损失', en: 'Direct loss' }, TEN_THOUSAND_YUAN],
  ] as const;
  for (const grade of STEPS) {
    for (const [name, label, unit] of measures) {
      const [value, from] = [figures[name], rules.accident[grade][name]];
      if (value !== null && value >= from) return { grade, criterion: reached(label, value, from, unit) };
    }
  }
  const known = measures.find(([name]) => figures[name] !== null && (figures[name] ?? 0) > 0);
  if (!known) return undefined;
  const [name, label, unit] = known;
  return { grade: 'general', criterion: below(label, figures[name] ?? 0, rules.accident.large[name], unit) };
}

function ofEarthquake({ deaths, missing }: GradeFigures, rules: GradeRules['earthquake']): GradeSuggestion | undefined {
  const lost = (deaths ?? 0) + (missing ?? 0);
  const label = { zh: '死亡失踪', en: 'Dead and missing' };
  for (const grade of STEPS)
    if (lost >= rules[grade]) return { grade, criterion: reached(label, lost, rules[grade], PEOPLE) };
  return lost > 0 ? { grade: 'general', criterion: below(label, lost, rules.large, PEOPLE) } : undefined;
}

const reached = (label: Phrase, value: number, from: number, unit: Phrase): Phrase => ({
  zh: `${label.zh} ${value} ${unit.zh}，达到 ${from} ${unit.zh}`,
  en: `${label.en}: ${value} ${unit.en}, at least ${from}`,
});
const below = (label: Phrase, value: number, from: number, unit: Phrase): Phrase => ({
  zh: `${label.zh} ${value} ${unit.zh}，不到 ${from} ${unit.zh}`,
  en: `${label.en}: ${value} ${unit.en}, below ${from}`,
});

/** Whether what the figures reach is another grade than the one given. */
export const isGradeOutdated = (given: IncidentGrade | null, suggestion: GradeSuggestion | undefined): boolean =>
  suggestion !== undefined && suggestion.grade !== given;

/**
 * The end of the last day on which changed casualties are still to be reported (第13条: within 30 days of the accident, road
 * traffic and fires 7), as an instant.
 */
export function amendableUntil(
  { kind, occurredAt, knownAt }: { kind: string; occurredAt: Date | null; knownAt: Date },
  { amendment }: GradeRules,
): Date {
  const count = amendment.shortKinds.some((one) => one === kind) ? amendment.shortDays : amendment.days;
  const { year, month, day } = localTime(occurredAt ?? knownAt);
  return instantOf(year, month, day + count + 1);
}
