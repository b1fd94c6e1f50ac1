import { sql } from 'kysely';
import type { Phrase } from '../../kernel/phrases.ts';
import { defineTryOut, TRY_OUT_RECORDS, type TryOutCase } from '../rule-sets/define.ts';
import { assignment } from './assignment.register.ts';
import { readAssignment, readOrder } from './order.permissions.ts';
import { order } from './order.register.ts';
import { isReceiptLate, ORDER_LIMITS, type Receipt } from './order.rules.ts';

interface Row extends Omit<Receipt, 'waitedUntil'> {
  id: string;
  state: string;
  number: string;
  unitName: string;
  changedAt: Date;
}

const WORDS = {
  late: { zh: '逾期签收', en: 'received late' },
  inTime: { zh: '按时签收', en: 'received in time' },
  unknown: { zh: '无法判断', en: 'nobody can know' },
} as const;
const verdict = (isLate: boolean | undefined): Phrase =>
  isLate === undefined ? WORDS.unknown : isLate ? WORDS.late : WORDS.inTime;

/** How many of the last assignments would have been received late. Those that were cancelled say nothing. */
export const tryLimits = defineTryOut(ORDER_LIMITS, async (ctx, { current, proposed }) => {
  const rows = await ctx.rows<Row>(sql`
    select a.id, a.state, o.number, o.priority, a.created_at as issued_at, a.received_at, a.changed_at,
      coalesce(u.short_name, '') as unit_name
    from ${ctx.visible(assignment, readAssignment)} a join ${ctx.visible(order, readOrder)} o on o.id = a.order_id
    left join unit u on u.id = a.assignee_unit_id
    where a.mark = 'real' and a.state <> 'cancelled' order by a.created_at desc limit ${TRY_OUT_RECORDS}`);
  const judged = rows.map((row) => {
    const isWaiting = row.state === 'issued' || row.state === 'delivered';
    const receipt = { ...row, waitedUntil: isWaiting ? ctx.now : row.changedAt };
    return { row, current: isReceiptLate(receipt, current), proposed: isReceiptLate(receipt, proposed) };
  });
  const count = (of: 'current' | 'proposed', what: boolean | undefined) =>
    judged.filter((one) => one[of] === what).length;
  const cases = judged
    .filter((one) => one.current !== one.proposed)
    .slice(0, 20)
    .map(
      ({ row, ...one }): TryOutCase => ({
        register: 'assignment',
        id: row.id,
        title: `${row.number} ${row.unitName}`.trim(),
        current: verdict(one.current),
        proposed: verdict(one.proposed),
      }),
    );
  return {
    examined: rows.length,
    since: rows.at(-1)?.issuedAt ?? null,
    figures: [
      { label: WORDS.late, current: count('current', true), proposed: count('proposed', true) },
      { label: WORDS.inTime, current: count('current', false), proposed: count('proposed', false) },
      { label: WORDS.unknown, current: count('current', undefined), proposed: count('proposed', undefined) },
    ],
    cases,
  };
});
