import type { DayFrom } from '../day-from.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { around, DEMO_NEIGHBOURHOODS } from './around.ts';

const FIRST_NUMBER = 995_000;

const ORGANISATIONS = [
  ['老街坊应急志愿服务队（示例）', 'community', ['evacuation', 'fire_watch', 'publicity'], 260, 120],
  ['蓝天水域救援队（示例）', 'registered', ['water_rescue', 'rescue', 'drone'], 48, 30],
  ['社区心理援助中心（示例）', 'registered', ['counselling', 'interpreting'], 22, 10],
] as const;

export const demoVolunteers = (day: DayFrom) =>
  ORGANISATIONS.map(([name, organisationKind, skills, memberCount, callableCount], index) => {
    const random = seededRandom(9950 + index);
    const home = DEMO_NEIGHBOURHOODS[index * 5];
    return {
      streetCode: home?.streetCode ?? '',
      organisation: {
        name,
        organisationKind,
        skills,
        memberCount,
        callableCount,
        leader: inventName(random),
        leaderPhone: impossiblePhone(FIRST_NUMBER + index),
        at: home ? around(home.center, random, 150) : null,
        registeredOn: day(-1200 + index * 100),
      },
      volunteers: [0, 1, 2].map((turn) => ({
        name: inventName(random),
        phone: impossiblePhone(FIRST_NUMBER + 100 + index * 10 + turn),
        skills: skills.slice(0, 1 + (turn % 2)),
        availability: (['any_time', 'evenings', 'workdays'] as const)[turn],
        serviceHours: 20 + turn * 35,
        trainedOn: day(-200),
        insuredTo: turn === 2 ? day(-12) : day(170),
        registeredOn: day(-500),
      })),
    };
  });

const VEHICLES = [
  ['京A0001应急', 'command', 6, null, '卫星、350 兆、视频会议'],
  ['京A0002应急', 'drainage', 3, 12, '每小时排水 3000 立方米'],
  ['京A0003应急', 'power', 3, 8, '400 千瓦发电'],
  ['京A0004应急', 'rescue', 6, 5, '破拆、起吊 8 吨'],
  ['京A0005应急', 'bus', 45, null, '转移群众'],
] as const;

/** Plates that nobody can have: they end in a word, not in a number. */
export const demoVehicles = (day: DayFrom) =>
  VEHICLES.map(([plate, vehicleKind, seats, load, ability], index) => {
    const random = seededRandom(9970 + index);
    return {
      plate,
      vehicleKind,
      seats,
      load,
      ability,
      driver: inventName(random),
      driverPhone: impossiblePhone(FIRST_NUMBER + 300 + index),
      base: around({ lng: 116.2185, lat: 39.9078 }, random, 90),
      inspectedTo: index === 3 ? day(-5) : day(240),
      insuredTo: day(200),
    };
  });
