import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import { JOINED } from '../tiles/tile.rules.ts';

/** A register that makes a part of the ground where no base map is chosen. */
export interface OwnGround {
  readonly id: string;
  readonly ground: 'road' | 'water' | 'outline';
}

const SOURCE = 'own ground';
/** Communities crowd a map of the whole district. */
const OUTLINES_FROM = 13;
const NAMES_FROM = 13;

export function ownGroundSource(own: readonly OwnGround[]): Record<string, SourceSpecification> {
  if (own.length === 0) return {};
  const names = own.map(({ id }) => id).join(',');
  const tiles = [`${location.origin}/tiles/${names}/{z}/{x}/{y}.mvt?joined=1`];
  return { [SOURCE]: { type: 'vector', tiles, minzoom: 8, maxzoom: 16 } };
}

/** Waters, roads, communities and their names from the district's own registers, in six quiet drawings. */
export function ownGroundLayers(
  own: readonly OwnGround[],
  colour: (name: string) => string,
  fonts: string[],
): LayerSpecification[] {
  if (own.length === 0) return [];
  const part = (name: string) => ({ id: `${SOURCE} ${name}`, source: SOURCE, 'source-layer': JOINED });
  const of = (...grounds: OwnGround['ground'][]): ExpressionSpecification => [
    'in',
    ['get', 'layer'],
    ['literal', own.filter(({ ground }) => grounds.includes(ground)).map(({ id }) => id)],
  ];
  const all = (...filters: unknown[]) => ['all', ...filters] as unknown as FilterSpecification;
  const is = (shape: string): ExpressionSpecification => ['==', ['geometry-type'], shape];
  const wide = (thin: number, thick: number): ExpressionSpecification => [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    10,
    thin,
    18,
    thick,
  ];
  const text = {
    type: 'symbol' as const,
    minzoom: NAMES_FROM,
    paint: { 'text-color': colour('--ink-soft'), 'text-halo-color': colour('--paper'), 'text-halo-width': 1.5 },
  };
  const name: ExpressionSpecification = ['coalesce', ['get', 'title'], ''];
  return [
    {
      ...part('water'),
      type: 'fill',
      filter: all(of('water'), is('Polygon')),
      paint: { 'fill-color': colour('--ground-water') },
    },
    {
      ...part('rivers'),
      type: 'line',
      filter: all(of('water'), is('LineString')),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour('--ground-water'), 'line-width': wide(1.5, 14) },
    },
    {
      ...part('outlines'),
      type: 'line',
      minzoom: OUTLINES_FROM,
      filter: all(of('outline'), is('Polygon')),
      paint: { 'line-color': colour('--ground-rail'), 'line-width': 0.8, 'line-dasharray': [2, 2] },
    },
    {
      ...part('roads'),
      type: 'line',
      filter: all(of('road'), is('LineString')),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour('--ground-road'), 'line-width': wide(1, 14) },
    },
    {
      ...part('names of lines'),
      ...text,
      filter: all(of('road', 'water'), is('LineString')),
      layout: { 'symbol-placement': 'line', 'text-field': name, 'text-font': fonts, 'text-size': 11 },
    },
    {
      ...part('names of outlines'),
      ...text,
      minzoom: OUTLINES_FROM + 1,
      filter: all(of('outline'), is('Polygon')),
      layout: { 'text-field': name, 'text-font': fonts, 'text-size': 11, 'text-optional': true },
    },
  ];
}
