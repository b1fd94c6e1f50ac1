import type { DayFrom } from '../day-from.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { around, DEMO_NEIGHBOURHOODS } from './around.ts';

const FIRST_NUMBER = 960_000;

const KINDS = [
  ['school', '实验小学', 900, { schoolStage: 'primary', pupils: 860, boarders: 0 }],
  [
    'hospital',
    '医院',
    1600,
    {
      hospitalGrade: 'secondary',
      hospitalBeds: 420,
      intensiveCareBeds: 18,
      hasEmergencyRoom: 'yes',
      hasBackupPower: 'yes',
    },
  ],
  ['care_home', '养老照料中心', 130, { careBeds: 120, dependentResidents: 64, nightStaff: 5 }],
  [
    'crowded_place',
    '购物中心',
    6000,
    { crowdedPlaceKind: 'market', dailyVisitors: 18_000, openingHours: '10:00–22:00' },
  ],
  ['tall_building', '商务大厦', 2400, { tallClass: 'first', tallHeight: 98.5, refugeFloors: '15层', fireLifts: 2 }],
  [
    'underground_space',
    '地下车库',
    300,
    { undergroundUse: 'garage', undergroundDepth: 9.6, exits: 3, hasFloodBarrier: 'no', drainagePumps: 4 },
  ],
] as const;

/** Each kind three times over the district. */
export const demoTargets = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.map(({ name, center, streetCode, streetName }, index) => {
    const random = seededRandom(9600 + index);
    const [targetKind, noun, mostPeople, own] = KINDS[index % KINDS.length] ?? KINDS[0];
    const at = around(center, random, 200);
    return {
      streetCode,
      target: {
        name: `${name.replace('社区', '')}${noun}（示例）`,
        targetKind,
        address: `${streetName}${1 + Math.floor(random() * 90)}号（示例地址）`,
        at,
        mostPeople,
        isKeyFireUnit: index % 2 === 0,
        assemblyPoint: around(at, random, 80),
        responsible: inventName(random),
        responsiblePhone: impossiblePhone(FIRST_NUMBER + index),
        dutyPhone: impossiblePhone(FIRST_NUMBER + 500 + index),
        inspectedOn: index % 7 === 6 ? day(-240) : day(-35),
        ...own,
      },
    };
  });
