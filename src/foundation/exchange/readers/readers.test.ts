import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../kernel/problems.ts';
import { csvRows } from './csv.reader.ts';
import type { SourceRow } from './define.ts';
import { geojsonRows } from './geojson.reader.ts';
import { LIMITS, readSource } from './read-source.ts';
import { xlsxRows } from './xlsx.reader.ts';
import { weigh } from './zip-weight.ts';

/** `FULL=1`: ten thousand hostile files of each format. */
const FILES = process.env.FULL === '1' ? 10_000 : 100;
const SLOWEST_MS = 2000;

const READERS = { csv: csvRows, geojson: geojsonRows, xlsx: xlsxRows } as const;
let folder: string;
let seeds: Record<keyof typeof READERS, Buffer>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengsui-readers-'));
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('表');
  for (let row = 0; row < 20; row += 1) page.addRow(['姓名', row, new Date(0), { formula: 'A1', result: 'x' }, true]);
  seeds = {
    csv: Buffer.from('姓名,电话\r\n"赵,一",13912345678\r\n钱,"a""b"\r\n'.repeat(10)),
    geojson: Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: { 姓名: '赵' }, geometry: { type: 'Point', coordinates: [116, 39] } },
        ],
      }),
    ),
    xlsx: Buffer.from(await book.xlsx.writeBuffer()),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const rowsOf = async (rows: AsyncIterable<SourceRow>) => {
  const all: SourceRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

/** Bytes changed, cut out, doubled or put in at places that chance chooses. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('flip', 'cut', 'double', 'insert'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(seed: Buffer, steps: readonly { at: number; how: string; bytes: Uint8Array }[]): Buffer {
  let bytes = seed;
  for (const { at, how, bytes: more } of steps) {
    const place = Math.floor(at * bytes.length);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    const rest = after.subarray(how === 'double' ? 0 : more.length);
    bytes = Buffer.concat(
      how === 'cut'
        ? [before, rest]
        : how === 'double'
          ? [before, after, after]
          : [before, more, how === 'flip' ? rest : after],
    );
  }
  return bytes;
}

describe.each(Object.keys(READERS) as (keyof typeof READERS)[])('hostile %s', (format) => {
  it(
    'is read or refused in words, within two seconds, and never takes the process down',
    async () => {
      let slowest = 0;
      await fc.assert(
        fc.asyncProperty(damage, async (steps) => {
          const path = put(`hostile.${format}`, damaged(seeds[format], steps));
          const began = performance.now();
          await rowsOf(READERS[format](path, LIMITS)).catch((error) => {
            if (!(error instanceof Problem)) throw error;
          });
          slowest = Math.max(slowest, performance.now() - began);
        }),
        { numRuns: FILES },
      );
      expect(slowest).toBeLessThan(SLOWEST_MS);
    },
    process.env.FULL === '1' ? 3_600_000 : 60_000,
  );
});

it('counts what an archive really unpacks to, because a bomb declares little', async () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);
  const packed = deflateRawSync(zeros, { level: 9 });
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(10, 22);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(head.length + packed.length, 16);
  const path = put('bomb.xlsx', Buffer.concat([head, packed, entry, end]));
  await expect(weigh(path, 10 * 1024 * 1024)).rejects.toMatchObject({ key: 'import.bomb' });
  await weigh(path, 30 * 1024 * 1024);
});

it('reads in a thread, piece by piece, ends with it, and stops when told', async () => {
  const path = put('long.csv', Buffer.from(`名称\n${'一行\n'.repeat(3000)}`));
  let count = 0;
  for await (const rows of readSource(path, 'csv')) count += rows.length;
  expect(count).toBe(3001);
  const stop = new AbortController();
  const reading = (async () => {
    for await (const _rows of readSource(path, 'csv', { signal: stop.signal })) stop.abort(new Error('told to stop'));
  })();
  await expect(reading).rejects.toThrow('told to stop');
  const short = readSource(path, 'csv', { limits: { ...LIMITS, rows: 100 } });
  await expect(rowsOf(flat(short))).rejects.toMatchObject({ key: 'import.too_long' });
});

async function* flat(pieces: AsyncIterable<readonly SourceRow[]>): AsyncGenerator<SourceRow> {
  for await (const rows of pieces) yield* rows;
}
