import { readFile } from 'node:fs/promises';
import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import { Problem, problem } from '../../../kernel/problems.ts';
import { GEOMETRY, type ReadLimits, type SourceCell, type SourceRow } from './define.ts';
import { shapeCell } from './shape-cell.ts';
import { severalLayers } from './shapefile.reader.ts';
import { fromGeoPackage } from './well-known-binary.ts';

/** The one layer of a GeoPackage (OGC 12-128) as a sheet. SQLite runs inside WebAssembly: a hostile file cannot leave it. */
export async function* geopackageRows(path: string, limits: ReadLimits): AsyncGenerator<SourceRow> {
  const { Database } = await initSqlJs();
  let database: Database | undefined;
  try {
    database = new Database(await readFile(path));
    yield* rowsOf(database, limits);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problem('import.unreadable', { reason: DAMAGED });
  } finally {
    database?.close();
  }
}

const DAMAGED = { zh: 'GeoPackage 已损坏或不合标准', en: 'the GeoPackage is damaged or not of the standard' };
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** Degrees with or without heights. */
const CORE = new Map([
  [4326, 'EPSG:4326'],
  [4979, 'EPSG:4326'],
  [4490, 'EPSG:4490'],
]);

function* rowsOf(database: Database, limits: ReadLimits): Generator<SourceRow> {
  const layers = all(
    database,
    `select c.table_name, g.column_name, g.srs_id from gpkg_contents c
     join gpkg_geometry_columns g on g.table_name = c.table_name where c.data_type = 'features' order by c.table_name`,
  );
  const [layer] = layers;
  if (!layer || layers.length > 1)
    throw problem('import.unreadable', { reason: severalLayers(layers.map(([name]) => String(name))) });
  const [table, shapeColumn, srs] = [String(layer[0]), String(layer[1]), Number(layer[2])];
  const columns = all(database, `select name from pragma_table_info(?)`, [table]).map(([name]) => String(name));
  const head = columns.filter((name) => name !== shapeColumn);
  if (head.length > limits.columns) throw problem('import.too_wide', { count: head.length, limit: limits.columns });
  const projection = projectionOf(database, srs);
  yield { row: 1, cells: [...head, GEOMETRY], ...(projection ? { projection } : {}) };
  const statement = database.prepare(`select ${[...head, shapeColumn].map(quoted).join(', ')} from ${quoted(table)}`);
  for (let row = 2; statement.step(); row += 1) {
    const values = statement.get();
    yield { row, cells: [...values.slice(0, -1).map(cellOf), shapeOf(values.at(-1) ?? null)] };
  }
  statement.free();
}

function all(database: Database, query: string, values: SqlValue[] = []): SqlValue[][] {
  const [found] = database.exec(query, values);
  return found?.values ?? [];
}

function projectionOf(database: Database, srs: number): string | undefined {
  const known = CORE.get(srs);
  if (known) return known;
  const [found] = all(database, 'select definition from gpkg_spatial_ref_sys where srs_id = ?', [srs]);
  const definition = String(found?.[0] ?? '');
  return definition.includes('[') ? definition : undefined;
}

function cellOf(value: SqlValue): SourceCell {
  if (value instanceof Uint8Array) return null;
  return value === '' ? null : value;
}

function shapeOf(value: SqlValue): SourceCell {
  if (value === null) return null;
  try {
    if (!(value instanceof Uint8Array)) throw new RangeError('no bytes');
    return shapeCell(fromGeoPackage(value));
  } catch {
    return { fault: NO_SHAPE };
  }
}

const NO_SHAPE = { zh: '图形已损坏或类型不受支持', en: 'the shape is damaged or of an unsupported kind' };
