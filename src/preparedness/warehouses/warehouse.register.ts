import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { decimal } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const WAREHOUSE_KINDS = [
  { id: 'district', label: { zh: '区级储备库', en: 'District' } },
  { id: 'department', label: { zh: '部门储备库', en: 'Department' } },
  { id: 'street', label: { zh: '街道储备点', en: 'Street' } },
  { id: 'community', label: { zh: '社区储备点', en: 'Community' } },
  { id: 'agreement', label: { zh: '企业代储', en: 'Enterprise by agreement' } },
] as const;

/** 储备库: where goods lie. Its owner unit keeps it; whose the goods are stands on each lot. */
export const warehouse = defineRegister('warehouse', {
  plural: 'warehouses',
  label: { zh: '储备库', en: 'Warehouse' },
  fields: {
    code: text({ label: { zh: '库号', en: 'Code' }, required: true, max: 40 }),
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    kind: {
      ...choice({ label: { zh: '类别', en: 'Kind' }, options: WAREHOUSE_KINDS, required: true }),
      startsAs: 'district',
    },
    address: text({ label: { zh: '地址', en: 'Address' }, max: 200 }),
    place: place({ label: { zh: '位置', en: 'Place' } }),
    keeper: text({ label: { zh: '保管员', en: 'Keeper' }, max: 40 }),
    phone: phone({ label: { zh: '保管员电话', en: 'Keeper’s phone' } }),
    capacity: decimal({ label: { zh: '库容', en: 'Capacity' }, max: 10_000_000, unit: { zh: 'm³', en: 'm³' } }),
    openHours: text({ label: { zh: '开库时间', en: 'Opening hours' }, max: 100 }),
  },
  processing: contactsOf('warehouse'),
  title: 'name',
  list: ['code', 'name', 'kind', 'address', 'keeper', 'phone', 'capacity', 'openHours'],
  surroundings: { resources: [{ order: 20 }] },
});

export const warehouses = defineFaces(warehouse, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['area', 'involved'],
    street_officer: ['area', 'involved'],
    team_leader: 'involved',
    utility_contact: ['unit', 'involved'],
    wall: 'all',
  },
  keep: { duty_officer: 'all', duty_leader: 'all', department_officer: 'unit', street_officer: 'unit' },
  sections: [
    { title: { zh: '储备库', en: 'Warehouse' }, fields: ['code', 'name', 'kind', 'address', 'place', 'capacity'] },
    { title: { zh: '联系', en: 'Reaching it' }, fields: ['keeper', 'phone', 'openHours'] },
  ],
  filters: ['kind'],
  search: ['code', 'name', 'address', 'keeper'],
  keys: ['code'],
});
