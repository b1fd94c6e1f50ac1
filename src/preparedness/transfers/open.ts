import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { RecordRef } from '../../foundation/clocks/index.ts';
import { MOST_QUANTITY } from '../../foundation/registers/types/quantity.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { warehouse, warehouses } from '../warehouses/warehouse.register.ts';
import { insertLines, type Transfer } from './lines.commands.ts';
import { transfer } from './transfer.register.ts';

const { fields: of } = transfer;
export const answer = z.object({
  id: z.string(),
  number: z.string().nullable(),
  state: z.string(),
  version: z.number(),
});

/** A yearly rotation of a district, in one paper. */
const MOST_LINES = 3000;
export const quantityInput = z.number().min(0.001).max(MOST_QUANTITY).multipleOf(0.001);

/** What is asked for, whether it waits for a decision or goes at once. */
export const asked = {
  purpose: of.purpose.input,
  matter: of.matter.input,
  fromWarehouseId: of.fromWarehouseId.input,
  toWarehouseId: of.toWarehouseId.input,
  destination: of.destination.input,
  destinationPlace: of.destinationPlace.input,
  neededBy: of.neededBy.input,
  receiver: of.receiver.input,
  receiverPhone: of.receiverPhone.input,
  lines: z
    .array(z.object({ supplyId: idInput, quantity: quantityInput }))
    .min(1)
    .max(MOST_LINES),
};
type Asked = z.output<z.ZodObject<typeof asked>>;

export async function open(ctx: CommandContext, { lines, ...values }: Asked, isUrgent: boolean): Promise<Transfer> {
  if (!values.toWarehouseId && !values.destination)
    throw problem('input.required', { label: of.destination.label }, 'destination');
  assertApart(values.fromWarehouseId, values.toWarehouseId);
  const row = await ctx.insert(transfer, { ...values, isUrgent, hasDifference: false });
  await insertLines(ctx, row, lines);
  for (const id of [row.fromWarehouseId, row.toWarehouseId]) if (id) await involveEnd(ctx, row.id, id);
  return row;
}

export function assertApart(from: string | null, to: string | null): void {
  if (!from || from !== to) return;
  const reason = { zh: '调出与调入仓库相同', en: 'is where the goods come from' };
  throw problem('input.field', { label: of.toWarehouseId.label, reason }, 'toWarehouseId');
}

/** Whoever keeps the warehouse at one end sees the transfer. */
export async function involveEnd(ctx: CommandContext, transferId: string, warehouseId: string): Promise<void> {
  const end = await ctx.record(warehouse, warehouseId, warehouses.read);
  await ctx.involve(transfer, transferId, { unitId: end.ownerUnitId });
}

/** The fact of a step, also on the timelines of both warehouses. */
export function tell(
  ctx: CommandContext,
  kind: string,
  row: Transfer,
  payload: Readonly<Record<string, unknown>> = {},
  more: readonly RecordRef[] = [],
): void {
  const ends = [row.fromWarehouseId, row.toWarehouseId].flatMap((id) => (id ? [{ register: 'warehouse', id }] : []));
  ctx.fact({
    kind,
    subject: { register: 'transfer', id: row.id },
    concerns: [...ends, ...more],
    payload: { number: row.number, ...payload },
  });
}

/** Four eyes: whoever decides has neither asked for it nor counted it. @throws `transfer.same_person` */
export function assertOther(ctx: CommandContext, personId: string | null): void {
  if (personId === ctx.viewer.personId) throw problem('transfer.same_person');
}
