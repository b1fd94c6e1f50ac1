import type sharpOf from 'sharp';

const DECODERS = ['Jpeg', 'Png', 'Webp'].flatMap((kind) => [
  `VipsForeignLoad${kind}File`,
  `VipsForeignLoad${kind}Buffer`,
]);

let loaded: Promise<typeof sharpOf> | undefined;

/**
 * The library that reads and draws pictures, loaded with the first of them: it takes 20 MB that a night without pictures
 * does not need. Whatever a file or a map of somebody else calls itself, only these three decoders ever see it.
 */
export function drawing(): Promise<typeof sharpOf> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: DECODERS });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loaded;
}
