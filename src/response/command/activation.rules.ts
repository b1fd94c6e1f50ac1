import type { ClockStart } from '../../foundation/clocks/index.ts';
import {
  INCIDENT_GRADES,
  type IncidentGrade,
  RESPONSE_LEVELS,
  type ResponseLevel,
} from '../../foundation/incident-kinds/define.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, oneOf } from '../../foundation/rule-sets/leaf.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { activation } from './activation.register.ts';

const levelFor = (grade: IncidentGrade) => oneOf({ label: labelOf(INCIDENT_GRADES, grade), options: RESPONSE_LEVELS });

/** Assumed: Beijing's plans differ, and each plan may say otherwise. */
export const LEVEL_BY_GRADE = defineRuleSet('response_levels', {
  label: { zh: '响应级别建议', en: 'Suggested response level' },
  about: {
    zh: '按事件等级建议的应急响应级别；是否启动、启动几级由人决定',
    en: 'The response level suggested for each incident grade; a person decides',
  },
  citation: '突发事件应对法 第71条',
  ownerRole: 'duty_leader',
  schema: group({
    ungraded: oneOf({ label: { zh: '未定级', en: 'Not graded' }, options: RESPONSE_LEVELS }),
    levels: group(
      {
        general: levelFor('general'),
        large: levelFor('large'),
        major: levelFor('major'),
        extraordinary: levelFor('extraordinary'),
      },
      { zh: '事件等级', en: 'Incident grade' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '响应级别与事件等级对应（示例值，待区应急委确认）；突发事件应对法 第71条',
    values: { ungraded: 'IV', levels: { general: 'IV', large: 'III', major: 'II', extraordinary: 'I' } },
  },
});

export type LevelByGrade = (typeof LEVEL_BY_GRADE)['initial']['values'];

export function suggestedLevel(grade: IncidentGrade | null, rule: LevelByGrade): ResponseLevel {
  return grade === null ? rule.ungraded : rule.levels[grade];
}

/** When an action is due: its plan's minutes after T0, the moment of activation. */
export function dueAt(startedAt: Date, offsetMinutes: number): Date {
  return new Date(startedAt.getTime() + offsetMinutes * 60_000);
}

const RANK: Readonly<Record<ResponseLevel, number>> = { I: 1, II: 2, III: 3, IV: 4 };

/** Ⅰ is the highest. */
export const isHigher = (one: ResponseLevel, other: ResponseLevel): boolean => RANK[one] < RANK[other];

/** The level above; Ⅰ itself where there is none. */
export const nextHigher = (level: ResponseLevel): ResponseLevel =>
  RESPONSE_LEVELS[Math.max(0, RANK[level] - 2)]?.id ?? level;

/** Why a commander of the district cannot set this level; undefined when he can. */
export function levelFault(
  {
    level,
    superiorName,
    superiorLevel,
  }: { level: ResponseLevel; superiorName: string | null; superiorLevel: ResponseLevel | null },
  to: ResponseLevel,
): Phrase | undefined {
  if (to === level) return { zh: '已经是这一级', en: 'it is this level already' };
  if (!superiorLevel || !isHigher(superiorLevel, to)) return undefined;
  const name = labelOf(RESPONSE_LEVELS, superiorLevel);
  return {
    zh: `${superiorName ?? '上级'}已启动${name.zh}，本级不得低于上级；上级调整后用「跟随上级响应」`,
    en: `${superiorName ?? 'the superior'} is at ${name.en}; follow the superior instead of going below`,
  };
}

/** 预计期限 of the activation record as a limit: when it passes, somebody decides to go on or to end. */
export function expectedEnd(
  {
    id,
    number,
    incidentId,
    expectedHours,
  }: Pick<RowOf<typeof activation>, 'id' | 'number' | 'incidentId' | 'expectedHours'>,
  from: Date,
): ClockStart {
  return {
    subject: { register: 'activation', id },
    name: 'expected_end',
    label: { zh: `响应预计期限 ${number ?? ''}`.trim(), en: `Expected end of ${number ?? 'the response'}` },
    from,
    limit: { hours: expectedHours },
    warnMinutesBefore: 60,
    citation: '突发事件应对法 第72条',
    ruleVersion: '',
    concerns: [{ register: 'incident', id: incidentId }],
  };
}

const PLACES: Readonly<Record<string, string>> = { command_center: '区应急指挥中心', own_unit: '本单位' };

/** Where an action is carried out, in words: at the incident, or where its place rule says. */
export const placeWords = (rule: string, atIncident: string): string => PLACES[rule] ?? atIncident;
