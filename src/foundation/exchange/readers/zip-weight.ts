import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { problem } from '../../../kernel/problems.ts';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const MOST_ENTRIES = 5000;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
}

/**
 * Refuses an archive that unpacks to more than `limit` bytes: by what it declares, then by what really comes out, because a
 * bomb lies. Nothing is kept of what is unpacked. @throws `import.bomb`, `import.unreadable`
 */
export async function weigh(path: string, limit: number): Promise<void> {
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
}

const DAMAGED = { zh: '压缩包已损坏', en: 'the archive is damaged' };

async function directoryOf(path: string): Promise<Entry[]> {
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
      entries.push({
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
