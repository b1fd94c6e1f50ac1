import { reaction } from '../../foundation/timeline/define.ts';
import { finish } from './review-findings.commands.ts';

/** A unit has finished or was taken off: perhaps the measure is done. */
export const onAssignmentEnded = reaction(
  'review-findings.on_assignment_ended',
  ['assignment.finished', 'assignment.cancelled', 'assignment.rejected'],
  (ctx, fact) => finish(ctx, fact.subjectId),
);
