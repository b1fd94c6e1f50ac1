import { reaction } from '../timeline/define.ts';
import { escalate } from './escalate.ts';

/** A letter that will never arrive is not dropped: a person hears of it. */
export const onFailed = reaction('messaging.on_message_failed', ['message.failed'], (ctx, fact) => {
  const { personId, channel } = fact.payload as { personId: string; channel: string };
  return escalate(ctx, fact.subjectId, personId, channel);
});
