import type { Point } from '../../kernel/geometry.ts';

/** What the map needs of GeoJSON: outlines in CGCS2000, longitude first. */
export interface AreaCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly properties: { readonly name: string; readonly isSchematic?: boolean };
    readonly geometry: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] };
  }[];
}

/** [west, south, east, north] of all outlines; undefined when there are none. */
export function boundsOf({ features }: AreaCollection): [number, number, number, number] | undefined {
  const pairs = features.flatMap(({ geometry }) => geometry.coordinates.flat());
  if (pairs.length === 0) return undefined;
  const lngs = pairs.map(([lng]) => lng ?? 0);
  const lats = pairs.map(([, lat]) => lat ?? 0);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Where a label may stand: the middle of the outline's box. */
export function labelPoints(areas: AreaCollection) {
  return {
    type: 'FeatureCollection' as const,
    features: areas.features.map((feature) => {
      const [west, south, east, north] = boundsOf({ ...areas, features: [feature] }) ?? [0, 0, 0, 0];
      return {
        type: 'Feature' as const,
        properties: { name: feature.properties.name },
        geometry: { type: 'Point' as const, coordinates: [(west + east) / 2, (south + north) / 2] },
      };
    }),
  };
}

/** Reads `116.2201, 39.9062` as a person types or pastes it: longitude first, any separator; undefined when it is none. */
export function pointFrom(text: string): Point | undefined {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const [lng, lat] = numbers;
  if (numbers.length !== 2 || lng === undefined || lat === undefined) return undefined;
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : undefined;
}

/** Six digits: a tenth of a metre, as finely as anybody can point. */
export function pointText({ lng, lat }: Point): string {
  return `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
}

/** What is being drawn as features: corners, and from two of them on a line or from three an area. */
export function drawnShape({ points, isClosed }: { points: readonly Point[]; isClosed: boolean }) {
  const pairs = points.map(({ lng, lat }) => [lng, lat]);
  const feature = (type: 'Point' | 'LineString' | 'Polygon', coordinates: unknown) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type, coordinates },
  });
  const first = pairs[0];
  const isArea = isClosed && first !== undefined && pairs.length > 2;
  const shape = isArea ? feature('Polygon', [[...pairs, first]]) : feature('LineString', pairs);
  return {
    type: 'FeatureCollection' as const,
    features: [...(pairs.length > 1 ? [shape] : []), ...pairs.map((pair) => feature('Point', pair))],
  };
}
