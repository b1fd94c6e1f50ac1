import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { showTime } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import type { supportDispatch } from './support-dispatch.register.ts';
import type { Request } from './support-requests.commands.ts';

export type Dispatch = RowOf<typeof supportDispatch>;
export type Step = 'depart' | 'arrive' | 'leave' | 'return' | 'recall';

/** What each step is called in the register that a resource belongs to, and the state it leads to there. */
const OWN_STEPS: Readonly<Record<'team' | 'vehicle' | 'shelter', Partial<Record<Step, readonly [string, string]>>>> = {
  team: {
    depart: ['teams.depart', 'en_route'],
    arrive: ['teams.arrive', 'on_site'],
    leave: ['teams.leave', 'returning'],
    return: ['teams.standBy', 'active'],
    recall: ['teams.standBy', 'active'],
  },
  vehicle: { return: ['vehicles.comeBack', 'active'], recall: ['vehicles.comeBack', 'active'] },
  shelter: { arrive: ['shelters.open', 'open'], return: ['shelters.close', 'closing'] },
};

/** States of a shelter in which the step has been taken already, or need not be: others may use it, too. */
const AS_GOOD: Readonly<Record<string, readonly string[]>> = {
  open: ['full'],
  closing: ['active', 'preparing'],
};

/** Moves a resource in its own register, by that register's command, where that has not happened there already. */
export async function moveOwn(ctx: CommandContext, row: Dispatch, step: Step): Promise<void> {
  if (row.supportKind !== 'team' && row.supportKind !== 'vehicle' && row.supportKind !== 'shelter') return;
  const [name, leadsTo] = OWN_STEPS[row.supportKind][step] ?? [];
  const id = row.teamId ?? row.vehicleId ?? row.shelterId;
  if (!name || !leadsTo || !id) return;
  const own = await ctx.row<{ state: string }>(
    sql`select state from ${sql.table(row.supportKind)} where id = ${id} for update`,
  );
  if (!own || own.state === leadsTo || AS_GOOD[leadsTo]?.includes(own.state)) return;
  // In repair or off duty: it is back in any case, and its own register says what is the matter with it.
  if (leadsTo === 'active' && ['in_repair', 'offline', 'withdrawn', 'merged'].includes(own.state)) return;
  // One shelter serves several; it closes when the last of them lets it go.
  if (step === 'return' && row.shelterId && (await isSharedShelter(ctx, row))) return;
  await ctx.perform(name, { id, ...(name === 'shelters.open' ? { openedFor: row.title } : {}) });
}

async function isSharedShelter(ctx: CommandContext, { id, shelterId }: Dispatch): Promise<boolean> {
  const other = await ctx.row(sql`select id from support_dispatch where shelter_id = ${shelterId} and id <> ${id}
    and state in ('dispatched', 'en_route', 'on_site', 'returning') limit 1`);
  const people = await ctx.row(
    sql`select id from shelter_stay where shelter_id = ${shelterId} and state = 'active' limit 1`,
  );
  return other !== undefined || people !== undefined;
}

const OUT = { zh: '不能派出', en: 'it cannot be sent' };

/**
 * Nobody is sent twice: whoever comes second reads who has it. The row of the resource is locked until the end of the
 * transaction, so that of two officers at one instant one waits here.
 * @throws `state.guard` naming who sent it, when, and for what
 */
export async function assertFree(
  ctx: CommandContext,
  table: 'team' | 'vehicle',
  id: string,
  states: Readonly<Record<string, { zh: string; en: string }>>,
): Promise<void> {
  const own = await ctx.row<{ state: string; name: string; reason: string | null }>(
    table === 'team'
      ? sql`select state, name, dispatched_for as reason from team where id = ${id} for update`
      : sql`select state, plate as name, out_for as reason from vehicle where id = ${id} for update`,
  );
  if (!own) throw problem('record.unknown', {}, 'resourceId');
  if (own.state === 'active') return;
  const held = await ctx.row<{ number: string; content: string; who: string | null; at: Date }>(sql`
    select q.number, q.content, p.name as who, d.dispatched_at as at from support_dispatch d
    join support_request q on q.id = d.request_id left join person p on p.id = d.dispatched_by_id
    where ${sql.ref(`d.${table}_id`)} = ${id} and d.state in ('dispatched', 'en_route', 'on_site', 'returning')
    order by d.dispatched_at desc limit 1`);
  const state = states[own.state] ?? OUT;
  const reason = held
    ? {
        zh: `${own.name}已由${held.who ?? '系统'}于${showTime(held.at, ctx.now)}派往 ${held.number}「${held.content}」，现为「${state.zh}」，请另选`,
        en: `${own.name} was sent to ${held.number} “${held.content}” by ${held.who ?? 'the system'} at ${showTime(held.at, ctx.now)}; it is “${state.en}”. Choose another`,
      }
    : {
        zh: `${own.name}现为「${state.zh}」${own.reason ? `（${own.reason}）` : ''}，请另选`,
        en: `${own.name} is “${state.en}”${own.reason ? ` (${own.reason})` : ''}; choose another`,
      };
  throw problem('state.guard', { reason }, 'resourceId');
}

/** Goods leave the shelf by an urgent transfer: the ledger is written there, and the paper follows. */
export async function sendGoods(
  ctx: CommandContext,
  request: Request,
  warehouseId: string,
  load: {
    quantity: number | null;
    vehiclePlate: string | null;
    driver: string | null;
    driverPhone: string | null;
    expectedAt: Date | null;
  },
): Promise<string> {
  const { quantity, expectedAt, ...carried } = load;
  const { id } = await ctx.perform<{ id: string }>('transfers.dispatchAtOnce', {
    purpose: request.content.slice(0, 200),
    matter: request.number ?? '',
    fromWarehouseId: warehouseId,
    destination: request.placeText.slice(0, 200),
    destinationPlace: request.place,
    neededBy: request.arriveDueAt.toISOString(),
    lines: [{ supplyId: request.supplyId, quantity: quantity ?? request.quantity }],
    ...carried,
    expectedAt: expectedAt?.toISOString() ?? null,
  });
  return id;
}
