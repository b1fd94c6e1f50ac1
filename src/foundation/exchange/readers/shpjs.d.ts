/** The two functions of shpjs 6 that are used: the published types describe its third edition. */
declare module 'shpjs' {
  export function parseShp(shp: Uint8Array): ({ type: string; coordinates: unknown } | null)[];
  export function parseDbf(dbf: Uint8Array, encoding: string): Record<string, unknown>[];
}
