import { reaction } from '../../foundation/timeline/define.ts';
import { remindOne } from './zero-reports.commands.ts';

/** 时限将到: the unit's duty room is told once by the system, before anybody has to ring it up. */
export const onWarned = reaction('zero_reports.on_clock_warned', ['clock.warned'], async (ctx, fact) => {
  const subject = fact.payload.subject as { register: string; id: string } | undefined;
  if (subject?.register === 'zero_report') await remindOne(ctx, subject.id);
});
