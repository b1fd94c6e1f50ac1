import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Position, positionFault } from '../../../kernel/shapes.ts';
import { type FieldType, type Geometry, plainCell } from '../define.ts';

const DEPTHS: Readonly<Record<Geometry['type'], number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const geometry = z
  .object({ type: z.enum(Object.keys(DEPTHS) as [Geometry['type']]), coordinates: z.array(z.unknown()) })
  .superRefine(({ type, coordinates }, issues) => {
    const fault = firstFault(coordinates, DEPTHS[type]);
    if (fault) issues.addIssue({ code: 'custom', params: fault as never });
  });

/** A shape of any kind, as files of other people hold them mixed: GeoJSON in CGCS2000. */
export function anyShape({ label }: { label: Phrase }): FieldType<Geometry> {
  return {
    type: 'anyShape',
    label,
    required: true,
    column: 'geometry(Geometry, 4490)',
    input: geometry as unknown as z.ZodType<Geometry, unknown>,
    stored: {
      read: (column) => `st_asgeojson(${column}, 7)::jsonb`,
      write: 'st_setsrid(st_geomfromgeojson($), 4490)',
      encode: ({ type, coordinates }) => JSON.stringify({ type, coordinates }),
    },
    geometry: (value) => value,
    standsAt: ({ coordinates }) => {
      const at = firstPosition(coordinates);
      return at && { lng: at[0], lat: at[1] };
    },
    fromCell: plainCell,
    show: ({ type }) => type,
  };
}

function firstFault(value: unknown, depth: number): Phrase | undefined {
  if (!Array.isArray(value)) return { zh: '坐标缺失', en: 'lacks coordinates' };
  if (depth === 0) return positionFault(value as unknown as Position);
  if (value.length === 0) return { zh: '没有坐标', en: 'holds no coordinates' };
  for (const part of value) {
    const fault = firstFault(part, depth - 1);
    if (fault) return fault;
  }
  return undefined;
}

function firstPosition(value: readonly unknown[]): Position | undefined {
  const [first] = value;
  return Array.isArray(first) ? firstPosition(first) : (value as unknown as Position);
}
