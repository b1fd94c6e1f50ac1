import type { DayFrom } from '../day-from.ts';
import { impossiblePhone } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { around, DEMO_NEIGHBOURHOODS, squareAround } from './around.ts';

const FIRST_NUMBER = 940_000;

/** One house in every demo neighbourhood; every third is old, and some of these were found dangerous. */
export const demoBuildings = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.map(({ code, name, center, streetCode }, index) => {
    const random = seededRandom(9400 + index);
    const at = around(center, random, 120);
    const isOld = index % 3 === 0;
    const floors = isOld ? 6 : 12 + Math.floor(random() * 16);
    return {
      streetCode,
      communityCode: code,
      building: {
        name: `${name.replace('社区', '')}${1 + Math.floor(random() * 20)}号楼（示例）`,
        buildingCode: `${code}F${String(index + 1).padStart(4, '0')}`,
        address: `${name}${1 + Math.floor(random() * 40)}号院（示例地址）`,
        buildingUse: index % 6 === 5 ? 'office' : 'dwelling',
        structure: isOld ? 'masonry' : 'concrete',
        builtYear: isOld ? 1978 + (index % 9) : 2001 + (index % 18),
        floorsAbove: floors,
        floorsBelow: isOld ? 0 : 2,
        height: Math.round(floors * 2.9 * 10) / 10,
        floorArea: floors * 620,
        at,
        outline: squareAround(at, 14),
        ...(isOld && index % 2 === 0 ? { dangerGrade: index % 4 === 0 ? 'c' : 'b', appraisedOn: day(-410) } : {}),
        isOldEstate: isOld,
        hasGlassFacade: index % 6 === 5,
        liftCount: isOld ? 0 : 2,
        property: '物业服务公司（示例）',
        propertyPhone: impossiblePhone(FIRST_NUMBER + index),
      },
    };
  });
