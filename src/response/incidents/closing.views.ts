import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { defineCheck } from '../../foundation/lifecycle/define.ts';
import { checksBefore } from '../../foundation/lifecycle/index.ts';
import { OPEN_STATES } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const before = { register: 'incident', transition: 'close' };

/** 办结检查: what the law asks before a matter is closed, each in words with the way to mend it. */
export const closing = view('incidents.closing', {
  label: { zh: '办结检查', en: 'What closing asks for' },
  may: readIncident,
  input: z.object({ id: idInput }),
  output: z.object({
    checks: z.array(
      z.object({
        name: z.string(),
        label: phrase,
        weight: z.enum(['firm', 'asked', 'noted']),
        cites: z.string().optional(),
        findings: z.array(z.object({ text: phrase, mend: z.object({ label: phrase, to: z.string() }).optional() })),
      }),
    ),
  }),
  reads: [incident],
  async run(ctx, { id }) {
    await ctx.record(incident, id);
    const checks = await checksBefore(ctx, before.register, before.transition, id);
    return { checks: checks.map(({ findings, ...check }) => ({ ...check, findings: [...findings] })) };
  },
});

/** Nothing that was ordered may be left without an end. */
export const ordersAtAnEnd = defineCheck('orders_at_an_end', {
  before,
  label: { zh: '指令全部办结或取消', en: 'No order is open' },
  weight: 'firm',
  order: 10,
  async run(ctx, id) {
    const open = await ctx.row<{ count: number }>(sql`
      select count(*)::int as count from assignment a join "order" o on o.id = a.order_id
      where o.matter_register = 'incident' and o.matter_id = ${id}
        and a.state = any(${[...OPEN_STATES]}::text[])
        and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)`);
    const count = open?.count ?? 0;
    if (count === 0) return [];
    return [
      {
        text: { zh: `还有 ${count} 项指令未办结`, en: `${count} assignments are still open` },
        mend: { label: { zh: '去指令板', en: 'To the order board' }, to: `/orders?matter=${id}` },
      },
    ];
  },
});

/** Ended by the closing itself, or started by it. */
const SETTLED_BY_CLOSING = ['followup_report', 'final_report'];

/** A limit that still runs stays a limit: it is met, or somebody says why it is left. */
export const clocksAtAnEnd = defineCheck('clocks_at_an_end', {
  before,
  label: { zh: '没有运行中的时限', en: 'No clock is running' },
  weight: 'asked',
  order: 20,
  async run(ctx, id) {
    const rows = await ctx.rows<{ labelZh: string; labelEn: string; register: string; subjectId: string }>(sql`
      select c.label_zh, c.label_en, c.subject_register as register, c.subject_id from clock c
      where c.ended_at is null and c.state in ('running', 'late') and not (c.name = any(${SETTLED_BY_CLOSING}::text[]))
        and ((c.subject_register = 'incident' and c.subject_id = ${id})
          or (c.subject_register = 'intake' and c.subject_id in (select i.id from intake i where i.incident_id = ${id})))
      order by c.due_at`);
    return rows.map(({ labelZh, labelEn, register, subjectId }) => ({
      text: { zh: `时限未了：${labelZh}`, en: `Still running: ${labelEn}` },
      mend: {
        label: { zh: '去办理', en: 'See to it' },
        to: register === 'intake' ? `/intake/${subjectId}` : `/incidents/${id}`,
      },
    }));
  },
});

/** 493号令 第13条: figures are amended for 30 (7) days; what is not confirmed when a matter is closed is said. */
export const figuresConfirmed = defineCheck('figures_confirmed', {
  before,
  label: { zh: '伤亡数字已核实', en: 'Casualty figures are confirmed' },
  weight: 'noted',
  order: 30,
  cites: '生产安全事故报告和调查处理条例 第13条',
  async run(ctx, id) {
    const row = await ctx.record(incident, id, readIncident);
    const people = [row.deaths, row.missing, row.seriousInjuries, row.minorInjuries, row.trapped];
    if (row.casualtiesCertainty === 'confirmed' || people.every((count) => !count)) return [];
    return [
      {
        text: { zh: '伤亡数字仍是初步数字', en: 'The casualty figures are initial ones' },
        mend: { label: { zh: '核实伤亡', en: 'Confirm them' }, to: `/incidents/${id}?act=casualties` },
      },
    ];
  },
});
