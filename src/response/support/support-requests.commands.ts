import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, startClock } from '../../foundation/clocks/index.ts';
import { sendMessage, stopLadders, told } from '../../foundation/messaging/index.ts';
import { answerersOfUnit, dutyPeopleOf } from '../../foundation/orders/index.ts';
import { commandCentre } from '../../foundation/organisation/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { supportRequestLifecycle } from './support.lifecycle.ts';
import { dispatchSupport, readRequest, requestSupport } from './support.permissions.ts';
import { arrivalLimit, SUPPORT_DECIDED, SUPPORT_LATE, SUPPORT_LIMITS, SUPPORT_REQUESTED } from './support.rules.ts';
import { supportRequest } from './support-request.register.ts';

const { fields: of } = supportRequest;
export const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
export type Request = RowOf<typeof supportRequest>;

export const requestRef = (id: string) => ({ register: 'support_request', id });
const note = z.string().min(2).max(500).transform(cleanText);

/** 申请支援: what an incident needs, where to and how urgently. Whoever may approve may do both at once. */
export const make = command('supportRequests.make', {
  label: { zh: '申请支援', en: 'Ask for support' },
  may: requestSupport,
  input: z.object({
    incidentId: idInput,
    supportKind: of.supportKind.input,
    content: of.content.input,
    speciality: of.speciality.input,
    vehicleKind: of.vehicleKind.input,
    expertField: of.expertField.input,
    supplyId: of.supplyId.input,
    quantity: of.quantity.input,
    priority: of.priority.input,
    /** The incident's own place and words unless told. */
    place: of.place.input,
    placeText: z.string().max(500).transform(cleanText).optional(),
    isApproved: z.boolean().default(false),
  }),
  output: stepped.extend({ number: z.string() }),
  records: ['support_request.made', 'support_request.approved', 'message.sent'],
  async run(ctx, { isApproved, ...input }) {
    const matter = await ctx.record(incident, input.incidentId, readIncident);
    if (matter.state === 'closed') throw problem('state.guard', { reason: CLOSED }, 'incidentId');
    if (input.supportKind === 'goods') {
      if (!input.supplyId) throw problem('input.required', { label: of.supplyId.label }, 'supplyId');
      if (!input.quantity) throw problem('input.required', { label: of.quantity.label }, 'quantity');
    }
    const rules = ctx.rules(SUPPORT_LIMITS);
    const earlier = await ctx.row(sql`select id from support_request
      where incident_id = ${matter.id} and state not in ('rejected', 'withdrawn') limit 1`);
    const { from, dueAt } = arrivalLimit(
      { eventAt: matter.occurredAt ?? matter.knownAt, requestedAt: ctx.now, isFirst: !earlier },
      rules.values.arriveHours,
    );
    const made = await ctx.insert(supportRequest, {
      ...input,
      place: input.place ?? matter.place,
      placeText: input.placeText || matter.placeText,
      requestedAt: ctx.now,
      requestedById: ctx.viewer.personId,
      arriveFrom: from,
      arriveDueAt: dueAt,
      arriveRule: ruleUsed(rules),
      mark: matter.mark,
      areaCode: matter.areaCode,
    });
    const clock = await startClock(ctx, {
      subject: requestRef(made.id),
      name: 'arrive',
      label: { zh: `支援到达 ${made.number}`, en: `Arrival of support ${made.number}` },
      from,
      limit: { dueAt },
      warnMinutesBefore: rules.values.warnMinutes,
      citation: rules.citation,
      ruleVersion: ruleWord(rules),
      concerns: [{ register: 'incident', id: matter.id }],
    });
    tell(ctx, 'support_request.made', made, { supportKind: made.supportKind, arriveDueAt: dueAt }, [clock]);
    if (isApproved && ctx.holds(dispatchSupport)) {
      const approved = await ctx.transition(supportRequestLifecycle, made, 'approve', decided(ctx, null));
      tell(ctx, 'support_request.approved', approved);
      return { ...approved, number: approved.number ?? '' };
    }
    await sendMessage(ctx, {
      to: (await roomOf(ctx)).filter((id) => id !== ctx.viewer.personId),
      ...told(SUPPORT_REQUESTED, { number: made.number ?? '', unit: ctx.viewer.acting?.unit.shortName ?? '' }),
      priority: made.priority,
      about: requestRef(made.id),
      mark: made.mark,
    });
    return { ...made, number: made.number ?? '' };
  },
});

const CLOSED = { zh: '事件已办结，不能再申请支援', en: 'The incident is closed; nothing can be asked for it' };
const decided = (ctx: CommandContext, decision: string | null) => ({
  decidedAt: ctx.now,
  decidedById: ctx.viewer.personId,
  decision,
});

export const approve = command('supportRequests.approve', {
  label: { zh: '批准支援', en: 'Approve support' },
  may: dispatchSupport,
  input: z.object({ id: idInput, decision: of.decision.input }),
  output: stepped,
  records: ['support_request.approved', 'message.sent', 'message.settled'],
  async run(ctx, { id, decision }) {
    const row = await ctx.load(supportRequest, id, readRequest);
    const next = await ctx.transition(supportRequestLifecycle, row, 'approve', decided(ctx, decision));
    await answer(ctx, next, 'support_request.approved', { zh: '已批准', en: 'approved' });
    return next;
  },
});

export const reject = command('supportRequests.reject', {
  label: { zh: '不批准支援', en: 'Reject support' },
  may: dispatchSupport,
  input: z.object({ id: idInput, decision: note }),
  output: stepped,
  records: ['support_request.rejected', 'message.sent', 'message.settled'],
  async run(ctx, { id, decision }) {
    const row = await ctx.load(supportRequest, id, readRequest);
    const next = await ctx.transition(supportRequestLifecycle, row, 'reject', decided(ctx, decision));
    await answer(ctx, next, 'support_request.rejected', { zh: `未批准（${decision}）`, en: `rejected (${decision})` });
    return next;
  },
});

/** 撤回: as long as nothing was sent; what is on the way is recalled. */
export const withdraw = command('supportRequests.withdraw', {
  label: { zh: '撤回支援申请', en: 'Withdraw a support request' },
  may: requestSupport,
  input: z.object({ id: idInput, decision: note }),
  output: stepped,
  records: ['support_request.withdrawn', 'message.settled'],
  async run(ctx, { id, decision }) {
    const row = await ctx.load(supportRequest, id);
    const next = await ctx.transition(supportRequestLifecycle, row, 'withdraw', { decision });
    const clocks = await cancelClock(ctx, requestRef(id));
    await settle(ctx, id, 'support_request.withdrawn');
    tell(ctx, 'support_request.withdrawn', next, { reason: decision }, clocks);
    return next;
  },
});

/** What a decision leaves behind: no more asking, a word to whoever asked, and no clock where nothing comes. */
async function answer(ctx: CommandContext, row: Request, kind: string, decision: { zh: string; en: string }) {
  const clocks = row.state === 'rejected' ? await cancelClock(ctx, requestRef(row.id)) : [];
  await settle(ctx, row.id, kind);
  tell(ctx, kind, row, row.decision ? { reason: row.decision } : {}, clocks);
  if (!row.requestedById || row.requestedById === ctx.viewer.personId) return;
  const { heading, ...more } = told(SUPPORT_DECIDED, { number: row.number ?? '', decision: decision.zh });
  await sendMessage(ctx, {
    to: [row.requestedById],
    ...more,
    heading: { zh: heading.zh, en: heading.en.replace(decision.zh, decision.en) },
    priority: row.priority,
    about: requestRef(row.id),
    mark: row.mark,
  });
}

async function settle(ctx: CommandContext, id: string, by: string) {
  for (const subject of await stopLadders(ctx, requestRef(id), [SUPPORT_REQUESTED.name]))
    ctx.fact({ kind: 'message.settled', subject, payload: { by } });
}

/** The limit has passed and nobody is there: the room and whoever asked are told, once. */
export async function tellLate(ctx: CommandContext, id: string): Promise<void> {
  const row = await ctx.record(supportRequest, id);
  if (row.arrivedAt || ['rejected', 'withdrawn', 'closed'].includes(row.state)) return;
  tell(ctx, 'support_request.late', row);
  await sendMessage(ctx, {
    to: [...new Set([...(await roomOf(ctx)), ...(row.requestedById ? [row.requestedById] : [])])],
    ...told(SUPPORT_LATE, { number: row.number ?? '' }),
    priority: row.priority,
    about: requestRef(id),
    mark: row.mark,
  });
}

/** A fact of a request, also on the timeline of its incident. */
export function tell(
  ctx: CommandContext,
  kind: string,
  row: Pick<Request, 'id' | 'number' | 'incidentId' | 'content'>,
  payload: Readonly<Record<string, unknown>> = {},
  more: readonly { register: string; id: string }[] = [],
): void {
  ctx.fact({
    kind,
    subject: requestRef(row.id),
    concerns: [{ register: 'incident', id: row.incidentId }, ...more],
    payload: { number: row.number, title: row.content, ...payload },
  });
}

/** Who is on duty in the district's room; its answerers where nobody is written down. */
export async function roomOf(ctx: CommandContext): Promise<string[]> {
  const centre = await commandCentre(ctx);
  if (!centre) return [];
  const onDuty = await dutyPeopleOf(ctx, centre.id);
  return onDuty.length > 0 ? onDuty : answerersOfUnit(ctx, centre.id);
}
