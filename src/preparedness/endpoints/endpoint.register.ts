import { sectorOf } from '../../foundation/geo/define.ts';
import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { person, reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { TEST_FIELDS, TEST_STATES, testSteps } from './line-tests.rules.ts';

export const ENDPOINT_KINDS = [
  { id: 'group', label: { zh: '居民工作群', en: 'Group of residents' } },
  { id: 'display', label: { zh: '电子显示屏', en: 'Display' } },
  { id: 'loudspeaker', label: { zh: '应急广播（大喇叭）', en: 'Loudspeaker' } },
  { id: 'siren', label: { zh: '警报器', en: 'Siren' } },
  { id: 'vehicle', label: { zh: '宣传车', en: 'Vehicle' } },
] as const;

const METRES = { unit: { zh: 'm', en: 'm' }, min: 10, max: 10_000 } as const;

/**
 * 触达终端: where a warning comes out among people. It reaches a building, the ground around it, or — a group — its share of
 * the households of its community or building.
 */
export const endpoint = defineRegister('endpoint', {
  plural: 'endpoints',
  label: { zh: '触达终端', en: 'Endpoint' },
  purpose: { zh: '预警信息送达社区和楼栋', en: 'To bring warnings to communities and buildings' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    endpointKind: choice({ label: { zh: '类型', en: 'Kind' }, options: ENDPOINT_KINDS, required: true }),
    communityId: unit({ label: { zh: '所在社区', en: 'Community' }, required: true }),
    buildingId: reference({ label: { zh: '所在建筑物', en: 'Building' }, to: 'building' }),
    householdShare: decimal({
      label: { zh: '入群户占比', en: 'Households in it' },
      unit: { zh: '%', en: '%' },
      max: 100,
    }),
    deviceAddress: text({ label: { zh: '设备号或群名', en: 'Device or group' }, max: 200 }),
    at: place({ label: { zh: '位置', en: 'Place' } }),
    reach: whole({ label: { zh: '有效半径', en: 'Reaches' }, ...METRES }),
    covers: area({ label: { zh: '覆盖范围', en: 'Ground reached' } }),
    administrator: text({ label: { zh: '管理员', en: 'Administrator' }, required: true, max: 40 }),
    administratorPhone: phone({ label: { zh: '管理员电话', en: 'Their phone' }, required: true }),
    /** Where the administrator has an account here: a message asks them to pass it on. */
    administratorId: person({ label: { zh: '平台人员', en: 'Person here' } }),
    ...TEST_FIELDS,
  },
  processing: contactsOf('endpoint'),
  title: 'name',
  list: ['name', 'endpointKind', 'communityId', 'buildingId', 'householdShare', 'administrator', 'testedAt'],
  map: { place: 'at', shape: 'triangle', colourBy: 'endpointKind', also: ['covers'] },
});

const KEEPERS = {
  duty_officer: 'all',
  street_officer: 'area',
  community_worker: 'area',
} as const;

export const endpoints = defineFaces(endpoint, {
  read: {
    ...KEEPERS,
    duty_leader: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    grid_worker: 'area',
    wall: 'all',
  },
  keep: KEEPERS,
  sections: [
    {
      title: { zh: '终端', en: 'Endpoint' },
      fields: ['name', 'endpointKind', 'communityId', 'buildingId', 'householdShare', 'deviceAddress'],
    },
    { title: { zh: '覆盖', en: 'Ground' }, fields: ['at', 'reach'] },
    {
      title: { zh: '管理与测试', en: 'Keeping and tests' },
      fields: ['administrator', 'administratorPhone', 'administratorId', 'testedAt', 'testFinding'],
    },
  ],
  filters: ['endpointKind', 'communityId', 'buildingId', 'testedAt', 'administratorId'],
  search: ['name', 'administrator', 'deviceAddress'],
  derive: ({ at, reach }) => ({
    covers: at && typeof reach === 'number' ? [[sectorOf(at as { lng: number; lat: number }, 0, 360, reach)]] : null,
  }),
  check: ({ endpointKind, householdShare, reach, at, buildingId }) => {
    if (endpointKind === 'group')
      return householdShare === null || householdShare === undefined
        ? { field: 'householdShare', reason: NO_SHARE }
        : undefined;
    if (typeof reach === 'number' && !at) return { field: 'at', reason: NO_PLACE };
    return endpointKind !== 'vehicle' && typeof reach !== 'number' && !buildingId
      ? { field: 'reach', reason: NO_REACH }
      : undefined;
  },
  states: TEST_STATES,
  steps: testSteps({ ...KEEPERS, grid_worker: 'area' }),
});

const NO_SHARE = { zh: '工作群须填入群户占比', en: 'a group says what share of the households is in it' };
const NO_PLACE = { zh: '有有效半径须标注位置', en: 'a radius needs a place' };
const NO_REACH = { zh: '须填有效半径或所在建筑物', en: 'give how far it reaches, or its building' };
