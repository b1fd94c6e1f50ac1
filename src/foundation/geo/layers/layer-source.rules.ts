import type { Phrase } from '../../../kernel/phrases.ts';
import { faultOfService } from './service-address.rules.ts';
import { tileFacts } from './tile-facts.rules.ts';

/** Where a layer of the catalogue has its shapes or pictures from. */
export const SOURCE_KINDS = [
  { id: 'register', label: { zh: '台账专题', en: 'Register, narrowed' } },
  { id: 'features', label: { zh: '上传的矢量文件', en: 'Uploaded vector file' } },
  { id: 'service', label: { zh: '外部地图服务', en: 'Outside map service' } },
  { id: 'tiles', label: { zh: '上传的瓦片文件', en: 'Uploaded file of tiles' } },
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number]['id'];

/** The tokens `--map-1` to `--map-8`: none of them is a colour of warnings. */
export const LAYER_COLOURS = [
  { id: '1', label: { zh: '青绿', en: 'Teal' } },
  { id: '2', label: { zh: '紫', en: 'Violet' } },
  { id: '3', label: { zh: '棕', en: 'Brown' } },
  { id: '4', label: { zh: '品红', en: 'Magenta' } },
  { id: '5', label: { zh: '橄榄绿', en: 'Olive' } },
  { id: '6', label: { zh: '石板灰', en: 'Slate' } },
  { id: '7', label: { zh: '湖蓝', en: 'Lake blue' } },
  { id: '8', label: { zh: '酒红', en: 'Wine' } },
] as const;

export const LAYER_SHAPES = [
  { id: 'circle', label: { zh: '● 圆', en: '● Circle' } },
  { id: 'triangle', label: { zh: '▲ 三角', en: '▲ Triangle' } },
  { id: 'diamond', label: { zh: '◆ 菱形', en: '◆ Diamond' } },
  { id: 'square', label: { zh: '■ 方', en: '■ Square' } },
] as const;

export const GEOMETRIES = [
  { id: 'point', label: { zh: '点', en: 'Points' } },
  { id: 'line', label: { zh: '线', en: 'Lines' } },
  { id: 'area', label: { zh: '面', en: 'Areas' } },
] as const;

type Values = Readonly<Record<string, unknown>>;
const isBlank = (value: unknown) => value === null || value === undefined || value === '';
const BY_UPLOAD = {
  zh: '文件请从「上传图层文件」进入，不在此登记',
  en: 'a file is uploaded («Upload a layer»), not registered here',
};
const MISSING = { zh: '必须填写', en: 'is required' };

/** What each kind of source cannot do without. */
const NEEDS: Readonly<Record<SourceKind, readonly string[]>> = {
  register: ['sourceLayer'],
  features: [],
  service: [],
  tiles: [],
};

/** What is wrong with a layer by itself; whether its source has the fields it names, only the server knows. */
export function faultOfLayer(values: Values): { field: string; reason: Phrase } | undefined {
  const kind = values.sourceKind as SourceKind;
  const missing = (NEEDS[kind] ?? []).find((field) => isBlank(values[field]));
  if (missing) return { field: missing, reason: MISSING };
  if (kind === 'features' && isBlank(values.attributes)) return { field: 'sourceKind', reason: BY_UPLOAD };
  if (kind === 'tiles' && !tileFacts.safeParse(values.tileFacts).success)
    return { field: 'sourceKind', reason: BY_UPLOAD };
  const unsound = (kind === 'service' ? faultOfService(values) : undefined) ?? faultOfDepth(values);
  if (unsound) return unsound;
  const folder = String(values.folder ?? '');
  if (folder.split('/').some((part) => part.trim() === ''))
    return {
      field: 'folder',
      reason: { zh: '各级目录名之间用一个「/」分开，不能为空', en: 'has a name on every level, parted by one “/”' },
    };
  if (!isBlank(values.filterField) !== ((values.filterValues as unknown[] | null | undefined) ?? []).length > 0)
    return {
      field: 'filterField',
      reason: { zh: '筛选栏目和筛选值须同时填写', en: 'comes with the values it is narrowed to, and they with it' },
    };
  return undefined;
}

function faultOfDepth({ minZoom, maxZoom }: Values): { field: string; reason: Phrase } | undefined {
  if (isBlank(minZoom) || isBlank(maxZoom) || Number(minZoom) <= Number(maxZoom)) return undefined;
  return { field: 'maxZoom', reason: { zh: '不能小于最小级别', en: 'is not less than the lowest zoom' } };
}
