import { defineRuleSet } from '../../rule-sets/define.ts';
import { decimal, group, whole } from '../../rule-sets/leaf.type.ts';

const METRES = { zh: '米', en: 'm' };

/**
 * How ways become minutes. The edges of the graph carry a length and no speed, so that there is one speed for all of them:
 * every screen and paper that tells minutes says which.
 */
export const ROUTING = defineRuleSet('routing', {
  label: { zh: '道路时间折算', en: 'Ways and minutes' },
  about: {
    zh: '道路分钟按哪一车速折算；没有路网时直线距离乘多少；点离道路多远以内算在路上',
    en: 'By which speed a way becomes minutes; by what a straight line is lengthened where there is no graph; how near to a road a point is on it',
  },
  citation: '城市消防站建设标准（建标 152-2017）第十三条（接到出动指令后 5 分钟内到达辖区边缘）',
  ownerRole: 'duty_leader',
  schema: group({
    speed: decimal({
      label: { zh: '平均车速', en: 'Mean speed' },
      unit: { zh: '公里/小时', en: 'km/h' },
      min: 3,
      max: 120,
    }),
    detour: decimal({ label: { zh: '绕行系数', en: 'Detour factor' }, min: 1, max: 3 }),
    snapMetres: whole({ label: { zh: '离道路最远', en: 'Farthest from a road' }, unit: METRES, min: 10, max: 5000 }),
    sideMetres: whole({
      label: { zh: '道路两侧算作可达', en: 'Reached beside a road' },
      unit: METRES,
      min: 10,
      max: 1000,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '区内道路平均车速和绕行系数（示例值，待与交管部门核定）；建标 152-2017 第十三条',
    values: { speed: 30, detour: 1.4, snapMetres: 500, sideMetres: 100 },
  },
});

export type Routing = (typeof ROUTING)['initial']['values'];

/** Metres that are driven in so many minutes. */
export const metresIn = (minutes: number, { speed }: Routing): number => (minutes * speed * 1000) / 60;

/** Minutes that so many metres of way take. */
export const minutesFor = (metres: number, { speed }: Routing): number => (metres * 60) / (speed * 1000);
