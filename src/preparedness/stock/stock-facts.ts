import type { CommandContext } from '../../foundation/api/context.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { supply } from '../supplies/supply.register.ts';
import { type Entry, type Item, idsOfNumbers, itemsOf } from './ledger.commands.ts';
import { sum } from './picking.rules.ts';
import { type MovementWay, stockMovement } from './stock-movement.register.ts';

/** Items named in a fact; the ledger holds all of them. */
const NAMED = 5;
const CONCERNED = 50;

/** When it happened; nothing happens tomorrow. @throws `input.field` */
export function pastOf(ctx: CommandContext, at: Date | undefined): Date {
  if (at && liesAfter(at, ctx.now)) {
    const reason = { zh: '晚于现在', en: 'lies in the future' };
    throw problem('input.field', { label: stockMovement.fields.happenedAt.label, reason }, 'happenedAt');
  }
  return at ?? ctx.now;
}

/**
 * Lines whose items are told by number. @throws `input.field` at the line whose number is not in the catalogue,
 * `input.required` where neither stands
 */
export async function numbered<
  L extends { readonly supplyId?: string | undefined; readonly itemNo?: string | undefined },
>(ctx: CommandContext, lines: readonly L[]): Promise<(L & { readonly supplyId: string })[]> {
  const ids = await idsOfNumbers(
    ctx,
    lines.flatMap(({ itemNo }) => (itemNo ? [itemNo] : [])),
  );
  return lines.map((line, index) => {
    const { label } = supply.fields.itemNo;
    const supplyId = line.supplyId ?? ids.get(line.itemNo ?? '');
    if (supplyId) return { ...line, supplyId };
    if (!line.itemNo) throw problem('input.required', { label }, `lines.${index}.supplyId`);
    const reason = { zh: `目录中没有「${line.itemNo}」`, en: `“${line.itemNo}” is not in the catalogue` };
    throw problem('input.field', { label, reason }, `lines.${index}.itemNo`);
  });
}

/** The items of lines. @throws `record.unknown` at the line whose item is not in the catalogue, or no longer */
export async function known(
  ctx: CommandContext,
  lines: readonly { readonly supplyId: string }[],
): Promise<ReadonlyMap<string, Item>> {
  const items = await itemsOf(
    ctx,
    lines.map((line) => line.supplyId),
  );
  const missing = lines.findIndex((line) => !items.has(line.supplyId));
  if (missing >= 0) throw problem('record.unknown', {}, `lines.${missing}.supplyId`);
  return items;
}

/** One fact for one paper, however many lines it has: on the warehouse's timeline, told to the screens of its items. */
export function tell(
  ctx: CommandContext,
  kind: string,
  warehouseId: string,
  way: MovementWay,
  items: ReadonlyMap<string, Item>,
  entries: readonly Entry[],
  lots: readonly { readonly supplyId: string }[],
  toWarehouseId?: string,
): void {
  const supplyIds = [...new Set(lots.map((lot) => lot.supplyId))];
  const total = sum(entries.map((one) => Math.abs(one.quantity) || Math.abs(one.reserved ?? 0)));
  ctx.fact({
    kind,
    subject: { register: 'warehouse', id: warehouseId },
    concerns: [
      ...(toWarehouseId ? [{ register: 'warehouse', id: toWarehouseId }] : []),
      ...supplyIds.slice(0, CONCERNED).map((id) => ({ register: 'supply', id })),
      ...entries.slice(0, CONCERNED).map((one) => ({ register: 'stock_lot', id: one.lotId })),
    ],
    payload: {
      way,
      lines: entries.length,
      ...(supplyIds.length === 1 ? { quantity: toWarehouseId ? total / 2 : total } : {}),
      items: supplyIds.slice(0, NAMED).map((id) => items.get(id)?.name),
    },
  });
}
