import { z } from 'zod';
import { defineJob } from '../../jobs/index.ts';
import { keepCounts } from './keep-counts.ts';

/** Registers grow; after a large import the counts are rows by the thousand that one would do for. */
export const countPlaces = defineJob<Record<string, never>>('catalogueLayers.count', {
  label: { zh: '整理地图计数', en: 'Tidy the counts of the map' },
  input: z.strictObject({}),
  everyMinutes: 30,
  async run({ platform }) {
    return { registers: await keepCounts(platform) };
  },
});
