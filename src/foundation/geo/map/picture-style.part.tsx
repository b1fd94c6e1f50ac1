import type { FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { PictureJson } from '../layers/picture-layer.ts';
import { baseStyle } from './base-style.part.tsx';
import { type OwnGround, ownGroundSource } from './own-ground.part.tsx';

/** What others drew or cut: beneath everything, and among the layers that are switched on. */
export interface Pictures {
  /** Where no base map is chosen. */
  readonly own: readonly OwnGround[];
  readonly base: readonly PictureJson[];
  readonly shown: readonly PictureJson[];
}

const PREFIX = 'picture ';

/** The entry that a source of the map belongs to; undefined for records and outlines. */
export const pictureOfSource = (source: string | undefined): string | undefined =>
  source?.startsWith(PREFIX) ? source.slice(PREFIX.length) : undefined;

export const sourceOf = ({ id }: { id: string }): string => `${PREFIX}${id}`;

export function pictureSources({ own, base, shown }: Pictures): Record<string, SourceSpecification> {
  const pictures = Object.fromEntries(
    [...base, ...shown].map((picture) => {
      const { id, kind, minZoom: minzoom, maxZoom: maxzoom, edition } = picture;
      // Everything comes through our own server: the page's policy allows nothing else.
      const tiles = [`${location.origin}/tiles/${id}/{z}/{x}/{y}?edition=${edition}`];
      const source: SourceSpecification =
        kind === 'vector'
          ? { type: 'vector', tiles, minzoom, maxzoom }
          : { type: 'raster', tiles, tileSize: 256, minzoom, maxzoom };
      return [sourceOf(picture), source];
    }),
  );
  return { ...ownGroundSource(own), ...pictures };
}

type Colour = (name: string) => string;

/** The ground, from below. */
export function groundLayers({ base }: Pictures, colour: Colour, fonts: string[]): LayerSpecification[] {
  return base.flatMap((picture) => drawn(picture, 'base', colour, fonts));
}

/** Layers that are switched on; what is the ground already is not drawn twice. */
export function shownLayers({ base, shown }: Pictures, colour: Colour, fonts: string[]): LayerSpecification[] {
  const below = new Set(base.map(({ id }) => id));
  return shown.filter(({ id }) => !below.has(id)).flatMap((picture) => drawn(picture, 'shown', colour, fonts));
}

/** Pictures as they are, a whole base map of vector tiles in a plain style of our own, one layer of others in its colour. */
function drawn(picture: PictureJson, as: string, colour: Colour, fonts: string[]): LayerSpecification[] {
  const opacity = (picture.opacity ?? 100) / 100;
  const common = { source: sourceOf(picture) };
  const id = (part: string) => `${as} ${picture.id} ${part}`;
  if (picture.kind === 'raster')
    return [{ ...common, id: id('raster'), type: 'raster', paint: { 'raster-opacity': opacity } }];
  if (picture.schema) return baseStyle(picture.schema, sourceOf(picture), colour, fonts);
  if (!picture.tileLayer) return [];
  const tint = colour(`--map-${picture.colour ?? 6}`);
  const cut = { ...common, 'source-layer': picture.tileLayer };
  const only = (type: string): FilterSpecification => ['==', ['geometry-type'], type];
  const shapes: LayerSpecification[] = [
    {
      ...cut,
      id: id('areas'),
      type: 'fill',
      filter: only('Polygon'),
      paint: { 'fill-color': tint, 'fill-opacity': opacity * 0.25, 'fill-outline-color': tint },
    },
    {
      ...cut,
      id: id('lines'),
      type: 'line',
      filter: only('LineString'),
      paint: { 'line-color': tint, 'line-width': picture.width ?? 2, 'line-opacity': opacity },
    },
    {
      ...cut,
      id: id('points'),
      type: 'circle',
      filter: only('Point'),
      paint: {
        'circle-color': tint,
        'circle-radius': 4,
        'circle-opacity': opacity,
        'circle-stroke-color': colour('--paper'),
        'circle-stroke-width': 1,
      },
    },
  ];
  if (!picture.labelField) return shapes;
  const names: LayerSpecification = {
    ...cut,
    id: id('names'),
    type: 'symbol',
    minzoom: 12,
    layout: {
      'text-field': ['to-string', ['coalesce', ['get', picture.labelField], '']],
      'text-font': fonts,
      'text-size': 12,
      'text-optional': true,
    },
    paint: { 'text-color': colour('--ink'), 'text-halo-color': colour('--paper'), 'text-halo-width': 1.5 },
  };
  return [...shapes, names];
}
