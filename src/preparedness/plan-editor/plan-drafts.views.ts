import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { keepPlanDraft } from './plan-draft.permissions.ts';
import { aboutInput, planDraft } from './plan-draft.register.ts';

/** One's own draft of a plan, as it was kept last. */
export const mine = view('planDrafts.mine', {
  label: { zh: '我的预案草稿', en: 'My draft of a plan' },
  may: keepPlanDraft,
  input: z.object({ about: aboutInput }),
  output: z.object({ draft: z.object({ content: z.unknown(), savedAt: z.date() }).nullable() }),
  reads: [planDraft],
  async run(ctx, { about }) {
    const draft = await ctx.row<{ content: unknown; savedAt: Date }>(sql`
      select d.content, d.changed_at as saved_at from ${ctx.visible(planDraft)} d
      where d.about = ${about} and d.state = 'active' and d.created_by = ${ctx.viewer.personId} order by d.id limit 1`);
    return { draft: draft ?? null };
  },
});
