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

/** Degrees with minutes and seconds where there are any, and the letter or word of the hemisphere before or behind. */
const HEMISPHERE = '东经|西经|北纬|南纬|[EWNSewns东西北南]';
const ANGLE = new RegExp(
  `(${HEMISPHERE})?\\s*(-?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′'’分]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?)?\\s*(${HEMISPHERE}(?![a-z]))?`,
  'gu',
);
interface Angle {
  readonly degrees: number;
  readonly axis: 'lng' | 'lat' | undefined;
}

/** «116°11′24″E», «东经116度11.4分», «-116.19»; undefined where minutes or seconds are none. */
function angleOf([, before, whole = '', minutes = '0', seconds = '0', behind]: readonly (string | undefined)[]):
  | Angle
  | undefined {
  const [m, s] = [Number(minutes), Number(seconds)];
  if (m >= 60 || s >= 60 || (m > 0 && whole.includes('.')) || (s > 0 && minutes.includes('.'))) return undefined;
  const word = (before ?? behind ?? '').toUpperCase();
  const size = Math.abs(Number(whole)) + m / 60 + s / 3600;
  const isNegative = whole.startsWith('-') !== /[WS西南]/.test(word);
  return {
    degrees: isNegative ? -size : size,
    axis: word === '' ? undefined : /[EW东西]/.test(word) ? 'lng' : 'lat',
  };
}

/**
 * A coordinate as a person types or pastes it: decimal degrees or degrees, minutes and seconds, any separator. Longitude first,
 * unless the hemispheres are named or the order can only be the other one; undefined when it is none.
 */
export function pointFrom(text: string): Point | undefined {
  const angles = [...text.matchAll(ANGLE)].map(angleOf);
  const [first, second] = angles;
  if (angles.length !== 2 || !first || !second || (first.axis && first.axis === second.axis)) return undefined;
  const isTurned = first.axis === 'lat' || second.axis === 'lng' || Math.abs(second.degrees) > 90;
  const isSaid = first.axis !== undefined || second.axis !== undefined;
  const [lng, lat] = isTurned ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
  if (isTurned && !isSaid && Math.abs(lat) > 90) return undefined;
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : undefined;
}

/** Metres east and north of a plane, as surveyors write them; undefined where the text is none, or degrees. */
export function planeFrom(text: string): Point | undefined {
  const numbers = /^\s*(-?\d+(?:\.\d+)?)\s*[,，;；\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text)?.slice(1).map(Number);
  const [east, north] = numbers ?? [];
  if (east === undefined || north === undefined || (Math.abs(east) <= 180 && Math.abs(north) <= 180)) return undefined;
  return { lng: east, lat: north };
}

/** Six digits: a tenth of a metre, as finely as anybody can point. */
export function pointText({ lng, lat }: Point): string {
  return `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
}

/** The polygons of a reach as features. */
export function reachShape(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): AreaCollection {
  return {
    type: 'FeatureCollection',
    features: polygons.map((coordinates) => ({
      type: 'Feature',
      properties: { name: '' },
      geometry: { type: 'Polygon', coordinates },
    })),
  };
}

/** Records of one layer that are told beside a map: more than anybody reads there; all of them are in the register's list. */
export const MOST_TOLD = 500;

/** Degrees of the map's edges. */
export interface MapExtent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Corners, joined; those of a round shape are no handles and are not shown. */
export interface Drawn {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
  readonly isRound?: boolean;
}

/** What is being drawn as features: corners, and from two of them on a line or from three an area. */
export function drawnShape({ points, isClosed, isRound = false }: Drawn) {
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
    features: [...(pairs.length > 1 ? [shape] : []), ...(isRound ? [] : pairs.map((pair) => feature('Point', pair)))],
  };
}
