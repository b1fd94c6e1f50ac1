import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { transitionsFrom } from '../../foundation/lifecycle/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { stocktakeLifecycle } from './stocktake.lifecycle.ts';
import { readStocktake } from './stocktake.permissions.ts';
import { STOCKTAKE_KINDS, stocktake } from './stocktake.register.ts';
import { accuracyOf, differenceOf } from './stocktake.rules.ts';

const words = z.string().nullable();
const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  kind: z.enum(STOCKTAKE_KINDS.map(({ id }) => id)),
  warehouseId: z.string(),
  warehouseName: z.string(),
  note: words,
  round: z.number(),
  lines: z.number(),
  counted: z.number(),
  /** Known once it is submitted: until then whoever counts counts blind. */
  differing: z.number().nullable(),
  startedAt: z.date(),
  startedBy: words,
  submittedAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: words,
  decision: words,
});
type Item = z.input<typeof item>;

const ITEM = sql`t.id, coalesce(t.number, '') as number, t.version, t.state, t.mark, t.kind, t.warehouse_id,
  w.name as warehouse_name, t.note, t.round, t.created_at as started_at, p.name as started_by, t.submitted_at,
  t.decided_at, t.decided_by, t.decision,
  (select count(*)::int from stocktake_line l where l.stocktake_id = t.id) as lines,
  (select count(*)::int from stocktake_line l where l.stocktake_id = t.id and l.counted is not null) as counted,
  case when t.state = 'counting' then null else (select count(*)::int from stocktake_line l
    where l.stocktake_id = t.id and l.counted <> l.booked) end as differing`;
const FROM = sql`join warehouse w on w.id = t.warehouse_id left join person p on p.id = t.created_by`;

const STATES = Object.keys(stocktakeLifecycle.states) as [string, ...string[]];

export const list = view('stocktakes.list', {
  label: { zh: '盘点单列表', en: 'Stocktakes' },
  may: readStocktake,
  input: z.object({
    state: z.enum([...STATES, 'open']).optional(),
    warehouseId: idInput.optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [stocktake],
  async run(ctx, { state, warehouseId, limit }) {
    const standing =
      state === undefined
        ? sql`true`
        : state === 'open'
          ? sql`t.state in ('counting', 'submitted')`
          : sql`t.state = ${state}`;
    const where = sql`${standing} and (${warehouseId ?? null}::uuid is null or t.warehouse_id = ${warehouseId ?? null}::uuid)`;
    const items = await ctx.rows<Item>(sql`select ${ITEM} from ${ctx.visible(stocktake)} t ${FROM} where ${where}
      order by (t.state in ('approved', 'cancelled')), t.created_at desc limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(stocktake)} t where ${where}`,
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
  batch: z.string(),
  expiresOn: words,
  location: words,
  isFound: z.boolean(),
  counted: z.number().nullable(),
  countedAt: z.date().nullable(),
  countedBy: words,
  booked: z.number().nullable(),
  difference: z.number().nullable(),
  value: z.number().nullable(),
  reason: words,
});

export const record = view('stocktakes.record', {
  label: { zh: '盘点单', en: 'Stocktake' },
  may: readStocktake,
  input: z.object({ id: idInput }),
  output: item.extend({
    steps: z.array(z.string()),
    /** Lines without a difference among those counted, in per cent. */
    accuracy: z.number().nullable(),
    isCountedByMe: z.boolean(),
    lineList: z.array(lineOutput),
  }),
  reads: [stocktake],
  async run(ctx, { id }) {
    const row = await ctx.record(stocktake, id);
    const head = await ctx.row<Item>(sql`select ${ITEM} from ${ctx.visible(stocktake)} t ${FROM} where t.id = ${id}`);
    const lines = await ctx.rows<Omit<z.input<typeof lineOutput>, 'difference' | 'value'> & Counted>(sql`
      select l.id, l.line_no, l.supply_id, s.item_no, s.name, s.spec, s.measure, l.batch, l.expires_on, l.location,
        l.is_found, l.counted::float8 as counted, l.counted_at, l.counted_by, l.counted_by_id, l.booked::float8 as booked,
        l.reason, o.unit_price::float8 as unit_price
      from stocktake_line l join supply s on s.id = l.supply_id left join stock_lot o on o.id = l.lot_id
      where l.stocktake_id = ${id} order by l.line_no`);
    const isBlind = row.state === 'counting';
    return {
      ...(head as Item),
      steps: transitionsFrom(stocktakeLifecycle, row.state).filter((step) =>
        ctx.holds(stocktakeLifecycle.transitions[step as 'submit'].may),
      ),
      accuracy: isBlind ? null : accuracyOf(lines),
      isCountedByMe:
        row.createdBy === ctx.viewer.personId || lines.some((line) => line.countedById === ctx.viewer.personId),
      lineList: lines.map(({ unitPrice, ...line }) => {
        const difference = isBlind || line.counted === null ? null : differenceOf(line);
        const value = difference === null || unitPrice === null ? null : difference * unitPrice;
        return { ...line, booked: isBlind ? null : line.booked, difference, value };
      }),
    };
  },
});

interface Counted {
  readonly countedById: string | null;
  readonly unitPrice: number | null;
}
