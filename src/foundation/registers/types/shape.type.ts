import { z } from 'zod';
import type { Point, Polygon } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Position, placeText, positionFault, ringFault } from '../../../kernel/shapes.ts';
import { type Cell, cellText, type FieldType } from '../define.ts';

export type Line = readonly Position[];
export type Area = readonly Polygon[];

/** Corners of one line or ring: more is no outline that a person drew or a map can show. */
export const MOST_POINTS = 20_000;
const position = z.tuple([z.number(), z.number()]) as unknown as z.ZodType<Position, unknown>;
const positions = z.array(position).max(MOST_POINTS);

type Issues = { addIssue(issue: { code: 'custom'; params: Phrase }): void };

/** The first position that is none, told once: a swapped file has all of them swapped. */
function told(issues: Issues, all: readonly Position[]): boolean {
  const wrong = all.map(positionFault).find((fault) => fault !== undefined);
  if (wrong) issues.addIssue({ code: 'custom', params: wrong });
  return wrong !== undefined;
}

const geoJson = (type: string) => ({
  read: (column: string) => `(st_asgeojson(${column}, 7)::jsonb -> 'coordinates')`,
  write: 'st_setsrid(st_geomfromgeojson($), 4490)',
  encode: (value: unknown) => JSON.stringify({ type, coordinates: value }),
});

/** A line on the ground, such as a reach of a river or a road: positions of [longitude, latitude] in CGCS2000. */
export function line({ label }: { label: Phrase }): FieldType<Line | null> {
  const input = positions.min(2).superRefine((value, issues) => void told(issues as never, value));
  return {
    type: 'line',
    label,
    required: false,
    column: 'geometry(LineString, 4490)',
    input: input.nullish().transform((value) => value ?? null),
    stored: geoJson('LineString'),
    geometry: (value) => ({ type: 'LineString', coordinates: value ?? [] }),
    standsAt: (value) => pointOf(value?.[Math.floor(value.length / 2)]),
    fromCell: readShape('LineString', 1),
    show: (value, language) => ({ zh: `${value?.length ?? 0} 点折线`, en: `line of ${value?.length ?? 0}` })[language],
  };
}

/** An area of one part or several: for each part its outline, then holes, as closed rings of [longitude, latitude]. */
export function area({ label }: { label: Phrase }): FieldType<Area | null> {
  const rings = z.array(positions.min(4)).min(1).max(100);
  const input = z
    .array(rings)
    .min(1)
    .max(200)
    .superRefine((value, issues) => {
      const all = value.flat();
      if (told(issues as never, all.flat())) return;
      const fault = ringFault(all);
      if (fault)
        issues.addIssue({ code: 'custom', params: FAULTS[fault.kind](placeText('at' in fault ? fault.at : [0, 0])) });
    });
  return {
    type: 'area',
    label,
    required: false,
    column: 'geometry(MultiPolygon, 4490)',
    input: (input as unknown as z.ZodType<Area, unknown>).nullish().transform((value) => value ?? null),
    stored: geoJson('MultiPolygon'),
    geometry: (value) => ({ type: 'MultiPolygon', coordinates: value ?? [] }),
    standsAt: middleOf,
    fromCell: readShape('MultiPolygon', 3),
    show: (value, language) => ({ zh: `${value?.length ?? 0} 块区域`, en: `${value?.length ?? 0} part(s)` })[language],
  };
}

const FAULTS: Readonly<Record<'crosses' | 'open' | 'too_intricate', (at: string) => Phrase>> = {
  crosses: (at) => ({ zh: `边界在 ${at} 处与自身相交，请改正`, en: `the outline crosses itself at ${at}` }),
  open: (at) => ({ zh: `边界在 ${at} 处未闭合，首尾须为同一点`, en: `the outline is open at ${at}` }),
  too_intricate: () => ({ zh: '形状过于复杂，请简化后再存', en: 'the shape is too intricate; simplify it first' }),
};

const pointOf = (at: Position | undefined): Point | undefined => at && { lng: at[0], lat: at[1] };

/** The middle of the first part's corners, or one of its corners where the middle lies outside the box of a bent part. */
function middleOf(value: Area | null): Point | undefined {
  const corners = (value?.[0]?.[0] ?? []).slice(1) as readonly Position[];
  if (corners.length === 0) return undefined;
  const sum = corners.reduce((total, [lng, lat]) => [total[0] + lng, total[1] + lat] as Position, [0, 0] as Position);
  return { lng: sum[0] / corners.length, lat: sum[1] / corners.length };
}

/** A cell holds GeoJSON, whole or its coordinates alone, or WKT; a polygon is an area of one part. */
function readShape(type: 'LineString' | 'MultiPolygon', depth: number) {
  return (cell: Cell): unknown => {
    const text = cellText(cell).normalize('NFKC');
    if (text === '') return null;
    const given = parsed(text) ?? fromWkt(text);
    const coordinates = (given as { coordinates?: unknown } | null)?.coordinates ?? given;
    if (!Array.isArray(coordinates)) return text;
    return type === 'MultiPolygon' && depthOf(coordinates) === depth ? [coordinates] : coordinates;
  };
}

const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `POLYGON ((116.1 39.9, …))` → nested arrays: its brackets are theirs, its blanks commas of a position. */
function fromWkt(text: string): unknown {
  const body = /^(?:LINESTRING|(?:MULTI)?POLYGON)\s*(?:Z\s*)?(\(.+\))$/is.exec(text)?.[1];
  if (!body || !/^[-\d.eE\s,()]+$/.test(body)) return undefined;
  const positions = body.replaceAll(/([-\d.eE]+)\s+([-\d.eE]+)(?:\s+[-\d.eE]+)?/g, '[$1,$2]');
  return parsed(positions.replaceAll('(', '[').replaceAll(')', ']'));
}
