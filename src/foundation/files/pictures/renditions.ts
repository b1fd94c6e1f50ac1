import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem } from '../../../kernel/problems.ts';
import { MAX_PIXELS } from '../file.rules.ts';
import { drawing } from './drawing.ts';

/** Longest side in pixels. */
const SIDES = { thumbnail: 320, display: 1600 } as const;
export type RenditionSize = keyof typeof SIDES;

/** As many are drawn at once; so many may wait before the next is told to come again. */
const AT_ONCE = 2;
const WAITING = 100;

export interface Renditions {
  /**
   * Path of the picture drawn anew at that size, as WebP: turned upright, without EXIF, position, colour profile or
   * anything that stood behind the picture. Drawn once, then kept beside the original.
   * @throws `file.not_drawn` when the content cannot be drawn, `server.stopping` when too many wait.
   */
  of(sha256: string, size: RenditionSize): Promise<string>;
  /** Forgets the pictures made of a content that was destroyed. */
  remove(sha256: string): Promise<void>;
}

/** Pictures for screens. libvips draws on threads of its own: the event loop only waits. */
export function renditions(home: string, originalOf: (sha256: string) => string): Renditions {
  const pathOf = (sha256: string, size: RenditionSize) =>
    join(home, 'files', 'renditions', sha256.slice(0, 2), `${sha256}.${size}.webp`);
  const running = new Map<string, Promise<string>>();
  const queue: (() => void)[] = [];
  let underWay = 0;

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (queue.length >= WAITING) throw problem('server.stopping');
    if (underWay >= AT_ONCE) await new Promise<void>((go) => queue.push(go));
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
      queue.shift()?.();
    }
  }

  async function make(sha256: string, size: RenditionSize, path: string): Promise<string> {
    if (await isThere(path)) return path;
    return turn(async () => {
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}`;
      try {
        const side = SIDES[size];
        const sharp = await drawing();
        await sharp(originalOf(sha256), { limitInputPixels: MAX_PIXELS, sequentialRead: true })
          .rotate()
          .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
          .webp({ quality: 78 })
          .timeout({ seconds: 20 })
          .toFile(temporary);
        await rename(temporary, path);
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw problem('storage.full');
        throw problem('file.not_drawn');
      } finally {
        await rm(temporary, { force: true });
      }
    });
  }

  return {
    of(sha256, size) {
      const path = pathOf(sha256, size);
      const known = running.get(path);
      if (known) return known;
      const made = make(sha256, size, path).finally(() => running.delete(path));
      running.set(path, made);
      return made;
    },
    async remove(sha256) {
      for (const size of Object.keys(SIDES) as RenditionSize[]) await rm(pathOf(sha256, size), { force: true });
    },
  };
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
