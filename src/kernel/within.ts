import type { Point } from './geometry.ts';
import type { Phrase } from './phrases.ts';
import { ringFault } from './shapes.ts';

/** Ground that somebody drew or looks at: an outline by its corners, without the closing one, or a circle in metres. CGCS2000. */
export type Within = { readonly corners: readonly Point[] } | { readonly centre: Point; readonly metres: number };

const MOST_CORNERS = 200;
/** Wider than any district: beyond it a circle narrows nothing. */
export const MOST_RADIUS = 100_000;
/** Characters of the longest outline. */
export const MOST_WITHIN = 6000;

export const NO_AREA: Phrase = {
  zh: '不是一个区域：需三个以上的点「经度,纬度」，以分号隔开，边不相交',
  en: 'is no area: three points or more as «lng,lat», parted by semicolons, whose edges do not cross',
};

export const NO_GROUND: Phrase = {
  zh: '不是一个范围：应为三个以上边不相交的点「经度,纬度;…」，或圆「经度,纬度,半径米」',
  en: 'is no ground: three corners or more as «lng,lat;…» whose edges do not cross, or a circle as «lng,lat,metres»',
};

/** Corners of a drawn outline, without the closing one; undefined where the text is no area. */
export function cornersFrom(text: string): Point[] | undefined {
  const corners = text.split(';').map((pair): Point => {
    const [lng = '', lat = '', ...more] = pair.split(',');
    const isPair = lng.trim() !== '' && lat.trim() !== '' && more.length === 0;
    return isPair ? { lng: Number(lng), lat: Number(lat) } : { lng: Number.NaN, lat: Number.NaN };
  });
  if (!corners.every(isPlace) || corners.length < 3 || corners.length > MOST_CORNERS) return undefined;
  const ring = [...corners, corners[0] as Point].map(({ lng, lat }) => [lng, lat] as const);
  return ringFault([ring]) ? undefined : corners;
}

/** The text of an outline, as addresses carry it: to a tenth of a metre. */
export const cornersText = (corners: readonly Point[]): string => corners.map(pointText).join(';');

/** Ground as addresses carry it: corners `lng,lat;lng,lat;…`, or a circle `lng,lat,metres`; undefined where it is neither. */
export function withinFrom(text: string | undefined): Within | undefined {
  if (!text || text.length > MOST_WITHIN) return undefined;
  if (text.includes(';')) {
    const corners = cornersFrom(text);
    return corners && { corners };
  }
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [lng = Number.NaN, lat = Number.NaN, metres = Number.NaN] = parts;
  const isCircle = parts.length === 3 && isPlace({ lng, lat }) && metres > 0 && metres <= MOST_RADIUS;
  return isCircle ? { centre: { lng, lat }, metres } : undefined;
}

export const withinText = (within: Within): string =>
  'corners' in within ? cornersText(within.corners) : `${pointText(within.centre)},${Number(within.metres.toFixed(1))}`;

/** The rectangle whose opposite corners these are, sides along the meridians. */
export function rectangleOf(one: Point, other: Point): Within {
  const [west, east] = [Math.min(one.lng, other.lng), Math.max(one.lng, other.lng)];
  const [south, north] = [Math.min(one.lat, other.lat), Math.max(one.lat, other.lat)];
  return {
    corners: [
      { lng: west, lat: south },
      { lng: east, lat: south },
      { lng: east, lat: north },
      { lng: west, lat: north },
    ],
  };
}

const pointText = ({ lng, lat }: Point) => `${Number(lng.toFixed(6))},${Number(lat.toFixed(6))}`;
const isPlace = ({ lng, lat }: Point) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
