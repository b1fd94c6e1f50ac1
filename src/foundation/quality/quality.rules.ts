import type { Phrase } from '../../kernel/phrases.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { group, whole } from '../rule-sets/leaf.type.ts';

const MONTHS: Phrase = { zh: '个月', en: 'months' };
const POINTS: Phrase = { zh: '分', en: 'points' };
const weight = (zh: string, en: string) => whole({ label: { zh, en }, unit: POINTS, min: 0, max: 100 });

/** When a record counts as stale, and what each kind of fault weighs. */
export const QUALITY_RULES = defineRuleSet('register_quality', {
  label: { zh: '台账质量评分规则', en: 'Quality of registers' },
  about: {
    zh: '多久未核实算陈旧，缺项、陈旧、重复、区外、电话存疑各占多少分',
    en: 'After how long a record is stale, and what gaps, staleness, doubles, places outside and doubtful phones weigh',
  },
  citation: '突发事件应对法 第33条（调查、登记、定期检查）',
  ownerRole: 'duty_leader',
  schema: group({
    staleMonths: whole({ label: { zh: '未修改即算陈旧', en: 'Stale after' }, unit: MONTHS, min: 1, max: 120 }),
    filled: weight('完整', 'Filled in'),
    fresh: weight('新鲜', 'Fresh'),
    single: weight('不重复', 'No doubles'),
    inside: weight('位置在区内', 'Inside the district'),
    sound: weight('值可信', 'Values believable'),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '12 个月未修改算陈旧；完整 40、新鲜 20、不重复 20、区内 10、可信 10（暂定）',
    values: { staleMonths: 12, filled: 40, fresh: 20, single: 20, inside: 10, sound: 10 },
  },
});

export const ASPECTS = ['filled', 'fresh', 'single', 'inside', 'sound'] as const;
export type Aspect = (typeof ASPECTS)[number];

/**
 * Points out of 100: the share of sound records in each aspect by its weight. An aspect that the register cannot have, such
 * as places where it has none, counts for nothing. @returns undefined without records: nothing is known then
 */
export function scoreOf(
  shares: Readonly<Partial<Record<Aspect, number>>>,
  weights: Readonly<Record<Aspect, number>>,
): number | undefined {
  const known = ASPECTS.flatMap((aspect) => {
    const share = shares[aspect];
    return share === undefined ? [] : [{ share, weight: weights[aspect] }];
  });
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  return Math.round((100 * known.reduce((sum, one) => sum + one.share * one.weight, 0)) / total);
}
