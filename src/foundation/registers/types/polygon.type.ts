import { z } from 'zod';
import type { Polygon } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type FieldType, plainCell } from '../define.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z
  .array(position)
  .min(4)
  .max(20_000)
  .refine((points) => points[0]?.join() === points.at(-1)?.join(), {
    params: { zh: '环线须首尾相接', en: 'a ring must be closed' },
  });

/** An area on the ground: rings of [lng, lat] in CGCS2000, the outline first, then holes. */
export function polygon({ label }: { label: Phrase }): FieldType<Polygon> {
  return {
    type: 'polygon',
    label,
    required: true,
    column: 'geometry(Polygon, 4490)',
    input: z.array(ring).min(1).max(100) as unknown as z.ZodType<Polygon, unknown>,
    stored: {
      read: (column) => `(st_asgeojson(${column}, 7)::jsonb -> 'coordinates')`,
      write: 'st_setsrid(st_geomfromgeojson($), 4490)',
      encode: (value) => JSON.stringify({ type: 'Polygon', coordinates: value }),
    },
    geometry: (value) => ({ type: 'Polygon', coordinates: value }),
    fromCell: plainCell,
    show: (value) => `${value.length}`,
  };
}
