import { stopLadders } from '../messaging/index.ts';
import { reaction } from '../timeline/define.ts';
import { SETTLED_BY } from './order-messages.rules.ts';
import { deliver, passOn, remindOfFinish } from './pass-on.ts';

interface ClockPayload {
  subject?: { register?: string; id?: string };
  name?: string;
}

/** A clock of an assignment, by the fact that it fell due or was warned of. */
function clockOf(payload: Readonly<Record<string, unknown>>): { assignmentId: string; name: string } | undefined {
  const { subject, name } = payload as ClockPayload;
  return subject?.register === 'assignment' && subject.id && name ? { assignmentId: subject.id, name } : undefined;
}

export const onFellDue = reaction('orders.on_clock_fell_due', ['clock.fell_due'], async (ctx, fact) => {
  const clock = clockOf(fact.payload);
  if (clock?.name === 'receive') await passOn(ctx, clock.assignmentId);
  if (clock?.name === 'finish') await remindOfFinish(ctx, clock.assignmentId, true);
});

export const onWarned = reaction('orders.on_clock_warned', ['clock.warned'], async (ctx, fact) => {
  const clock = clockOf(fact.payload);
  if (clock?.name === 'finish') await remindOfFinish(ctx, clock.assignmentId, false);
});

export const onDelivered = reaction('orders.on_message_delivered', ['message.delivered', 'message.read'], (ctx, fact) =>
  deliver(ctx, fact.subjectId, fact.payload.personId),
);

const SETTLING = Object.keys(SETTLED_BY) as (keyof typeof SETTLED_BY)[];

/** Received, reported on, finished, refused, taken back or passed on: what was asked for is there, or asked in vain. */
export const onSettled = reaction('orders.on_assignment_settled', SETTLING, async (ctx, fact) => {
  const templates = SETTLED_BY[fact.kind as keyof typeof SETTLED_BY];
  const settled = await stopLadders(ctx, { register: 'assignment', id: fact.subjectId }, templates);
  // Whoever was asked sees it go, on every screen.
  for (const subject of settled) ctx.fact({ kind: 'message.settled', subject, payload: { by: fact.kind } });
});
