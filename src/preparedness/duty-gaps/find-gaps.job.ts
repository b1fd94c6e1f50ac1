import { z } from 'zod';
import { defineJob } from '../../foundation/jobs/index.ts';
import { Problem } from '../../kernel/problems.ts';
import { findGap } from './duty-gap.permissions.ts';
import { dutyUnits } from './look-ahead.views.ts';

const STAGE = { zh: '正在检查值班空缺', en: 'Looking for empty posts' };
/** Half of the shortest time in which a message climbs to its next step. */
const EVERY_MINUTES = 10;

/** Looks through the units that keep duty, again and again; each in a short transaction of its own. */
export const findGaps = defineJob<Record<string, never>>('dutyGaps.look', {
  label: { zh: '检查值班空缺', en: 'Look for empty posts' },
  input: z.strictObject({}),
  everyMinutes: EVERY_MINUTES,
  async run({ read, command, progress, jobId }) {
    const units = await read(findGap, dutyUnits);
    let found = 0;
    for (const [index, { id }] of units.entries()) {
      try {
        found += (await command<{ found: number }>('dutyGaps.find', { unitId: id }, `${jobId} ${id}`)).found;
      } catch (error) {
        // As it was: there is nothing to record.
        if (!(error instanceof Problem && error.key === 'state.guard')) throw error;
      }
      await progress({ done: index + 1, total: units.length, stage: STAGE });
    }
    return { units: units.length, found };
  },
});
