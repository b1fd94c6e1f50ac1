import { z } from 'zod';
import { defineJob } from '../../foundation/jobs/index.ts';
import { dayText } from '../../kernel/calendar.ts';
import { ZERO_REPORTS } from './zero-report.rules.ts';
import { isAsked, isSpecialDay } from './zero-reports.views.ts';

/** Each day, as soon as it has begun: the units of the rule owe their report. */
export const askDaily = defineJob<Record<string, never>>('zero_reports.ask', {
  label: { zh: '部署当日零报告', en: 'Ask for the zero reports of the day' },
  input: z.strictObject({}),
  everyMinutes: 30,
  async run({ platform, command }) {
    const now = platform.clock.now();
    const day = dayText(now);
    const isDue = platform.rules(ZERO_REPORTS, now).values.isEveryDay || (await isSpecialDay(platform, day));
    if (!isDue) return { asked: 0 };
    if (await isAsked(platform, day)) return { asked: 0 };
    return command<{ asked: number }>('zeroReports.ask', { day }, day);
  },
});
