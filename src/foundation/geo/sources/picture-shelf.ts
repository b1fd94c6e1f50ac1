import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface KeptPicture {
  readonly bytes: Buffer;
  /** When it came from its source. */
  readonly at: Date;
}

export interface Shelf {
  of(name: string): Promise<KeptPicture | undefined>;
  put(name: string, bytes: Buffer): Promise<void>;
}

interface Options {
  readonly folder: string;
  /** Room on the disk; what was not asked for longest goes first. */
  readonly mostBytes: number;
  now(): Date;
  /** A disk that is full or gone costs the cache and nothing else. */
  failed(error: Error): void;
}

/** A file on a disk takes whole blocks. */
const BLOCK = 4096;
const onDisk = (length: number) => Math.ceil(length / BLOCK) * BLOCK;

/**
 * Pictures of outside maps on the disk, so that a restart, or a source that is silent afterwards, leaves no empty map. A file bears
 * the digest of its name and says by its time when the picture came; nothing of address or key stands in either.
 */
export function pictureShelf({ folder, mostBytes, now, failed }: Options): Shelf {
  /** In the order in which they were asked for last. */
  const held = new Map<string, number>();
  let size = 0;
  let opened: Promise<void> | undefined;
  let turn = 0;

  const fileOf = (digest: string) => join(folder, digest.slice(0, 2), digest);

  async function open(): Promise<void> {
    const found: { digest: string; length: number; usedAt: number }[] = [];
    for (const shelf of await readdir(folder).catch(() => [])) {
      for (const digest of await readdir(join(folder, shelf)).catch(() => [])) {
        const facts = await stat(fileOf(digest)).catch(() => undefined);
        if (!facts) continue;
        // Half-written when the power went.
        if (digest.endsWith('.new')) await rm(join(folder, shelf, digest), { force: true });
        else found.push({ digest, length: facts.size, usedAt: facts.atimeMs });
      }
    }
    found.sort((one, other) => one.usedAt - other.usedAt);
    for (const { digest, length } of found) note(digest, length);
    await makeRoom();
  }

  function note(digest: string, length: number): void {
    size += onDisk(length) - onDisk(held.get(digest) ?? 0);
    held.delete(digest);
    held.set(digest, length);
  }

  async function makeRoom(): Promise<void> {
    for (const [digest, length] of held) {
      if (size <= mostBytes) return;
      held.delete(digest);
      size -= onDisk(length);
      await rm(fileOf(digest), { force: true });
    }
  }

  const quietly = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      opened ??= open();
      await opened;
      return await work();
    } catch (error) {
      failed(error as Error);
      return undefined;
    }
  };
  const digestOf = (name: string) => createHash('sha256').update(name).digest('hex');

  return {
    of: (name) =>
      quietly(async () => {
        const digest = digestOf(name);
        if (!held.has(digest)) return undefined;
        const [bytes, facts] = await Promise.all([readFile(fileOf(digest)), stat(fileOf(digest))]).catch(() => [
          undefined,
          undefined,
        ]);
        // Another replica on the same disk made room.
        if (!bytes || !facts) {
          size -= onDisk(held.get(digest) ?? 0);
          held.delete(digest);
          return undefined;
        }
        note(digest, bytes.length);
        return { bytes, at: facts.mtime };
      }),
    put: async (name, bytes) => {
      await quietly(async () => {
        const digest = digestOf(name);
        const file = fileOf(digest);
        turn += 1;
        const fresh = `${file}.${process.pid}-${turn}.new`;
        await mkdir(join(folder, digest.slice(0, 2)), { recursive: true });
        await writeFile(fresh, bytes);
        await utimes(fresh, now(), now());
        await rename(fresh, file);
        note(digest, bytes.length);
        await makeRoom();
      });
    },
  };
}
