import { problem } from '../../kernel/problems.ts';

const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
const LOST_WORDS =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|not queryable/i;

/** What the engine says, as a problem of the catalogue where a person must hear of it; anything else as it came. */
export function translated(error: unknown): unknown {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (code === '53100' || code === 'ENOSPC' || /no space left/i.test(message)) return problem('storage.full');
  if (LOST.has(code) || code.startsWith('08') || LOST_WORDS.test(message)) return problem('database.unavailable');
  return error;
}
