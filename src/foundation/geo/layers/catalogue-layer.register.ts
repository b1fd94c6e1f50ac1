import { ROLES, type Role } from '../../identity/define.ts';
import { defineFaces, defineRegister } from '../../registers/define.ts';
import { choice, choices } from '../../registers/types/choice.type.ts';
import { code } from '../../registers/types/code.type.ts';
import { day } from '../../registers/types/day.type.ts';
import { files } from '../../registers/types/files.type.ts';
import { json } from '../../registers/types/json.type.ts';
import { named, severalNamed } from '../../registers/types/named.type.ts';
import { decimal, whole } from '../../registers/types/number.type.ts';
import { unit } from '../../registers/types/reference.type.ts';
import { text } from '../../registers/types/text.type.ts';
import { COORDINATE_SYSTEMS } from '../coordinates.rules.ts';
import { faultOfLayer, GEOMETRIES, LAYER_COLOURS, LAYER_SHAPES, SOURCE_KINDS } from './layer-source.rules.ts';
import { SERVICE_FORMATS, SERVICE_KINDS, SERVICE_SYSTEMS, TIANDITU_LAYERS } from './service-address.rules.ts';
import type { TileFacts } from './tile-facts.rules.ts';

const ROLE_CHOICES = (Object.keys(ROLES) as Role[]).map((id) => ({ id, label: ROLES[id] }));
const WHOLE_DISTRICT = [
  { id: 'all', label: { zh: '全部要素', en: 'All features' } },
  { id: 'area', label: { zh: '仅本辖区内的要素', en: "Those in the viewer's own area" } },
] as const;

/** Layers of registers, their fields, the values of those: whoever may read them is told their words. */
const NAMES = { view: 'catalogueLayers.names', with: ['sourceLayer', 'filterField'] };
const ofService = { field: 'sourceKind', in: ['service'] } as const;

/** 图层目录: an entry says where a layer comes from, how it is drawn, who sees it and whose it is. */
export const catalogueLayer = defineRegister('catalogue_layer', {
  plural: 'catalogueLayers',
  label: { zh: '图层目录', en: 'Catalogue of layers' },
  purpose: { zh: '一张图的图层来源、样式和使用范围', en: 'Where the layers of the map come from, their look and use' },
  fields: {
    name: text({ label: { zh: '图层名称', en: 'Name' }, required: true, max: 80 }),
    /** Levels parted by `/`: 安全生产/危险化学品. */
    folder: text({ label: { zh: '所在目录', en: 'Folder' }, required: true, max: 200 }),
    sourceKind: choice({ label: { zh: '来源类型', en: 'Source' }, options: SOURCE_KINDS, required: true }),
    sourceLayer: named({ label: { zh: '台账图层', en: 'Layer of a register' }, max: 60, by: NAMES }),
    filterField: named({ label: { zh: '筛选栏目', en: 'Narrowed by' }, max: 60, by: NAMES }),
    filterValues: severalNamed({ label: { zh: '筛选值', en: 'To the values' }, by: NAMES }),
    filterArea: text({ label: { zh: '筛选区域代码', en: 'Within the area (code)' }, max: 12 }),
    /** Read and written as a whole by the upload of a file. */
    geometry: choice({ label: { zh: '几何类型', en: 'Shapes' }, options: GEOMETRIES }),
    featureCount: whole({ label: { zh: '要素数', en: 'Features' } }),
    attributes: json<readonly string[]>({ label: { zh: '要素属性', en: 'Attributes of its features' } }),
    serviceKind: choice({ label: { zh: '服务类型', en: 'Kind of service' }, options: SERVICE_KINDS }),
    serviceAddress: text({ label: { zh: '服务地址', en: 'Address of the service' }, max: 1000 }),
    serviceLayer: text({ label: { zh: '服务图层名', en: 'Layer of the service' }, max: 300 }),
    serviceStyle: text({ label: { zh: '服务样式名', en: 'Style of the service' }, max: 100 }),
    serviceMatrixSet: text({ label: { zh: '瓦片矩阵集', en: 'Tile matrix set' }, max: 100 }),
    serviceFormat: choice({ label: { zh: '图片格式', en: 'Picture format' }, options: SERVICE_FORMATS }),
    serviceSystem: choice({ label: { zh: '服务坐标系', en: 'System of the service' }, options: SERVICE_SYSTEMS }),
    tiandituLayer: choice({ label: { zh: '天地图图层', en: 'Layer of Tianditu' }, options: TIANDITU_LAYERS }),
    /** Of the environment variable MAP_KEY_<name>: the key itself never stands in a record. */
    keyName: code({
      label: { zh: '密钥名称', en: 'Name of the key' },
      pattern: /^[A-Z][A-Z0-9_]{0,39}$/,
      example: 'TIANDITU',
    }),
    minZoom: whole({ label: { zh: '最小级别', en: 'Lowest zoom' }, min: 0, max: 22 }),
    maxZoom: whole({ label: { zh: '最大级别', en: 'Deepest zoom' }, min: 0, max: 22 }),
    /** 版权标注: what the maker of the map wants to be read on it. */
    attribution: text({ label: { zh: '版权标注', en: 'Attribution' }, max: 200 }),
    tileFile: files({ label: { zh: '瓦片文件', en: 'File of tiles' }, max: 1 }),
    /** Read from the file when it is uploaded. */
    tileFacts: json<TileFacts>({ label: { zh: '瓦片文件概况', en: 'What the file of tiles holds' } }),
    tileLayer: text({ label: { zh: '文件内图层', en: 'Layer of the file' }, max: 100 }),
    featureReach: choice({ label: { zh: '要素可见范围', en: 'Features shown' }, options: WHOLE_DISTRICT }),
    colour: choice({ label: { zh: '颜色', en: 'Colour' }, options: LAYER_COLOURS }),
    shape: choice({ label: { zh: '点的形状', en: 'Shape of points' }, options: LAYER_SHAPES }),
    width: decimal({ label: { zh: '线宽', en: 'Width of lines' }, unit: { zh: '像素', en: 'px' }, min: 0.5, max: 12 }),
    opacity: decimal({
      label: { zh: '不透明度', en: 'Opacity' },
      unit: { zh: '%', en: '%' },
      min: 5,
      max: 100,
    }),
    labelField: named({ label: { zh: '标注栏目', en: 'Labelled by' }, max: 60, by: NAMES }),
    classField: named({ label: { zh: '分类设色栏目', en: 'Coloured by' }, max: 60, by: NAMES }),
    seenByRoles: choices({ label: { zh: '可见身份', en: 'Seen by the posts' }, options: ROLE_CHOICES }),
    seenByUnitId: unit({ label: { zh: '可见单位（含下级）', en: 'Seen by the unit and those below' } }),
    providedBy: text({ label: { zh: '数据提供单位', en: 'Provided by' }, max: 100 }),
    origin: text({ label: { zh: '数据来源', en: 'Origin of the data' }, max: 300 }),
    dataDay: day({ label: { zh: '数据日期', en: 'State of the data' } }),
    originSystem: choice({
      label: { zh: '原坐标系', en: 'Reference system of the origin' },
      options: COORDINATE_SYSTEMS,
    }),
  },
  title: 'name',
  list: ['name', 'folder', 'sourceKind', 'sourceLayer', 'providedBy', 'dataDay'],
});

export const catalogueLayers = defineFaces(catalogueLayer, {
  isBackground: true,
  read: { duty_leader: 'all', duty_officer: 'all', department_officer: 'unit' },
  keep: { duty_officer: 'all', department_officer: 'unit' },
  sections: [
    { title: { zh: '图层', en: 'Layer' }, fields: ['name', 'folder', 'sourceKind'] },
    {
      title: { zh: '台账专题', en: 'Register' },
      fields: ['sourceLayer', 'filterField', 'filterValues', 'filterArea'],
      when: { field: 'sourceKind', in: ['register'] },
    },
    {
      title: { zh: '上传的要素', en: 'Uploaded features' },
      fields: ['geometry', 'featureCount', 'featureReach'],
      when: { field: 'sourceKind', in: ['features'] },
    },
    {
      title: { zh: '外部服务', en: 'Outside service' },
      fields: ['serviceKind', 'serviceAddress', 'keyName'],
      when: ofService,
    },
    {
      title: { zh: '天地图', en: 'Tianditu' },
      fields: ['tiandituLayer'],
      when: { field: 'serviceKind', in: ['tianditu'] },
    },
    {
      title: { zh: '服务参数', en: 'Parameters' },
      fields: ['serviceLayer', 'serviceStyle', 'serviceFormat'],
      when: { field: 'serviceKind', in: ['wms', 'wmts'] },
    },
    {
      title: { zh: '瓦片矩阵', en: 'Tile matrix' },
      fields: ['serviceMatrixSet'],
      when: { field: 'serviceKind', in: ['wmts'] },
    },
    {
      title: { zh: '坐标系', en: 'System' },
      fields: ['serviceSystem'],
      when: { field: 'serviceKind', in: ['wms', 'xyz', 'wmts'] },
    },
    {
      title: { zh: '瓦片文件', en: 'File of tiles' },
      fields: ['tileFile', 'tileLayer'],
      when: { field: 'sourceKind', in: ['tiles'] },
    },
    {
      title: { zh: '图片与瓦片', en: 'Pictures and tiles' },
      fields: ['minZoom', 'maxZoom'],
      when: { field: 'sourceKind', in: ['service', 'tiles'] },
    },
    {
      title: { zh: '样式', en: 'Look' },
      fields: ['colour', 'width', 'labelField'],
      when: { field: 'sourceKind', in: ['register', 'features', 'tiles'] },
    },
    {
      title: { zh: '分类与形状', en: 'Classes and shape' },
      fields: ['classField', 'shape'],
      when: { field: 'sourceKind', in: ['register', 'features'] },
    },
    { title: { zh: '显示', en: 'Shown' }, fields: ['opacity'] },
    { title: { zh: '使用范围', en: 'Who sees it' }, fields: ['seenByRoles', 'seenByUnitId'] },
    {
      title: { zh: '数据来源', en: 'Where it comes from' },
      fields: ['providedBy', 'origin', 'attribution', 'dataDay', 'originSystem'],
    },
  ],
  filters: ['sourceKind', 'folder', 'dataDay'],
  search: ['name', 'folder', 'providedBy'],
  together: [['folder', 'name']],
  check: faultOfLayer,
});
