import type { DayFrom } from '../day-from.ts';
import { impossiblePhone } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { around, DEMO_NEIGHBOURHOODS } from './around.ts';

const FIRST_NUMBER = 980_000;

/** [kind, station, line, what only its lines have] */
const KINDS = [
  ['gas', '调压站', '燃气中压管线', { material: 'steel', diameter: 300, gasPressure: 'medium_a' }],
  ['power', '开闭站', '10kV 电缆', { material: 'cable', voltage: 10 }],
  ['water', '加压泵站', '供水干管', { material: 'ductile_iron', diameter: 600 }],
  ['heat', '换热站', '供热一次管线', { material: 'steel', diameter: 500 }],
  ['drainage', '闸井', '雨水干管', { material: 'concrete', diameter: 1800 }],
  ['telecom', '汇聚机房', '光缆', { material: 'cable' }],
] as const;

/** A station in every second neighbourhood with a line from it to the next street's. */
export const demoLifelines = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.filter((_, index) => index % 2 === 1).map(({ name, center, streetCode }, index, all) => {
    const random = seededRandom(9800 + index);
    const [lifelineKind, station, pipe, own] = KINDS[index % KINDS.length] ?? KINDS[0];
    const at = around(center, random, 150);
    const next = all[(index + 1) % all.length]?.center ?? center;
    const short = name.replace('社区', '');
    const number = String(index + 1).padStart(3, '0');
    const dutyPhone = impossiblePhone(FIRST_NUMBER + index);
    return {
      streetCode,
      point: {
        name: `${short}${station}（示例）`,
        pointCode: `${lifelineKind.toUpperCase()}-P${number}`,
        lifelineKind,
        pointKind: lifelineKind === 'drainage' ? 'valve' : 'station',
        address: `${name}（示例地址）`,
        at,
        isKey: index % 3 === 0,
        serves: `${short}及周边`,
        servedHouseholds: 800 + Math.floor(random() * 4000),
        canBeShut: index % 4 === 0 ? 'no' : 'yes',
        hasBackupPower: index % 2 === 0 ? 'yes' : 'no',
        groundAboveFlood: 0.3,
        dutyPhone,
        inspectedOn: index % 5 === 4 ? day(-400) : day(-60),
      },
      line: {
        name: `${short}${pipe}（示例）`,
        lineCode: `${lifelineKind.toUpperCase()}-L${number}`,
        lifelineKind,
        course: [
          [at.lng, at.lat],
          [Number(((at.lng + next.lng) / 2).toFixed(6)), at.lat],
          [next.lng, next.lat],
        ],
        depth: 1.6,
        builtYear: 1988 + ((index * 5) % 34),
        dutyPhone,
        ...own,
      },
    };
  });
