import type { GeoJSONSource, StyleSpecification } from 'maplibre-gl';
import type { TileLayers } from './map/layer-look.rules.ts';
import { ownGroundLayers } from './map/own-ground.part.tsx';
import { groundLayers, type Pictures, pictureSources, shownLayers } from './map/picture-style.part.tsx';
import { tileSource, tileStyle } from './map/tile-style.part.tsx';

export type SourceData = Parameters<GeoJSONSource['setData']>[0];

const EMPTY = { type: 'FeatureCollection', features: [] } as const;

/**
 * Colours come from the page's theme, so that map and page are one. No glyphs or sprites are fetched, and no tiles but those
 * of the base map and of what is switched on, from our own server.
 */
export function mapStyle(tiles: TileLayers | undefined, pictures: Pictures): StyleSpecification {
  const css = getComputedStyle(document.documentElement);
  const colour = (name: string) => css.getPropertyValue(name).trim();
  const fonts = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC'];
  const source = { type: 'geojson', data: EMPTY as unknown as SourceData } as const;
  return {
    version: 8,
    sources: {
      areas: source,
      names: source,
      drawn: source,
      reach: source,
      ...(tiles ? tileSource(tiles) : {}),
      ...pictureSources(pictures),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour('--page') } },
      ...groundLayers(pictures, colour, fonts),
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        // A base map shines through.
        paint: { 'fill-color': colour('--paper'), 'fill-opacity': pictures.base.length > 0 ? 0 : 1 },
      },
      ...ownGroundLayers(pictures.own, colour, fonts),
      ...shownLayers(pictures, colour, fonts),
      {
        id: 'borders',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': colour('--line-strong'), 'line-width': 1.2, 'line-dasharray': [4, 2] },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'names',
        layout: { 'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': 13, 'text-max-width': 12 },
        paint: { 'text-color': colour('--ink-soft'), 'text-halo-color': colour('--paper'), 'text-halo-width': 1.5 },
      },
      {
        id: 'reach',
        type: 'fill',
        source: 'reach',
        paint: { 'fill-color': colour('--accent'), 'fill-opacity': 0.14 },
      },
      {
        id: 'rim of the reach',
        type: 'line',
        source: 'reach',
        paint: { 'line-color': colour('--accent-ink'), 'line-width': 2 },
      },
      ...(tiles ? tileStyle(tiles, colour, fonts) : []),
      {
        id: 'drawn area',
        type: 'fill',
        source: 'drawn',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour('--accent'), 'fill-opacity': 0.16 },
      },
      {
        id: 'drawn line',
        type: 'line',
        source: 'drawn',
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: { 'line-color': colour('--accent-ink'), 'line-width': 2.5 },
      },
      {
        id: 'drawn corners',
        type: 'circle',
        source: 'drawn',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 4,
          'circle-color': colour('--paper'),
          'circle-stroke-color': colour('--accent-ink'),
          'circle-stroke-width': 2,
        },
      },
    ],
  };
}
