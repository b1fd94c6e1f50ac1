import { reaction } from '../../foundation/timeline/define.ts';
import { finish } from './leader-instructions.commands.ts';

/** A unit has finished, refused or was taken off: perhaps it was the last one an instruction waited for. */
export const onAssignmentEnded = reaction(
  'leader-instructions.on_assignment_ended',
  ['assignment.finished', 'assignment.rejected', 'assignment.cancelled'],
  (ctx, fact) => finish(ctx, fact.subjectId),
);
