import { defineRuleSet } from '../rule-sets/define.ts';
import { group, HOURS, MINUTES, whole } from '../rule-sets/leaf.type.ts';

/** How often the pack is made and how many are kept. */
export const CONTINUITY_RULES = defineRuleSet('continuity_rules', {
  label: { zh: '断网断电备用资料', en: 'Fallback pack' },
  about: {
    zh: '多久生成一次可打印的备用资料，保留多久',
    en: 'How often the printable pack is made, and how long packs are kept',
  },
  citation: 'GB/T 22239-2019 8.1.4.9（数据备份恢复）',
  ownerRole: 'duty_leader',
  schema: group({
    everyMinutes: whole({ label: { zh: '每隔', en: 'Every' }, unit: MINUTES, min: 10, max: 1440 }),
    keptHours: whole({ label: { zh: '保留', en: 'Kept for' }, unit: HOURS, min: 2, max: 720 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '每小时一份、保留两天（暂定）',
    values: { everyMinutes: 60, keptHours: 48 },
  },
});
