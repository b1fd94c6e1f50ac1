import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';

/** An item of which something still lies in a warehouse stays in the catalogue: the ledger would name what nobody finds. */
export async function onShelf(ctx: ReadContext, id: string) {
  const found = await ctx.row<{ stores: number }>(sql`select count(distinct warehouse_id)::int as stores from stock_lot
    where supply_id = ${id} and quantity > 0`);
  const stores = found?.stores ?? 0;
  if (stores === 0) return undefined;
  return {
    zh: `还有 ${stores} 个储备库存有该物资，先出库或报废`,
    en: `it still lies in ${stores} warehouses: issue or scrap it first`,
  };
}
