import { join } from 'node:path';
import type { Platform } from '../api/platform.ts';
import { writeKeyEscrow } from '../database/index.ts';
import type { FactReader } from '../timeline/reader.ts';

/** Where the wrapped keys lie apart from the data: one file, always the present one. */
export const escrowPath = (home: string): string => join(home, 'keys', 'escrow.json');

/** Destroyed keys leave the escrow too, at once: restoring an old backup must not bring back what was destroyed. */
export function keepEscrow(platform: Platform, reader: FactReader): () => void {
  return reader.subscribe((facts) => {
    if (!facts.some((fact) => fact.kind === 'personal_data.destroyed')) return;
    writeKeyEscrow(platform.database, escrowPath(platform.home)).catch((error: Error) =>
      platform.log('error', 'escrow.failed', { reason: error.message }),
    );
  });
}
