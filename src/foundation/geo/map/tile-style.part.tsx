import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import { JOINED, WHOLE_ALWAYS } from '../tiles/tile.rules.ts';
import { colourOf, GLYPHS, type LayerJson, shapeOf, type TileLayers } from './layer-look.rules.ts';

export const TILE_SOURCE = 'tiles';
const LABELS_FROM = 14;
const MARKED: ExpressionSpecification = ['match', ['get', 'mark'], 'drill', '〔演练〕', 'test', '〔测试〕', ''];

/** Where the tiles of what is on come from, now or as of a moment. */
export function tileAddressOf({ shown, moment, address }: TileLayers): string {
  if (address) return address;
  const names = shown.map(({ id }) => id).join(',');
  const asked = moment ? `&moment=${encodeURIComponent(moment)}` : '';
  return `${location.origin}/tiles/${names}/{z}/{x}/{y}.mvt?joined=1${asked}`;
}

export function tileSource(tiles: TileLayers): Record<string, SourceSpecification> {
  if (tiles.shown.length === 0) return {};
  return {
    [TILE_SOURCE]: {
      type: 'vector',
      tiles: [tileAddressOf(tiles)],
      minzoom: 6,
      maxzoom: WHOLE_ALWAYS,
    },
  };
}

interface Look {
  readonly shown: readonly LayerJson[];
  readonly all: readonly LayerJson[];
  colour(name: string): string;
  readonly fonts: string[];
}

/** Eight drawings for all layers of records together, however many are on; areas lie under lines, lines under points. */
export function tileStyle({ shown, all }: TileLayers, colour: (name: string) => string, fonts: string[]) {
  if (shown.length === 0) return [];
  const look: Look = { shown, all, colour, fonts };
  return [...areaLayers(look), ...lineLayers(look), ...pointLayers(look)];
}

/** One value for each layer, by what the feature says of which it is. */
function each<T>({ shown }: Look, value: (layer: LayerJson) => T): ExpressionSpecification | T {
  const values = shown.map(value);
  const [first] = values as [T];
  if (values.every((one) => one === first)) return first;
  const cases = shown.flatMap(({ id }, index) => [id, values[index]]);
  return ['match', ['get', 'layer'], ...cases, first] as unknown as ExpressionSpecification;
}

function tintOf(layer: LayerJson, { all, colour }: Look): unknown {
  const own = colour(colourOf(layer, all));
  const options = layer.colourBy?.options ?? [];
  if (options.length === 0) return own;
  const cases = options.flatMap(({ id }) => [id, colour(colourOf(layer, all, id))]);
  return ['match', ['get', 'class'], ...cases, own];
}

const tint = (look: Look) => each(look, (layer) => tintOf(layer, look)) as ExpressionSpecification;
const opacity = (look: Look, of = 1) => each(look, ({ entry }) => ((entry?.opacity ?? 100) / 100) * of);
const width = (look: Look, usual: number) => each(look, ({ entry }) => entry?.width ?? usual);

const SHAPE_IS: Readonly<Record<LayerJson['geometry'], FilterSpecification>> = {
  point: ['==', ['geometry-type'], 'Point'],
  line: ['==', ['geometry-type'], 'LineString'],
  area: ['==', ['geometry-type'], 'Polygon'],
};
const all = (...filters: unknown[]) => ['all', ...filters] as unknown as FilterSpecification;
const base = (part: string) => ({ id: `tile ${part}`, source: TILE_SOURCE, 'source-layer': JOINED });

function names(look: Look, geometry: LayerJson['geometry']): LayerSpecification {
  const isBelow = geometry === 'point';
  return {
    ...base(`${geometry} names`),
    type: 'symbol',
    minzoom: LABELS_FROM,
    filter: all(SHAPE_IS[geometry], ['!', ['has', 'count']]),
    layout: {
      'text-field': ['concat', MARKED, ['coalesce', ['get', 'title'], '']],
      'text-font': look.fonts,
      'text-size': 12,
      'text-anchor': isBelow ? 'top' : 'center',
      'text-offset': isBelow ? [0, 0.7] : [0, 0],
      'text-optional': true,
    },
    paint: {
      'text-color': look.colour('--ink'),
      'text-halo-color': look.colour('--paper'),
      'text-halo-width': 1.5,
    },
  };
}

function areaLayers(look: Look): LayerSpecification[] {
  return [
    {
      ...base('area fill'),
      type: 'fill',
      filter: SHAPE_IS.area,
      paint: { 'fill-color': tint(look), 'fill-opacity': opacity(look, 0.18) },
    },
    {
      ...base('area line'),
      type: 'line',
      filter: SHAPE_IS.area,
      paint: { 'line-color': tint(look), 'line-width': width(look, 1.6), 'line-opacity': opacity(look) },
    },
    names(look, 'area'),
  ];
}

function lineLayers(look: Look): LayerSpecification[] {
  return [
    {
      ...base('line line'),
      type: 'line',
      filter: SHAPE_IS.line,
      paint: { 'line-color': tint(look), 'line-width': width(look, 3), 'line-opacity': opacity(look) },
    },
    names(look, 'line'),
  ];
}

function pointLayers(look: Look): LayerSpecification[] {
  const glyph = (kind: 'real' | 'other') => each(look, (layer) => GLYPHS[shapeOf(layer, look.all)][kind]);
  return [
    {
      ...base('gathered'),
      type: 'circle',
      filter: all(SHAPE_IS.point, ['has', 'count']),
      paint: {
        'circle-color': look.colour('--paper'),
        'circle-radius': ['interpolate', ['linear'], ['get', 'count'], 2, 11, 100, 16, 10_000, 24],
        'circle-stroke-color': tint(look),
        'circle-stroke-width': 2,
        'circle-stroke-opacity': opacity(look),
      },
    },
    {
      ...base('glyphs'),
      type: 'symbol',
      filter: SHAPE_IS.point,
      layout: {
        'text-field': [
          'case',
          ['has', 'count'],
          ['to-string', ['get', 'count']],
          ['match', ['get', 'mark'], 'real', glyph('real'), glyph('other')],
        ] as unknown as ExpressionSpecification,
        'text-font': look.fonts,
        'text-size': ['case', ['has', 'count'], 12, 17],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': ['case', ['has', 'count'], look.colour('--ink'), tint(look)] as ExpressionSpecification,
        'text-opacity': opacity(look),
        'text-halo-color': look.colour('--paper'),
        'text-halo-width': 1.5,
      },
    },
    names(look, 'point'),
  ];
}
