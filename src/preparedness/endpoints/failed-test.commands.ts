import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import { issueOrder, OPEN_STATES } from '../../foundation/orders/index.ts';
import type { Fact } from '../../foundation/timeline/define.ts';
import { LINE_TESTS } from './line-tests.rules.ts';

interface Failed {
  readonly name: string;
  readonly finding: string | null;
  readonly ownerUnitId: string;
}

const DAY_MS = 86_400_000;

/** A failed test becomes an order to whoever keeps the thing, unless the one before is still open. */
export async function orderToMend(ctx: CommandContext, { register, subjectId }: Fact): Promise<void> {
  const failed = await ctx.row<Failed>(sql`
    select name, test_finding as finding, owner_unit_id from ${sql.table(register)} where id = ${subjectId} for update`);
  const open = await ctx.row(sql`
    select 1 from "order" o join assignment a on a.order_id = o.id
    where o.matter_register = ${register} and o.matter_id = ${subjectId}::uuid and a.state = any(${[...OPEN_STATES]}::text[])
    limit 1`);
  if (!failed || open) return;
  const { mendDays } = ctx.rules(LINE_TESTS).values;
  await issueOrder(ctx, {
    concerns: { register, id: subjectId },
    title: `请修复：${failed.name}`,
    content: `${failed.name}测试不合格：${failed.finding ?? ''}\n请修复并重新测试，登记「测试合格」后办结本指令。`,
    priority: 'normal',
    evidenceAsked: { text: 1 },
    ownerUnitId: failed.ownerUnitId,
    finishDueAt: new Date(ctx.now.getTime() + mendDays * DAY_MS),
    assignees: [{ unitId: failed.ownerUnitId }],
  });
}
