import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { POPULATION_KEEPERS, POPULATION_READERS } from './vulnerabilities.rules.ts';

const TENURES = [
  { id: 'owned', label: { zh: '自住', en: 'Owned' } },
  { id: 'let', label: { zh: '出租', en: 'Let' } },
  { id: 'shared', label: { zh: '群租、集体宿舍', en: 'Shared or dormitory' } },
  { id: 'vacant', label: { zh: '空置', en: 'Vacant' } },
] as const;

const PERSONS = { zh: '人', en: 'persons' };

/** 户: a door at which somebody knocks. It names nobody; the people behind it are a register of their own. */
export const household = defineRegister('household', {
  plural: 'households',
  label: { zh: '户', en: 'Household' },
  purpose: { zh: '入户核实和转移安置', en: 'To knock at every door and to move people' },
  fields: {
    householdCode: code({
      label: { zh: '户编号', en: 'Household code' },
      required: true,
      pattern: /^\d{12}H\d{5,8}$/,
      example: '110107003007H00012',
    }),
    address: text({ label: { zh: '门牌地址', en: 'Address' }, required: true, max: 200 }),
    buildingId: reference({ label: { zh: '所在建筑物', en: 'Building' }, to: 'building' }),
    door: text({ label: { zh: '单元、房号', en: 'Entrance and door' }, max: 40 }),
    floor: whole({ label: { zh: '所在楼层', en: 'Floor' }, min: -20, max: 300 }),
    tenure: choice({ label: { zh: '居住性质', en: 'Tenure' }, options: TENURES }),
    livingThere: whole({ label: { zh: '实住人数', en: 'Living there' }, unit: PERSONS, max: 500 }),
    at: place({ label: { zh: '位置', en: 'Place' } }),
  },
  title: 'address',
  list: ['address', 'door', 'householdCode', 'buildingId', 'tenure', 'livingThere'],
  map: { shape: 'square' },
  surroundings: { people: { order: 20, count: 'livingThere' } },
});

export const households = defineFaces(household, {
  read: POPULATION_READERS,
  keep: POPULATION_KEEPERS,
  sections: [
    {
      title: { zh: '户', en: 'Household' },
      fields: ['householdCode', 'tenure', 'livingThere', 'residents', 'vulnerable'],
    },
    { title: { zh: '位置', en: 'Place' }, fields: ['address', 'buildingId', 'door', 'floor', 'at'] },
  ],
  filters: ['buildingId', 'tenure', 'livingThere', 'floor'],
  search: ['address', 'householdCode'],
  keys: ['householdCode'],
  responsibility: 'relief',
  computed: {
    residents: whole({ label: { zh: '在册居民', en: 'Residents on the register' }, unit: PERSONS }),
    vulnerable: whole({ label: { zh: '其中重点人员', en: 'Of them vulnerable' }, unit: PERSONS }),
  },
});
