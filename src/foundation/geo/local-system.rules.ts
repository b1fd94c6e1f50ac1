import { defineRuleSet } from '../rule-sets/define.ts';
import { decimal, group, oneOf } from '../rule-sets/leaf.type.ts';

const DEGREES = { zh: '度', en: '°' };
const METRES = { zh: '米', en: 'm' };

export const ELLIPSOIDS = [
  { id: 'krassovsky', label: { zh: '克拉索夫斯基椭球（1954 年北京坐标系）', en: 'Krassovsky 1940 (Beijing 1954)' } },
  { id: 'iag75', label: { zh: 'IAG-75 椭球（1980 西安坐标系）', en: 'IAG 1975 (Xian 1980)' } },
  { id: 'cgcs2000', label: { zh: 'CGCS2000 椭球', en: 'CGCS2000' } },
] as const;

/**
 * 北京地方坐标系 and the meridian of the district's 3° zone. The exact parameters and the way to CGCS2000 are survey results
 * that a district asks the municipal authority for; until it has them, what public project files carry is assumed.
 */
export const LOCAL_SYSTEM = defineRuleSet('local_coordinate_system', {
  label: { zh: '地方坐标系参数', en: 'Local coordinate system' },
  about: {
    zh: '导入北京地方坐标系和高斯投影坐标时怎样换算为 CGCS2000',
    en: 'How coordinates of the Beijing-local system and of Gauss–Krüger zones become CGCS2000 on import',
  },
  citation: '测绘法 第9条、第11条（国家统一的测绘基准；相对独立的平面坐标系统应与国家坐标系统相联系）',
  ownerRole: 'department_officer',
  schema: group({
    ellipsoid: oneOf({ label: { zh: '参考椭球', en: 'Ellipsoid' }, options: ELLIPSOIDS }),
    meridian: decimal({ label: { zh: '中央子午线', en: 'Central meridian' }, unit: DEGREES, min: 73, max: 136 }),
    latitude: decimal({ label: { zh: '原点纬度', en: 'Latitude of origin' }, unit: DEGREES, min: 0, max: 54 }),
    scale: decimal({ label: { zh: '尺度比', en: 'Scale' }, min: 0.999, max: 1.001 }),
    falseEasting: decimal({
      label: { zh: '东坐标加常数', en: 'False easting' },
      unit: METRES,
      min: -10_000_000,
      max: 10_000_000,
    }),
    falseNorthing: decimal({
      label: { zh: '北坐标加常数', en: 'False northing' },
      unit: METRES,
      min: -10_000_000,
      max: 10_000_000,
    }),
    shiftEast: decimal({ label: { zh: '换算后东移', en: 'Shift east' }, unit: METRES, min: -1000, max: 1000 }),
    shiftNorth: decimal({ label: { zh: '换算后北移', en: 'Shift north' }, unit: METRES, min: -1000, max: 1000 }),
    zoneMeridian: decimal({
      label: { zh: '本区三度带中央子午线', en: 'Meridian of the 3° zone' },
      unit: DEGREES,
      min: 75,
      max: 135,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '公开工程文件所载参数，未与控制点核对；正式换算参数应向市规划和自然资源部门申请',
    values: {
      ellipsoid: 'krassovsky',
      meridian: 116.3502518,
      latitude: 39.86576603,
      scale: 1,
      falseEasting: 500_000,
      falseNorthing: 300_000,
      shiftEast: 0,
      shiftNorth: 0,
      zoneMeridian: 117,
    },
  },
});

export type LocalSystem = (typeof LOCAL_SYSTEM)['initial']['values'];
