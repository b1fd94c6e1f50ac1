import type { DayFrom } from '../day-from.ts';
import { seededRandom } from '../random.ts';
import { around, DEMO_NEIGHBOURHOODS } from './around.ts';

const KINDS = [
  ['dome', ['public_order', 'fire_protection'], 120, 80],
  ['bullet', ['traffic'], 60, 120],
  ['bullet', ['flood_control'], 75, 60],
  ['high_point', ['forest_fire'], 40, 3000],
  ['panoramic', ['public_order'], 360, 50],
] as const;

/** One camera in every demo neighbourhood, looking somewhere. */
export const demoCameras = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.map(({ name, center }, index) => {
    const random = seededRandom(9850 + index);
    const [cameraKind, watches, viewAngle, range] = KINDS[index % KINDS.length] ?? KINDS[0];
    return {
      name: `${name.replace('社区', '')}路口（示例）`,
      // Network 0 and a number from 900001: no gateway hands these out.
      deviceCode: `11010700001320${String(900_001 + index)}`,
      cameraKind,
      watches,
      address: `${name}主要路口（示例地址）`,
      at: around(center, random, 220),
      mountHeight: cameraKind === 'high_point' ? 45 : 6,
      azimuth: Math.floor(random() * 360),
      viewAngle,
      range,
      hasSign: index % 6 === 5 ? null : 'yes',
      installedOn: day(-700 - index * 10),
    };
  });
