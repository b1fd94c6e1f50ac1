import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, meetClock, type RecordRef, startClocks } from '../../foundation/clocks/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { adoptPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';
import { PLAN_MANAGEMENT, yearsLater } from './plan-management.rules.ts';

const { fields: of } = plan;
const FUTURE = { zh: '不能晚于现在', en: 'it lies in the future' };
const EARLY = { zh: '不能早于印发时间', en: 'it lies before the plan was issued' };
const FILED = { zh: '已经备案', en: 'It was filed already' };

/** The limits of an edition run from the day it was issued: it is to be filed, and to be evaluated after some years. */
export async function startPlanClocks(ctx: CommandContext, row: RowOf<typeof plan>): Promise<RecordRef[]> {
  const rules = ctx.rules(PLAN_MANAGEMENT, row.issuedAt);
  const common = { subject: { register: 'plan', id: row.id }, from: row.issuedAt, ruleVersion: ruleWord(rules) };
  return startClocks(ctx, [
    {
      ...common,
      name: 'filing',
      label: { zh: `预案备案 ${row.name}`.slice(0, 200), en: `File the plan ${row.name}`.slice(0, 200) },
      limit: { workingDays: rules.values.filingWorkingDays },
      warnMinutesBefore: 3 * 24 * 60,
      citation: '突发事件应急预案管理办法 第26条',
    },
    {
      ...common,
      name: 'evaluation',
      label: { zh: `预案评估 ${row.name}`.slice(0, 200), en: `Evaluate the plan ${row.name}`.slice(0, 200) },
      limit: { dueAt: yearsLater(row.issuedAt, rules.values.evaluationYears) },
      warnMinutesBefore: 90 * 24 * 60,
      citation: '突发事件应急预案管理办法 第34条',
    },
  ]);
}

/** A superseded edition owes nothing more. */
export const endPlanClocks = (ctx: CommandContext, id: string) => cancelClock(ctx, { register: 'plan', id });

/** 备案: the issued text went to whom the Measures name; filed after the limit it says why. */
export const file = command('plans.file', {
  label: { zh: '登记备案', en: 'Record the filing' },
  may: adoptPlan,
  input: z.object({
    id: idInput,
    filedAt: instantInput,
    filedWith: z.string().trim().min(2).max(200),
    filingNumber: of.filingNumber.input,
    reason: z.string().trim().max(500).optional(),
  }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number(), isLate: z.boolean() }),
  records: ['plan.filed'],
  async run(ctx, { id, filedAt, filedWith, filingNumber, reason }) {
    const row = await ctx.load(plan, id);
    if (row.filedAt) throw problem('state.guard', { reason: FILED });
    if (filedAt > ctx.now) throw problem('input.field', { label: of.filedAt.label, reason: FUTURE }, 'filedAt');
    if (filedAt < row.issuedAt) throw problem('input.field', { label: of.filedAt.label, reason: EARLY }, 'filedAt');
    const limit = await ctx.row<{ dueAt: Date }>(sql`
      select due_at from clock where subject_register = 'plan' and subject_id = ${id} and name = 'filing'
      order by started_at desc limit 1`);
    const isLate = limit !== undefined && filedAt > limit.dueAt;
    if (isLate && !reason) throw problem('input.required', { label: of.filingReason.label }, 'reason');
    const next = await ctx.update(plan, row, {
      filedAt,
      filedWith,
      filingNumber: filingNumber || null,
      filingReason: isLate ? (reason ?? null) : null,
    });
    const clocks = await meetClock(ctx, { register: 'plan', id }, 'filing', filedAt);
    ctx.fact({
      kind: 'plan.filed',
      subject: { register: 'plan', id },
      concerns: clocks,
      happenedAt: filedAt,
      payload: { filedWith, filingNumber, isLate },
    });
    return { ...next, isLate };
  },
});
