import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { Dispatch, Step } from './own-register.commands.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { take } from './support-dispatches.commands.ts';

/** The step that what was sent still owes when its own register stands so; `recall` where it never came. */
export type Follows = (own: string, dispatch: Dispatch['state']) => Step | undefined;

const onItsWay = (state: string) => state === 'dispatched' || state === 'en_route';
const isThere = (state: string) => state === 'on_site' || state === 'returning';

export const OF_TEAM: Follows = (own, state) => {
  if (own === 'en_route' && state === 'dispatched') return 'depart';
  if (own === 'on_site' && onItsWay(state)) return 'arrive';
  if (own === 'returning' && state === 'on_site') return 'leave';
  return own === 'active' ? backFrom(state) : undefined;
};
const backFrom = (state: string): Step | undefined =>
  isThere(state) ? 'return' : onItsWay(state) ? 'recall' : undefined;
export const OF_VEHICLE: Follows = (own, state) => (own === 'out' ? undefined : backFrom(state));
export const OF_TRANSFER: Follows = (own, state) =>
  (own === 'received' || own === 'closed') && onItsWay(state) ? 'arrive' : undefined;
export const OF_SHELTER: Follows = (own, state) => {
  if ((own === 'open' || own === 'full') && onItsWay(state)) return 'arrive';
  return own === 'active' || own === 'closing' ? (isThere(state) ? 'return' : undefined) : undefined;
};
export const OF_CALL: Follows = (own, state) => {
  if (own === 'accepted' && state === 'dispatched') return 'depart';
  return (own === 'declined' || own === 'withdrawn') && onItsWay(state) ? 'recall' : undefined;
};

const MOMENTS = { depart: 'departedAt', arrive: 'arrivedAt', leave: 'leftAt', return: 'returnedAt' } as const;
const ELSEWHERE = '由本台账直接办理';

/**
 * What was moved on its own page, or by its own command, moves what was sent with it. Looked at is how the record stands now, not
 * what the fact said: a fact that comes late takes nothing back.
 */
export async function follow(ctx: CommandContext, register: string, id: string, follows: Follows): Promise<void> {
  const own = await ctx.row<{ state: string }>(sql`select state from ${sql.table(register)} where id = ${id}`);
  const open = await ctx.rows<{ id: string }>(sql`select id from support_dispatch
    where ${sql.ref(`${register}_id`)} = ${id} and state not in ('returned', 'recalled') order by dispatched_at`);
  for (const one of open) {
    const row = await ctx.load(supportDispatch, one.id);
    const step = own && follows(own.state, row.state);
    if (!step) continue;
    await take(ctx, row, step, step === 'recall' ? { reason: ELSEWHERE } : { [MOMENTS[step]]: ctx.now });
  }
}
