import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { colourOf, GLYPHS, type LayerJson, shapeOf, type TileLayers } from './layer-look.rules.ts';

export const TILE_SOURCE = 'tiles';
const LABELS_FROM = 14;
const MARKED: ExpressionSpecification = ['match', ['get', 'mark'], 'drill', '〔演练〕', 'test', '〔测试〕', ''];

export function tileSource({ shown }: TileLayers): Record<string, SourceSpecification> {
  if (shown.length === 0) return {};
  const names = shown.map(({ id }) => id).join(',');
  return {
    [TILE_SOURCE]: {
      type: 'vector',
      tiles: [`${location.origin}/tiles/${names}/{z}/{x}/{y}.mvt`],
      minzoom: 6,
      maxzoom: 16,
    },
  };
}

/** At most three drawings a layer; areas lie under lines, lines under points. */
export function tileStyle({ shown, all }: TileLayers, colour: (name: string) => string, fonts: string[]) {
  const drawings = { area: areaLayers, line: lineLayers, point: pointLayers };
  return (['area', 'line', 'point'] as const).flatMap((geometry) =>
    shown
      .filter((layer) => layer.geometry === geometry)
      .flatMap((layer) => drawings[geometry]({ layer, all, colour, fonts })),
  );
}

interface Look {
  readonly layer: LayerJson;
  readonly all: readonly LayerJson[];
  colour(name: string): string;
  readonly fonts: string[];
}

function tint({ layer, all, colour }: Look): ExpressionSpecification | string {
  const own = colour(colourOf(layer, all));
  const options = layer.colourBy?.options ?? [];
  if (options.length === 0) return own;
  const cases = options.flatMap(({ id }) => [id, colour(colourOf(layer, all, id))]);
  return ['match', ['get', 'class'], ...cases, own] as unknown as ExpressionSpecification;
}

const base = ({ layer }: Look, part: string) => ({
  id: `tile ${layer.id} ${part}`,
  source: TILE_SOURCE,
  'source-layer': layer.id,
});

function names(look: Look, isBelow: boolean): LayerSpecification {
  return {
    ...base(look, 'names'),
    type: 'symbol',
    minzoom: LABELS_FROM,
    filter: ['!', ['has', 'count']],
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
    { ...base(look, 'fill'), type: 'fill', paint: { 'fill-color': tint(look), 'fill-opacity': 0.18 } },
    {
      ...base(look, 'line'),
      type: 'line',
      paint: { 'line-color': tint(look), 'line-width': 1.6 },
    },
    names(look, false),
  ];
}

function lineLayers(look: Look): LayerSpecification[] {
  return [
    { ...base(look, 'line'), type: 'line', paint: { 'line-color': tint(look), 'line-width': 3 } },
    names(look, false),
  ];
}

function pointLayers(look: Look): LayerSpecification[] {
  const glyph = GLYPHS[shapeOf(look.layer, look.all)];
  return [
    {
      ...base(look, 'gathered'),
      type: 'circle',
      filter: ['has', 'count'],
      paint: {
        'circle-color': look.colour('--paper'),
        'circle-radius': ['interpolate', ['linear'], ['get', 'count'], 2, 11, 100, 16, 10_000, 24],
        'circle-stroke-color': tint(look),
        'circle-stroke-width': 2,
      },
    },
    {
      ...base(look, 'glyphs'),
      type: 'symbol',
      layout: {
        'text-field': [
          'case',
          ['has', 'count'],
          ['to-string', ['get', 'count']],
          ['match', ['get', 'mark'], 'real', glyph.real, glyph.other],
        ],
        'text-font': look.fonts,
        'text-size': ['case', ['has', 'count'], 12, 17],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': ['case', ['has', 'count'], look.colour('--ink'), tint(look)] as ExpressionSpecification,
        'text-halo-color': look.colour('--paper'),
        'text-halo-width': 1.5,
      },
    },
    names(look, true),
  ];
}
