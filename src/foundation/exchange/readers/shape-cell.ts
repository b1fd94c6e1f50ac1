import { MOST_POINTS } from '../../registers/types/shape.type.ts';
import type { SourceCell } from './define.ts';

/** A geometry as any reader finds it. */
export interface Geometry {
  readonly type?: string;
  readonly coordinates?: unknown;
}

/** More corners than this in one shape are refused where they are read, before anybody's memory pays for them. */
const MOST_CORNERS = MOST_POINTS * 5;

/**
 * A geometry as a cell: a point as «116.1, 39.9», anything else as its GeoJSON. Heights go, multiples of one become single:
 * a register keeps a line, not a bundle of one line.
 */
export function shapeCell(given: Geometry | null | undefined): SourceCell {
  if (!given) return null;
  const { type = '', coordinates } = single(given);
  const counted = { corners: 0, isSound: Array.isArray(coordinates) };
  const plain = flatten(coordinates, counted);
  if (!counted.isSound) return { fault: UNSOUND };
  if (counted.corners === 0) return null;
  if (counted.corners > MOST_CORNERS) return { fault: intricate(counted.corners) };
  return type === 'Point' ? (plain as number[]).join(', ') : JSON.stringify({ type, coordinates: plain });
}

function single({ type = '', coordinates }: Geometry): Geometry {
  const isOne = /^Multi(Point|LineString)$/.test(type) && Array.isArray(coordinates) && coordinates.length === 1;
  return isOne
    ? { type: type.slice('Multi'.length), coordinates: (coordinates as unknown[])[0] }
    : { type, coordinates };
}

function flatten(value: unknown, counted: { corners: number; isSound: boolean }, depth = 0): unknown {
  if (!Array.isArray(value) || depth > 4) {
    counted.isSound = false;
    return value;
  }
  if (typeof value[0] === 'number') {
    counted.corners += 1;
    const [lng, lat] = value as number[];
    if (!isCoordinate(lng) || !isCoordinate(lat)) counted.isSound = false;
    return [lng, lat];
  }
  return value.map((one) => flatten(one, counted, depth + 1));
}

/** Shapefiles write −1.8e308 where there is nothing. */
const isCoordinate = (value: number | undefined) => Number.isFinite(value) && Math.abs(value ?? 0) < 1e9;

const UNSOUND = { zh: '图形的坐标不是数字或已损坏', en: 'the coordinates of the shape are no numbers or damaged' };
const intricate = (count: number) => ({
  zh: `图形有 ${count.toLocaleString('zh-CN')} 个点，最多 ${MOST_CORNERS.toLocaleString('zh-CN')} 个，请先简化`,
  en: `the shape has ${count.toLocaleString('en')} points, at most ${MOST_CORNERS.toLocaleString('en')}; simplify it first`,
});
