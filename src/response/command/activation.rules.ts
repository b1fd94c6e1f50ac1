import {
  INCIDENT_GRADES,
  type IncidentGrade,
  RESPONSE_LEVELS,
  type ResponseLevel,
} from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, oneOf } from '../../foundation/rule-sets/leaf.type.ts';

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
