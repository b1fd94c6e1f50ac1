import type { DayFrom } from '../day-from.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { schematicLines } from '../schematic-map.ts';
import { around, DEMO_NEIGHBOURHOODS } from './around.ts';

const FIRST_NUMBER = 970_000;

function responsibles(random: () => number, number: number) {
  const phone = (of: number) => impossiblePhone(FIRST_NUMBER + number * 3 + of);
  return {
    streetLead: inventName(random),
    streetLeadPhone: phone(0),
    communityLead: inventName(random),
    communityLeadPhone: phone(1),
    pointLead: inventName(random),
    pointLeadPhone: phone(2),
  };
}

export const demoRiver = {
  name: '永定河石景山段（示例）',
  riverName: '永定河',
  riverKind: 'river',
  course: schematicLines.features.find(({ properties: { name } }) => name === '永定河')?.geometry.coordinates,
  length: 11.6,
  warningLevel: 74.5,
  guaranteeLevel: 76.2,
  designFlow: 2500,
  embankment: '左堤麻峪段为重点堤段',
  chief: inventName(seededRandom(9700)),
  chiefPhone: impossiblePhone(FIRST_NUMBER + 900),
};

const POINTS = [
  ['road', '积水路段', 45, 0, 'under_way'],
  ['flat_house', '低洼平房', 30, 46, 'none'],
  ['basement', '地下车库入口', 60, 0, 'done'],
  ['village', '山洪沟口', 80, 120, 'under_way'],
  ['estate', '低洼院落', 25, 18, 'done'],
] as const;

/** One flood-prone point a street. */
export const demoFloodPoints = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.filter((_, index) => index % 2 === 0).map(({ name, center, streetCode }, index) => {
    const random = seededRandom(9710 + index);
    const [pointKind, noun, worstDepth, peopleThere, treatment] = POINTS[index % POINTS.length] ?? POINTS[0];
    return {
      streetCode,
      isOnRiver: pointKind === 'village',
      point: {
        name: `${name.replace('社区', '')}${noun}（示例）`,
        pointKind,
        address: `${name}（示例地址）`,
        at: around(center, random, 150),
        worstDepth,
        cause: '地势低洼，雨水口收水不足',
        peopleThere,
        shelterName: peopleThere > 0 ? `${name}活动中心（示例）` : null,
        treatment,
        measures: '布设移动泵 1 台、沙袋 200 个，专人值守',
        checkedOn: index % 4 === 3 ? day(-395) : day(-28),
        ...responsibles(random, index),
      },
    };
  });

/** Two overpasses, each with the station that keeps it dry. */
export const demoOverpasses = (day: DayFrom) =>
  [
    { name: '古城大街下凹桥（示例）', roadName: '古城大街', at: { lng: 116.181, lat: 39.9021 }, worstDepth: 85 },
    { name: '八角西街下凹桥（示例）', roadName: '八角西街', at: { lng: 116.1952, lat: 39.9012 }, worstDepth: 40 },
  ].map((bridge, index) => {
    const random = seededRandom(9730 + index);
    return {
      station: {
        name: bridge.name.replace('下凹桥', '立交泵站'),
        pumpKind: 'overpass',
        at: around(bridge.at, random, 60),
        pumps: 3 + index,
        capacity: 3600 + index * 1200,
        hasSecondSupply: 'yes',
        hasGenerator: index === 0 ? 'no' : 'yes',
        keeper: inventName(random),
        keeperPhone: impossiblePhone(FIRST_NUMBER + 950 + index),
        testedOn: day(-40),
      },
      overpass: {
        ...bridge,
        clearance: 4.5,
        catchment: 6.4 + index,
        hasGauge: 'yes',
        hasBarrier: index === 0 ? 'yes' : 'no',
        detour: '绕行石景山路',
        checkedOn: day(-30),
        ...responsibles(random, 60 + index),
      },
    };
  });
