import type { Platform } from '../api/index.ts';
import type { Follower } from '../changes/index.ts';
import type { FactReader } from '../timeline/index.ts';
import { followFactWords } from './facts/follow-fact-words.ts';
import { startSearch as followRecords } from './keep-index.ts';

/** Records and what was said of them, each followed by its own way. */
export async function startSearch(platform: Platform, reader: FactReader): Promise<Follower> {
  const followers = [await followRecords(platform, reader), await followFactWords(platform, reader)];
  return {
    async drain() {
      for (const one of followers) await one.drain();
    },
    async stop() {
      for (const one of followers) await one.stop();
    },
  };
}
