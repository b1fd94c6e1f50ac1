import { timingSafeEqual } from 'node:crypto';

/** Are a signature that was given and one's own the same? Takes as long for a near miss as for any other. */
export const isSameBytes = (given: Buffer, own: Buffer): boolean =>
  given.length === own.length && timingSafeEqual(given, own);
