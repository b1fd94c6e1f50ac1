import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext, NewValues } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { meetClock } from '../../foundation/clocks/index.ts';
import { sendMessage, stopLadders, told } from '../../foundation/messaging/index.ts';
import { answerersOfUnit } from '../../foundation/orders/index.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { teams } from '../../preparedness/teams/team.register.ts';
import { transfer } from '../../preparedness/transfers/transfer.register.ts';
import { vehicles } from '../../preparedness/vehicles/vehicle.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { candidatesAt } from './candidates.views.ts';
import { mayMove } from './movers.ts';
import { assertFree, type Dispatch, moveOwn, type Step, sendGoods } from './own-register.commands.ts';
import { supportDispatchLifecycle, supportRequestLifecycle } from './support.lifecycle.ts';
import { dispatchSupport, moveSupport, readDispatch, readRequest } from './support.permissions.ts';
import { SUPPORT_ARRIVED, SUPPORT_RECALLED, SUPPORT_SENT } from './support.rules.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { supportRequest } from './support-request.register.ts';
import { type Request, requestRef, stepped, tell } from './support-requests.commands.ts';

const { fields: of } = supportDispatch;
const { fields: ofTransfer } = transfer;
export const dispatchRef = (id: string) => ({ register: 'support_dispatch', id });
const MINUTE = 60_000;

/** 派出 one team, vehicle, load of goods, shelter or expert for an approved request; its own register moves with it. */
export const send = command('supportRequests.send', {
  label: { zh: '派出支援', en: 'Send support' },
  may: dispatchSupport,
  input: z.object({
    id: idInput,
    /** Of the register of the request's kind; for goods the warehouse they come from. */
    resourceId: idInput,
    quantity: of.quantity.input,
    vehiclePlate: ofTransfer.vehiclePlate.input,
    driver: ofTransfer.driver.input,
    driverPhone: ofTransfer.driverPhone.input,
  }),
  output: stepped.extend({ dispatchId: z.string(), told: z.number() }),
  records: ['support_dispatch.sent', 'support_request.dispatched', 'message.sent'],
  async run(ctx, { id, resourceId, ...load }) {
    const request = await ctx.load(supportRequest, id, readRequest);
    const isMore = request.state === 'arrived';
    const next = await ctx.transition(supportRequestLifecycle, request, isMore ? 'reinforce' : 'dispatch');
    if (request.supportKind === 'team') await assertFree(ctx, 'team', resourceId, teams.lifecycle.states);
    if (request.supportKind === 'vehicle') await assertFree(ctx, 'vehicle', resourceId, vehicles.lifecycle.states);
    const what = { ...request, quantity: load.quantity ?? request.quantity };
    const found = (await candidatesAt(ctx, request.place, what, resourceId)).find((one) => one.id === resourceId);
    if (!found) throw problem('record.unknown', {}, 'resourceId');
    const expectedAt = found.minutes === null ? null : new Date(ctx.now.getTime() + found.minutes * MINUTE);
    const own = await leave(ctx, request, resourceId, found.title, { ...load, expectedAt });
    const stamp = await ctx.row<{ areaCode: string }>(sql`select area_code from unit where id = ${found.unitId}`);
    const row = await ctx.insert(supportDispatch, {
      requestId: id,
      incidentId: request.incidentId,
      supportKind: request.supportKind,
      title: (own.title ?? found.title).slice(0, 200),
      ...own.ids,
      quantity: request.supportKind === 'goods' ? (load.quantity ?? request.quantity) : null,
      supplyId: request.supportKind === 'goods' ? request.supplyId : null,
      wayMetres: found.wayMetres === null ? null : Math.round(found.wayMetres),
      minutes: found.minutes,
      isByRoad: found.isByRoad,
      expectedAt,
      arriveDueAt: request.arriveDueAt,
      dispatchedAt: ctx.now,
      dispatchedById: ctx.viewer.personId,
      mark: request.mark,
      areaCode: stamp?.areaCode ?? request.areaCode,
      ...(found.unitId ? { ownerUnitId: found.unitId } : {}),
      // A lorry with goods has left when its transfer has.
      ...(own.ids.transferId ? { state: 'en_route', departedAt: ctx.now } : {}),
    });
    await ctx.involve(supportDispatch, row.id, { unitId: request.ownerUnitId });
    if (own.ids.transferId) await ctx.involve(transfer, own.ids.transferId, { unitId: request.ownerUnitId });
    if (found.unitId) {
      await ctx.involve(supportRequest, id, { unitId: found.unitId });
      await ctx.involve(incident, request.incidentId, { unitId: found.unitId });
    }
    tellOf(ctx, 'support_dispatch.sent', row, request, { minutes: row.minutes, expectedAt });
    tell(ctx, 'support_request.dispatched', next, { what: row.title });
    const people = found.unitId && !own.ids.expertId ? await answerersOfUnit(ctx, found.unitId) : [];
    if (!own.ids.expertId)
      await sendMessage(ctx, {
        to: people,
        ...told(SUPPORT_SENT, { title: row.title, number: request.number ?? '' }),
        priority: request.priority,
        about: dispatchRef(row.id),
        mark: request.mark,
      });
    return { ...next, dispatchId: row.id, told: people.length };
  },
});

type Own = { ids: NewValues<typeof supportDispatch>; title?: string };

/** What leaves, in its own register: the team turns out, the shelf gets emptier, the expert is called. */
async function leave(
  ctx: CommandContext,
  request: Request,
  id: string,
  title: string,
  load: Parameters<typeof sendGoods>[3],
): Promise<Own> {
  const matter = `${request.number} ${request.content}`;
  switch (request.supportKind) {
    case 'team':
      await ctx.perform('teams.dispatch', { id, dispatchedFor: matter.slice(0, 300) });
      return { ids: { teamId: id } };
    case 'vehicle':
      await ctx.perform('vehicles.send', { id, outFor: matter.slice(0, 200) });
      return { ids: { vehicleId: id } };
    case 'goods': {
      const item = await ctx.row<{ name: string; measure: string }>(
        sql`select name, measure from supply where id = ${request.supplyId}`,
      );
      const transferId = await sendGoods(ctx, request, id, load);
      return {
        ids: { warehouseId: id, transferId },
        title: `${item?.name ?? ''} ${load.quantity ?? request.quantity} ${item?.measure ?? ''}（${title}）`,
      };
    }
    case 'shelter': {
      const own = await ctx.row<{ state: string }>(sql`select state from shelter where id = ${id} for update`);
      if (own?.state === 'active') await ctx.perform('shelters.prepare', { id, openedFor: matter.slice(0, 300) });
      return { ids: { shelterId: id } };
    }
    case 'expert': {
      const expert = await ctx.row<{ personId: string | null }>(sql`select person_id from expert where id = ${id}`);
      const { calls } = await ctx.perform<{ calls: { id: string }[] }>('expertCalls.make', {
        experts: [id],
        subject: { register: 'incident', id: request.incidentId },
        purpose: 'incident',
        question: request.content,
        channel: expert?.personId ? 'system' : 'telephone',
        priority: request.priority,
      });
      return { ids: { expertId: id, expertCallId: calls[0]?.id ?? null } };
    }
  }
}

const at = instantInput.optional();

export const depart = command('supportDispatches.depart', {
  label: { zh: '支援出发', en: 'Support sets off' },
  may: moveSupport,
  input: z.object({ id: idInput, at }),
  output: stepped,
  records: ['support_dispatch.departed', 'message.settled'],
  run: (ctx, input) => move(ctx, input.id, 'depart', input.at),
});

export const arrive = command('supportDispatches.arrive', {
  label: { zh: '支援到达', en: 'Support arrives' },
  may: moveSupport,
  input: z.object({ id: idInput, at }),
  output: stepped,
  records: ['support_dispatch.arrived', 'support_request.arrived', 'message.sent', 'message.settled'],
  run: (ctx, input) => move(ctx, input.id, 'arrive', input.at),
});

export const leaveScene = command('supportDispatches.leave', {
  label: { zh: '支援撤离', en: 'Support leaves' },
  may: moveSupport,
  input: z.object({ id: idInput, at }),
  output: stepped,
  records: ['support_dispatch.left'],
  run: (ctx, input) => move(ctx, input.id, 'leave', input.at),
});

/** 归队: back and ready; of goods what was not used comes back onto its shelf. */
export const comeBack = command('supportDispatches.return', {
  label: { zh: '支援归队', en: 'Support is back' },
  may: moveSupport,
  input: z.object({ id: idInput, at, returnedQuantity: z.number().min(0).multipleOf(0.001).optional() }),
  output: stepped,
  records: ['support_dispatch.returned', 'support_request.closed'],
  run: (ctx, input) => move(ctx, input.id, 'return', input.at, { returnedQuantity: input.returnedQuantity ?? null }),
});

export const recall = command('supportDispatches.recall', {
  label: { zh: '召回支援', en: 'Recall support' },
  may: dispatchSupport,
  input: z.object({ id: idInput, reason: z.string().min(2).max(500).transform(cleanText) }),
  output: stepped,
  records: [
    'support_dispatch.recalled',
    'support_request.reopened',
    'support_request.closed',
    'message.sent',
    'message.settled',
  ],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(supportDispatch, id, readDispatch);
    if (row.supportKind === 'goods') throw problem('state.guard', { reason: ON_THE_ROAD });
    if (row.expertCallId) await ctx.perform('expertCalls.withdraw', { id: row.expertCallId, reason });
    const next = await take(ctx, row, 'recall', { reason });
    const request = await ctx.record(supportRequest, row.requestId, readRequest);
    await sendMessage(ctx, {
      to: await answerersOfUnit(ctx, row.ownerUnitId),
      ...told(SUPPORT_RECALLED, { title: row.title, number: request.number ?? '' }),
      text: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
      priority: request.priority,
      about: dispatchRef(id),
      mark: row.mark,
    });
    return next;
  },
});

const ON_THE_ROAD = {
  zh: '物资已发运，不能召回；到达后用「归队」办理带回入库',
  en: 'The goods are on the road; bring them back with “Back” after they arrive',
};
const NOT_YOURS = {
  zh: '由派出的单位或区指挥中心报告',
  en: 'It is reported by the unit that was sent, or by the command centre',
};
const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };
const TOO_EARLY = { zh: '早于派出时间', en: 'lies before it was sent' };

/** One step by a person: by whoever may report it, at a moment that can be. */
async function move(
  ctx: CommandContext,
  id: string,
  step: Exclude<Step, 'recall'>,
  moment: Date | undefined,
  more: { returnedQuantity?: number | null } = {},
) {
  const row = await ctx.load(supportDispatch, id, readDispatch);
  if (!mayMove(ctx, row)) throw problem('state.guard', { reason: NOT_YOURS });
  const when = moment ?? ctx.now;
  const label = of[MOMENTS[step]].label;
  if (liesAfter(when, ctx.now)) throw problem('input.field', { label, reason: IN_FUTURE }, 'at');
  if (when < row.dispatchedAt) throw problem('input.field', { label, reason: TOO_EARLY }, 'at');
  return take(ctx, row, step, { [MOMENTS[step]]: when, ...more });
}

const MOMENTS = { depart: 'departedAt', arrive: 'arrivedAt', leave: 'leftAt', return: 'returnedAt' } as const;
const FACTS = { depart: 'departed', arrive: 'arrived', leave: 'left', return: 'returned', recall: 'recalled' } as const;

/** One step with all that hangs on it: its own register, the messages, the request and its clock. */
export async function take(
  ctx: CommandContext,
  row: Dispatch,
  step: Step,
  changes: NewValues<typeof supportDispatch>,
): Promise<Dispatch> {
  const next = await ctx.transition(supportDispatchLifecycle, row, step, changes);
  await moveOwn(ctx, next, step);
  if (row.supportKind === 'goods') await moveGoods(ctx, next, step);
  const request = await ctx.load(supportRequest, row.requestId, readRequest);
  for (const subject of ['depart', 'arrive', 'recall'].includes(step)
    ? await stopLadders(ctx, dispatchRef(row.id), [SUPPORT_SENT.name])
    : [])
    ctx.fact({ kind: 'message.settled', subject, payload: { by: `support_dispatch.${FACTS[step]}` } });
  const when = step === 'recall' ? ctx.now : (next[MOMENTS[step]] ?? ctx.now);
  tellOf(ctx, `support_dispatch.${FACTS[step]}`, next, request, step === 'recall' ? { reason: next.reason } : {}, when);
  if (step === 'arrive') await arrived(ctx, request, next, when);
  if (step === 'return' || step === 'recall') await ended(ctx, request, step);
  return next;
}

async function arrived(ctx: CommandContext, request: Request, row: Dispatch, when: Date): Promise<void> {
  if (request.state !== 'dispatched') return;
  const next = await ctx.transition(supportRequestLifecycle, request, 'arrive', { arrivedAt: when });
  const clocks = await meetClock(ctx, requestRef(request.id), 'arrive', when);
  tell(ctx, 'support_request.arrived', next, { what: row.title, isLate: when > request.arriveDueAt }, clocks);
  if (!request.requestedById || request.requestedById === ctx.viewer.personId) return;
  await sendMessage(ctx, {
    to: [request.requestedById],
    ...told(SUPPORT_ARRIVED, { title: row.title, number: request.number ?? '' }),
    priority: request.priority,
    about: requestRef(request.id),
    mark: request.mark,
  });
}

/** Is anybody still out? If not the request is over, or waits to be sent to again where nobody ever came. */
async function ended(ctx: CommandContext, request: Request, step: Step): Promise<void> {
  const out = await ctx.row(sql`select id from support_dispatch
    where request_id = ${request.id} and state not in ('returned', 'recalled') limit 1`);
  if (out) return;
  if (request.state === 'arrived') {
    tell(
      ctx,
      'support_request.closed',
      await ctx.transition(supportRequestLifecycle, request, 'close', { closedAt: ctx.now }),
    );
  } else if (request.state === 'dispatched' && step === 'recall') {
    tell(ctx, 'support_request.reopened', await ctx.transition(supportRequestLifecycle, request, 'reopen'));
  }
}

/** The ledger follows: received at the scene by its transfer, and what is left of it taken back onto the shelf. */
async function moveGoods(ctx: CommandContext, row: Dispatch, step: Step): Promise<void> {
  if (step === 'arrive') {
    const road = await ctx.row<{ state: string }>(sql`select state from transfer where id = ${row.transferId}`);
    if (road?.state === 'dispatched') await ctx.perform('transfers.receive', { id: row.transferId });
  }
  const back = row.returnedQuantity ?? 0;
  if (step !== 'return' || back === 0) return;
  if (back > (row.quantity ?? 0)) {
    const reason = { zh: `多于发出的 ${row.quantity}`, en: `more than the ${row.quantity} that were sent` };
    throw problem('input.field', { label: of.returnedQuantity.label, reason }, 'returnedQuantity');
  }
  const paper = await ctx.row<{ number: string }>(sql`select number from transfer where id = ${row.transferId}`);
  await ctx.perform('stock.receive', {
    warehouseId: row.warehouseId,
    way: 'return',
    paperNo: paper?.number ?? null,
    lines: [{ supplyId: row.supplyId, quantity: back }],
  });
}

function tellOf(
  ctx: CommandContext,
  kind: string,
  row: Dispatch,
  request: Request,
  payload: Readonly<Record<string, unknown>> = {},
  happenedAt: Date = ctx.now,
): void {
  ctx.fact({
    kind,
    subject: dispatchRef(row.id),
    happenedAt,
    concerns: [requestRef(request.id), { register: 'incident', id: row.incidentId }],
    payload: { number: request.number, title: row.title, ...payload },
  });
}
