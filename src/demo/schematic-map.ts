import { DEMO_AREAS, type DemoArea } from './areas.ts';
import type { Vertex } from './partition.ts';

/**
 * A map of the district for screens without a base map. Everything in it is drawn by eye (`isSchematic`): it shows where
 * things lie to one another and must never be measured on. GeoJSON in CGCS2000 degrees, longitude first (RFC 7946 axis).
 */
interface Feature<Geometry, Properties> {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Properties & { readonly name: string; readonly isSchematic: true };
}

export interface FeatureCollection<Geometry, Properties> {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature<Geometry, Properties>[];
}

export interface PolygonGeometry {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly Vertex[])[];
}
export interface LineGeometry {
  readonly type: 'LineString';
  readonly coordinates: readonly Vertex[];
}
export interface PointGeometry {
  readonly type: 'Point';
  readonly coordinates: Vertex;
}

export interface AreaProperties {
  readonly code: string;
  readonly level: DemoArea['level'];
  readonly parentCode: string | null;
}
export interface LineProperties {
  readonly kind: 'main_road' | 'street' | 'river' | 'metro';
}
export interface PlaceProperties {
  readonly kind: 'command_center' | 'construction_site' | 'metro_station' | 'hill' | 'reservoir' | 'neighbour' | 'park';
}

const areaFeatures = (level: DemoArea['level']): FeatureCollection<PolygonGeometry, AreaProperties> => ({
  type: 'FeatureCollection',
  features: DEMO_AREAS.filter((area) => area.level === level).map((area) => ({
    type: 'Feature',
    id: area.code,
    geometry: { type: 'Polygon', coordinates: area.polygon },
    properties: {
      code: area.code,
      name: area.name,
      level: area.level,
      parentCode: area.parentCode ?? null,
      isSchematic: true,
    },
  })),
});

export const schematicDistrict = areaFeatures('district');
export const schematicStreets = areaFeatures('street');
export const schematicCommunities = areaFeatures('community');

/** Label points of streets and communities, so that a map needs no polygon arithmetic of its own. */
export const schematicLabels: FeatureCollection<PointGeometry, AreaProperties> = {
  type: 'FeatureCollection',
  features: DEMO_AREAS.filter((area) => area.level !== 'district').map((area) => ({
    type: 'Feature',
    id: area.code,
    geometry: { type: 'Point', coordinates: [area.center.lng, area.center.lat] },
    properties: {
      code: area.code,
      name: area.name.replace(/(街道|社区)$/, ''),
      level: area.level,
      parentCode: area.parentCode ?? null,
      isSchematic: true,
    },
  })),
};

type Line = readonly [id: string, name: string, kind: LineProperties['kind'], ...course: Vertex[]];

const LINES: readonly Line[] = [
  [
    'river-yongding',
    '永定河',
    'river',
    [116.102, 39.955],
    [116.105, 39.94],
    [116.111, 39.931],
    [116.117, 39.927],
    [116.13, 39.918],
    [116.136, 39.908],
    [116.146, 39.899],
    [116.153, 39.891],
    [116.163, 39.882],
    [116.179, 39.877],
    [116.191, 39.8785],
    [116.2, 39.871],
  ],
  [
    'road-shijingshan',
    '石景山路',
    'main_road',
    [116.152, 39.9065],
    [116.17, 39.9062],
    [116.19, 39.906],
    [116.206, 39.906],
    [116.227, 39.906],
    [116.248, 39.906],
  ],
  [
    'road-fushi',
    '阜石路',
    'main_road',
    [116.112, 39.935],
    [116.122, 39.937],
    [116.13, 39.929],
    [116.142, 39.924],
    [116.157, 39.923],
    [116.169, 39.923],
    [116.19, 39.924],
    [116.201, 39.924],
  ],
  [
    'road-lianshi',
    '莲石路',
    'main_road',
    [116.148, 39.9],
    [116.157, 39.8945],
    [116.166, 39.891],
    [116.178, 39.8905],
    [116.186, 39.888],
    [116.198, 39.8885],
    [116.207, 39.8945],
    [116.228, 39.8958],
    [116.249, 39.896],
  ],
  [
    'road-fifth-ring',
    '五环路',
    'main_road',
    [116.2065, 39.942],
    [116.206, 39.926],
    [116.2055, 39.916],
    [116.2055, 39.906],
    [116.205, 39.895],
    [116.205, 39.884],
    [116.203, 39.874],
  ],
  ['road-beixinan', '北辛安路', 'street', [116.151, 39.923], [116.1515, 39.915], [116.152, 39.9065]],
  ['street-gucheng', '古城大街', 'street', [116.1805, 39.9238], [116.1808, 39.915], [116.181, 39.906], [116.181, 39.9]],
  [
    'street-bajiao-west',
    '八角西街',
    'street',
    [116.1945, 39.9238],
    [116.195, 39.915],
    [116.195, 39.906],
    [116.1962, 39.897],
  ],
  [
    'street-pingguoyuan-south',
    '苹果园南路',
    'street',
    [116.168, 39.9265],
    [116.18, 39.928],
    [116.19, 39.931],
    [116.2, 39.933],
  ],
  [
    'street-jinding-north',
    '金顶北路',
    'street',
    [116.147, 39.933],
    [116.157, 39.934],
    [116.168, 39.938],
    [116.18, 39.9395],
    [116.2, 39.9392],
    [116.21, 39.9388],
  ],
  ['street-bada', '八大处路', 'street', [116.184, 39.9395], [116.184, 39.947], [116.181, 39.956], [116.179, 39.963]],
  ['street-lugu', '鲁谷路', 'street', [116.206, 39.9025], [116.228, 39.9025], [116.248, 39.9025]],
  [
    'street-shimen',
    '石门路',
    'street',
    [116.145, 39.932],
    [116.138, 39.938],
    [116.129, 39.945],
    [116.121, 39.95],
    [116.117, 39.956],
  ],
  [
    'metro-1',
    '地铁1号线',
    'metro',
    [116.178, 39.9262],
    [116.1815, 39.918],
    [116.188, 39.9075],
    [116.207, 39.9072],
    [116.227, 39.9072],
    [116.248, 39.9072],
  ],
]; // prettier-ignore

export const schematicLines: FeatureCollection<LineGeometry, LineProperties> = {
  type: 'FeatureCollection',
  features: LINES.map(([id, name, kind, ...coordinates]) => ({
    type: 'Feature',
    id,
    geometry: { type: 'LineString', coordinates },
    properties: { name, kind, isSchematic: true },
  })),
};

/** The building site of the walk-through: on 八角西街, in 八角街道, where the excavator meets the gas pipe. */
export const GAS_LEAK_SITE = { lng: 116.1951, lat: 39.9128, text: '八角西街与景阳东街交叉口东南侧施工工地' } as const;

const PLACES: readonly (readonly [id: string, name: string, kind: PlaceProperties['kind'], position: Vertex])[] = [
  ['command-center', '区应急指挥中心', 'command_center', [116.2185, 39.9078]],
  ['gas-leak-site', '八角西街管线改造工地', 'construction_site', [GAS_LEAK_SITE.lng, GAS_LEAK_SITE.lat]],
  ['station-pingguoyuan', '苹果园站', 'metro_station', [116.178, 39.9262]],
  ['station-gucheng', '古城站', 'metro_station', [116.188, 39.9075]],
  ['station-bajiao', '八角游乐园站', 'metro_station', [116.207, 39.9072]],
  ['station-babaoshan', '八宝山站', 'metro_station', [116.227, 39.9072]],
  ['hill-badachu', '八大处', 'hill', [116.176, 39.968]],
  ['hill-tiantai', '天泰山', 'hill', [116.137, 39.98]],
  ['hill-laoshan', '老山', 'hill', [116.215, 39.913]],
  ['park-shougang', '首钢园', 'park', [116.148, 39.912]],
  ['reservoir-nanmachang', '南马场水库', 'reservoir', [116.143, 39.957]],
  ['neighbour-haidian', '海淀区', 'neighbour', [116.225, 39.945]],
  ['neighbour-fengtai', '丰台区', 'neighbour', [116.175, 39.87]],
  ['neighbour-mentougou', '门头沟区', 'neighbour', [116.098, 39.925]],
];

export const schematicPlaces: FeatureCollection<PointGeometry, PlaceProperties> = {
  type: 'FeatureCollection',
  features: PLACES.map(([id, name, kind, coordinates]) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates },
    properties: { name, kind, isSchematic: true },
  })),
};
