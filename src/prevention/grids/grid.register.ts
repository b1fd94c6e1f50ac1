import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { DUTY_LAYERS, GRID_KEEPERS, GRID_READERS } from './duty-layers.rules.ts';

const GRID_KINDS = [
  { id: 'basic', label: { zh: '基础网格', en: 'Basic' } },
  { id: 'dedicated', label: { zh: '专属网格（园区、商圈、机关）', en: 'Dedicated' } },
] as const;

const PERSONS = { zh: '人', en: 'persons' };

/** 网格: a piece of ground that somebody walks. */
export const grid = defineRegister('grid', {
  plural: 'grids',
  label: { zh: '网格', en: 'Grid' },
  purpose: { zh: '网格化巡查和责任到人', en: 'Patrols, and a name for every piece of ground' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    gridCode: code({
      label: { zh: '网格编码', en: 'Grid code' },
      required: true,
      // Community 12, then the grid within it (GB/T 34300-2017 keeps three places).
      pattern: /^\d{15}$/,
      example: '110107003007001',
    }),
    gridKind: choice({ label: { zh: '类别', en: 'Kind' }, options: GRID_KINDS, required: true }),
    communityId: unit({ label: { zh: '所属社区', en: 'Community' } }),
    outline: area({ label: { zh: '范围', en: 'Outline' } }),
    dutyLayers: choices({ label: { zh: '责任层', en: 'Duty layers' }, options: DUTY_LAYERS, required: true }),
    households: whole({ label: { zh: '户数', en: 'Households' }, unit: { zh: '户', en: '' }, max: 100_000 }),
    people: whole({ label: { zh: '人口', en: 'People' }, unit: PERSONS, max: 1_000_000 }),
    description: text({ label: { zh: '四至', en: 'Boundaries' }, max: 300 }),
  },
  title: 'name',
  list: ['name', 'gridCode', 'gridKind', 'communityId', 'dutyLayers', 'households', 'people'],
  map: { colourBy: 'gridKind' },
  surroundings: { people: { order: 30, count: 'people' } },
});

export const grids = defineFaces(grid, {
  read: GRID_READERS,
  keep: GRID_KEEPERS,
  sections: [
    {
      title: { zh: '网格', en: 'Grid' },
      fields: ['name', 'gridCode', 'gridKind', 'communityId', 'households', 'people'],
    },
    { title: { zh: '责任', en: 'Duties' }, fields: ['dutyLayers', 'members', 'unmanned'] },
    { title: { zh: '范围', en: 'Ground' }, fields: ['outline', 'description'] },
  ],
  filters: ['gridKind', 'dutyLayers', 'communityId'],
  search: ['name', 'gridCode'],
  keys: ['gridCode'],
  responsibility: 'general',
  computed: {
    members: whole({ label: { zh: '在岗人员', en: 'Members' }, unit: PERSONS }),
    unmanned: choices({ label: { zh: '无人责任层', en: 'Layers with nobody' }, options: DUTY_LAYERS }),
  },
});
