import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Compression, PMTiles, ResolvedValueCache, type Source, tileIdToZxy } from 'pmtiles';
import { problem } from '../../../kernel/problems.ts';
import type { LayerEntry } from '../layers/layer-entry.ts';
import type { TileFacts } from '../layers/tile-facts.rules.ts';
import type { TileAddress } from '../tiles/tile.rules.ts';
import { broken, MOST_PIECE, pieceTooLarge } from './broken-archive.ts';

/** Open files at once; the longest unasked is closed. */
const MOST_OPEN = 16;
const DIRECTORIES = 32;

const unpackers = {
  [Compression.Gzip]: promisify(gunzip),
  [Compression.Brotli]: promisify(brotliDecompress),
} as Readonly<Record<number, typeof gunzip.__promisify__>>;

/** Takes a piece of the archive apart, as far as it stays small. */
async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  const unpacker = unpackers[compression];
  if (!unpacker) throw broken('压缩方式不支持', 'its compression is not supported');
  const whole = await unpacker(Buffer.from(packed), { maxOutputLength: MOST_PIECE });
  return whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.byteLength) as ArrayBuffer;
}

/** A file on this machine as the PMTiles reader asks for it: by ranges, none of them larger than a piece may be. */
class FileSource implements Source {
  readonly #path: string;
  #handle: Promise<FileHandle> | undefined;
  constructor(path: string) {
    this.#path = path;
  }
  getKey() {
    return this.#path;
  }
  async getBytes(offset: number, length: number) {
    if (!(length <= MOST_PIECE) || !Number.isSafeInteger(offset)) throw pieceTooLarge();
    this.#handle ??= open(this.#path, 'r');
    const bytes = new Uint8Array(length);
    const { bytesRead } = await (await this.#handle).read(bytes, 0, length, offset);
    return { data: bytes.buffer.slice(0, bytesRead) };
  }
  async close() {
    await (await this.#handle)?.close();
  }
}

/** A PMTiles archive on the disk. */
export function openArchive(path: string) {
  const source = new FileSource(path);
  const reader = new PMTiles(source, new ResolvedValueCache(DIRECTORIES, false, unpack), unpack);
  /** @throws `map.archive_broken` for whatever the file does not hold as it says */
  const guarded = async <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: Error) => {
      if (error.name === 'Problem') throw error;
      throw broken('文件不完整或已损坏', 'it is incomplete or damaged');
    });
  return {
    header: () => guarded(() => reader.getHeader()),
    metadata: () => guarded(() => reader.getMetadata()),
    /** Unpacked; empty where the archive has nothing for the square. */
    tile: ({ z, x, y }: TileAddress) =>
      guarded(async () => Buffer.from((await reader.getZxy(z, x, y))?.data ?? new ArrayBuffer(0))),
    /** The first tile that it holds, unpacked; empty where it holds none. */
    first: () =>
      guarded(async () => {
        const header = await reader.getHeader();
        let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
        for (let depth = 0; depth < 4; depth += 1) {
          const [entry] = await reader.cache.getDirectory(source, offset, length, header);
          if (!entry) break;
          if (entry.runLength > 0) {
            const [z, x, y] = tileIdToZxy(entry.tileId);
            return Buffer.from((await reader.getZxy(z, x, y))?.data ?? new ArrayBuffer(0));
          }
          [offset, length] = [header.leafDirectoryOffset + entry.offset, entry.length];
        }
        return Buffer.alloc(0);
      }),
    close: () => source.close(),
  };
}

export type Archive = ReturnType<typeof openArchive>;

/** Archives of entries by the digest of their file, kept open while they are asked for. */
export function archives(pathOf: (sha256: string, kind: TileFacts['archive']) => Promise<string>) {
  const opened = new Map<string, Promise<Archive>>();
  const end = (sha256: string) => {
    const archive = opened.get(sha256);
    opened.delete(sha256);
    // One that could not be opened holds nothing.
    return archive?.then((one) => one.close()).catch(() => undefined);
  };
  return {
    async of({ tileFacts }: LayerEntry): Promise<Archive> {
      if (!tileFacts) throw problem('map.tile_unknown');
      const { sha256, archive } = tileFacts;
      const known = opened.get(sha256) ?? pathOf(sha256, archive).then(openArchive);
      opened.delete(sha256);
      opened.set(sha256, known);
      // What could not be opened is tried again by the next who asks.
      known.catch(() => opened.delete(sha256));
      const [oldest] = opened.keys();
      if (opened.size > MOST_OPEN && oldest) void end(oldest);
      return known;
    },
    async close(): Promise<void> {
      await Promise.all([...opened.keys()].map(end));
    },
  };
}
