import { parseDbf, parseShp } from 'shpjs';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type ProblemKey, problem } from '../../../kernel/problems.ts';
import { GEOMETRY, type ReadLimits, type SourceCell, type SourceRow } from './define.ts';
import { shapeCell } from './shape-cell.ts';
import { contentOf, type Entry, weigh } from './zip-weight.ts';

/** Shapes and their table lie in memory while they are read. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** A zipped shapefile as a sheet: the columns of its .dbf are the head, the shape is the last column. */
export async function* shapefileRows(path: string, limits: ReadLimits): AsyncGenerator<SourceRow> {
  const limit = Math.min(limits.unpacked, MOST_UNPACKED);
  const part = partsOf(await weigh(path, limit));
  const read = async (suffix: string) => {
    const entry = part(suffix);
    return entry && (await contentOf(path, entry, limit));
  };
  const shapes = shapesOf(await read('shp'));
  const table = tableOf(await read('dbf'), await read('cpg'), limits);
  if (table && table.rows.length !== shapes.length) throw unreadable(uneven(table.rows.length, shapes.length));
  const projection = textOf(await read('prj'));
  const head = table?.head ?? [];
  yield { row: 1, cells: [...head, GEOMETRY], ...(projection ? { projection } : {}) };
  for (const [index, shape] of shapes.entries()) {
    const own = table?.rows[index];
    if (own === 'deleted') continue;
    yield { row: index + 2, cells: [...head.map((name) => cellOf(own?.[name])), shapeCell(shape)] };
  }
}

const unreadable = (reason: Phrase) => problem('import.unreadable' satisfies ProblemKey, { reason });

/** The files of the one layer in an archive, by their suffix. @throws in words where there are several layers */
function partsOf(entries: readonly Entry[]): (suffix: string) => Entry | undefined {
  const own = entries.filter(({ name }) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const layers = own.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => name.slice(0, -4));
  const [layer] = layers;
  if (layer === undefined || layers.length > 1) throw unreadable(severalLayers(layers.map(bareName)));
  return (suffix) => own.find(({ name }) => name.toLowerCase() === `${layer.toLowerCase()}.${suffix}`);
}

const bareName = (name: string) => name.split('/').at(-1) ?? name;

/** Told by both map formats: which of several layers is meant only a person knows. */
export const severalLayers = (names: readonly string[]): Phrase =>
  names.length === 0
    ? { zh: '文件中没有图层', en: 'it holds no layer' }
    : {
        zh: `文件中有 ${names.length} 个图层：${names.slice(0, 10).join('、')}；请一次导入一个`,
        en: `it holds ${names.length} layers: ${names.slice(0, 10).join(', ')}; import one at a time`,
      };

function shapesOf(bytes: Buffer | undefined) {
  if (!bytes || bytes.length < 100) throw unreadable(DAMAGED);
  try {
    const shapes = parseShp(bytes);
    // Its head says how long it is, in words of two bytes: what was cut off in copying is noticed by it.
    if (bytes.readInt32BE(24) * 2 > bytes.length) throw new RangeError('cut off');
    return shapes;
  } catch {
    throw unreadable(DAMAGED);
  }
}

type Row = Record<string, unknown> | 'deleted';
const DELETED = 0x2a;

function tableOf(bytes: Buffer | undefined, cpg: Buffer | undefined, limits: ReadLimits) {
  if (!bytes) return undefined;
  if (bytes.length < 33) throw unreadable(DAMAGED);
  const [count, start, width] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  // A head that promises more than there is would be read for ever.
  if (start < 33 || width === 0 || start + count * width > bytes.length + 1) throw unreadable(DAMAGED);
  if (count > limits.rows) throw problem('import.too_long', { limit: limits.rows });
  const columns = Math.floor((start - 33) / 32);
  if (columns > limits.columns) throw problem('import.too_wide', { count: columns, limit: limits.columns });
  const encoding = encodingOf(bytes, start, textOf(cpg));
  const parsed = parseDbf(bytes, encoding);
  const rows = parsed.map((row, index): Row => (bytes[start + index * width] === DELETED ? 'deleted' : row));
  const head = Object.keys(parsed[0] ?? {});
  if (head.some((name) => name.includes('\uFFFD'))) throw unreadable(MOJIBAKE);
  return { head, rows };
}

/** Of the table's head: code page 936. */
const GBK_DRIVERS = new Set([0x4d, 0x7a]);

/** By the .cpg, by the head of the table, or by what its bytes can be. */
function encodingOf(bytes: Buffer, start: number, cpg: string | undefined): 'utf-8' | 'gb18030' {
  const named = cpg?.toLowerCase().replaceAll(/[^a-z0-9]/g, '') ?? '';
  if (/gb|936|54936/.test(named)) return 'gb18030';
  if (/utf8|65001/.test(named)) return 'utf-8';
  if (GBK_DRIVERS.has(bytes[29] ?? 0)) return 'gb18030';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start));
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

function cellOf(value: unknown): SourceCell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayOf(value);
  const text = String(value);
  return text.includes('\uFFFD') ? { fault: MOJIBAKE } : text;
}

/** The table keeps days; the library makes them midnights of this machine. */
const dayOf = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const textOf = (bytes: Buffer | undefined) =>
  bytes
    ?.toString('utf8')
    .replaceAll(/[\0\uFEFF]/g, '')
    .trim();

const DAMAGED = { zh: 'Shapefile 已损坏或不完整', en: 'the shapefile is damaged or incomplete' };
const MOJIBAKE = {
  zh: '文字编码与 .cpg 所写不符，请按实际编码（如 GBK）改正 .cpg 后重新上传',
  en: 'its letters are not in the encoding that the .cpg names; mend the .cpg and upload again',
};
const uneven = (rows: number, shapes: number): Phrase => ({
  zh: `.dbf 有 ${rows} 行，.shp 有 ${shapes} 个图形，两者不是一套`,
  en: `the .dbf has ${rows} rows and the .shp ${shapes} shapes: they do not belong together`,
});
