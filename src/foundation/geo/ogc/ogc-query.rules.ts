import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { Box } from '../tiles/tile.rules.ts';

/** CRS84: longitude first. EPSG:4490 is CGCS2000 by its register: latitude first. Both hold the same degrees here. */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const CGCS2000 = 'http://www.opengis.net/def/crs/EPSG/0/4490';
export const SYSTEMS = [CRS84, CGCS2000] as const;

export const MOST_ITEMS = 10_000;
const DEFAULT_ITEMS = 100;

const reason = (zh: string, en: string): { params: Phrase } => ({ params: { zh, en } });
const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value <= most);
const crs = z.enum(SYSTEMS).optional();

const bbox = z
  .string()
  .max(200)
  .transform((text) => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
  .refine(
    (numbers) => (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite),
    reason('应为四个或六个数', 'is four or six numbers'),
  )
  // Heights are allowed by the standard and mean nothing here.
  .transform((numbers) => (numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index] as number) : numbers));

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)) && /^\d{4}-\d\d-\d\d(T|$)/.test(text));
const datetime = z
  .string()
  .max(80)
  .transform((text) => text.split('/'))
  .refine((parts) => parts.length <= 2 && parts.some(isBound), reason('不是时刻或时段', 'is no instant or interval'))
  .refine((parts) => parts.every((part) => !isBound(part) || moment.safeParse(part).success))
  .transform((parts) => ({ from: bound(parts[0]), to: bound(parts[1] ?? parts[0]) }))
  .refine(({ from, to }) => !from || !to || Date.parse(from) <= Date.parse(to));

function isBound(part: string): boolean {
  return part !== '' && part !== '..';
}
const bound = (part: string | undefined) => (part !== undefined && isBound(part) ? part : undefined);

/** What `items` may be asked with, besides filters; a name that is not here is refused, as the standard wants it. */
export const itemsQuery = z.object({
  bbox: bbox.optional(),
  'bbox-crs': crs,
  crs,
  limit: count(999_999_999)
    .refine((value) => value >= 1)
    .optional()
    .transform((value) => Math.min(value ?? DEFAULT_ITEMS, MOST_ITEMS)),
  offset: count(10_000_000).default(0),
  datetime: datetime.optional(),
  f: z.enum(['json', 'geojson']).optional(),
});

/** The box asked for, longitude first; undefined for the whole, a problem's words where it encloses nothing. */
export function boxOf(numbers: readonly number[] | undefined, system: string | undefined): Box | Phrase | undefined {
  if (!numbers) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  const [west, south, east, north] = system === CGCS2000 ? [b, a, d, c] : [a, b, c, d];
  const isInside =
    [west, east].every((lng) => Math.abs(lng) <= 180) && [south, north].every((lat) => Math.abs(lat) <= 90);
  if (!isInside) return { zh: '超出经纬度范围', en: 'lies outside of all longitudes and latitudes' };
  if (south > north) return { zh: '南界在北界之北', en: 'ends south of where it begins' };
  return { west, south, east, north };
}
