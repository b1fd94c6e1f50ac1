import type { Phrase } from '../../../kernel/phrases.ts';
import { mercatorBox, type TileAddress, tileBox } from '../tiles/tile.rules.ts';

export const SERVICE_KINDS = [
  { id: 'wms', label: { zh: 'WMS', en: 'WMS' } },
  { id: 'wmts', label: { zh: 'WMTS', en: 'WMTS' } },
  { id: 'xyz', label: { zh: 'XYZ 瓦片', en: 'XYZ tiles' } },
  { id: 'tianditu', label: { zh: '天地图', en: 'Tianditu' } },
] as const;

export const SERVICE_FORMATS = [
  { id: 'image/png', label: { zh: 'PNG', en: 'PNG' } },
  { id: 'image/jpeg', label: { zh: 'JPEG', en: 'JPEG' } },
  { id: 'image/webp', label: { zh: 'WebP', en: 'WebP' } },
] as const;

/** In what a service draws. Its tiles are those of Web Mercator; degrees are asked of a WMS alone, which draws any box. */
export const SERVICE_SYSTEMS = [
  { id: 'mercator', label: { zh: 'Web 墨卡托（EPSG:3857）', en: 'Web Mercator (EPSG:3857)' } },
  { id: 'cgcs2000', label: { zh: 'CGCS2000 经纬度（EPSG:4490）', en: 'CGCS2000 degrees (EPSG:4490)' } },
  { id: 'wgs84', label: { zh: 'WGS-84 经纬度（EPSG:4326）', en: 'WGS-84 degrees (EPSG:4326)' } },
  { id: 'gcj02', label: { zh: 'GCJ-02 墨卡托（高德、腾讯）', en: 'GCJ-02 Mercator (Amap, Tencent)' } },
] as const;

export const TIANDITU_LAYERS = [
  { id: 'vec', label: { zh: '矢量底图（vec）', en: 'Streets (vec)' } },
  { id: 'cva', label: { zh: '矢量注记（cva）', en: 'Names of streets (cva)' } },
  { id: 'img', label: { zh: '影像底图（img）', en: 'Imagery (img)' } },
  { id: 'cia', label: { zh: '影像注记（cia）', en: 'Names on imagery (cia)' } },
  { id: 'ter', label: { zh: '地形晕渲（ter）', en: 'Terrain (ter)' } },
  { id: 'cta', label: { zh: '地形注记（cta）', en: 'Names on terrain (cta)' } },
] as const;

type IdOf<T extends readonly { id: string }[]> = T[number]['id'];

/** An outside service as an entry of the catalogue names it. */
export interface Service {
  readonly serviceKind: IdOf<typeof SERVICE_KINDS> | null;
  readonly serviceAddress: string | null;
  readonly serviceLayer: string | null;
  readonly serviceStyle: string | null;
  readonly serviceMatrixSet: string | null;
  readonly serviceFormat: IdOf<typeof SERVICE_FORMATS> | null;
  readonly serviceSystem: IdOf<typeof SERVICE_SYSTEMS> | null;
  readonly tiandituLayer: IdOf<typeof TIANDITU_LAYERS> | null;
  readonly keyName: string | null;
}

/** 天地图, set `w` (Web Mercator on CGCS2000). A node in a government network has an address of its own. */
const TIANDITU = 'https://t{0-7}.tianditu.gov.cn/{layer}_w/wmts';
export const PIXELS = 256;

/** Names by which keys are usually given: their value belongs in the environment, not in a record that browsers read. */
const SECRET = /[?&](?:tk|key|ak|sk|token|appkey|apikey|api_key|access_token|secret|password)=(?!\{key\}(?:&|$))[^&]+/i;
const PLACE = { x: /\{x\}/, y: /\{-?y\}/, z: /\{z\}/ };
const REST = /\{TileMatrix\}.*\{TileRow\}|\{TileRow\}|\{TileCol\}/i;

type Fault = { field: string; reason: Phrase } | undefined;
const at = (field: string, zh: string, en: string) => ({ field, reason: { zh, en } });
const isBlank = (value: unknown) => value === null || value === undefined || value === '';

/** What is wrong with a service by itself; what it answers is seen by asking it. */
export function faultOfService(values: Readonly<Record<string, unknown>>): Fault {
  const kind = values.serviceKind;
  const address = String(values.serviceAddress ?? '');
  const needs = { wms: ['serviceAddress', 'serviceLayer'], wmts: ['serviceAddress'], xyz: ['serviceAddress'] };
  const tianditu = ['tiandituLayer', 'keyName'];
  if (isBlank(kind)) return at('serviceKind', '必须填写', 'is required');
  const missing = (kind === 'tianditu' ? tianditu : (needs[kind as 'wms'] ?? [])).find((name) => isBlank(values[name]));
  if (missing) return at(missing, '必须填写', 'is required');
  return faultOfAddress(kind, address, values) ?? faultOfSystem(kind, values);
}

function faultOfAddress(kind: unknown, address: string, values: Readonly<Record<string, unknown>>): Fault {
  if (address === '') return undefined;
  const parsed = URL.parse(address.replaceAll(/\{[^}]*\}/g, '0'));
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return at(
      'serviceAddress',
      '应为 http:// 或 https:// 开头的地址',
      'is an address that begins with http:// or https://',
    );
  if (parsed.username || parsed.password || SECRET.test(address))
    return at(
      'serviceAddress',
      '地址中不能写密钥或密码，请写 {key} 并填写密钥名称，密钥由运维人员设在服务器上',
      'holds no key or password: write {key} and name the key, which the operator sets on the server',
    );
  if (kind === 'xyz' && !Object.values(PLACE).every((part) => part.test(address)))
    return at('serviceAddress', '须含 {z}、{x}、{y}（或 {-y}）', 'holds {z}, {x} and {y} (or {-y})');
  if (kind === 'wmts' && !REST.test(address) && isBlank(values.serviceLayer))
    return at(
      'serviceLayer',
      '必须填写，或在地址中写 {TileMatrix}/{TileRow}/{TileCol}',
      'is required, unless the address holds {TileMatrix}/{TileRow}/{TileCol}',
    );
  if (address.includes('{key}') && isBlank(values.keyName))
    return at('keyName', '地址中有 {key}，须填写密钥名称', 'is required: the address holds {key}');
  if (kind !== 'tianditu' && !address.includes('{key}') && !isBlank(values.keyName))
    return at('keyName', '地址中没有 {key}，密钥用不上', 'is used by {key} in the address, which holds none');
  return undefined;
}

function faultOfSystem(kind: unknown, { serviceSystem: system }: Readonly<Record<string, unknown>>): Fault {
  if (isBlank(system) || system === 'mercator') return undefined;
  if (system === 'gcj02' && kind === 'xyz') return undefined;
  if (system !== 'gcj02' && kind === 'wms') return undefined;
  return system === 'gcj02'
    ? at('serviceSystem', 'GCJ-02 只支持 XYZ 瓦片', 'in GCJ-02 only tiles by XYZ can be shifted')
    : at(
        'serviceSystem',
        '只有 WMS 可以按经纬度取图；WMTS、XYZ 须为 Web 墨卡托瓦片（天地图用 w 组）',
        'only a WMS draws in degrees; tiles are those of Web Mercator',
      );
}

/**
 * Where the picture of a square lies, 256 pixels a side.
 * @param key put where the template says `{key}`; for 天地图 its `tk`.
 */
export function pictureAddress(service: Service, tile: TileAddress, key = ''): URL {
  const kind = service.serviceKind ?? 'xyz';
  const template = service.serviceAddress || (kind === 'tianditu' ? TIANDITU : '');
  const put = (text: string) => filled(text, service, tile, key);
  if (kind === 'xyz' || (kind === 'wmts' && REST.test(template))) return new URL(put(template));
  const address = new URL(put(template));
  const query = kind === 'wms' ? mapQuery(service, tile, address) : tileQuery(service, tile, key);
  for (const [name, value] of Object.entries(query)) {
    // A parameter that the address holds already is the registrar's own, whatever its case.
    const own = [...address.searchParams.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
    if (own === undefined) address.searchParams.set(name, value);
  }
  return address;
}

function filled(text: string, service: Service, { z, x, y }: TileAddress, key: string): string {
  const values: Record<string, string> = {
    z: `${z}`,
    x: `${x}`,
    y: `${y}`,
    '-y': `${2 ** z - 1 - y}`,
    tilematrix: `${z}`,
    tilerow: `${y}`,
    tilecol: `${x}`,
    tilematrixset: service.serviceMatrixSet ?? 'w',
    layer: service.tiandituLayer ?? service.serviceLayer ?? '',
    style: service.serviceStyle ?? 'default',
    key: encodeURIComponent(key),
  };
  return text.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const [, from, to] = /^(\w)-(\w)$/.exec(name) ?? [];
    if (from === undefined || to === undefined) return values[name.toLowerCase()] ?? whole;
    // Hosts of one service, taken in turn: the same square always comes from the same.
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return String.fromCharCode(first + ((x + y) % Math.max(1, last - first + 1)));
  });
}

function tileQuery(service: Service, { z, x, y }: TileAddress, key: string): Record<string, string> {
  const isTianditu = service.serviceKind === 'tianditu';
  return {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: service.tiandituLayer ?? service.serviceLayer ?? '',
    STYLE: service.serviceStyle || 'default',
    TILEMATRIXSET: service.serviceMatrixSet || 'w',
    FORMAT: isTianditu ? 'tiles' : (service.serviceFormat ?? 'image/png'),
    TILEMATRIX: `${z}`,
    TILEROW: `${y}`,
    TILECOL: `${x}`,
    ...(isTianditu ? { tk: key } : {}),
  };
}

/** 1.1.1 says `SRS` and gives longitude first; 1.3.0 says `CRS` and gives the axes of the system: latitude first for degrees. */
function mapQuery(service: Service, tile: TileAddress, address: URL): Record<string, string> {
  const version = [...address.searchParams].find(([name]) => name.toLowerCase() === 'version')?.[1] ?? '1.3.0';
  const system = service.serviceSystem ?? 'mercator';
  const isDegrees = system === 'cgcs2000' || system === 'wgs84';
  const { west, south, east, north } = isDegrees ? tileBox(tile) : mercatorBox(tile);
  const isNew = version.startsWith('1.3');
  const box = isNew && isDegrees ? [south, west, north, east] : [west, south, east, north];
  return {
    SERVICE: 'WMS',
    REQUEST: 'GetMap',
    VERSION: version,
    LAYERS: service.serviceLayer ?? '',
    STYLES: service.serviceStyle ?? '',
    [isNew ? 'CRS' : 'SRS']: system === 'cgcs2000' ? 'EPSG:4490' : system === 'wgs84' ? 'EPSG:4326' : 'EPSG:3857',
    BBOX: box.join(','),
    WIDTH: `${PIXELS}`,
    HEIGHT: `${PIXELS}`,
    FORMAT: service.serviceFormat ?? 'image/png',
    TRANSPARENT: service.serviceFormat === 'image/jpeg' ? 'FALSE' : 'TRUE',
  };
}
