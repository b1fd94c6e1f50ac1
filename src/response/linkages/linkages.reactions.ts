import { isUnderCorrection } from '../../foundation/corrections/index.ts';
import { reaction } from '../../foundation/timeline/define.ts';
import { isOpen, linkageOf, wrongNumberOf } from './follow.views.ts';

/** When the last addressee has been settled, so is the linkage. */
export const onAnswered = reaction(
  'linkages.on_answered',
  ['message.read', 'message.answered', 'message.taken_over'],
  async (ctx, fact) => {
    const found = await linkageOf(ctx, fact.subjectId);
    if (!found) return;
    if (!(await isOpen(ctx, fact.subjectId))) await ctx.perform('linkages.settle', { id: found.id });
  },
);

/** A number that does not work, or at which somebody else answers, goes to whoever keeps it. */
export const onWrongNumber = reaction(
  'linkages.on_wrong_number',
  ['message.failed', 'message.replied'],
  async (ctx, fact) => {
    const wrong = await wrongNumberOf(ctx, fact);
    const found = wrong && (await linkageOf(ctx, wrong.messageId));
    if (!wrong || !found) return;
    const { personId, field } = wrong;
    if (!(await isUnderCorrection(ctx, { register: 'person', id: personId }, field)))
      await ctx.perform('linkages.askCorrection', { id: found.id, personId, field });
  },
);
