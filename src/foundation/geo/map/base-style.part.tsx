import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { TileSchema } from '../layers/tile-facts.rules.ts';

/** Where the two usual schemas of base maps keep what a plain map shows. */
interface Names {
  readonly land: string | undefined;
  readonly green: readonly [layer: string, kinds: readonly string[]];
  readonly water: string;
  /** Rivers as lines. */
  readonly streams: string;
  readonly buildings: string;
  readonly roads: string;
  readonly roadNames: string;
  /** Attribute of a road that tells its class, and the values of great and of small roads. */
  readonly roadKind: string;
  readonly great: readonly string[];
  readonly rails: readonly string[];
  readonly boundaries: string;
  /** Within a country: provinces, cities, districts. */
  readonly inner: ExpressionSpecification;
  readonly places: string;
}

const SCHEMAS: Readonly<Record<TileSchema, Names>> = {
  protomaps: {
    land: 'earth',
    green: [
      'landuse',
      ['park', 'forest', 'wood', 'nature_reserve', 'grass', 'garden', 'cemetery', 'recreation_ground'],
    ],
    water: 'water',
    streams: 'water',
    buildings: 'buildings',
    roads: 'roads',
    roadNames: 'roads',
    roadKind: 'kind',
    great: ['highway', 'major_road'],
    rails: ['rail'],
    boundaries: 'boundaries',
    inner: ['in', ['get', 'kind'], ['literal', ['region', 'county', 'locality', 'macrocounty']]],
    places: 'places',
  },
  openmaptiles: {
    land: undefined,
    green: ['landcover', ['wood', 'grass', 'park', 'forest']],
    water: 'water',
    streams: 'waterway',
    buildings: 'building',
    roads: 'transportation',
    roadNames: 'transportation_name',
    roadKind: 'class',
    great: ['motorway', 'trunk', 'primary', 'secondary'],
    rails: ['rail', 'transit'],
    boundaries: 'boundary',
    inner: ['all', ['>', ['get', 'admin_level'], 2], ['<', ['get', 'admin_level'], 9]],
    places: 'place',
  },
};

const all = (...filters: unknown[]) => ['all', ...filters] as unknown as FilterSpecification;
const among = (name: string, values: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', name],
  ['literal', [...values]],
];
const is = (shape: string): ExpressionSpecification => ['==', ['geometry-type'], shape];
/** The name as it is said here. */
const NAME: ExpressionSpecification = ['coalesce', ['get', 'name:zh'], ['get', 'name'], ['get', 'name:latin'], ''];

/**
 * A base map of vector tiles drawn plainly, in ten drawings: land, green, water, houses, roads, inner boundaries, names. Borders
 * of countries are left out: 地图管理条例 lets nobody draw them but from a map that was examined.
 */
export function baseStyle(
  schema: TileSchema,
  source: string,
  colour: (name: string) => string,
  fonts: string[],
): LayerSpecification[] {
  const of = SCHEMAS[schema];
  const isRail = among(of.roadKind, of.rails);
  const isGreat = among(of.roadKind, of.great);
  const part = (name: string, layer: string) => ({ id: `${source} ${name}`, source, 'source-layer': layer });
  const text = (name: string, layer: string) => ({
    ...part(name, layer),
    type: 'symbol' as const,
    paint: { 'text-color': colour('--ink-soft'), 'text-halo-color': colour('--paper'), 'text-halo-width': 1.5 },
  });
  const wide = (thin: number, thick: number): ExpressionSpecification => [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    8,
    thin,
    18,
    thick,
  ];
  return [
    ...(of.land
      ? [
          {
            ...part('land', of.land),
            type: 'fill' as const,
            filter: is('Polygon') as FilterSpecification,
            paint: { 'fill-color': colour('--ground-land') },
          },
        ]
      : []),
    {
      ...part('green', of.green[0]),
      type: 'fill',
      filter: all(is('Polygon'), ['any', among('kind', of.green[1]), among('class', of.green[1])]),
      paint: { 'fill-color': colour('--ground-green') },
    },
    {
      ...part('water', of.water),
      type: 'fill',
      filter: is('Polygon') as FilterSpecification,
      paint: { 'fill-color': colour('--ground-water') },
    },
    {
      ...part('streams', of.streams),
      type: 'line',
      filter: is('LineString') as FilterSpecification,
      paint: { 'line-color': colour('--ground-water'), 'line-width': wide(0.6, 8) },
    },
    {
      ...part('buildings', of.buildings),
      type: 'fill',
      minzoom: 14,
      filter: is('Polygon') as FilterSpecification,
      paint: { 'fill-color': colour('--ground-house') },
    },
    {
      ...part('small roads', of.roads),
      type: 'line',
      minzoom: 11,
      filter: all(is('LineString'), ['!', isGreat], ['!', isRail]),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour('--ground-lane'), 'line-width': wide(0.7, 10) },
    },
    {
      ...part('great roads', of.roads),
      type: 'line',
      filter: all(is('LineString'), ['any', isGreat, isRail]),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['case', isRail, colour('--ground-rail'), colour('--ground-road')],
        'line-width': wide(1.6, 18),
      },
    },
    {
      ...part('boundaries', of.boundaries),
      type: 'line',
      filter: all(is('LineString'), of.inner),
      paint: { 'line-color': colour('--line-strong'), 'line-width': 1, 'line-dasharray': [5, 3] },
    },
    {
      ...text('road names', of.roadNames),
      minzoom: 13,
      filter: is('LineString') as FilterSpecification,
      layout: { 'symbol-placement': 'line', 'text-field': NAME, 'text-font': fonts, 'text-size': 11 },
    },
    {
      ...text('places', of.places),
      filter: is('Point') as FilterSpecification,
      layout: { 'text-field': NAME, 'text-font': fonts, 'text-size': 13, 'text-max-width': 8 },
    },
  ];
}
