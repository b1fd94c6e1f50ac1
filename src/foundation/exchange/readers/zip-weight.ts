import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { problem } from '../../../kernel/problems.ts';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const NAMED_IN_UTF8 = 0x800;
const MOST_ENTRIES = 5000;

export interface Entry {
  /** Path inside the archive. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
}

/**
 * Refuses an archive that unpacks to more than `limit` bytes: by what it declares, then by what really comes out, because a
 * bomb lies. Nothing is kept of what is unpacked. @returns what it holds @throws `import.bomb`, `import.unreadable`
 */
export async function weigh(path: string, limit: number): Promise<Entry[]> {
  const bomb = () => problem('import.bomb', { limit: `${Math.round(limit / 1024 / 1024)} MB` });
  const entries = await directoryOf(path);
  if (entries.length > MOST_ENTRIES || entries.reduce((sum, { declared }) => sum + declared, 0) > limit) throw bomb();
  let total = 0;
  for (const entry of entries) {
    if (entry.method !== DEFLATED || entry.packed === 0) continue;
    const start = await contentAt(path, entry.at);
    const inflated = createReadStream(path, { start, end: start + entry.packed - 1 }).pipe(createInflateRaw());
    try {
      for await (const piece of inflated) {
        total += (piece as Buffer).length;
        if (total > limit) throw bomb();
      }
    } catch (error) {
      if ((error as { name?: string }).name === 'Problem') throw error;
      throw problem('import.unreadable', { reason: DAMAGED });
    }
  }
  return entries;
}

const DAMAGED = { zh: '压缩包已损坏', en: 'the archive is damaged' };

/** @throws `import.unreadable`: locked by a password, damaged, packed in a way of its own; `import.bomb` */
export async function contentOf(path: string, entry: Entry, limit: number): Promise<Buffer> {
  if (entry.flags & ENCRYPTED) throw problem('import.unreadable', { reason: LOCKED });
  const start = await contentAt(path, entry.at);
  const packed = Buffer.alloc(entry.packed);
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (start + entry.packed > size) throw problem('import.unreadable', { reason: DAMAGED });
    await file.read(packed, 0, packed.length, start);
  } finally {
    await file.close();
  }
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw problem('import.unreadable', { reason: UNUSUAL });
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw problem('import.bomb', { limit: `${Math.round(limit / 1024 / 1024)} MB` });
    throw problem('import.unreadable', { reason: DAMAGED });
  }
}

const LOCKED = { zh: '压缩包设有密码', en: 'the archive is locked by a password' };
const UNUSUAL = { zh: '压缩方式不常见，请用普通 zip 压缩', en: 'it is packed in an unusual way; please use plain zip' };

/** What an archive holds, by its own list. @throws `import.unreadable` */
export async function directoryOf(path: string): Promise<Entry[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 66_000));
    await file.read(tail, 0, tail.length, size - tail.length);
    let at = tail.length - 22;
    while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1;
    if (at < 0) throw problem('import.unreadable', { reason: DAMAGED });
    const length = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (length > size || start + length > size) throw problem('import.unreadable', { reason: DAMAGED });
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, start);
    const entries: Entry[] = [];
    for (let place = 0; place + 46 <= length && directory.readUInt32LE(place) === ENTRY; ) {
      const flags = directory.readUInt16LE(place + 8);
      const named = directory.subarray(place + 46, place + 46 + directory.readUInt16LE(place + 28));
      entries.push({
        // Chinese archivers write names in GB18030 and do not say so.
        name: new TextDecoder(flags & NAMED_IN_UTF8 ? 'utf-8' : 'gb18030').decode(named),
        flags,
        method: directory.readUInt16LE(place + 10),
        packed: directory.readUInt32LE(place + 20),
        declared: directory.readUInt32LE(place + 24),
        at: directory.readUInt32LE(place + 42),
      });
      place +=
        46 +
        directory.readUInt16LE(place + 28) +
        directory.readUInt16LE(place + 30) +
        directory.readUInt16LE(place + 32);
    }
    return entries;
  } finally {
    await file.close();
  }
}

/** The content of an entry starts behind its own head, whose name and extra field may be of another length. */
async function contentAt(path: string, at: number): Promise<number> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(30);
    await file.read(head, 0, 30, at);
    return at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

/** An archive that was weighed: whatever it declares, no more than the limit comes out of it. */
export interface Archive {
  /** An entry as UTF-8 text; undefined where there is none of that name. */
  text(name: string): Promise<string | undefined>;
}

/** Opens an archive that is held in memory. @throws `import.bomb`, `import.unreadable` */
export async function openArchive(bytes: Buffer, limit: number): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const path = join(folder, 'given');
  try {
    await writeFile(path, bytes);
    const entries = await weigh(path, limit);
    const held = new Map<string, string>();
    for (const entry of entries) {
      if (/\.xml$/i.test(entry.name) && !/media\//.test(entry.name))
        held.set(entry.name, (await contentOf(path, entry, limit)).toString('utf8'));
    }
    return { text: async (name) => held.get(name) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
