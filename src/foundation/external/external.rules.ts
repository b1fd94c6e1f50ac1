import { defineRuleSet } from '../rule-sets/define.ts';
import { group, HOURS, SECONDS, whole } from '../rule-sets/leaf.type.ts';

/** How long an answer of somebody else's register may be used again, and how long it is waited for. */
export const EXTERNAL_RULES = defineRuleSet('external_lookups', {
  label: { zh: '外部台账查询规则', en: 'Lookups in external registers' },
  about: {
    zh: '查询结果按原用途可复用多久，等待对方应答多久',
    en: 'How long an answer serves the same purpose again, and how long the other side is waited for',
  },
  citation: '个人信息保护法 第6条、第19条（目的明确、保存期限最短）',
  ownerRole: 'duty_leader',
  schema: group({
    cacheHours: whole({ label: { zh: '结果复用', en: 'An answer serves' }, unit: HOURS, min: 0, max: 720 }),
    timeoutSeconds: whole({ label: { zh: '最长等待', en: 'Longest wait' }, unit: SECONDS, min: 1, max: 60 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '同一用途 24 小时内复用，等待 10 秒（暂定）',
    values: { cacheHours: 24, timeoutSeconds: 10 },
  },
});
