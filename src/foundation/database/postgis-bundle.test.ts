import { expect, it } from 'vitest';
import { entriesOf } from './postgis-bundle.ts';

const BLOCK = 512;

/** An entry of a tar archive with the name and content given; a long name is parted as `ustar` does. */
function entry(name: string, content: string, prefix = ''): Buffer {
  const head = Buffer.alloc(BLOCK);
  head.write(name, 0);
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write(prefix, 345);
  const body = Buffer.alloc(Math.ceil(content.length / BLOCK) * BLOCK);
  body.write(content);
  return Buffer.concat([head, body]);
}

const END = Buffer.alloc(2 * BLOCK);

it('keeps the library, its projections and its first script, byte by byte, and nothing else', () => {
  const kept = [
    entry('lib/postgresql/postgis-3.so', 'x'.repeat(BLOCK + 1)),
    entry('proj.db', 'projections', 'share/proj'),
    entry('share/postgresql/extension/postgis.control', "default_version = '3.6.2'"),
    entry('./share/postgresql/extension/postgis--3.6.2.sql', 'create type geometry;'),
  ];
  const others = [
    entry('lib/postgresql/', ''),
    entry('lib/postgresql/postgis_raster-3.so', 'y'.repeat(3 * BLOCK)),
    entry('share/postgresql/extension/postgis--2.1.2--ANY.sql', 'alter'),
    entry('share/postgresql/extension/postgis_topology--3.6.2.sql', 'create'),
  ];
  const mixed = kept.flatMap((one, at) => [others[at] as Buffer, one]);
  expect(entriesOf(Buffer.concat([...mixed, END]))).toEqual(Buffer.concat([...kept, END]));
});
