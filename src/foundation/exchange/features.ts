import type { Phrase } from '../../kernel/phrases.ts';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { declaredBy, LOCAL_SYSTEM, type SourceSystem, sourceSystems } from '../geo/index.ts';
import type { Cell } from '../registers/define.ts';
import { isBad, type SourceRow } from './readers/define.ts';
import { readSource } from './readers/read-source.ts';
import { formatOf } from './readers/sniff.ts';
import { moved } from './row-reader.ts';

/** One object of a map file, in CGCS2000. */
export interface SourceFeature {
  /** As the file counts it, from 1. */
  readonly number: number;
  readonly properties: Readonly<Record<string, Cell>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  /** Why its shape or a value of it could not be read; the rest of it is there. */
  readonly fault?: Phrase;
}

export interface FeatureFile {
  /** The names of the properties, in the order of the file. */
  readonly names: readonly string[];
  /** The system the places were read in: the declared one, or what the file says of itself. */
  readonly system: SourceSystem;
  /** Pieces of up to 500. */
  readonly pieces: AsyncGenerator<readonly SourceFeature[]>;
}

/**
 * The features of a file: GeoJSON, zipped shapefile, GeoPackage; read in a thread of its own with the limits of an import. `system` says
 * how its coordinates are meant; without it what the file says, else CGCS2000. @throws `import.…` in words
 */
export async function featuresOf(
  ctx: Pick<ReadContext, 'rules' | 'now'>,
  path: string,
  { name, system: declared, signal }: { name: string; system?: string; signal?: AbortSignal },
): Promise<FeatureFile> {
  const format = await formatOf(path, name);
  if (format === 'xlsx' || format === 'csv') throw problem('import.format', { reason: NO_MAP });
  const source = readSource(path, format, signal ? { signal } : {});
  const { value: first = [], done } = await source.next();
  const [head, ...rest] = first;
  if (done || !head) throw problem('import.no_rows');
  const local = ctx.rules(LOCAL_SYSTEM, ctx.now).values;
  const id = declared ?? declaredBy(local, head.projection) ?? 'cgcs2000';
  const system = sourceSystems(local, head.projection).find((one) => one.id === id);
  if (!system) throw problem('record.unknown', {}, 'system');
  const names = head.cells.slice(0, -1).map(String);
  const read = featureReader(names, system);
  async function* pieces() {
    if (rest.length > 0) yield rest.map(read);
    for await (const rows of source) yield rows.map(read);
  }
  return { names, system, pieces: pieces() };
}

const NO_MAP = { zh: '表格没有图形，不能作为图层', en: 'a sheet has no shapes and makes no layer' };

function featureReader(names: readonly string[], { toCgcs2000 }: SourceSystem) {
  return ({ row, cells }: SourceRow): SourceFeature => {
    const bad = cells.find(isBad);
    const values = names.map((name, at) => [name, isBad(cells[at]) ? null : (cells[at] ?? null)] as const);
    const shape = cells[names.length];
    return {
      number: row - 1,
      properties: Object.fromEntries(values),
      geometry: typeof shape === 'string' ? geometryOf(shape, toCgcs2000) : null,
      ...(bad ? { fault: bad.fault } : {}),
    };
  };
}

function geometryOf(text: string, toCgcs2000: SourceSystem['toCgcs2000']): SourceFeature['geometry'] {
  if (!text.startsWith('{')) return { type: 'Point', coordinates: moved(text.split(',').map(Number), toCgcs2000) };
  const { type, coordinates } = JSON.parse(text) as { type: string; coordinates: never };
  return { type, coordinates: moved(coordinates, toCgcs2000) };
}
