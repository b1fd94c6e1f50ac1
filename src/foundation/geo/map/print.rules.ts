import type { MapExtent } from '../map.rules.ts';
import { lengthOf } from '../measure.rules.ts';
import { worldShare } from '../tiles/tile.rules.ts';
import { type LayerJson, viewText } from './layer-look.rules.ts';

/** A sheet in landscape: A4 or A3, and what of it the map takes, in millimetres; the rest is head, legend and foot. */
export const SHEETS = {
  a4: { width: 215, height: 152 },
  a3: { width: 334, height: 236 },
} as const;
export type Sheet = keyof typeof SHEETS;

/** Lines of a legend that stand beside the map; a longer one gets a sheet of its own, so that none of it is cut off. */
export const MOST_LINES = { a4: 22, a3: 32 } as const;

export const legendLines = (shown: readonly LayerJson[]): number =>
  shown.reduce((lines, { colourBy }) => lines + 1 + (colourBy ? colourBy.options.length + 1 : 0), 0);

export const sheetFrom = (text: string | undefined): Sheet => (text === 'a3' ? 'a3' : 'a4');

/** Millimetres of a pixel of CSS, on paper as on the screen. */
const PIXEL = 25.4 / 96;
/** Pixels around the world at zoom 0. */
const WORLD = 512;
/** Metres around the equator of the sphere that tiles are cut from. */
const EQUATOR = 40_075_016.686;

/** Scales that a surveyor expects to choose from. */
export const SCALES = [2000, 5000, 10_000, 25_000, 50_000, 100_000] as const;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const fromNorth = (lat: number) => worldShare({ lng: 0, lat }).y;

/** How many metres lie behind one of the sheet, along the middle of the map: 10,000 for 1:10,000. */
export function scaleOf({ west, south, east, north }: MapExtent, sheet: Sheet): number {
  const lat = (south + north) / 2;
  const metres = lengthOf([
    { lng: west, lat },
    { lng: east, lat },
  ]);
  return metres / (SHEETS[sheet].width / 1000);
}

/** The zoom at which a map shows 1:`scale` at this latitude. */
export const zoomOf = (scale: number, lat: number): number =>
  Math.log2((EQUATOR * Math.cos(radians(lat))) / (WORLD * scale * (PIXEL / 1000)));

/** The zoom at which all of an extent fits on the sheet. */
export function fittingZoom({ west, south, east, north }: MapExtent, sheet: Sheet): number {
  const { width, height } = SHEETS[sheet];
  const wide = width / PIXEL / (((east - west) / 360) * WORLD);
  const high = height / PIXEL / ((fromNorth(south) - fromNorth(north)) * WORLD);
  return Math.max(0, Math.log2(Math.min(wide, high)));
}

/** «1:25,400»: three figures, as many as a printed map is good for. */
export function scaleText(scale: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(scale)) - 2);
  return `1:${(Math.round(scale / step) * step).toLocaleString('en-US')}`;
}

/** Where what is in sight is printed: the same layers and ground, all of the extent on A4. */
export function printAddress(search: Readonly<Record<string, string>>, extent: MapExtent): string {
  const { west, south, east, north } = extent;
  const at = { lng: (west + east) / 2, lat: (south + north) / 2, zoom: fittingZoom(extent, 'a4') };
  const { on, within, moment } = search;
  const asked = new URLSearchParams({
    ...(on ? { on } : {}),
    ...(within ? { within } : {}),
    ...(moment ? { moment } : {}),
    at: viewText(at),
  });
  return `/map/print?${asked}`;
}
