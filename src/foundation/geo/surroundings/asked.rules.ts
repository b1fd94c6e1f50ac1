import { z } from 'zod';
import type { Point } from '../../../kernel/geometry.ts';
import { ringFault } from '../../../kernel/shapes.ts';

/** Farther than a district is wide: beyond it nothing is «around». */
export const MOST_METRES = 30_000;
export const MOST_MINUTES = 120;
export const USUAL_METRES = 1000;
const MOST_CORNERS = 200;

const NO_AREA = {
  zh: '不是一个区域：需三个以上的点「经度,纬度」，以分号隔开，边不相交',
  en: 'is no area: three points or more as «lng,lat», parted by semicolons, whose edges do not cross',
};

/**
 * Around what: a point, an outline that somebody drew (`lng,lat;lng,lat;…`), or a record with a place; and how far: metres, or
 * minutes by road. All of it fits an address, and none of it is personal.
 */
export const ASKED = {
  lng: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
  area: z
    .string()
    .max(6000)
    .refine((text) => cornersFrom(text) !== undefined, { params: NO_AREA })
    .optional(),
  register: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  recordId: z.uuid().optional(),
  metres: z.number().min(0).max(MOST_METRES).optional(),
  minutes: z.number().min(1).max(MOST_MINUTES).optional(),
};

export interface Asked {
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
  readonly area?: string | undefined;
  readonly register?: string | undefined;
  readonly recordId?: string | undefined;
  readonly metres?: number | undefined;
  readonly minutes?: number | undefined;
}

/** Corners of a drawn outline, without the closing one; undefined where the text is no area. */
export function cornersFrom(text: string): Point[] | undefined {
  const corners = text.split(';').map((pair): Point => {
    const [lng = '', lat = '', ...more] = pair.split(',');
    const isPair = lng.trim() !== '' && lat.trim() !== '' && more.length === 0;
    return isPair ? { lng: Number(lng), lat: Number(lat) } : { lng: Number.NaN, lat: Number.NaN };
  });
  const isPlaced = corners.every(({ lng, lat }) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90);
  if (!isPlaced || corners.length < 3 || corners.length > MOST_CORNERS) return undefined;
  const ring = [...corners, corners[0] as Point].map(({ lng, lat }) => [lng, lat] as const);
  return ringFault([ring]) ? undefined : corners;
}

/** The text of an outline, as addresses carry it: to a tenth of a metre. */
export const cornersText = (corners: readonly Point[]): string =>
  corners.map(({ lng, lat }) => `${Number(lng.toFixed(6))},${Number(lat.toFixed(6))}`).join(';');
