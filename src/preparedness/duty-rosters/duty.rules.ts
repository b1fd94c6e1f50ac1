import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, group, HOURS, someOf, TIMES, whole, yesOrNo } from '../../foundation/rule-sets/leaf.type.ts';
import { DUTY_KINDS } from '../duty-posts/duty-post.register.ts';

/** What a roster must hold to. Every figure is the district's own until a text gives it. */
export const DUTY_RULES = defineRuleSet('duty_rules', {
  label: { zh: '排班规则', en: 'Rules of rosters' },
  about: {
    zh: '两班之间的休息、主要负责人带班、全年均衡和提前发布；排班、调班和换班时逐条检查',
    en: 'Rest between shifts, who leads on special days, fairness over the year and notice; checked at every planning and change',
  },
  citation: '突发事件应对法 第61条；北京市实施突发事件应对法办法 第38条（特殊时期加强值班）',
  ownerRole: 'duty_leader',
  schema: group({
    restHours: whole({ label: { zh: '两班之间至少休息', en: 'Rest between shifts' }, unit: HOURS, min: 0, max: 48 }),
    restKinds: someOf({
      label: { zh: '须满足休息的岗位', en: 'Posts that must have rest' },
      options: DUTY_KINDS,
    }),
    chiefLeads: yesOrNo({
      label: { zh: '特殊时期由主要负责人带班', en: 'The head leads in special periods that ask for it' },
    }),
    fairnessSpread: whole({
      label: { zh: '全年班次最多高出应值', en: 'Shifts of a year above a fair share' },
      unit: TIMES,
      min: 1,
      max: 60,
    }),
    publishDaysAhead: whole({ label: { zh: '提前发布', en: 'Published ahead' }, unit: DAYS, min: 0, max: 30 }),
    gapLookAhead: whole({
      label: { zh: '提前发现空缺', en: 'Empty posts are looked for ahead' },
      unit: HOURS,
      min: 1,
      max: 168,
    }),
    nightHour: whole({
      label: { zh: '含此时刻（时）算夜班', en: 'A shift over this hour is a night' },
      min: 0,
      max: 6,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '两班之间休息 8 小时、提前 3 天发布（暂定，可调整）；带班领导不在岗值守，不计休息',
    values: {
      restHours: 8,
      restKinds: ['chief', 'officer', 'driver'],
      chiefLeads: true,
      fairnessSpread: 4,
      publishDaysAhead: 3,
      gapLookAhead: 24,
      nightHour: 2,
    },
  },
});

export type DutyRules = (typeof DUTY_RULES)['initial']['values'];
