import type { Phrase } from '../../../kernel/phrases.ts';

/** A layer as `mapLayers.list` gives it. */
export interface LayerJson {
  readonly id: string;
  readonly register: string;
  readonly label: Phrase;
  readonly geometry: 'point' | 'line' | 'area';
  readonly shape: 'circle' | 'triangle' | 'diamond' | 'square';
  readonly colourBy: { label: Phrase; options: readonly { id: string; label: Phrase }[] } | null;
  readonly count: number | null;
  /** Of a layer of the catalogue: what its entry says of its look. */
  readonly entry?: {
    readonly colour: string | null;
    readonly width: number | null;
    readonly opacity: number | null;
  } | null;
}

/** Registers on the map: which are switched on, of all that could be. */
export interface TileLayers {
  readonly shown: readonly LayerJson[];
  readonly all: readonly LayerJson[];
  /** Grows when a record of them changed: the tiles are asked again. */
  readonly revision: number;
  /** As they stood then, ISO text; now unless told. */
  readonly moment?: string | undefined;
  /** Where their tiles come from, if not from where all do: an entry that is being filled in. */
  readonly address?: string | undefined;
}

/** What was clicked: a record, or points gathered into one. */
export interface MapFeature {
  readonly layer: string;
  readonly id: string;
  readonly title: string;
}

/** Layers at once: they cost no drawings of their own, but more of them nobody tells apart. */
export const MOST_SHOWN = 24;

/** Drawings that MapLibre keeps alive at once stay below forty: a base map takes 10, outlines, records and what is drawn by hand 17. */
export const MOST_PICTURE_DRAWINGS = 12;

/** Tokens `--map-1` to `--map-8`: none of them is red, orange, yellow or blue. */
export const COLOURS = 8;

/** Filled for what is real, hollow for drills and tests. */
export const GLYPHS = {
  circle: { real: '●', other: '○' },
  triangle: { real: '▲', other: '△' },
  diamond: { real: '◆', other: '◇' },
  square: { real: '■', other: '□' },
} as const;

const SHAPES = ['circle', 'triangle', 'diamond', 'square'] as const;

/** A shape of its own for the layers that declare none, in turn, so that colour is never the only difference. */
export function shapeOf(layer: LayerJson, all: readonly LayerJson[]): LayerJson['shape'] {
  if (layer.shape !== 'circle' || layer.entry) return layer.shape;
  const plain = all.filter(({ geometry, shape }) => geometry === 'point' && shape === 'circle');
  return (
    SHAPES[
      Math.max(
        0,
        plain.findIndex(({ id }) => id === layer.id),
      ) % SHAPES.length
    ] ?? 'circle'
  );
}

/** The token of a colour: one for the layer, or one for each value it is told by; ink where that value is not filled in. */
export function colourOf(layer: LayerJson, all: readonly LayerJson[], option?: string): string {
  if (layer.colourBy && !option) return '--ink-soft';
  if (layer.entry?.colour && !option) return `--map-${layer.entry.colour}`;
  const index = option
    ? (layer.colourBy?.options.findIndex(({ id }) => id === option) ?? 0)
    : all.findIndex(({ id }) => id === layer.id);
  return `--map-${(Math.max(0, index) % COLOURS) + 1}`;
}

/** What an address says of the view: `116.2,39.92,12`; undefined when it says nothing that can be gone to. */
export function viewFrom(text: string | undefined): { lng: number; lat: number; zoom: number } | undefined {
  const [lng, lat, zoom, ...rest] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (lng === undefined || lat === undefined || zoom === undefined || rest.length > 0) return undefined;
  const isPlace = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return isPlace ? { lng, lat, zoom } : undefined;
}

export const viewText = ({ lng, lat, zoom }: { lng: number; lat: number; zoom: number }) =>
  `${lng.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;
