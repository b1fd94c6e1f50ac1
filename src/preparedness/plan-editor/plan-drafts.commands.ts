import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { problem } from '../../kernel/problems.ts';
import { keepPlanDraft } from './plan-draft.permissions.ts';
import { aboutInput, planDraft } from './plan-draft.register.ts';
import type { PlanDraft } from './plan-draft.rules.ts';

async function ownOf(ctx: CommandContext, about: string) {
  const own = await ctx.row<{ id: string }>(sql`select id from ${ctx.visible(planDraft)} d
    where d.about = ${about} and d.state = 'active' and d.created_by = ${ctx.viewer.personId} order by d.id limit 1`);
  return own && (await ctx.load(planDraft, own.id));
}

/** Keeps what somebody has written so far; one's earlier draft of the same plan is replaced. */
export const keep = command('planDrafts.keep', {
  label: { zh: '保存预案草稿', en: 'Keep the draft of a plan' },
  may: keepPlanDraft,
  perMinute: 60,
  input: z.object({ about: aboutInput, content: z.looseObject({ name: z.string().max(200) }) }),
  output: z.object({ id: z.string(), savedAt: z.date() }),
  records: ['plan_draft.saved'],
  async run(ctx, { about, content }) {
    // What it must be is judged when it is adopted: a draft is what is not in order yet.
    const values = { name: content.name || null, content: content as unknown as PlanDraft };
    const own = await ownOf(ctx, about);
    const row = own
      ? await ctx.update(planDraft, own, values)
      : await ctx.insert(planDraft, { about, state: 'active', ...values });
    ctx.fact({ kind: 'plan_draft.saved', subject: { register: 'plan_draft', id: row.id }, payload: {} });
    return { id: row.id, savedAt: ctx.now };
  },
});

/** Adopted or given up: nothing of it stays. */
export const drop = command('planDrafts.drop', {
  label: { zh: '清除预案草稿', en: 'Drop the draft of a plan' },
  may: keepPlanDraft,
  input: z.object({ about: aboutInput }),
  output: z.object({ id: z.string() }),
  records: ['plan_draft.dropped'],
  async run(ctx, { about }) {
    const own = await ownOf(ctx, about);
    if (!own) throw problem('record.unknown', {}, 'about');
    await ctx.update(planDraft, own, { state: 'dropped', content: null });
    ctx.fact({ kind: 'plan_draft.dropped', subject: { register: 'plan_draft', id: own.id }, payload: {} });
    return { id: own.id };
  },
});
