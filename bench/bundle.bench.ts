import { bundleWeights } from './bundle-size.ts';
import type { Figure } from './machine.ts';

/** What a browser loads, in gzip kilobytes; needs a build. */
export async function bundle(): Promise<Figure[]> {
  return bundleWeights().map(({ what, bytes, limit }) => ({
    what,
    value: bytes / 1000,
    unit: 'kB',
    ...(limit ? { most: limit / 1000 } : {}),
  }));
}
