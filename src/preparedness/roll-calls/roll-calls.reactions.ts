import { reaction } from '../../foundation/timeline/define.ts';

/** The window of a roll call is over. */
export const onWindowOver = reaction('roll-calls.on_window_over', ['clock.fell_due'], async (ctx, fact) => {
  const { subject, name } = fact.payload as { subject?: { register?: string; id?: string }; name?: string };
  if (name !== 'roll_call_window' || !subject?.id) return;
  await ctx.perform('rollCalls.close', { id: subject.id });
});
