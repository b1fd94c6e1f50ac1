import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { ISSUE_RECORDS, issueOrder } from '../orders/index.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { conditions, contradicting, type Finding, inUseOf, isOpenPart, titleOf } from './findings.ts';
import { orderQuality } from './quality.permissions.ts';
import { qualityOrder } from './quality-order.register.ts';

/** So many records are named for each finding; the counts are exact. */
const NAMED = 20;
const CONTENT = 3900;

const WORDS: Readonly<Record<Finding, string>> = {
  missing: '缺项（列表栏目未填）',
  stale: '陈旧（逾期未核实）',
  doubled: '疑似重复',
  contradictory: '自相矛盾',
  outside: '位置在区外',
};
const SOUND = { zh: '该单位这一台账没有发现问题', en: 'Nothing is wrong with this register of the unit' };
const OPEN = { zh: '该单位这一台账的整改指令尚未办结', en: 'An order about this register is still open at the unit' };

/** What was found about one register of one unit becomes one order to that unit, with the records named. */
export const issue = command('quality.order', {
  label: { zh: '下达台账整改指令', en: 'Order that a register be put right' },
  may: orderQuality,
  perMinute: 20,
  input: z.object({ register: z.string().max(60), unitId: idInput, finishDueAt: z.iso.datetime().optional() }),
  output: z.object({ id: z.string(), number: z.string(), assignmentId: z.string() }),
  records: ['quality_order.issued', ...ISSUE_RECORDS],
  async run(ctx, { register: name, unitId, finishDueAt }) {
    const faces = ctx.catalogue.faces.get(name);
    if (!faces || !ctx.holds(faces.read)) throw problem('record.unknown', {}, 'register');
    const unit = await ctx.row<{ shortName: string; areaCode: string }>(
      sql`select short_name, area_code from unit where id = ${unitId} for share`,
    );
    if (!unit) throw problem('record.unknown', {}, 'unitId');
    await assertNoneOpen(ctx, name, unitId);
    const found = await foundAt(ctx, faces, unitId);
    if (found.length === 0) throw problem('state.guard', { reason: SOUND });
    const { zh } = faces.register.label;
    const issued = await issueOrder(ctx, {
      title: `请整改台账质量：${zh}`,
      content: [
        `经核对，${unit.shortName}归属的${zh}台账存在下列问题，请逐条核实、在台账中更正后办结本指令。`,
        ...found,
      ]
        .join('\n')
        .slice(0, CONTENT),
      priority: 'normal',
      evidenceAsked: {},
      ...(finishDueAt ? { finishDueAt: new Date(finishDueAt) } : {}),
      assignees: [{ unitId }],
    });
    const { id } = await ctx.insert(qualityOrder, {
      recordRegister: name,
      unitId,
      orderId: issued.id,
      areaCode: unit.areaCode,
    });
    await ctx.involve(qualityOrder, id, { unitId });
    ctx.fact({
      kind: 'quality_order.issued',
      subject: { register: 'quality_order', id },
      concerns: [{ register: 'order', id: issued.id }],
      payload: { number: issued.number, register: name },
    });
    return { id: issued.id, number: issued.number, assignmentId: issued.assignments[0]?.id ?? '' };
  },
});

async function assertNoneOpen(ctx: CommandContext, register: string, unitId: string): Promise<void> {
  // One at a time: two officers who look at the same table do not order the same work twice.
  await ctx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`quality ${register} ${unitId}`}, 0))`);
  const open =
    await ctx.row(sql`select 1 from quality_order q join assignment a on a.order_id = q.order_id and ${isOpenPart}
    where q.record_register = ${register} and q.unit_id = ${unitId} limit 1`);
  if (open) throw problem('state.guard', { reason: OPEN });
}

/** One line for each finding: what, how many, which. An order is plain text: a sealed title is never in it. */
async function foundAt(ctx: CommandContext, faces: RegisterFaces, unitId: string): Promise<string[]> {
  const lines: string[] = [];
  const add = (finding: Finding, count: number, titles: readonly string[]) => {
    if (count === 0) return;
    const more = count > titles.length ? `等` : '';
    lines.push(`${WORDS[finding]} ${count} 条：${titles.join('、')}${more}`);
  };
  for (const [finding, where] of Object.entries(conditions(ctx, faces))) {
    const rows = await ctx.rows<{ title: string; count: number }>(sql`
      select ${titleOf(faces)} as title, count(*) over ()::int as count from ${inUseOf(ctx, faces)} r
      where r.owner_unit_id = ${unitId} and ${where} order by r.changed_at, r.id limit ${NAMED}`);
    add(
      finding as Finding,
      rows[0]?.count ?? 0,
      rows.map(({ title }) => title),
    );
  }
  const wrong = await contradicting(ctx, faces, unitId);
  add(
    'contradictory',
    wrong.length,
    wrong.slice(0, NAMED).map(({ title, reason }) => `${title}（${reason}）`),
  );
  return lines;
}
