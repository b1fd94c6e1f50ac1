import type { ReadContext } from '../api/context.ts';
import { type Day, isWorkDay, WORK_DAYS } from './work-days.rules.ts';

/** Is the day in Asia/Shanghai one of rest, by the calendar with its 调休 in force now? */
export const isRestDay = (ctx: ReadContext, day: Day): boolean => !isWorkDay(day, ctx.rules(WORK_DAYS).values);
