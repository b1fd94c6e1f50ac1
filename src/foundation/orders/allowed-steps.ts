import type { ReadContext } from '../api/context.ts';
import { grantsOf } from '../identity/define.ts';
import { transitionsFrom } from '../lifecycle/define.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { ANSWERS_FOR_UNIT, answerAssignment, manageOrders, verifyOrders } from './order.permissions.ts';
import { mayAnswer } from './order.rules.ts';
import { OPEN_STATES } from './parts.ts';

interface Part {
  readonly state: string;
  readonly assigneeUnitId: string;
  readonly assigneePersonId: string | null;
  /** Path of the unit that issued the order: who may follow it up. */
  readonly issuerUnitPath: string;
  /** The part it was cut from: whoever answers for that one follows this one up. */
  readonly parent: { readonly assigneeUnitId: string; readonly assigneePersonId: string | null } | undefined;
}

const ANSWERS = ['receive', 'start', 'finish', 'reject'];

/** What a screen offers on a part: the commands decide again, this only keeps dead buttons away. */
export function stepsFor(ctx: ReadContext, part: Part): string[] {
  const possible = transitionsFrom(assignmentLifecycle, part.state);
  const steps: string[] = [];
  if (ctx.holds(answerAssignment) && mayAnswer(ctx.viewer, part, ANSWERS_FOR_UNIT)) {
    steps.push(...possible.filter((name) => ANSWERS.includes(name)));
    if (OPEN_STATES.includes(part.state)) steps.push('giveFeedback');
    if (part.state === 'received' || part.state === 'under_way') steps.push('delegate');
  }
  const isDelegator = part.parent && mayAnswer(ctx.viewer, part.parent, ANSWERS_FOR_UNIT);
  if (isDelegator && OPEN_STATES.includes(part.state) && ctx.holds(answerAssignment)) steps.push('withdraw');
  if (
    reaches(ctx, verifyOrders, part) &&
    possible.includes('verify') &&
    part.assigneePersonId !== ctx.viewer.personId
  ) {
    steps.push('verify');
  }
  if (reaches(ctx, manageOrders, part)) {
    if (OPEN_STATES.includes(part.state)) steps.push('remind', 'cancel');
    if (OPEN_STATES.includes(part.state) || part.state === 'rejected') steps.push('reassign');
  }
  return steps;
}

function reaches(ctx: ReadContext, permission: typeof manageOrders | typeof verifyOrders, part: Part): boolean {
  return grantsOf(permission, ctx.viewer.hats).some(
    ({ scope, hat }) => scope === 'all' || (scope === 'unit' && part.issuerUnitPath.startsWith(hat.unit.path)),
  );
}
