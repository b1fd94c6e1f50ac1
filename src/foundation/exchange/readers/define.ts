import type { Phrase } from '../../../kernel/phrases.ts';
import type { Cell } from '../../registers/define.ts';

export const FORMATS = [
  { id: 'xlsx', label: { zh: 'XLSX', en: 'XLSX' } },
  { id: 'csv', label: { zh: 'CSV', en: 'CSV' } },
  { id: 'geojson', label: { zh: 'GeoJSON', en: 'GeoJSON' } },
  { id: 'shapefile', label: { zh: 'Shapefile', en: 'Shapefile' } },
  { id: 'geopackage', label: { zh: 'GeoPackage', en: 'GeoPackage' } },
] as const;
export type Format = (typeof FORMATS)[number]['id'];
export const FORMAT_IDS = FORMATS.map(({ id }) => id) as [Format, ...Format[]];
/** The column that readers of map files put last: «116.1, 39.9» for a point, GeoJSON for all else. */
export const GEOMETRY = 'geometry';

/** A cell that cannot mean anything, with the reason: a formula that was never computed, an error of the sheet. */
export interface BadCell {
  readonly fault: Phrase;
}
export type SourceCell = Cell | BadCell;

/** Rows as people count them: the first line of the file is row 1. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly SourceCell[];
  /** On the first row: what the file says of its coordinate system, as well-known text or `EPSG:4490`. */
  readonly projection?: string;
}

/** What the thread is given. */
export interface ReadTask {
  readonly path: string;
  readonly format: Format;
  readonly limits: ReadLimits;
}

export interface ReadLimits {
  /** A sheet wider than this is not a register. */
  readonly columns: number;
  readonly rows: number;
  /** Bytes that a compressed file may unpack to. */
  readonly unpacked: number;
}

/** What the thread answers; after `rows` it waits for the word to go on. */
export type ReadAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'problem'; readonly key: string; readonly params: Record<string, unknown> };

export const isBad = (cell: SourceCell | undefined): cell is BadCell =>
  typeof cell === 'object' && cell !== null && 'fault' in cell;
