import geographic from 'geographiclib-geodesic';
import type { Point } from '../../kernel/geometry.ts';

/** CGCS2000's spheroid: a = 6 378 137 m, 1/f = 298.257222101. */
const { Geodesic } = geographic;
const SPHEROID = new Geodesic.Geodesic(6_378_137, 1 / 298.257222101);

/** Metres along the shortest way on the spheroid, from point to point; 0 for fewer than two. */
export function lengthOf(points: readonly Point[]): number {
  let metres = 0;
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (from) metres += SPHEROID.Inverse(from.lat, from.lng, to.lat, to.lng).s12 ?? 0;
  });
  return metres;
}

/** Square metres within the outline on the spheroid, whichever way round it runs; 0 for fewer than three points. */
export function areaOf(outline: readonly Point[]): number {
  if (outline.length < 3) return 0;
  const polygon = SPHEROID.Polygon(false);
  for (const { lat, lng } of outline) polygon.AddPoint(lat, lng);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** A circle about a point, as a closed ring of [lng, lat]: `metres` on the spheroid in every direction. */
export function bufferOf({ lng, lat }: Point, metres: number, corners = 64): [number, number][] {
  const ring = Array.from({ length: corners }, (_, index): [number, number] => {
    const { lon2 = lng, lat2 = lat } = SPHEROID.Direct(lat, lng, (index * 360) / corners, metres);
    return [lon2, lat2];
  });
  return [...ring, ring[0] as [number, number]];
}

/**
 * What is seen from a point: a sector around `azimuth` (degrees clockwise from north), `angle` wide, as far as `metres`; a whole
 * circle for 360. One closed ring, counter-clockwise, to about a centimetre.
 */
export function sectorOf({ lng, lat }: Point, azimuth: number, angle: number, metres: number): [number, number][] {
  const round = (degrees: number) => Number(degrees.toFixed(7));
  const steps = Math.max(2, Math.ceil(angle / 5));
  const arc = Array.from({ length: steps + 1 }, (_, index): [number, number] => {
    const { lon2 = lng, lat2 = lat } = SPHEROID.Direct(lat, lng, azimuth + angle / 2 - (index * angle) / steps, metres);
    return [round(lon2), round(lat2)];
  });
  if (angle >= 360) return [...arc.slice(0, -1), arc[0] as [number, number]];
  const apex: [number, number] = [round(lng), round(lat)];
  return [apex, ...arc, apex];
}

/** «850 m», «12.3 km»; hectares and square kilometres from where people count so. */
export function lengthText(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`;
}
export function areaText(squareMetres: number): string {
  if (squareMetres < 10_000) return `${Math.round(squareMetres)} m²`;
  return squareMetres < 1e6 ? `${(squareMetres / 10_000).toFixed(2)} hm²` : `${(squareMetres / 1e6).toFixed(2)} km²`;
}
