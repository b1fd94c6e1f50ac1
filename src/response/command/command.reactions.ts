import { reaction } from '../../foundation/timeline/define.ts';
import { GO_OUT, releaseAfter, releaseDue } from './waiting.commands.ts';

/** What a clause waited for is done. */
export const onFinished = reaction('command.on_assignment_finished', ['assignment.finished'], (ctx, fact) =>
  releaseAfter(ctx, fact.subjectId),
);

/** The minutes after it have passed. */
export const onGoOut = reaction('command.on_clock_fell_due', ['clock.fell_due'], async (ctx, { payload }) => {
  const { subject, name } = payload as { subject?: { register?: string; id?: string }; name?: string };
  if (subject?.register === 'activation_action' && subject.id && name === GO_OUT) await releaseDue(ctx, subject.id);
});
