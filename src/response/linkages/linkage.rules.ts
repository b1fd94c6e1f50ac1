import { defineTemplate } from '../../foundation/messaging/define.ts';
import type { ResponsibilityCategory } from '../../foundation/responsibilities/responsibility.register.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, whole } from '../../foundation/rule-sets/leaf.type.ts';

const minutes = (zh: string, en: string) => whole({ label: { zh, en }, unit: MINUTES, min: 1, max: 1440 });

export const LINKAGE_RULES = defineRuleSet('linkage_rules', {
  label: { zh: '一键通规则', en: 'Rules of linkages' },
  about: {
    zh: '向多少人发送须第二人复核；答复时限；推荐队伍的范围和数量',
    en: 'From how many people on a second person must agree; until when to answer; how far teams are looked for',
  },
  citation: '突发事件应对法 第64条、第72条；北京市突发事件总体应急预案（联动处置）',
  ownerRole: 'duty_leader',
  schema: group({
    secondPersonFrom: whole({
      label: { zh: '达到多少人须双人复核', en: 'A second person from' },
      unit: { zh: '人', en: 'people' },
      min: 2,
      max: 1_000_000,
    }),
    extra_urgent: minutes('特急答复时限', 'Extra urgent, to be answered within'),
    urgent: minutes('紧急答复时限', 'Urgent, to be answered within'),
    normal: minutes('一般答复时限', 'Normal, to be answered within'),
    teamMetres: whole({
      label: { zh: '队伍推荐范围', en: 'Teams within' },
      unit: { zh: '米', en: 'm' },
      min: 100,
      max: 30_000,
    }),
    teams: whole({
      label: { zh: '推荐队伍数', en: 'Teams proposed' },
      unit: { zh: '支', en: 'teams' },
      min: 0,
      max: 30,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '500 人起双人复核；特急 15、紧急 30、一般 120 分钟；5 公里内 5 支队伍（暂定）',
    values: { secondPersonFrom: 500, extra_urgent: 15, urgent: 30, normal: 120, teamMetres: 5000, teams: 5 },
  },
});

/** A very large send goes out only when a second person has looked at it: nobody wakes half a district alone. */
export const needsSecond = (people: number, secondPersonFrom: number): boolean => people >= secondPersonFrom;

/** What is answered for by category where an incident of a kind happens; everything else is 综合. */
const CATEGORIES: Readonly<Record<string, ResponsibilityCategory>> = {
  flood: 'flood_control',
  waterlogging: 'flood_control',
  reservoir_danger: 'flood_control',
  dike_danger: 'flood_control',
  flash_flood: 'flood_control',
  rainstorm: 'flood_control',
  forest_fire: 'forest_fire_prevention',
  fire: 'fire_protection',
  earthquake: 'earthquake',
  hazchem: 'hazardous_chemicals',
  'utility.gas': 'gas',
  construction: 'work_safety',
  mine: 'work_safety',
  industry_other: 'work_safety',
  confined_space: 'work_safety',
};

export const categoryOf = (kind: string | null): ResponsibilityCategory => CATEGORIES[kind ?? ''] ?? 'general';

/** The message to everybody it reaches; the words in the title name records and places. */
export const LINKAGE = defineTemplate('linkage.sent', {
  label: { zh: '一键通', en: 'Linkage' },
  asks: 'receipt',
  heading: { zh: '{number} {title}', en: '{number} {title}' },
});

export const LINKAGE_HELD = defineTemplate('linkage.held', {
  label: { zh: '一键通待复核', en: 'A linkage waits for a second person' },
  asks: 'receipt',
  priority: 'extra_urgent',
  heading: {
    zh: '请复核 {number}：{title}，拟通知 {people} 人',
    en: 'Please look at {number}: {title}, to {people} people',
  },
});
