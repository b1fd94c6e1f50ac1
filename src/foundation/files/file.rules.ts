import { kindOf, TILE_ARCHIVES } from './define.ts';

/** Largest upload that comes in one go, in bytes; what is larger comes in parts. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Length of a part in bytes; the last may be shorter. A bad line of 1 Mbit/s carries one in half a minute. */
export const PART_BYTES = 4 * 1024 * 1024;

/**
 * Most pixels of a picture. A few kilobytes can claim a million by a million (decompression bomb): what a renderer would
 * have to unfold is refused by its head, before anybody unfolds it.
 */
export const MAX_PIXELS = 100_000_000;

/** What may be kept, by content. Nothing that a browser would run: no HTML, SVG, script, archive or macro document. */
export const ACCEPTED: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['image/heif', 'heic'],
  ['application/pdf', 'pdf'],
  ['video/mp4', 'mp4'],
  ['video/quicktime', 'mov'],
  ['audio/mpeg', 'mp3'],
  ['audio/x-m4a', 'm4a'],
  ['audio/wav', 'wav'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  [TILE_ARCHIVES.pmtiles, 'pmtiles'],
  [TILE_ARCHIVES.mbtiles, 'mbtiles'],
]);

/** Pictures that can be drawn anew, without what they say of place and device; the others are handed out to be saved. */
export const isDrawn = (mediaType: string): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(mediaType);

/** Recordings play in a page, as pictures are seen there; everything else is handed out to be saved. */
export const isPlayed = (mediaType: string): boolean => ['video', 'audio'].includes(kindOf(mediaType));

/** A name that is safe in a header and on any disk, with the extension of the content. */
export function servedName(name: string | null, id: string, mediaType: string): string {
  const extension = ACCEPTED.get(mediaType) ?? 'bin';
  const stem = (name ?? '').replace(/\.[^.]{1,8}$/, '').replaceAll(/[\\/:*?"<>|\r\n]/g, '_');
  return `${stem || id}.${extension}`;
}

/** How many parts a file of that size has; at least one. */
export const partsOf = (size: number): number => Math.max(1, Math.ceil(size / PART_BYTES));

/** Length of part `number` (from 1) of a file of that size, in bytes. */
export const partLength = (size: number, number: number): number =>
  Math.min(PART_BYTES, size - (number - 1) * PART_BYTES);

/** `bytes=a-b`, `bytes=a-`, `bytes=-n` within a size; undefined for all of it, null for what cannot be answered. */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found) return undefined;
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end && start < size ? { start, end } : null;
}
