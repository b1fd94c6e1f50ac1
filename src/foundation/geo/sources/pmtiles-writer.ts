import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, createReadStream, createWriteStream, openSync, rmSync, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { Compression, TileType, zxyToTileId } from 'pmtiles';
import type { TileFacts } from '../layers/tile-facts.rules.ts';
import type { TileAddress } from '../tiles/tile.rules.ts';

export interface WrittenTile extends TileAddress {
  /** Vector tiles packed with gzip, pictures as they are. */
  readonly bytes: Uint8Array;
}

export interface ArchiveFacts {
  readonly format: TileFacts['format'];
  readonly bounds: readonly [number, number, number, number];
  /** As PMTiles keeps it: `vector_layers`, `attribution` and what else there is. */
  readonly metadata: object;
}

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
}

const HEADER = 127;
/** Header and first directory lie in the first 16 KB, so that one reading finds both. */
const MOST_ROOT = 16_384 - HEADER;
const PER_LEAF = 4096;
const TYPES = { mvt: TileType.Mvt, png: TileType.Png, jpeg: TileType.Jpeg, webp: TileType.Webp } as const;

/**
 * Writes a PMTiles archive, version 3. Tiles may come in any order; those of equal content lie there once.
 * @returns how many tiles it holds
 */
export async function writeArchive(path: string, facts: ArchiveFacts, tiles: Iterable<WrittenTile>): Promise<number> {
  const data = `${path}.data`;
  const entries: Entry[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let size = 0;
  let [minZoom, maxZoom] = [30, 0];
  const file = openSync(data, 'wx', 0o600);
  try {
    for (const { z, x, y, bytes } of tiles) {
      const digest = createHash('sha256').update(bytes).digest('base64');
      let place = known.get(digest);
      if (!place) {
        place = { offset: size, length: bytes.length };
        known.set(digest, place);
        writeSync(file, bytes);
        size += bytes.length;
      }
      entries.push({ id: zxyToTileId(z, x, y), ...place });
      minZoom = Math.min(minZoom, z);
      maxZoom = Math.max(maxZoom, z);
    }
  } finally {
    closeSync(file);
  }
  try {
    entries.sort((one, other) => one.id - other.id);
    const { root, leaves } = directories(entries);
    const metadata = gzipSync(JSON.stringify(facts.metadata));
    const head = header({
      facts,
      root,
      metadata,
      leaves,
      size,
      entries: entries.length,
      contents: known.size,
      minZoom,
      maxZoom,
    });
    appendFileSync(path, Buffer.concat([head, root, metadata, leaves]), { mode: 0o600 });
    await pipeline(createReadStream(data), createWriteStream(path, { flags: 'a' }));
    return entries.length;
  } finally {
    rmSync(data, { force: true });
  }
}

function directories(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const whole = packed(entries, 1);
  if (whole.length <= MOST_ROOT) return { root: whole, leaves: Buffer.alloc(0) };
  for (let perLeaf = PER_LEAF; ; perLeaf *= 2) {
    const leaves: Buffer[] = [];
    const root: Entry[] = [];
    let offset = 0;
    for (let at = 0; at < entries.length; at += perLeaf) {
      const leaf = packed(entries.slice(at, at + perLeaf), 1);
      root.push({ id: entries[at]?.id ?? 0, offset, length: leaf.length });
      leaves.push(leaf);
      offset += leaf.length;
    }
    // A run of none says that the entry leads to a further directory.
    const first = packed(root, 0);
    if (first.length <= MOST_ROOT) return { root: first, leaves: Buffer.concat(leaves) };
  }
}

/** Four columns one behind the other, each as varints: ids by their difference, runs, lengths, offsets by one more. */
function packed(entries: readonly Entry[], run: 0 | 1): Buffer {
  const bytes: number[] = [];
  const put = (value: number) => {
    let left = value;
    while (left >= 0x80) {
      bytes.push((left % 0x80) | 0x80);
      left = Math.floor(left / 0x80);
    }
    bytes.push(left);
  };
  put(entries.length);
  for (const [index, { id }] of entries.entries()) put(id - (entries[index - 1]?.id ?? 0));
  for (const _ of entries) put(run);
  for (const { length } of entries) put(length);
  for (const { offset } of entries) put(offset + 1);
  return gzipSync(Buffer.from(bytes));
}

function header(of: {
  facts: ArchiveFacts;
  root: Buffer;
  metadata: Buffer;
  leaves: Buffer;
  size: number;
  entries: number;
  contents: number;
  minZoom: number;
  maxZoom: number;
}): Buffer {
  const { facts, root, metadata, leaves, size, entries, contents, minZoom, maxZoom } = of;
  const head = Buffer.alloc(HEADER);
  head.write('PMTiles', 0, 'ascii');
  head.writeUInt8(3, 7);
  let offset = HEADER;
  [root.length, metadata.length, leaves.length, size].forEach((length, index) => {
    head.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    head.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    offset += length;
  });
  for (const [index, count] of [entries, entries, contents].entries())
    head.writeBigUInt64LE(BigInt(count), 72 + index * 8);
  head.writeUInt8(0, 96);
  head.writeUInt8(Compression.Gzip, 97);
  head.writeUInt8(facts.format === 'mvt' ? Compression.Gzip : Compression.None, 98);
  head.writeUInt8(TYPES[facts.format], 99);
  head.writeUInt8(minZoom, 100);
  head.writeUInt8(maxZoom, 101);
  const [west, south, east, north] = facts.bounds.map((degrees) => Math.round(degrees * 1e7)) as [
    number,
    number,
    number,
    number,
  ];
  for (const [index, value] of [west, south, east, north].entries()) head.writeInt32LE(value, 102 + index * 4);
  head.writeUInt8(minZoom, 118);
  head.writeInt32LE(Math.round((west + east) / 2), 119);
  head.writeInt32LE(Math.round((south + north) / 2), 123);
  return head;
}
