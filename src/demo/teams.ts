import { DEMO_AREAS } from './areas.ts';
import type { DayFrom } from './day-from.ts';
import { impossiblePhone, inventName } from './invented-names.ts';
import { seededRandom } from './random.ts';
import type { DemoUnit } from './units.ts';
import { DEMO_UNITS } from './units.ts';

type Speciality = readonly [
  specialities: readonly string[],
  kit: readonly (readonly [name: string, kind: string, standard: number])[],
];

/** What each team of the tree is good at, and what its standard asks for; quantities are invented. */
const BY_TEAM: Readonly<Record<string, Speciality>> = {
  'team-comprehensive': [
    ['collapse_rescue', 'mountain_rescue', 'water_rescue', 'fire_fighting'],
    [
      ['生命探测仪', 'rescue', 4],
      ['液压破拆工具组', 'rescue', 4],
      ['正压式空气呼吸器', 'protection', 40],
      ['抢险救援车', 'vehicle', 3],
      ['侦察无人机', 'drone', 2],
    ],
  ],
  'team-forest-fire': [
    ['forest_fire'],
    [
      ['风力灭火机', 'fire', 50],
      ['高压细水雾', 'fire', 10],
      ['油锯', 'rescue', 12],
      ['防火服', 'protection', 50],
      ['运兵车', 'vehicle', 3],
    ],
  ],
  'team-gas-repair': [
    ['gas'],
    [
      ['可燃气体检测仪', 'rescue', 12],
      ['防静电服', 'protection', 18],
      ['夹管器', 'rescue', 6],
      ['抢修车', 'vehicle', 4],
    ],
  ],
  'team-drainage': [
    ['drainage', 'water_rescue'],
    [
      ['大流量排水车', 'vehicle', 4],
      ['移动泵', 'drainage', 20],
      ['救生衣', 'protection', 60],
      ['冲锋舟', 'rescue', 4],
    ],
  ],
  'team-power-repair': [
    ['power'],
    [
      ['应急发电车', 'vehicle', 4],
      ['绝缘工具', 'rescue', 30],
      ['照明灯塔', 'lighting', 6],
    ],
  ],
  'team-water-repair': [
    ['water_supply'],
    [
      ['管道堵漏器', 'rescue', 20],
      ['送水车', 'vehicle', 3],
    ],
  ],
  'team-heat-repair': [
    ['heat'],
    [
      ['管道焊机', 'machine', 4],
      ['测漏仪', 'rescue', 6],
    ],
  ],
  'team-communications': [
    ['communications'],
    [
      ['卫星电话', 'communications', 6],
      ['自组网设备', 'communications', 4],
    ],
  ],
};

/** 街道应急小分队, the same in every street. */
const STREET_SQUAD: Speciality = [
  ['evacuation', 'public_order'],
  [
    ['反光背心', 'protection', 20],
    ['手持喊话器', 'communications', 6],
    ['急救箱', 'medical', 4],
  ],
];

const CLASS_OF: Readonly<Record<string, string>> = {
  'team-comprehensive': 'comprehensive',
  'team-forest-fire': 'forest',
};
/** Numbers of people of teams, so that nobody of the organisation has one of them. */
const FIRST_NUMBER = 910_000;
const ROLES = ['captain', 'deputy', 'medic', 'driver', 'operator'] as const;

/** Teams of the tree with people, equipment and training; one lacks people, one equipment, one lets its insurance lapse. */
export const demoTeams = (day: DayFrom) =>
  DEMO_UNITS.filter(({ kind }) => kind === 'team').map((unit: DemoUnit, index) => {
    const random = seededRandom(8100 + index);
    const [specialities, kit] = BY_TEAM[unit.key] ?? STREET_SQUAD;
    const strength = 10 + index * 2;
    const members = Array.from({ length: index === 5 ? strength - 5 : strength }, (_, turn) => ({
      name: inventName(random),
      memberRole: ROLES[turn] ?? 'member',
      phone: impossiblePhone(FIRST_NUMBER + index * 100 + turn),
    }));
    return {
      unitKey: unit.key,
      team: {
        name: unit.name,
        teamClass: CLASS_OF[unit.key] ?? (unit.key in BY_TEAM ? 'professional' : 'street'),
        specialities,
        captain: members[0]?.name ?? inventName(random),
        dutyPhone: impossiblePhone(FIRST_NUMBER + 9000 + index),
        establishedStrength: strength,
        // A street's squad stands in its street, the others where the district has room for them.
        base:
          (unit.key.startsWith('squad-') && DEMO_AREAS.find(({ code }) => code === unit.areaCode)?.center) ||
          (DEMO_AREAS[(index * 7) % DEMO_AREAS.length]?.center ?? null),
        baseAddress: `${unit.shortName}驻地（示例）`,
        turnoutTime: 5 + (index % 4) * 5,
        insuredTo: index === 6 ? day(-60) : day(300),
      },
      members,
      equipment: kit.map(([name, equipmentKind, standardQuantity], turn) => ({
        name,
        equipmentKind,
        standardQuantity,
        quantity: standardQuantity,
        serviceable: index === 3 && turn < 2 ? standardQuantity - 2 : standardQuantity,
        inspectedOn: day(-12),
        nextInspectionOn: day(80),
      })),
      trainings: [
        {
          subject: '夜间集结与装备操作',
          trainingKind: 'own',
          heldOn: day(-10),
          hours: 4,
          participants: members.length,
        },
        {
          subject: '多队伍联合处置',
          trainingKind: 'joint',
          heldOn: index === 7 ? day(-208) : day(-46),
          hours: 6,
          participants: Math.max(4, members.length - 3),
          together: ['区消防救援支队（示例）'],
        },
      ].slice(index === 7 ? 1 : 0),
    };
  });
