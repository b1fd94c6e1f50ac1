import { z } from 'zod';
import { defineJob } from '../jobs/index.ts';
import { drillRestoring } from './drill-restoring.ts';

/** The same as `npm run restore-drill`, from the page. */
export const restoreDrill = defineJob('continuity.drill', {
  label: { zh: '恢复演练', en: 'Restore drill' },
  input: z.object({}),
  tries: 1,
  async run({ platform, progress }) {
    const { database, home, keys } = platform;
    const { isWhole, ...figures } = await drillRestoring(database, home, keys.timeline, async (done, stage) =>
      progress({ done, total: 3, stage }),
    );
    return { ...figures, isWhole };
  },
});
