import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, group, whole } from '../../foundation/rule-sets/leaf.type.ts';

const PERCENT = { zh: '%', en: '%' } as const;

/** When a team counts as ready. The plan gives the share of equipment; the other figures are the house's own. */
export const TEAM_READINESS = defineRuleSet('team_readiness', {
  label: { zh: '队伍可用标准', en: 'Readiness of teams' },
  about: {
    zh: '人数、装备达标率、训练间隔到什么程度算作可用',
    en: 'Which strength, share of equipment and age of the last training count as ready',
  },
  citation: '突发事件应对法 第39条、第40条',
  ownerRole: 'duty_leader',
  schema: group({
    strengthShare: whole({
      label: { zh: '人数不低于编制的', en: 'Strength at least' },
      unit: PERCENT,
      min: 0,
      max: 100,
    }),
    equipmentShare: whole({
      label: { zh: '装备达标率不低于', en: 'Equipment to standard at least' },
      unit: PERCENT,
      min: 0,
      max: 100,
    }),
    trainedWithinDays: whole({
      label: { zh: '最近训练不早于', en: 'Trained within' },
      unit: DAYS,
      min: 1,
      max: 730,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '石景山区“十四五”应急规划：装备达标率 90%；人数与训练间隔暂定',
    values: { strengthShare: 80, equipmentShare: 90, trainedWithinDays: 90 },
  },
});
