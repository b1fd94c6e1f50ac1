/** A point in CGCS2000 (EPSG:4490), degrees, longitude first everywhere. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Rings of [lng, lat] pairs in CGCS2000; the first ring is the outline, others are holes; each closed. */
export type Polygon = readonly (readonly (readonly [number, number])[])[];

/** Is the point inside the polygon? Even–odd rule on the plane: good for a district, not across the date line. */
export function isInside(point: Point, polygon: Polygon): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index, index += 1) {
      const [x1, y1] = ring[index] ?? [0, 0];
      const [x2, y2] = ring[previous] ?? [0, 0];
      if (y1 > point.lat !== y2 > point.lat && point.lng < ((x2 - x1) * (point.lat - y1)) / (y2 - y1) + x1) {
        inside = !inside;
      }
    }
  }
  return inside;
}
