import { crc32, inflateSync } from 'node:zlib';
import { problem } from '../../kernel/problems.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_PIXELS = 40_000_000;
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface PngSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the size of a PNG in pixels after checking it whole: checksums, chunk order, and that the picture unpacks to
 * exactly its announced size. What fails, or has more than 40 million pixels, is refused with `file.kind`, so that
 * neither our own decoder nor the reader's word processor meets a damaged or exploding picture.
 */
export function checkPng(png: Uint8Array): PngSize {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const refuse = () => problem('file.kind', { kind: 'PNG' }, 'body.figure');
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw refuse();
  let header: Buffer | undefined;
  let palette = false;
  let ended = false;
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length && !ended; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw refuse();
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, end);
    if (kind === 'IHDR' && !header && length === 13) header = data;
    if (kind === 'PLTE') palette = true;
    if (kind === 'IDAT') packed.push(data);
    ended = kind === 'IEND';
    at = end + 4;
  }
  if (!header || !ended || packed.length === 0) throw refuse();
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const depth = header[8] ?? 0;
  const colour = header[9] ?? 0;
  const samples = SAMPLES[colour];
  const known = samples !== undefined && [1, 2, 4, 8, 16].includes(depth) && header[12] === 0;
  if (!known || width === 0 || height === 0 || width * height > MAX_PIXELS || (colour === 3 && !palette))
    throw refuse();
  const expected = (Math.ceil((width * samples * depth) / 8) + 1) * height;
  if (!unpacksTo(Buffer.concat(packed), expected)) throw refuse();
  return { width, height };
}

function unpacksTo(packed: Buffer, expected: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: expected }).length === expected;
  } catch {
    // Damaged or larger than announced: either way not the picture its header promises.
    return false;
  }
}

/** Fits a picture into a box in points; screens' pixels count as 1/96 inch, and small pictures are not blown up. */
export function fitPicture(size: PngSize, maxWidth: number, maxHeight: number): PngSize {
  const scale = Math.min(0.75, maxWidth / size.width, maxHeight / size.height);
  return { width: size.width * scale, height: size.height * scale };
}
