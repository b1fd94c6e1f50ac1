import { createHash } from 'node:crypto';

/** The same words always give the same id (UUIDv8), so that a step done again is recognised by its receipt. */
export function derivedId(...words: readonly string[]): string {
  const hex = createHash('sm3').update(words.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
