import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import type { RecordRef } from '../clocks/index.ts';
import { OPEN_STATES } from '../orders/index.ts';

/** Is an order to put this field of the record right under way? */
export async function isUnderCorrection(
  ctx: ReadContext,
  { register, id }: RecordRef,
  field: string,
): Promise<boolean> {
  const known = await ctx.row(sql`
    select c.id from correction c join assignment a on a.order_id = c.order_id
    where c.record_register = ${register} and c.record_id = ${id} and c.field = ${field}
      and a.state = any(${[...OPEN_STATES]}::text[]) limit 1`);
  return known !== undefined;
}
