import gcoord from 'gcoord';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/**
 * Coordinate systems that places arrive in. Everything is stored in CGCS2000 (EPSG:4490), which differs from WGS-84 by
 * centimetres and is treated as the same. GCJ-02 and BD-09 are known at the edges only: import, search, other people's maps.
 */
export const COORDINATE_SYSTEMS = [
  { id: 'cgcs2000', label: { zh: 'CGCS2000／WGS-84（国家坐标、GPS）', en: 'CGCS2000 / WGS-84 (survey, GPS)' } },
  { id: 'gcj02', label: { zh: 'GCJ-02（高德、腾讯地图）', en: 'GCJ-02 (Amap, Tencent maps)' } },
  { id: 'bd09', label: { zh: 'BD-09（百度地图）', en: 'BD-09 (Baidu maps)' } },
] as const satisfies readonly { id: string; label: Phrase }[];

export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number]['id'];

/** Its types name the default export for bundlers only; the object is the same everywhere. */
const { transform } = gcoord as unknown as {
  transform(position: [number, number], from: string, to: string): [number, number];
};
const GCOORD_NAMES = { gcj02: 'GCJ02', bd09: 'BD09' } as const;

/** 1e-9° is a tenth of a millimetre. */
const EXACT = 1e-9;
const MOST_STEPS = 30;

/** A point of CGCS2000 in another system, degrees. Outside China GCJ-02 is not shifted. */
export function fromCgcs2000(point: Point, system: CoordinateSystem): Point {
  if (system === 'cgcs2000') return point;
  const [lng, lat] = transform([point.lng, point.lat], 'WGS84', GCOORD_NAMES[system]);
  return { lng, lat };
}

/**
 * A point given in `system` as CGCS2000, degrees. There is no formula for the way back: the forward shift is taken off
 * again and again until it meets the given point, to 1e-9° (0.1 mm) within the systems' own definition. At most 30 steps:
 * at the rim of the shifted region the forward shift jumps and an unbounded search never ends.
 */
export function toCgcs2000(point: Point, system: CoordinateSystem): Point {
  if (system === 'cgcs2000') return point;
  let found = point;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const met = fromCgcs2000(found, system);
    const [dLng, dLat] = [met.lng - point.lng, met.lat - point.lat];
    found = { lng: found.lng - dLng, lat: found.lat - dLat };
    if (Math.abs(dLng) < EXACT && Math.abs(dLat) < EXACT) break;
  }
  return found;
}

/** Between any two of the systems, by way of CGCS2000. Degrees, longitude first. */
export function convert(point: Point, from: CoordinateSystem, to: CoordinateSystem): Point {
  return from === to ? point : fromCgcs2000(toCgcs2000(point, from), to);
}

/** Metres between two points on the spheroid's mean sphere: within 0.6 %, for comparing, not for records. */
export function roughMetres(a: Point, b: Point): number {
  const { dx, dy } = offset(a, b);
  return Math.hypot(dx, dy);
}

const METRES_OF_A_DEGREE = 111_195;

/** From `a` to `b` in metres east and north; for distances of a district. */
export function offset(a: Point, b: Point): { dx: number; dy: number } {
  const middle = ((a.lat + b.lat) / 2) * (Math.PI / 180);
  return {
    dx: (b.lng - a.lng) * METRES_OF_A_DEGREE * Math.cos(middle),
    dy: (b.lat - a.lat) * METRES_OF_A_DEGREE,
  };
}
