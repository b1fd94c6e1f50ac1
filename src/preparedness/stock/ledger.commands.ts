import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { Permission } from '../../foundation/identity/define.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { type PickableLot, sum } from './picking.rules.ts';
import { stockLot } from './stock-lot.register.ts';
import type { MovementKind, MovementWay } from './stock-movement.register.ts';

/** A lot as the ledger holds it; locked until the command ends. */
export interface LotRow extends PickableLot {
  readonly version: number;
  readonly supplyId: string;
  readonly warehouseId: string;
  readonly ownerUnitId: string;
  readonly location: string | null;
  readonly producedOn: string | null;
  readonly unitPrice: number | null;
}

/** What of a lot is worth keeping when goods go to another warehouse. */
export interface NewLot {
  readonly supplyId: string;
  readonly ownerUnitId: string;
  readonly batch: string;
  readonly location?: string | null | undefined;
  readonly producedOn: string | null;
  readonly expiresOn: string | null;
  readonly inboundAt: Date;
  readonly unitPrice: number | null;
}

/** One line to be written: what changes on the shelf and in what is reserved, both signed. */
export interface Entry {
  readonly lotId: string;
  readonly kind: MovementKind;
  readonly way: MovementWay;
  readonly quantity: number;
  readonly reserved?: number;
  readonly overrideReason?: string | null | undefined;
  readonly sourceId?: string;
}

export interface About {
  readonly happenedAt?: Date | undefined;
  readonly paperNo?: string | null | undefined;
  readonly counterpart?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** Register of the entries' `sourceId`, such as the line of a transfer. */
  readonly sourceRegister?: string;
}

const COLUMNS = sql.raw(`l.id, l.version, l.state, l.supply_id, l.warehouse_id, l.owner_unit_id, l.batch, l.location,
  l.produced_on, l.expires_on, l.inbound_at, l.unit_price::float8 as unit_price, l.quantity::float8 as quantity,
  l.reserved_quantity::float8 as reserved_quantity`);

/**
 * Lots of some items in a warehouse, locked in the order of their ids: whoever else wants them waits, and nobody waits in
 * a ring. Read after the lock, so that the balance is the one that holds.
 */
export function lockLots(
  ctx: CommandContext,
  warehouseId: string,
  supplyIds: readonly string[],
  permission: Permission,
): Promise<LotRow[]> {
  return ctx.rows<LotRow>(sql`select ${COLUMNS} from ${ctx.visible(stockLot, permission)} l
    where l.warehouse_id = ${warehouseId} and l.supply_id = any(${[...new Set(supplyIds)]}::uuid[])
    order by l.id for update`);
}

/** Lots by their ids, whoever owns them: the caller has a right to the matter that names them. */
export function lockLotsById(ctx: CommandContext, ids: readonly string[]): Promise<LotRow[]> {
  return ctx.rows<LotRow>(sql`select ${COLUMNS} from stock_lot l
    where l.id = any(${[...new Set(ids)]}::uuid[]) order by l.id for update`);
}

const keyOf = (lot: NewLot) =>
  JSON.stringify([lot.supplyId, lot.ownerUnitId, lot.batch, lot.expiresOn, lot.unitPrice ?? null]);

/**
 * The lots of a warehouse that new goods belong to, opened where there is none yet: the same batch, expiry, price and owner
 * are one lot. Answers their ids in the order asked. Two at once that open the same lot get the same one.
 */
export async function openLots(ctx: CommandContext, warehouseId: string, lots: readonly NewLot[]): Promise<string[]> {
  const wanted = new Map(lots.map((lot) => [keyOf(lot), lot]));
  const rows = [...wanted.values()].map((lot) => ({
    id: newId(),
    supply_id: lot.supplyId,
    owner_unit_id: lot.ownerUnitId,
    batch: lot.batch,
    location: lot.location ?? null,
    produced_on: lot.producedOn,
    expires_on: lot.expiresOn,
    inbound_at: lot.inboundAt.toISOString(),
    unit_price: lot.unitPrice,
  }));
  const given = sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, supply_id uuid,
    owner_unit_id uuid, batch text, location text, produced_on date, expires_on date, inbound_at timestamptz,
    unit_price numeric(16, 2))`;
  await sql`insert into stock_lot (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by,
      changed_at, changed_by, changed_fact, supply_id, warehouse_id, batch, location, produced_on, expires_on, inbound_at,
      unit_price, quantity, reserved_quantity)
    select g.id, 'usable', w.mark, u.id, u.path, w.area_code, ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid,
      ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid, ${ctx.commandId}::uuid, g.supply_id, w.id, g.batch,
      g.location, g.produced_on, g.expires_on, g.inbound_at, g.unit_price, 0, 0
    from (${given}) g join warehouse w on w.id = ${warehouseId} join unit u on u.id = g.owner_unit_id
    order by g.id on conflict do nothing`.execute(ctx.tx);
  const found = await ctx.rows<Omit<NewLot, 'inboundAt'> & { id: string }>(sql`
    select l.id, l.supply_id, l.owner_unit_id, l.batch, l.produced_on, l.expires_on, l.unit_price::float8 as unit_price
    from stock_lot l join (${given}) g on l.supply_id = g.supply_id and l.owner_unit_id = g.owner_unit_id
      and l.batch = g.batch and l.expires_on is not distinct from g.expires_on
      and l.unit_price is not distinct from g.unit_price
    where l.warehouse_id = ${warehouseId} order by l.id for update of l`);
  // Whoever keeps the warehouse sees and moves other owners' goods in it.
  await sql`insert into involvement (register, record_id, unit_id, unit_path, since)
    select 'stock_lot', l.id, u.id, u.path, ${ctx.now}::timestamptz
    from stock_lot l join warehouse w on w.id = l.warehouse_id join unit u on u.id = w.owner_unit_id
    where l.id = any(${found.map(({ id }) => id)}::uuid[]) and l.owner_unit_id <> u.id on conflict do nothing`.execute(
    ctx.tx,
  );
  const ids = new Map(found.map((lot) => [keyOf(lot as unknown as NewLot), lot.id]));
  return lots.map((lot) => {
    const id = ids.get(keyOf(lot));
    if (!id) throw problem('input.invalid', { operation: stockLot.label });
    return id;
  });
}

/**
 * Writes lines into the ledger and the balances with them, in one statement. The lots are locked and looked at before; the
 * check constraint of the table is the last wall: no balance is ever below nothing.
 */
export async function post(ctx: CommandContext, entries: readonly Entry[], about: About): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((one) => ({
    id: newId(),
    lot_id: one.lotId,
    kind: one.kind,
    way: one.way,
    quantity: one.quantity,
    reserved_quantity: one.reserved ?? 0,
    override_reason: one.overrideReason ?? null,
    source_id: one.sourceId ?? null,
  }));
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, lot_id uuid, kind text,
        way text, quantity numeric(14, 3), reserved_quantity numeric(14, 3), override_reason text, source_id uuid)),
      changes as (select lot_id, sum(quantity) as quantity, sum(reserved_quantity) as reserved from given group by lot_id),
      lot as (
        update stock_lot l set quantity = l.quantity + c.quantity, reserved_quantity = l.reserved_quantity + c.reserved,
          version = l.version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId},
          changed_fact = ${ctx.commandId}
        from changes c where l.id = c.lot_id returning l.*)
    insert into stock_movement (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by,
      changed_at, changed_by, changed_fact, kind, way, lot_id, supply_id, warehouse_id, quantity, reserved_quantity,
      unit_price, happened_at, paper_no, counterpart, note, override_reason, source_register, source_id)
    select g.id, 'posted', l.mark, l.owner_unit_id, l.owner_unit_path, l.area_code, ${ctx.now}::timestamptz,
      ${ctx.viewer.personId}::uuid, ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid, ${ctx.commandId}::uuid, g.kind,
      g.way, l.id, l.supply_id, l.warehouse_id, g.quantity, g.reserved_quantity, l.unit_price,
      ${about.happenedAt ?? ctx.now}::timestamptz, ${about.paperNo ?? null}, ${about.counterpart ?? null},
      ${about.note ?? null}, g.override_reason, ${about.sourceRegister ?? null}, g.source_id
    from given g join lot l on l.id = g.lot_id`.execute(ctx.tx);
}

/** For the words of a refusal: what an item is called and counted in. */
export async function itemsOf(ctx: CommandContext, supplyIds: readonly string[]) {
  const rows = await ctx.rows<Item>(sql`select id, name, measure, shelf_life_months, rotation_months from supply
    where id = any(${[...new Set(supplyIds)]}::uuid[]) and state = 'active'`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids of items by their numbers, as far as the catalogue has them. */
export async function idsOfNumbers(ctx: CommandContext, numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await ctx.rows<{ id: string; itemNo: string }>(sql`select id, item_no from supply
    where item_no = any(${[...new Set(numbers)]}::text[]) and state = 'active'`);
  return new Map(rows.map(({ id, itemNo }) => [itemNo, id]));
}

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly shelfLifeMonths: number | null;
  readonly rotationMonths: number | null;
}

/** The refusal when a shelf does not hold what is asked. */
export function short(item: Item | undefined, asked: number, missing: number, field?: string) {
  const measure = item?.measure ?? '';
  return problem(
    'stock.short',
    { item: item?.name ?? '', available: `${sum([asked, -missing])} ${measure}`, asked: `${asked} ${measure}` },
    field,
  );
}
