import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { transitionsFrom } from '../../foundation/lifecycle/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dayOf, readStock } from '../stock/index.ts';
import { stockLot } from '../stock/stock-lot.register.ts';
import { supply } from '../supplies/supply.register.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import { approveTransfer, readTransfer } from './transfer.permissions.ts';
import { transfer } from './transfer.register.ts';

const when = z.date().nullable();
const words = z.string().nullable();

const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  purpose: z.string(),
  matter: words,
  isUrgent: z.boolean(),
  isPaperOwed: z.boolean(),
  hasDifference: z.boolean(),
  isSettled: z.boolean(),
  unitName: words,
  fromWarehouseId: words,
  fromName: words,
  toWarehouseId: words,
  toName: words,
  destination: words,
  neededBy: when,
  expectedAt: when,
  dispatchedAt: when,
  receivedAt: when,
  createdAt: z.date(),
  lines: z.number(),
});
type Item = z.input<typeof item>;

const ITEM = sql`t.id, coalesce(t.number, '') as number, t.version, t.state, t.mark, t.purpose, t.matter, t.is_urgent,
  (t.is_urgent and t.approved_at is null and t.dispatched_at is not null) as is_paper_owed, t.has_difference,
  t.settled_at is not null as is_settled, u.short_name as unit_name, t.from_warehouse_id, f.name as from_name,
  t.to_warehouse_id, w.name as to_name, t.destination, t.needed_by, t.expected_at, t.dispatched_at, t.received_at,
  t.created_at, (select count(*)::int from transfer_line l where l.transfer_id = t.id) as lines`;
const FROM = sql`left join unit u on u.id = t.owner_unit_id left join warehouse f on f.id = t.from_warehouse_id
  left join warehouse w on w.id = t.to_warehouse_id`;

const STATES = Object.keys(transferLifecycle.states) as [keyof typeof transferLifecycle.states];

/** 调拨单: those that are not closed unless told; what waits longest for somebody first. */
export const list = view('transfers.list', {
  label: { zh: '调拨单列表', en: 'Transfers' },
  may: readTransfer,
  input: z.object({
    state: z.enum([...STATES, 'open', 'owed'] as [string, ...string[]]).optional(),
    warehouseId: idInput.optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [transfer],
  async run(ctx, { state, warehouseId, limit }) {
    const isOpen = sql`t.state not in ('closed', 'rejected', 'cancelled')`;
    const isOwed = sql`(t.is_urgent and t.approved_at is null and t.dispatched_at is not null)
      or (t.state = 'received' and t.has_difference and t.settled_at is null)`;
    const standing =
      state === undefined ? sql`true` : state === 'open' ? isOpen : state === 'owed' ? isOwed : sql`t.state = ${state}`;
    const where = sql`(${standing}) and (${warehouseId ?? null}::uuid is null
      or ${warehouseId ?? null}::uuid in (t.from_warehouse_id, t.to_warehouse_id))`;
    const items = await ctx.rows<Item>(sql`select ${ITEM} from ${ctx.visible(transfer)} t ${FROM} where ${where}
      order by (t.state in ('closed', 'rejected', 'cancelled')), t.is_urgent desc, t.created_at desc limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(transfer)} t where ${where}`,
    );
    return { items, total: counted?.total ?? 0 };
  },
});

const lineOutput = z.object({
  id: z.string(),
  lineNo: z.number(),
  supplyId: z.string(),
  itemNo: z.string(),
  name: z.string(),
  spec: words,
  measure: z.string(),
  asked: z.number(),
  approved: z.number().nullable(),
  picked: z.number().nullable(),
  received: z.number().nullable(),
  differenceReason: words,
  /** What the giving warehouse could send now; null where it is not known which, or not visible. */
  available: z.number().nullable(),
  lots: z.array(z.object({ batch: z.string(), expiresOn: words, quantity: z.number() })),
});

export const recordOutput = item.extend({
  receiver: words,
  receiverPhone: words,
  submittedAt: when,
  approvedAt: when,
  approvedBy: words,
  approvalNote: words,
  vehiclePlate: words,
  driver: words,
  driverPhone: words,
  dispatchedBy: words,
  receivedBy: words,
  receiptNote: words,
  settledAt: when,
  settledBy: words,
  settlement: words,
  closedAt: when,
  requestedBy: words,
  isOwn: z.boolean(),
  isCountedByMe: z.boolean(),
  photos: z.array(z.string()),
  clocks: z.array(
    z.object({
      name: z.string(),
      label: z.object({ zh: z.string(), en: z.string() }),
      dueAt: z.date(),
      citation: z.string(),
    }),
  ),
  steps: z.array(z.string()),
  lineList: z.array(lineOutput),
});

/** One transfer, whole: with 1,500 lines it is one answer, because a person looks through all of them. */
export const record = view('transfers.record', {
  label: { zh: '调拨单', en: 'Transfer' },
  may: readTransfer,
  input: z.object({ id: idInput }),
  output: recordOutput,
  reads: [transfer, supply],
  async run(ctx, { id }) {
    const row = await ctx.record(transfer, id);
    const [head] = await ctx.rows<Item>(sql`select ${ITEM} from ${ctx.visible(transfer)} t ${FROM} where t.id = ${id}`);
    const author = await ctx.row<{ name: string }>(sql`select name from person where id = ${row.createdBy}`);
    const photos = await ctx.rows<{ id: string }>(
      sql`select id from file where subject_register = 'transfer' and subject_id = ${id} order by id`,
    );
    const clocks = await ctx.rows<{
      name: string;
      labelZh: string;
      labelEn: string;
      dueAt: Date;
      citation: string;
    }>(sql`
      select name, label_zh, label_en, due_at, citation from clock
      where subject_register = 'transfer' and subject_id = ${id} and ended_at is null`);
    return {
      ...row,
      ...(head as Item),
      requestedBy: author?.name ?? null,
      isOwn: row.createdBy === ctx.viewer.personId,
      isCountedByMe: row.receivedById === ctx.viewer.personId,
      photos: photos.map((one) => one.id),
      clocks: clocks.map(({ labelZh, labelEn, ...clock }) => ({ ...clock, label: { zh: labelZh, en: labelEn } })),
      steps: stepsOf(ctx, row),
      lineList: await linesOf(ctx, id, row.fromWarehouseId),
    };
  },
});

interface Standing {
  readonly state: string;
  readonly isUrgent: boolean;
  readonly approvedAt: Date | null;
  readonly hasDifference: boolean;
  readonly settledAt: Date | null;
}

/** Steps of the lifecycle and those beside it that the viewer's hats allow; each command asks again. */
function stepsOf(ctx: ReadContext, row: Standing): string[] {
  const steps = transitionsFrom(transferLifecycle, row.state).filter(
    (step) => ctx.holds(transferLifecycle.transitions[step as 'pick'].may) && step !== 'dispatch_at_once',
  );
  const isPaperOwed = row.isUrgent && row.approvedAt === null && row.state !== 'draft';
  if (isPaperOwed && ctx.holds(approveTransfer)) steps.push('completePaper');
  if (row.state === 'received' && row.hasDifference && !row.settledAt && ctx.holds(approveTransfer))
    steps.push('settle');
  return steps;
}

type LineOutput = z.input<typeof lineOutput>;

/**
 * Three plain questions put together here: as one statement the planner, which cannot know how many lines a paper has,
 * joins them line by line, and 1,500 lines take ten seconds.
 */
async function linesOf(ctx: ReadContext, id: string, fromWarehouseId: string | null): Promise<LineOutput[]> {
  const lines = await ctx.rows<Omit<LineOutput, 'available' | 'lots'>>(sql`
    select x.id, x.line_no, x.supply_id, s.item_no, s.name, s.spec, s.measure, x.asked::float8 as asked,
      x.approved::float8 as approved, x.picked::float8 as picked, x.received::float8 as received, x.difference_reason
    from transfer_line x join supply s on s.id = x.supply_id where x.transfer_id = ${id} order by x.line_no`);
  const lots = await ctx.rows<{ lineId: string; batch: string; expiresOn: string | null; quantity: number }>(sql`
    select m.line_id, l.batch, l.expires_on, m.quantity from (
      select source_id as line_id, lot_id,
        sum(case when kind = 'out' then -quantity else reserved_quantity end)::float8 as quantity
      from stock_movement where source_id = any(${lines.map((line) => line.id)}::uuid[])
        and kind in ('out', 'reserve', 'release') group by source_id, lot_id) m join stock_lot l on l.id = m.lot_id
    where m.quantity > 0 order by l.expires_on nulls last, l.batch`);
  const seesStock = fromWarehouseId !== null && ctx.holds(readStock);
  const shelves = seesStock
    ? await ctx.rows<{ supplyId: string; available: number }>(sql`
        select l.supply_id, sum(l.quantity - l.reserved_quantity)::float8 as available
        from ${ctx.visible(stockLot, readStock)} l
        where l.warehouse_id = ${fromWarehouseId} and l.state = 'usable'
          and (l.expires_on is null or l.expires_on >= ${dayOf(ctx.now)}::date) group by l.supply_id`)
    : [];
  const available = new Map(shelves.map((shelf) => [shelf.supplyId, shelf.available]));
  const taken = Map.groupBy(lots, (lot) => lot.lineId);
  return lines.map((line) => ({
    ...line,
    available: seesStock ? (available.get(line.supplyId) ?? 0) : null,
    lots: (taken.get(line.id) ?? []).map(({ batch, expiresOn, quantity }) => ({ batch, expiresOn, quantity })),
  }));
}

/** 在途: what is on no shelf, by item. */
export const inTransit = view('transfers.inTransit', {
  label: { zh: '在途物资', en: 'Goods on the road' },
  may: readTransfer,
  input: z.object({ supplyId: idInput.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        transferId: z.string(),
        number: z.string(),
        supplyId: z.string(),
        name: z.string(),
        measure: z.string(),
        quantity: z.number(),
        fromName: words,
        toName: words,
        destination: words,
        expectedAt: when,
      }),
    ),
  }),
  reads: [transfer],
  async run(ctx, { supplyId }) {
    const items = await ctx.rows<never>(sql`
      select t.id as transfer_id, coalesce(t.number, '') as number, s.id as supply_id, s.name, s.measure,
        sum(l.picked)::float8 as quantity, f.name as from_name, w.name as to_name, t.destination, t.expected_at
      from ${ctx.visible(transfer)} t join transfer_line l on l.transfer_id = t.id join supply s on s.id = l.supply_id
        left join warehouse f on f.id = t.from_warehouse_id left join warehouse w on w.id = t.to_warehouse_id
      where t.state = 'dispatched' and l.picked > 0
        and (${supplyId ?? null}::uuid is null or s.id = ${supplyId ?? null}::uuid)
      group by t.id, t.number, s.id, s.name, s.measure, f.name, w.name, t.destination, t.expected_at
      order by t.expected_at nulls last limit 1000`);
    return { items };
  },
});
