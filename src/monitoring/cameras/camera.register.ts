import { sectorOf } from '../../foundation/geo/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices, YES_OR_NO } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

const CAMERA_KINDS = [
  { id: 'dome', label: { zh: '球机', en: 'Dome' } },
  { id: 'bullet', label: { zh: '枪机', en: 'Bullet' } },
  { id: 'panoramic', label: { zh: '全景', en: 'Panoramic' } },
  { id: 'high_point', label: { zh: '高空瞭望', en: 'High point' } },
  { id: 'thermal', label: { zh: '热成像', en: 'Thermal' } },
] as const;

const WATCHES = [
  { id: 'public_order', label: { zh: '治安', en: 'Public order' } },
  { id: 'traffic', label: { zh: '交通', en: 'Traffic' } },
  { id: 'flood_control', label: { zh: '防汛', en: 'Flood control' } },
  { id: 'forest_fire', label: { zh: '森林防火', en: 'Forest fire' } },
  { id: 'fire_protection', label: { zh: '消防', en: 'Fire protection' } },
  { id: 'work_safety', label: { zh: '安全生产', en: 'Work safety' } },
] as const;

const DEGREES = { zh: '°', en: '°' };
const METRE = { zh: 'm', en: 'm' };

/** 视频点位: a camera with what it sees: the sector of azimuth, angle and range, which follows from these. */
export const camera = defineRegister('camera', {
  plural: 'cameras',
  label: { zh: '视频点位', en: 'Camera' },
  purpose: { zh: '调看现场、核实报警', en: 'To look at a scene and verify alarms' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    deviceCode: code({
      // Centre 8, line of business 2, type 3, network 1, number 6 (GB/T 28181, annex D).
      label: { zh: '设备编码', en: 'Device code' },
      required: true,
      pattern: /^\d{20}$/,
      example: '11010700001320000001',
    }),
    cameraKind: choice({ label: { zh: '类型', en: 'Kind' }, options: CAMERA_KINDS, required: true }),
    watches: choices({ label: { zh: '用途', en: 'Watches' }, options: WATCHES }),
    address: text({ label: { zh: '安装地点', en: 'Where it hangs' }, max: 200 }),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    mountHeight: decimal({ label: { zh: '架设高度', en: 'Height' }, unit: METRE, max: 500 }),
    azimuth: decimal({ label: { zh: '朝向方位角', en: 'Azimuth' }, unit: DEGREES, max: 360 }),
    viewAngle: decimal({ label: { zh: '水平视角', en: 'Angle of view' }, unit: DEGREES, min: 1, max: 360 }),
    range: whole({ label: { zh: '有效距离', en: 'Range' }, unit: METRE, min: 1, max: 20_000 }),
    fieldOfView: area({ label: { zh: '视域', en: 'Field of view' } }),
    operatorId: unit({ label: { zh: '建设（运维）单位', en: 'Operator' } }),
    hasSign: choice({ label: { zh: '设有提示标识', en: 'Has a sign' }, options: YES_OR_NO }),
    installedOn: day({ label: { zh: '安装日期', en: 'Installed on' } }),
  },
  title: 'name',
  list: ['name', 'deviceCode', 'cameraKind', 'watches', 'address', 'operatorId'],
  map: { place: 'at', shape: 'triangle', colourBy: 'cameraKind', also: ['fieldOfView'] },
  surroundings: { resources: [{ order: 50 }] },
});

export const cameras = defineFaces(camera, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    wall: 'all',
  },
  keep: { duty_officer: 'all', department_officer: 'unit' },
  sections: [
    { title: { zh: '点位', en: 'Camera' }, fields: ['name', 'deviceCode', 'cameraKind', 'watches', 'address', 'at'] },
    { title: { zh: '视域', en: 'Field of view' }, fields: ['azimuth', 'viewAngle', 'range', 'mountHeight'] },
    // 个人信息保护法 第26条: in public places only with a plain sign.
    { title: { zh: '运维', en: 'Operation' }, fields: ['operatorId', 'hasSign', 'installedOn'] },
  ],
  filters: ['cameraKind', 'watches', 'operatorId', 'hasSign'],
  search: ['name', 'deviceCode', 'address'],
  keys: ['deviceCode'],
  derive: ({ at, azimuth, viewAngle, range }) => ({
    fieldOfView:
      typeof viewAngle === 'number' && typeof range === 'number' ? seen(at, azimuth, viewAngle, range) : null,
  }),
});

/** A camera that sees all round needs no azimuth; any other one does. */
function seen(at: unknown, azimuth: unknown, viewAngle: number, range: number) {
  if (typeof azimuth !== 'number' && viewAngle < 360) return null;
  return [[sectorOf(at as { lng: number; lat: number }, Number(azimuth ?? 0), viewAngle, range)]];
}
