import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { problem } from '../../kernel/problems.ts';
import { TILE_ARCHIVES } from './define.ts';
import { ACCEPTED, MAX_FILE_BYTES } from './file.rules.ts';
import { type PictureFacts, pictureFacts } from './pictures/picture-facts.ts';

export interface Stored extends PictureFacts {
  /** SHA-256 of the bytes, lower-case hex: the file's place in the store. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface FileStore {
  /**
   * Takes the bytes in; they are on disk, complete and synced, when this resolves.
   * @param expected SHA-256 the sender computed, where it did.
   * @throws `file.empty`, `file.kind`, `file.digest`, `file.cut_off`, `file.too_many_pixels`, `input.too_large`, `storage.full`
   */
  put(bytes: Readable, expected?: string): Promise<Stored>;
  /**
   * What a complete file on the disk of the store is, by its content.
   * @throws `file.kind`, `file.too_many_pixels`
   */
  judge(path: string): Promise<Omit<Stored, 'sha256' | 'size'>>;
  /** Makes a judged file part of the store; its path is free afterwards. */
  adopt(path: string, sha256: string): Promise<void>;
  /** @param range first and last byte, both included. */
  get(sha256: string, range?: { readonly start: number; readonly end: number }): Readable;
  pathOf(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  /** Takes a content away for good; no row may name it any more. */
  remove(sha256: string): Promise<void>;
}

/** A folder in which every content lies once, under its digest. */
export function fileStore(home: string): FileStore {
  const root = join(home, 'files');
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256);
  async function judge(path: string) {
    const mediaType = (await fileTypeFromFile(path))?.mime ?? (await ownType(path));
    if (!ACCEPTED.has(mediaType)) throw problem('file.kind', { kind: mediaType });
    return { mediaType, ...(await pictureFacts(path, mediaType)) };
  }
  return {
    async put(bytes, expected) {
      const incoming = join(root, 'incoming');
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      try {
        const { sha256, size } = await receive(bytes, temporary);
        if (size === 0) throw problem('file.empty');
        if (expected !== undefined && expected.toLowerCase() !== sha256) throw problem('file.digest');
        const judged = await judge(temporary);
        await moveIn(temporary, pathOf(sha256));
        return { sha256, size, ...judged };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw problem('storage.full');
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    judge,
    async adopt(path, sha256) {
      await moveIn(path, pathOf(sha256));
      await rm(path, { force: true });
    },
    get: (sha256, range) => createReadStream(pathOf(sha256), range),
    pathOf,
    has: (sha256) => exists(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** What the library does not know; anything else counts as text, which is not taken. */
async function ownType(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('latin1') === 'PMTiles\u0003' ? TILE_ARCHIVES.pmtiles : 'text/plain';
  } finally {
    await handle.close();
  }
}

async function receive(bytes: Readable, path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) throw problem('input.too_large', { limit: '20 MB' });
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    // The request stays alive when the store refuses it, so that the sender reads the reason instead of a reset.
    await pipeline(
      bytes.iterator({ destroyOnReturn: false }),
      counted,
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
  } catch (error) {
    throw broken(error);
  }
  await sync(path);
  return { sha256: hash.digest('hex'), size };
}

/** A sender that went away is told so in words, should it still listen. */
export function broken(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' ? problem('file.cut_off') : error;
}

/** The rename is what makes a file exist; both it and the content are on disk before anybody is told so. */
async function moveIn(temporary: string, path: string): Promise<void> {
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await rename(temporary, path);
  await sync(dirname(path));
}

export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
