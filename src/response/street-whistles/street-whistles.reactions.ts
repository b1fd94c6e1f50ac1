import { reaction } from '../../foundation/timeline/define.ts';
import { escalate } from './street-whistles.commands.ts';

/** The limit of an answer has passed: it goes up to the district, whose room calls the department. */
export const onFellDue = reaction('street-whistles.on_clock_fell_due', ['clock.fell_due'], async (ctx, fact) => {
  const { subject, name } = fact.payload as { subject?: { register?: string; id?: string }; name?: string };
  if (subject?.register === 'department_answer' && subject.id && name === 'answer') await escalate(ctx, subject.id);
});
