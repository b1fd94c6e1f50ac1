import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { grantsOf, isWithin } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { mayMove } from './movers.ts';
import { supportDispatchLifecycle, supportRequestLifecycle } from './support.lifecycle.ts';
import { dispatchSupport, readDispatch, readRequest, requestSupport } from './support.permissions.ts';
import { arrivalsOf } from './support.rules.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { SUPPORT_KINDS, SUPPORT_PRIORITIES, supportRequest } from './support-request.register.ts';

const kind = z.enum(SUPPORT_KINDS.map(({ id }) => id));
const priority = z.enum(SUPPORT_PRIORITIES.map(({ id }) => id));
const mark = z.enum(['real', 'drill', 'test']);
type State<L extends { states: object }> = keyof L['states'] & string;
const statesOf = <L extends { states: object }>({ states }: L) =>
  z.enum(Object.keys(states) as [State<L>, ...State<L>[]]);
const point = z.object({ lng: z.number(), lat: z.number() }).nullable();

const sent = z.object({
  id: z.string(),
  version: z.number(),
  requestId: z.string(),
  requestNumber: z.string(),
  incidentId: z.string(),
  supportKind: kind,
  title: z.string(),
  content: z.string(),
  priority,
  mark,
  state: statesOf(supportDispatchLifecycle),
  unitName: z.string(),
  place: point,
  placeText: z.string(),
  quantity: z.number().nullable(),
  returnedQuantity: z.number().nullable(),
  wayMetres: z.number().nullable(),
  minutes: z.number().nullable(),
  isByRoad: z.boolean(),
  expectedAt: z.date().nullable(),
  arriveDueAt: z.date(),
  dispatchedAt: z.date(),
  dispatchedBy: z.string().nullable(),
  departedAt: z.date().nullable(),
  arrivedAt: z.date().nullable(),
  leftAt: z.date().nullable(),
  returnedAt: z.date().nullable(),
  reason: z.string().nullable(),
  teamId: z.string().nullable(),
  transferId: z.string().nullable(),
  /** Steps the viewer may take now. */
  may: z.array(z.enum(['depart', 'arrive', 'leave', 'return', 'recall'])),
});
export type Sent = z.output<typeof sent>;
type SentRow = Omit<Sent, 'may'> & { ownerUnitPath: string; areaCode: string };

/** What was sent, as far as the viewer sees it. `where` narrows `d` (dispatch) and `q` (request). */
async function sentOf(ctx: ReadContext, where: RawBuilder<unknown>, limit: number): Promise<Sent[]> {
  const rows = await ctx.rows<SentRow>(sql`
    select d.id, d.version, d.request_id, q.number as request_number, d.incident_id, d.support_kind, d.title, q.content,
      q.priority, d.mark, d.state, coalesce(u.short_name, '') as unit_name, q.place_text, d.quantity::float8 as quantity,
      d.returned_quantity::float8 as returned_quantity, d.way_metres::float8 as way_metres, d.minutes, coalesce(d.is_by_road, false) as is_by_road,
      d.expected_at, d.arrive_due_at, d.dispatched_at, p.name as dispatched_by, d.departed_at, d.arrived_at, d.left_at,
      d.returned_at, d.reason, d.team_id, d.transfer_id, d.owner_unit_path, d.area_code,
      case when q.place is null then null else jsonb_build_object('lng', st_x(q.place), 'lat', st_y(q.place)) end as place
    from ${ctx.visible(supportDispatch, readDispatch)} d join support_request q on q.id = d.request_id
    left join unit u on u.id = d.owner_unit_id left join person p on p.id = d.dispatched_by_id
    where ${where} order by d.dispatched_at desc, d.id desc limit ${limit}`);
  const room = ctx.holds(dispatchSupport);
  return rows.map(({ ownerUnitPath, areaCode, ...row }) => {
    const moves = mayMove(ctx, { supportKind: row.supportKind, ownerUnitPath, areaCode });
    const steps = supportDispatchLifecycle.transitions;
    const possible = (Object.keys(steps) as (keyof typeof steps)[]).filter((name) =>
      (steps[name].from as readonly string[]).includes(row.state),
    );
    return {
      ...row,
      may: possible.filter((name) => (name === 'recall' ? room && row.supportKind !== 'goods' : moves)),
    };
  });
}

const request = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  incidentId: z.string(),
  incidentTitle: z.string(),
  supportKind: kind,
  content: z.string(),
  speciality: z.string().nullable(),
  vehicleKind: z.string().nullable(),
  expertField: z.string().nullable(),
  supplyId: z.string().nullable(),
  supplyName: z.string().nullable(),
  measure: z.string().nullable(),
  quantity: z.number().nullable(),
  priority,
  mark,
  state: statesOf(supportRequestLifecycle),
  unitName: z.string(),
  requestedBy: z.string().nullable(),
  requestedAt: z.date(),
  place: point,
  placeText: z.string(),
  arriveFrom: z.date(),
  arriveDueAt: z.date(),
  arrivedAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  sent: z.array(sent),
  may: z.array(z.enum(['approve', 'reject', 'withdraw', 'send'])),
});
type RequestRow = Omit<z.input<typeof request>, 'sent' | 'may'> & {
  ownerUnitPath: string;
  areaCode: string;
  createdBy: string;
};

async function requestsOf(ctx: ReadContext, where: RawBuilder<unknown>, limit: number) {
  const rows = await ctx.rows<RequestRow>(sql`
    select q.id, q.version, q.number, q.incident_id, i.title as incident_title, q.support_kind, q.content, q.speciality,
      q.vehicle_kind, q.expert_field, q.supply_id, s.name as supply_name, s.measure, q.quantity::float8 as quantity, q.priority, q.mark,
      q.state, coalesce(u.short_name, '') as unit_name, a.name as requested_by, q.requested_at, q.place_text,
      case when q.place is null then null else jsonb_build_object('lng', st_x(q.place), 'lat', st_y(q.place)) end as place,
      q.arrive_from, q.arrive_due_at, q.arrived_at, q.decided_at, b.name as decided_by, q.decision, q.owner_unit_path,
      q.area_code, q.created_by
    from ${ctx.visible(supportRequest, readRequest)} q join incident i on i.id = q.incident_id
    left join supply s on s.id = q.supply_id left join unit u on u.id = q.owner_unit_id
    left join person a on a.id = q.requested_by_id left join person b on b.id = q.decided_by_id
    where ${where} order by (q.state in ('requested', 'approved')) desc, q.requested_at desc, q.id desc limit ${limit}`);
  const ids = rows.map(({ id }) => id);
  const all = ctx.holds(readDispatch) ? await sentOf(ctx, sql`d.request_id = any(${ids}::uuid[])`, 500) : [];
  const room = ctx.holds(dispatchSupport);
  const asking = grantsOf(requestSupport, ctx.viewer.hats);
  return rows.map(({ ownerUnitPath, areaCode, createdBy, ...row }) => {
    const isOwn = isWithin(asking, ctx.viewer.personId, { ownerUnitPath, areaCode, createdBy, involved: [] });
    return {
      ...row,
      number: row.number ?? '',
      sent: all.filter(({ requestId }) => requestId === row.id),
      may: [
        ...(room && row.state === 'requested' ? (['approve', 'reject'] as const) : []),
        ...(isOwn && ['requested', 'approved'].includes(row.state) ? (['withdraw'] as const) : []),
        ...(room && ['approved', 'dispatched', 'arrived'].includes(row.state) ? (['send'] as const) : []),
      ],
    };
  });
}

/** 支援台: of one incident or of all; what waits for somebody first. */
export const list = view('supportRequests.list', {
  label: { zh: '支援申请', en: 'Support requests' },
  may: readRequest,
  input: z.object({
    incidentId: idInput.optional(),
    isOpen: z.boolean().optional(),
    supportKind: kind.optional(),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({
    items: z.array(request),
    /** Of what is seen: waiting to be decided, out, on the scene, late. */
    counts: z.object({ waiting: z.number(), onTheWay: z.number(), onSite: z.number(), late: z.number() }),
  }),
  reads: [supportRequest, supportDispatch],
  async run(ctx, { incidentId, isOpen, supportKind, limit }) {
    const items = await requestsOf(
      ctx,
      sql`(${incidentId ?? null}::uuid is null or q.incident_id = ${incidentId ?? null}::uuid)
        and (${supportKind ?? null}::text is null or q.support_kind = ${supportKind ?? null}::text)
        and (${isOpen ?? null}::boolean is null
          or (q.state in ('requested', 'approved', 'dispatched', 'arrived')) = ${isOpen ?? null}::boolean)`,
      limit,
    );
    const parts = items.flatMap((one) => one.sent);
    const isLate = (one: (typeof items)[number]) =>
      one.arrivedAt === null &&
      ['requested', 'approved', 'dispatched'].includes(one.state) &&
      one.arriveDueAt <= ctx.now;
    return {
      items,
      counts: {
        waiting: items.filter(({ state }) => state === 'requested' || state === 'approved').length,
        onTheWay: parts.filter(({ state }) => state === 'dispatched' || state === 'en_route').length,
        onSite: parts.filter(({ state }) => state === 'on_site').length,
        late: items.filter(isLate).length,
      },
    };
  },
});

export const record = view('supportRequests.record', {
  label: { zh: '支援申请', en: 'Support request' },
  may: readRequest,
  input: z.object({ id: idInput }),
  output: request,
  reads: [supportRequest, supportDispatch],
  async run(ctx, { id }) {
    await ctx.record(supportRequest, id);
    const [one] = await requestsOf(ctx, sql`q.id = ${id}`, 1);
    return one as NonNullable<typeof one>;
  },
});

/** What of the viewer's own is out, on the phone: the team, the lorry, the shelter. */
export const mine = view('supportDispatches.mine', {
  label: { zh: '我的支援任务', en: 'My support' },
  may: readDispatch,
  input: z.object({}),
  output: z.object({ items: z.array(sent) }),
  reads: [supportDispatch],
  async run(ctx) {
    const units = ctx.viewer.hats.map(({ unit }) => unit.path);
    return {
      items: await sentOf(
        ctx,
        sql`d.state not in ('returned', 'recalled')
          and exists (select 1 from unnest(${units}::text[]) own where d.owner_unit_path like own || '%')`,
        50,
      ),
    };
  },
});

export const sentRecord = view('supportDispatches.record', {
  label: { zh: '支援力量', en: 'Support that was sent' },
  may: readDispatch,
  input: z.object({ id: idInput }),
  output: sent,
  reads: [supportDispatch],
  async run(ctx, { id }) {
    await ctx.record(supportDispatch, id);
    const [one] = await sentOf(ctx, sql`d.id = ${id}`, 1);
    return one as NonNullable<typeof one>;
  },
});

/** 出动记录: how a team came, each time and as a rule; drills stand in the list and not in the figures. */
export const ofTeam = view('supportDispatches.ofTeam', {
  label: { zh: '队伍出动记录', en: 'How a team came' },
  may: readDispatch,
  input: z.object({ teamId: idInput }),
  output: z.object({
    came: z.number(),
    inTime: z.number(),
    medianMinutes: z.number().nullable(),
    items: z.array(sent),
  }),
  reads: [supportDispatch],
  async run(ctx, { teamId }) {
    const items = await sentOf(ctx, sql`d.team_id = ${teamId}`, 200);
    return { ...arrivalsOf(items.filter((one) => one.mark === 'real' && one.state !== 'recalled')), items };
  },
});
