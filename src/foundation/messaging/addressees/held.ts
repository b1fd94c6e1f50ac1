import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';

/** An appointment that counts at the instant of the operation; `alias` names it in the query. */
export function isHeld(ctx: ReadContext, alias: string): RawBuilder<unknown> {
  return sql`(${sql.ref(`${alias}.valid_from`)} <= ${ctx.now}::timestamptz
    and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${ctx.now}::timestamptz))`;
}

/** The inputs of an addressee kind as rows `g`, each with its place in the list. */
export const given = (inputs: readonly object[], columns: string) =>
  sql`jsonb_to_recordset(${JSON.stringify(inputs.map((input, index) => ({ index, ...input })))}::jsonb)
    as g(index integer, ${sql.raw(columns)})`;

/** Rows that know their place, as one list per input. */
export function perInput<Row extends { index: number }, Item>(
  inputs: readonly unknown[],
  rows: readonly Row[],
  item: (row: Row) => Item,
): Item[][] {
  const lists: Item[][] = inputs.map(() => []);
  for (const row of rows) lists[row.index]?.push(item(row));
  return lists;
}
