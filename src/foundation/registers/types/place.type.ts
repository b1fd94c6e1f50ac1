import { z } from 'zod';
import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { positionFault } from '../../../kernel/shapes.ts';
import { type Cell, cellText, type FieldType } from '../define.ts';

interface PlaceOptions {
  label: Phrase;
  required?: boolean;
}

const degrees = z.number().min(-180).max(180);

/**
 * Input of a point in CGCS2000, degrees. Places outside the district are real: they are not refused. Swapped longitude and
 * latitude are, with the point that was meant.
 */
export const pointInput = z.object({ lng: degrees, lat: degrees }).superRefine(({ lng, lat }, issues) => {
  const params = positionFault([lng, lat]);
  if (params) issues.addIssue({ code: 'custom', params });
});

/** A point on the ground; street, community and grid are resolved from it when the record is written. */
export function place(options: PlaceOptions & { required: true }): FieldType<Point>;
export function place(options: PlaceOptions): FieldType<Point | null>;
export function place({ label, required = false }: PlaceOptions): FieldType<Point | null> {
  return {
    type: 'place',
    label,
    required,
    column: 'geometry(Point, 4490)',
    input: required ? pointInput : pointInput.nullish().transform((value) => value ?? null),
    stored: {
      read: (column) =>
        `case when ${column} is null then null else jsonb_build_object('lng', st_x(${column}), 'lat', st_y(${column})) end`,
      write: 'st_setsrid(st_geomfromgeojson($), 4490)',
      encode: (value) => JSON.stringify({ type: 'Point', coordinates: [value?.lng, value?.lat] }),
    },
    geometry: (value) => ({ type: 'Point', coordinates: [value?.lng ?? 0, value?.lat ?? 0] }),
    standsAt: (value) => value ?? undefined,
    fromCell: readPoint,
    show: (value) => (value === null ? '' : `${value.lng.toFixed(6)}, ${value.lat.toFixed(6)}`),
  };
}

/** «116.187, 39.913»: longitude first, as it is written everywhere in the house. */
function readPoint(cell: Cell): unknown {
  const text = cellText(cell).normalize('NFKC');
  if (text === '') return null;
  const [lng, lat, ...rest] = text.split(/[,\s]+/).map(Number);
  return rest.length === 0 && Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : text;
}
