import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * What of PostGIS is used. Its package brings rasters, topology, street addresses and a hundred upgrade scripts along, which
 * the embedded database would unpack, and in part compile, at every start: four fifths of the bundle and of the time.
 */
const KEPT =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/.+|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql))$/;
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/fengsui');
const BLOCK = 512;

/** The part that is used, made once and kept among the caches; the whole where nothing may be written there. */
export function postgisBundle(): URL {
  const whole = fileURLToPath(new URL('./postgis.tar.gz', import.meta.resolve('@electric-sql/pglite-postgis')));
  const { version } = JSON.parse(readFileSync(join(dirname(whole), '../package.json'), 'utf8')) as { version: string };
  const part = join(CACHE, `postgis-${version}.tar.gz`);
  if (existsSync(part)) return pathToFileURL(part);
  try {
    mkdirSync(CACHE, { recursive: true });
    const draft = `${part}.${process.pid}-${threadId}`;
    // Packed without compressing: unpacking it is then a copy.
    writeFileSync(draft, gzipSync(entriesOf(gunzipSync(readFileSync(whole))), { level: 0 }));
    renameSync(draft, part);
    return pathToFileURL(part);
  } catch {
    return pathToFileURL(whole);
  }
}

/** The kept entries of a tar archive, as an archive. */
export function entriesOf(tar: Buffer): Buffer {
  const kept = filesOf(tar)
    .filter(({ name }) => KEPT.test(name))
    .map(({ entry }) => entry);
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)]);
}

/** The entries of a tar archive: blocks of 512 bytes, a head with name and octal size before the content. */
export function filesOf(tar: Buffer): { name: string; content: Buffer; entry: Buffer }[] {
  const text = (at: number, length: number) => tar.toString('utf8', at, at + length).split('\0')[0] ?? '';
  const files: { name: string; content: Buffer; entry: Buffer }[] = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    files.push({
      name: [text(at + 345, 155), text(at, 100)].filter(Boolean).join('/').replace(/^\.\//, ''),
      content: tar.subarray(at + BLOCK, at + BLOCK + size),
      entry: tar.subarray(at, end),
    });
    at = end;
  }
  return files;
}
