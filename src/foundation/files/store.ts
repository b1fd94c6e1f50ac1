import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { problem } from '../../kernel/problems.ts';
import { ACCEPTED, MAX_FILE_BYTES } from './file.rules.ts';

export interface Stored {
  /** SHA-256 of the bytes, lower-case hex: the file's place in the store. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface FileStore {
  /**
   * Takes the bytes in; they are on disk, complete and synced, when this resolves.
   * @param expected SHA-256 the sender computed, where it did.
   * @throws `file.empty`, `file.kind`, `file.digest`, `file.cut_off`, `input.too_large`, `storage.full`
   */
  put(bytes: Readable, expected?: string): Promise<Stored>;
  get(sha256: string): Readable;
}

/** A folder in which every content lies once, under its digest. */
export function fileStore(home: string): FileStore {
  const root = join(home, 'files');
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256);
  return {
    async put(bytes, expected) {
      const incoming = join(root, 'incoming');
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      try {
        const { sha256, size } = await receive(bytes, temporary);
        if (size === 0) throw problem('file.empty');
        if (expected !== undefined && expected.toLowerCase() !== sha256) throw problem('file.digest');
        const mediaType = (await fileTypeFromFile(temporary))?.mime ?? 'text/plain';
        if (!ACCEPTED.has(mediaType)) throw problem('file.kind', { kind: mediaType });
        await moveIn(temporary, pathOf(sha256));
        return { sha256, mediaType, size };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw problem('storage.full');
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    get: (sha256) => createReadStream(pathOf(sha256)),
  };
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
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') throw problem('file.cut_off');
    throw error;
  }
  await sync(path);
  return { sha256: hash.digest('hex'), size };
}

/** The rename is what makes a file exist; both it and the content are on disk before anybody is told so. */
async function moveIn(temporary: string, path: string): Promise<void> {
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await rename(temporary, path);
  await sync(dirname(path));
}

async function sync(path: string): Promise<void> {
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
