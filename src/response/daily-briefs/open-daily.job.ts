import { z } from 'zod';
import { defineJob } from '../../foundation/jobs/index.ts';
import { dayText } from '../../kernel/calendar.ts';
import { dayFrom } from './daily-brief.rules.ts';
import { isOpened } from './daily-briefs.views.ts';

/** When a day is over its brief is owed. */
export const openDaily = defineJob<Record<string, never>>('daily_briefs.open', {
  label: { zh: '编制前一日要情', en: 'Open the brief of the day before' },
  input: z.strictObject({}),
  everyMinutes: 30,
  async run({ platform, command }) {
    const day = dayFrom(dayText(platform.clock.now()), -1);
    if (await isOpened(platform, day)) return {};
    return command<{ id: string }>('dailyBriefs.open', { day }, day);
  },
});
