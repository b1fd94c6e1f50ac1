import { defineRuleSet } from '../rule-sets/define.ts';
import { DAYS, group, TIMES, whole } from '../rule-sets/leaf.type.ts';

/** Assumed: no stored text says how often a number must be confirmed. */
export const CONTACT_FRESHNESS = defineRuleSet('contact_freshness', {
  label: { zh: '通讯录核对', en: 'Freshness of the phone book' },
  about: {
    zh: '号码超过多少天未确认、或近期投递失败多少次，列入本单位待核对名单',
    en: 'After how many days without a confirmation, or how many failed deliveries, a number is listed for its unit to check',
  },
  citation: '突发事件应对法 第61条（信息报告渠道畅通）',
  ownerRole: 'duty_leader',
  schema: group({
    confirmDays: whole({ label: { zh: '确认周期', en: 'Confirmed every' }, unit: DAYS, min: 7, max: 730 }),
    failures: whole({ label: { zh: '投递失败', en: 'Failed deliveries' }, unit: TIMES, min: 1, max: 20 }),
    failureDays: whole({ label: { zh: '统计期', en: 'Counted over' }, unit: DAYS, min: 1, max: 365 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '通讯录核对周期（暂定：180 天确认一次；30 天内失败 2 次即核对）',
    values: { confirmDays: 180, failures: 2, failureDays: 30 },
  },
});
