import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { problem } from '../../../kernel/problems.ts';
import { PART_BYTES, partLength, partsOf } from '../file.rules.ts';
import { broken, sync } from '../store.ts';

/** What somebody began to hand in. */
export interface UploadPlan {
  readonly id: string;
  readonly personId: string;
  readonly name?: string | undefined;
  /** Bytes of the whole. */
  readonly size: number;
  readonly startedAt: string;
}

/** A complete upload: its digest, and where its bytes lie until the store takes them. */
export interface Whole {
  readonly sha256: string;
  readonly path: string;
}

export interface UploadParts {
  /** Beginning the same upload again changes nothing. @throws `upload.too_many`, `storage.full` */
  start(plan: UploadPlan, mostOpen: number): Promise<UploadPlan>;
  /** @throws `record.unknown` when it is nobody's, or somebody else's. */
  plan(id: string, personId: string): Promise<UploadPlan>;
  /** Numbers of the parts that are here, ascending. */
  received(id: string): Promise<number[]>;
  /** A part is here, synced, when this resolves; sent again it is not written again. @throws `file.digest`, `file.cut_off` */
  put(plan: UploadPlan, part: { readonly number: number; readonly sha256: string }, bytes: Readable): Promise<void>;
  /** Reads the whole once more, part by part against what was promised. @throws `upload.incomplete` */
  whole(plan: UploadPlan): Promise<Whole>;
  /** A note that stays with the upload through a restart, such as what became of it. */
  keepNote<T>(id: string, name: string, note: T): Promise<void>;
  note<T>(id: string, name: string): Promise<T | undefined>;
  abandon(id: string): Promise<void>;
  /** Clears away what was begun before an instant; answers how many. */
  sweep(before: Date): Promise<number>;
}

const PLAN = 'plan';
const partName = (number: number, sha256: string) => `part-${number}-${sha256}`;
const partOf = (name: string) => /^part-(\d+)-([0-9a-f]{64})$/.exec(name);

/**
 * Uploads on their way, one folder each: the bytes in one file, every part at its place; an empty file beside it says
 * that a part is here and with which digest. Nothing is in memory: a restart or a kill loses at most the part in the air.
 */
export function uploadParts(home: string): UploadParts {
  const root = join(home, 'files', 'uploads');
  const folderOf = (id: string) => join(root, id);
  const bytesOf = (id: string) => join(folderOf(id), 'bytes');
  /** Two writers of one part wait for each other. */
  const writing = new Map<string, Promise<unknown>>();

  const names = (id: string) => readdir(folderOf(id)).catch(() => []);
  async function note<T>(id: string, name: string): Promise<T | undefined> {
    const text = await readFile(join(folderOf(id), `${name}.json`), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }
  async function keepNote<T>(id: string, name: string, value: T): Promise<void> {
    const path = join(folderOf(id), `${name}.json`);
    await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600, flush: true });
    await rename(`${path}.new`, path);
    await sync(folderOf(id));
  }
  async function plan(id: string, personId: string): Promise<UploadPlan> {
    const known = await note<UploadPlan>(id, PLAN);
    if (known?.personId !== personId) throw problem('record.unknown', {}, 'id');
    return known;
  }
  async function all(): Promise<UploadPlan[]> {
    const ids = await readdir(root).catch(() => []);
    const plans = await Promise.all(ids.map((id) => note<UploadPlan>(id, PLAN)));
    return plans.filter((one) => one !== undefined);
  }

  return {
    plan,
    note,
    keepNote,
    async start(wanted, mostOpen) {
      const known = await note<UploadPlan>(wanted.id, PLAN);
      if (known) return plan(wanted.id, wanted.personId);
      const open = (await all()).filter(({ personId }) => personId === wanted.personId);
      if (open.length >= mostOpen) throw problem('upload.too_many', { limit: String(mostOpen) });
      await mkdir(folderOf(wanted.id), { recursive: true, mode: 0o700 });
      const disk = await statfs(root);
      if (disk.bavail * disk.bsize < wanted.size) {
        await rm(folderOf(wanted.id), { recursive: true, force: true });
        throw problem('storage.full');
      }
      await writeFile(bytesOf(wanted.id), '', { mode: 0o600 });
      await keepNote(wanted.id, PLAN, wanted);
      return wanted;
    },
    async received(id) {
      const found = (await names(id)).map(partOf).filter((one) => one !== null);
      return found.map(([, number]) => Number(number)).sort((one, other) => one - other);
    },
    async put(upload, { number, sha256 }, bytes) {
      if (number < 1 || number > partsOf(upload.size)) throw problem('record.unknown', {}, 'number');
      const key = `${upload.id}/${number}`;
      const before = writing.get(key) ?? Promise.resolve();
      const mine = before.catch(() => undefined).then(() => putPart(upload, number, sha256, bytes));
      writing.set(key, mine);
      try {
        await mine;
      } finally {
        if (writing.get(key) === mine) writing.delete(key);
      }
    },
    async whole(upload) {
      const folder = folderOf(upload.id);
      const promised = new Map(
        (await names(upload.id)).map(partOf).flatMap((one) => (one ? [[Number(one[1]), one[2]]] : [])),
      );
      const missing = Array.from({ length: partsOf(upload.size) }, (_, index) => index + 1).filter(
        (number) => !promised.has(number),
      );
      if (missing.length > 0) throw incomplete(missing);
      const handle = await open(bytesOf(upload.id), 'r');
      const hash = createHash('sha256');
      const part = Buffer.alloc(Math.min(PART_BYTES, upload.size));
      try {
        for (const [number, sha256] of [...promised].sort(([one], [other]) => Number(one) - Number(other))) {
          const length = partLength(upload.size, Number(number));
          const { bytesRead } = await handle.read(part, 0, length, (Number(number) - 1) * PART_BYTES);
          const read = part.subarray(0, bytesRead);
          if (bytesRead !== length || createHash('sha256').update(read).digest('hex') !== sha256) {
            await rm(join(folder, partName(Number(number), String(sha256))), { force: true });
            throw incomplete([Number(number)]);
          }
          hash.update(read);
        }
      } finally {
        await handle.close();
      }
      return { sha256: hash.digest('hex'), path: bytesOf(upload.id) };
    },
    abandon: (id) => rm(folderOf(id), { recursive: true, force: true }),
    async sweep(before) {
      const old = (await all()).filter(({ startedAt }) => new Date(startedAt) < before);
      for (const { id } of old) await rm(folderOf(id), { recursive: true, force: true });
      return old.length;
    },
  };

  async function putPart(upload: UploadPlan, number: number, sha256: string, bytes: Readable): Promise<void> {
    const folder = folderOf(upload.id);
    const here = (await names(upload.id)).map(partOf).filter((one) => Number(one?.[1]) === number);
    if (here.some((one) => one?.[2] === sha256)) {
      // It came before and its answer was lost: what is sent again is let go by.
      bytes.resume();
      return;
    }
    for (const one of here) await rm(join(folder, one?.[0] ?? ''), { force: true });
    const start = (number - 1) * PART_BYTES;
    const found = await pour(bytes, bytesOf(upload.id), start, partLength(upload.size, number));
    if (found !== sha256) throw problem('file.digest');
    await writeFile(join(folder, partName(number, sha256)), '', { mode: 0o600 });
    await sync(folder);
  }
}

const incomplete = (missing: readonly number[]) =>
  problem('upload.incomplete', { count: String(missing.length), first: String(missing[0]) });

/** Writes exactly `length` bytes at a place of a file and syncs them; answers their SHA-256. */
async function pour(bytes: Readable, path: string, start: number, length: number): Promise<string> {
  const handle = await open(path, 'r+');
  const hash = createHash('sha256');
  let at = 0;
  try {
    for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (at + chunk.length > length) throw problem('input.too_large', { limit: `${length} B` });
      await handle.write(chunk, 0, chunk.length, start + at);
      hash.update(chunk);
      at += chunk.length;
    }
    if (at < length) throw problem('file.cut_off');
    await handle.datasync();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw problem('storage.full');
    throw broken(error);
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}
