import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, decimal, group, oneOf, rows, whole } from '../../foundation/rule-sets/leaf.type.ts';
import { NEEDS } from '../supplies/supply.register.ts';

export type Need = (typeof NEEDS)[number]['id'];

const PEOPLE = { zh: '人', en: 'people' };

/** 储什么、储多少: how many residents the life-support goods must serve, and what each of them needs. */
export const RESERVE_TARGETS = defineRuleSet('reserve_targets', {
  label: { zh: '生活保障物资储备标准', en: 'Reserve of life support' },
  about: {
    zh: '常住人口、保障比例，以及每人每天需要多少、保障几天、年周转几次',
    en: 'Residents, the share of them to be served, and what one of them needs for how many days',
  },
  citation: '石景山区“十四五”应急管理规划：生活保障物资可保障人数占常住人口 1.2%；突发事件应对法 第45条',
  ownerRole: 'duty_leader',
  schema: group({
    residents: whole({ label: { zh: '常住人口', en: 'Residents' }, unit: PEOPLE, min: 1, max: 50_000_000 }),
    percent: decimal({
      label: { zh: '应保障比例', en: 'Share to be served' },
      unit: { zh: '%', en: '%' },
      min: 0.01,
      max: 100,
    }),
    needs: rows({
      label: { zh: '每人需要', en: 'Needs of one person' },
      min: 1,
      max: NEEDS.length,
      columns: {
        need: oneOf({ label: { zh: '用途', en: 'Need' }, options: NEEDS }),
        perHead: decimal({ label: { zh: '每人每天', en: 'Per head and day' }, min: 0.001, max: 1000 }),
        days: decimal({ label: { zh: '保障天数', en: 'Days' }, unit: DAYS, min: 1, max: 90 }),
        turnover: decimal({ label: { zh: '周转次数', en: 'Turnover' }, min: 0.1, max: 100 }),
      },
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '人口取第七次全国人口普查数（约 56.8 万）；每人标准为示例值，待区应急局确认',
    values: {
      residents: 568_000,
      percent: 1.2,
      needs: [
        { need: 'water', perHead: 3, days: 3, turnover: 1 },
        { need: 'food', perHead: 3, days: 3, turnover: 1 },
        { need: 'tent', perHead: 0.25, days: 1, turnover: 1 },
        { need: 'quilt', perHead: 1, days: 1, turnover: 1 },
        { need: 'bed', perHead: 1, days: 1, turnover: 1 },
      ],
    },
  },
});

export type ReserveTargets = (typeof RESERVE_TARGETS)['initial']['values'];

export interface NeedCoverage {
  readonly need: Need;
  /** `Q_target = population × ratio × per head × days / turnover`, in the need's own measure. */
  readonly target: number;
  readonly stock: number;
  /** How many people the stock serves. */
  readonly people: number;
  readonly percent: number;
}

/**
 * What the stock covers, need by need; the district covers no more people than its scarcest need does.
 * 568 000 residents, 1.2 %: 6 816 people; water 3 L for 3 days: 61 344 L.
 */
export function coverage(
  stock: Readonly<Partial<Record<Need, number>>>,
  { residents, percent, needs }: ReserveTargets,
): { people: number; percent: number; targetPeople: number; needs: NeedCoverage[] } {
  const targetPeople = Math.ceil((residents * percent) / 100);
  const covered = needs.map(({ need, perHead, days, turnover }): NeedCoverage => {
    const each = (perHead * days) / turnover;
    const there = stock[need] ?? 0;
    const people = Math.floor(there / each + 1e-9);
    return {
      need,
      target: Math.ceil(targetPeople * each),
      stock: there,
      people,
      percent: (people / residents) * 100,
    };
  });
  const people = Math.min(...covered.map((one) => one.people));
  return { people, percent: (people / residents) * 100, targetPeople, needs: covered };
}
