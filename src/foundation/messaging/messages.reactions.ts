import { reaction } from '../timeline/define.ts';
import { onReturned } from './ladder/returned.ts';

/** A letter that will never arrive: if it was the last of its attempt, the next people are asked at once. */
export const onFailed = reaction('messaging.on_message_failed', ['message.failed'], (ctx, fact) => {
  const { personId } = fact.payload as { personId: string };
  return onReturned(ctx, fact.subjectId, personId);
});
