import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { dayOf, type Entry, itemsOf, keepStock, type LotRow, lockLots, pick, short, sum } from '../stock/index.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import type { transfer } from './transfer.register.ts';

export type Transfer = RowOf<typeof transfer>;

export interface Line {
  readonly id: string;
  readonly lineNo: number;
  readonly supplyId: string;
  readonly asked: number;
  readonly approved: number | null;
  readonly picked: number | null;
  readonly received: number | null;
}

export const SOURCE = 'transfer_line';

export function linesOf(ctx: CommandContext, transferId: string): Promise<Line[]> {
  return ctx.rows<Line>(sql`select id, line_no, supply_id, asked::float8 as asked, approved::float8 as approved,
    picked::float8 as picked, received::float8 as received from transfer_line
    where transfer_id = ${transferId} order by line_no`);
}

/** The lines of a transfer in one statement: a district's yearly rotation has 1,500 of them. */
export async function insertLines(
  ctx: CommandContext,
  owner: Transfer,
  lines: readonly { readonly supplyId: string; readonly quantity: number }[],
): Promise<void> {
  const items = await itemsOf(
    ctx,
    lines.map((line) => line.supplyId),
  );
  const unknown = lines.findIndex((line) => !items.has(line.supplyId));
  if (unknown >= 0) throw problem('record.unknown', {}, `lines.${unknown}.supplyId`);
  const rows = lines.map((line, index) => ({
    id: newId(),
    line_no: index + 1,
    supply_id: line.supplyId,
    asked: line.quantity,
  }));
  await sql`insert into transfer_line (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by,
      changed_at, changed_by, changed_fact, transfer_id, line_no, supply_id, asked)
    select g.id, 'active', t.mark, t.owner_unit_id, t.owner_unit_path, t.area_code, ${ctx.now}::timestamptz,
      ${ctx.viewer.personId}::uuid, ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid, ${ctx.commandId}::uuid, t.id,
      g.line_no, g.supply_id, g.asked
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, line_no integer, supply_id uuid,
      asked numeric(14, 3)) join transfer t on t.id = ${owner.id}`.execute(ctx.tx);
}

/** Figures of some lines, by their ids. */
export async function updateLines(
  ctx: CommandContext,
  column: 'approved' | 'picked' | 'received',
  figures: readonly { readonly id: string; readonly quantity: number; readonly reason?: string | null | undefined }[],
): Promise<void> {
  await sql`update transfer_line l set ${sql.ref(column)} = g.quantity,
      difference_reason = coalesce(g.reason, l.difference_reason), version = l.version + 1, changed_at = ${ctx.now},
      changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as g(id uuid, quantity numeric(14, 3), reason text)
    where l.id = g.id`.execute(ctx.tx);
}

/** What each line takes from the shelf, first expired first out, without taking it yet. */
export async function picksFor(
  ctx: CommandContext,
  row: Transfer,
  lines: readonly Line[],
  isPartialAllowed: boolean,
): Promise<{ lineId: string; lotId: string; quantity: number }[]> {
  const from = await ctx.record(warehouse, row.fromWarehouseId ?? '', keepStock);
  const supplyIds = lines.map((line) => line.supplyId);
  const items = await itemsOf(ctx, supplyIds);
  const shelves = new Map<string, LotRow[]>();
  for (const lot of await lockLots(ctx, from.id, supplyIds, keepStock))
    shelves.set(lot.supplyId, [...(shelves.get(lot.supplyId) ?? []), lot]);
  const today = dayOf(ctx.now);
  return lines.flatMap((line, index) => {
    const wanted = line.approved ?? line.asked;
    const shelf = shelves.get(line.supplyId) ?? [];
    const { picks, missing } = pick(shelf, wanted, today);
    if (missing > 0 && !isPartialAllowed) throw short(items.get(line.supplyId), wanted, missing, `lines.${index}`);
    const taken = new Map(picks.map((one) => [one.lotId, one.quantity]));
    const left = shelf.map((lot) => ({
      ...lot,
      reservedQuantity: sum([lot.reservedQuantity, taken.get(lot.id) ?? 0]),
    }));
    shelves.set(line.supplyId, left);
    return picks.map((one) => ({ lineId: line.id, ...one }));
  });
}

const ofTransfer = (transferId: string) =>
  sql`m.source_id = any(array(select l.id from transfer_line l where l.transfer_id = ${transferId}))`;

/** What a transfer holds reserved, by line and lot. */
export function reservedFor(ctx: CommandContext, transferId: string) {
  return ctx.rows<{ lineId: string; lotId: string; quantity: number }>(sql`
    select m.source_id as line_id, m.lot_id, sum(m.reserved_quantity)::float8 as quantity from stock_movement m
    where ${ofTransfer(transferId)} group by m.source_id, m.lot_id having sum(m.reserved_quantity) > 0`);
}

/** What has left for a line, by lot, in the order it was taken. */
export function sentFor(ctx: CommandContext, transferId: string) {
  return ctx.rows<{ lineId: string; lotId: string; quantity: number }>(sql`
    select m.source_id as line_id, m.lot_id, -sum(m.quantity)::float8 as quantity from stock_movement m
    where ${ofTransfer(transferId)} and m.kind = 'out' group by m.source_id, m.lot_id order by min(m.id::text)`);
}

export const outOf = (pickedLine: { lineId: string; lotId: string; quantity: number }): Entry => ({
  lotId: pickedLine.lotId,
  kind: 'out',
  way: 'transfer_out',
  quantity: -pickedLine.quantity,
  sourceId: pickedLine.lineId,
});

export const totals = (picks: readonly { lineId: string; quantity: number }[]): Map<string, number> => {
  const byLine = new Map<string, number>();
  for (const { lineId, quantity } of picks) byLine.set(lineId, sum([byLine.get(lineId) ?? 0, quantity]));
  return byLine;
};
