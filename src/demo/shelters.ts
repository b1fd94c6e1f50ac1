import { DEMO_AREAS } from './areas.ts';
import type { DayFrom } from './day-from.ts';
import { impossiblePhone, inventName } from './invented-names.ts';
import { seededRandom } from './random.ts';
import { STREETS } from './streets.ts';

const FIRST_NUMBER = 920_000;
const ALL_FACILITIES = ['tents', 'medical', 'water', 'power', 'sewage', 'toilets', 'waste', 'passages', 'signs'];

/**
 * Five shelters whose areas add up to what the district's plan counts: 54.32 万 m², of these 29.36 万 m² for tents. Names and
 * places are invented.
 */
export const demoShelters = (day: DayFrom) =>
  [
    { street: 'laoshan', kind: '体育公园', totalArea: 180_000, tentArea: 98_000, durationClass: 'long' },
    { street: 'bajiao', kind: '城市公园', totalArea: 130_200, tentArea: 72_600, durationClass: 'long' },
    { street: 'gucheng', kind: '社区公园', totalArea: 98_000, tentArea: 52_000, durationClass: 'short' },
    { street: 'lugu', kind: '文化广场', totalArea: 75_000, tentArea: 41_000, durationClass: 'short' },
    { street: 'pingguoyuan', kind: '中学操场', totalArea: 60_000, tentArea: 30_000, durationClass: 'emergency' },
  ].map(({ street, kind, ...areas }, index) => {
    const random = seededRandom(8600 + index);
    const { code = '', name = '' } = STREETS.find(({ id }) => id === street) ?? {};
    const centre = DEMO_AREAS.find((area) => area.code === code)?.center;
    const title = `${name.replace('街道', '')}${kind}避难场所（示例）`;
    return {
      streetCode: code,
      shelter: {
        ...areas,
        name: title,
        grade: index < 2 ? 'county' : 'street',
        space: 'outdoor',
        address: `${name}（示例地址）`,
        entrance: centre ?? null,
        effectiveArea: areas.tentArea,
        facilities: ALL_FACILITIES.slice(0, ALL_FACILITIES.length - index),
        routes: '沿主路步行，入口处有避难标志',
        certifiedOn: day(-1115),
        inspectedOn: index === 4 ? day(-182) : day(-52),
        keeper: inventName(random),
        keeperPhone: impossiblePhone(FIRST_NUMBER + index),
      },
      zones: [
        { name: '篷宿一区', zoneKind: 'tents', takesPeople: true, effectiveArea: areas.tentArea * 0.6 },
        { name: '篷宿二区', zoneKind: 'tents', takesPeople: true, effectiveArea: areas.tentArea * 0.4 },
        { name: '医疗区', zoneKind: 'medical', takesPeople: false, effectiveArea: 600 },
        { name: '物资区', zoneKind: 'supplies', takesPeople: false, effectiveArea: 900 },
      ],
    };
  });
