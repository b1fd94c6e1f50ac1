import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problem } from '../../kernel/problems.ts';

/** Largest file of an import, in bytes. */
export const MOST_BYTES = 50 * 1024 * 1024;
const MOST_WORDS = '50 MB';

/**
 * Files wait here from upload to writing and go when the import is over: they hold what people typed about people, and
 * what is to be kept lies in the registers then. They are not among the kept files, whose kinds and size are others.
 */
export const stagedPath = (home: string, id: string): string => join(home, 'imports', id);

/** Takes the bytes of an import in. @throws `input.too_large`, `file.empty`, `file.cut_off`, `storage.full` */
export async function stage(home: string, id: string, bytes: Readable): Promise<{ sha256: string; size: number }> {
  await mkdir(join(home, 'imports'), { recursive: true, mode: 0o700 });
  const path = stagedPath(home, id);
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MOST_BYTES) throw problem('input.too_large', { limit: MOST_WORDS });
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    // The request stays alive when it is refused, so that the sender reads the reason instead of a reset.
    await pipeline(bytes.iterator({ destroyOnReturn: false }), counted, createWriteStream(path, { mode: 0o600 }));
    if (size === 0) throw problem('file.empty');
  } catch (error) {
    await rm(path, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw problem('storage.full');
    if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') throw problem('file.cut_off');
    throw error;
  }
  return { sha256: hash.digest('hex'), size };
}

export function assertSmall(declared: number): void {
  if (declared > MOST_BYTES) throw problem('input.too_large', { limit: MOST_WORDS });
}

/** @throws `import.file_gone` */
export async function stagedFile(home: string, id: string): Promise<string> {
  const path = stagedPath(home, id);
  await access(path).catch(() => {
    throw problem('import.file_gone');
  });
  return path;
}

export const unstage = (home: string, id: string): Promise<void> => rm(stagedPath(home, id), { force: true });
