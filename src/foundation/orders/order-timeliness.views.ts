import { sql } from 'kysely';
import { clock } from '../clocks/clock.register.ts';
import { defineIndicator } from '../indicators/define.ts';
import { assignment } from './assignment.register.ts';

const ofClocks = (name: string) => (records: ReturnType<typeof sql>) =>
  sql`
  select c.id as record_id, c.due_at as at, (c.state = 'met')::int as part, 1 as whole, c.owner_unit_path, c.area_code,
    c.subject_register as link_register, c.subject_id as link_id
  from ${records} c where c.name = ${name} and c.subject_register = 'assignment' and c.state in ('met', 'late')`;

const ASSUMED = { target: 100, baseYear: 2026, baseValue: 0, isAssumed: true, citation: '区级自定，待主责部门确认' };

export const receiptTimeliness = defineIndicator('order_receipt_timeliness', {
  label: { zh: '指令按时签收率', en: 'Orders received in time' },
  register: clock,
  measure: 'flow',
  rules: {
    ...ASSUMED,
    reading: '在签收时限内签收的任务，按到期日计入；撤销的不计。',
    denominator: '签收到期日在统计期内的任务。',
  },
  counted: ({ records }) => ofClocks('receive')(records),
});

export const finishTimeliness = defineIndicator('order_finish_timeliness', {
  label: { zh: '指令按时办结率', en: 'Orders finished in time' },
  register: clock,
  measure: 'flow',
  rules: {
    ...ASSUMED,
    target: 95,
    reading: '在办结时限内办结的任务，按到期日计入；撤销的不计。',
    denominator: '办结到期日在统计期内的任务。',
  },
  counted: ({ records }) => ofClocks('finish')(records),
});

/** How many orders nobody answered, so that they went to the deputy: whoever is asked in vain is what an emergency fails by. */
export const unanswered = defineIndicator('order_unanswered', {
  label: { zh: '指令未应答率', en: 'Orders nobody answered' },
  register: assignment,
  measure: 'flow',
  better: 'less',
  rules: {
    ...ASSUMED,
    target: 5,
    reading: '签收时限内无人应答、转交代理人的任务，按下达日计入。',
    denominator: '下达日在统计期内的任务；转交而来的不重复计，撤销的不计。',
  },
  counted: ({ records }) => sql`
    select a.id as record_id, a.created_at as at, (a.state = 'unanswered')::int as part, 1 as whole, a.owner_unit_path,
      a.area_code, 'assignment' as link_register, a.id as link_id
    from ${records} a where a.previous_assignment_id is null and a.state <> 'cancelled'`,
});
