import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { bufferOf } from '../../foundation/geo/index.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import { ISSUE_RECORDS, issueOrder, OPEN_STATES } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { touches } from '../../foundation/registers/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import type { Polygon } from '../../kernel/geometry.ts';
import { problem } from '../../kernel/problems.ts';
import { MOST_WITHIN, NO_GROUND, type Within, withinFrom } from '../../kernel/within.ts';
import { shelters } from '../../preparedness/shelters/shelter.register.ts';
import { households } from '../../prevention/population/household.register.ts';
import { residents } from '../../prevention/population/resident.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { evacuationLifecycle } from './evacuation.lifecycle.ts';
import { leadEvacuation } from './evacuation.permissions.ts';
import { evacuation } from './evacuation.register.ts';
import { type Door, HOME_ALLOWED, inTurn, sharedOut } from './evacuation.rules.ts';
import { evacuationHousehold } from './evacuation-household.register.ts';
import { helpersOf, isHeldNow } from './helpers.views.ts';
import { remainingOf } from './progress.views.ts';

const { fields: of } = evacuation;
export const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
export type Evacuation = RowOf<typeof evacuation>;
export const evacuationRef = (id: string) => ({ register: 'evacuation', id });
const MOST_DOORS = 5000;
const NOBODY = { zh: '范围内没有登记的户', en: 'no household is on the register in it' };
const ALREADY = {
  zh: '范围内的户都已在本事件的转移名单里',
  en: 'all its households are on a list of this incident already',
};
const CLOSED = { zh: '事件已办结', en: 'The incident is closed' };

/**
 * 列转移名单: the households of a drawn area or around a point, vulnerable first, each with who knocks at its door. Why residents are
 * looked up is kept; a household on another list of the incident is not listed twice.
 */
export const draw = command('evacuations.draw', {
  label: { zh: '列转移名单', en: 'Draw up an evacuation' },
  may: leadEvacuation,
  input: z.object({
    incidentId: idInput,
    title: of.title.input,
    /** `lng,lat;…` of an outline, or `lng,lat,metres`. */
    within: z.string().max(MOST_WITHIN),
    purpose: z.string().min(4).max(300).transform(cleanText),
    shelterId: of.shelterId.input,
    instructions: of.instructions.input,
    dueAt: of.dueAt.input,
  }),
  output: stepped.extend({
    number: z.string(),
    doors: z.number(),
    people: z.number(),
    withoutHelper: z.number(),
    /** Left out, because they are on another list of this incident. */
    alreadyListed: z.number(),
  }),
  records: ['evacuation.drawn', 'evacuation.exported'],
  async run(ctx, { within, incidentId, ...input }) {
    const ground = withinFrom(within);
    if (!ground) throw problem('input.field', { label: of.outline.label, reason: NO_GROUND }, 'within');
    const matter = await ctx.record(incident, incidentId, readIncident);
    if (matter.state === 'closed') throw problem('state.guard', { reason: CLOSED }, 'incidentId');
    if (input.shelterId) await ctx.record(shelters.register, input.shelterId, shelters.read);
    const all = await doorsWithin(ctx, ground);
    if (all.length === 0) throw problem('input.field', { label: of.outline.label, reason: NOBODY }, 'within');
    const listed = new Set(
      (
        await ctx.rows<{ householdId: string }>(sql`
          select h.household_id from evacuation_household h join evacuation e on e.id = h.evacuation_id
          where e.incident_id = ${incidentId} and e.state not in ('withdrawn', 'returned')
            and h.household_id = any(${all.map(({ householdId }) => householdId)}::uuid[])`)
      ).map(({ householdId }) => householdId),
    );
    const doors = inTurn(all.filter(({ householdId }) => !listed.has(householdId)));
    if (doors.length === 0) throw problem('input.field', { label: of.outline.label, reason: ALREADY }, 'within');
    const people = doors.reduce((sum, one) => sum + one.people, 0);
    const row = await ctx.insert(evacuation, {
      ...input,
      incidentId,
      outline: [outlineOf(ground)],
      mark: matter.mark,
      areaCode: commonArea(doors.map(({ communityCode }) => communityCode)) || matter.areaCode,
    });
    const helpers = sharedOut(
      doors,
      await helpersOf(
        ctx,
        doors.map(({ communityCode }) => communityCode),
      ),
    );
    const inserted = await ctx.insertMany(
      evacuationHousehold,
      doors.map((door, index) => ({
        evacuationId: row.id,
        incidentId,
        householdId: door.householdId,
        address: door.address,
        door: door.door,
        at: door.at,
        people: door.people,
        vulnerable: door.vulnerable,
        vulnerabilities: [...door.vulnerabilities] as never,
        turn: index + 1,
        helperId: helpers.get(door.householdId) ?? null,
        outcome: 'pending' as const,
        mark: matter.mark,
        areaCode: door.areaCode,
      })),
    );
    const withoutHelper = doors.filter(({ householdId }) => !helpers.has(householdId)).length;
    for (const helper of new Set(helpers.values())) await ctx.involve(evacuation, row.id, { personId: helper });
    for (const unitId of await groundUnits(
      ctx,
      doors.map(({ communityCode }) => communityCode),
    ))
      await ctx.involve(evacuation, row.id, { unitId });
    await involveHelpers(
      ctx,
      inserted.map(({ id }) => id),
    );
    tell(ctx, 'evacuation.drawn', row, { doors: doors.length, people, withoutHelper });
    // Names, phones and cares of all of them lie before whoever draws the list: that is an access (个保法 第51条).
    tell(ctx, 'evacuation.exported', row, { title: '转移名单', reason: row.purpose, count: doors.length });
    return {
      ...row,
      number: row.number ?? '',
      doors: doors.length,
      people,
      withoutHelper,
      alreadyListed: listed.size,
    };
  },
});

type Found = Door & { readonly areaCode: string; readonly at: { lng: number; lat: number } | null };

/** Doors on a ground, with how many live there and who of them needs a hand, as far as the viewer knows the people of it. */
async function doorsWithin(ctx: CommandContext, ground: Within): Promise<Found[]> {
  return ctx.rows<Found>(sql`
    select h.id as household_id, left(h.area_code, 12) as community_code, h.area_code, h.address, h.door,
      case when h.at is null then null else jsonb_build_object('lng', st_x(h.at), 'lat', st_y(h.at)) end as at,
      greatest(coalesce(h.living_there, 0), coalesce(p.residents, 0)) as people, coalesce(p.vulnerable, 0) as vulnerable,
      coalesce(p.kinds, '{}') as vulnerabilities, p.helper as own_helper
    from ${ctx.visible(households.register, households.read)} h
    left join lateral (
      select count(*)::int as residents, count(*) filter (where cardinality(r.vulnerabilities) > 0)::int as vulnerable,
        (select array_agg(distinct k) from resident v, unnest(v.vulnerabilities) k
          where v.household_id = h.id and v.state = 'active') as kinds,
        (select v.helper_id from resident v where v.household_id = h.id and v.state = 'active' and ${isHeldNow(ctx, sql`v.helper_id`)}
          order by cardinality(v.vulnerabilities) desc nulls last, v.id limit 1) as helper
      from ${ctx.visible(residents.register, residents.read)} r where r.household_id = h.id and r.state = 'active') p on true
    where h.state = 'active' and ${touches(sql`h.at`, ground)}
      and greatest(coalesce(h.living_there, 0), coalesce(p.residents, 0)) > 0
    order by h.id limit ${MOST_DOORS}`);
}

const outlineOf = (ground: Within): Polygon => {
  if ('centre' in ground) return [bufferOf(ground.centre, ground.metres, 48)] as unknown as Polygon;
  const ring = ground.corners.map(({ lng, lat }) => [lng, lat] as const);
  return [[...ring, ring[0]]] as unknown as Polygon;
};

/** The beginning that all codes share, cut to where a code of an area ends: district, street, community. */
function commonArea(codes: readonly string[]): string {
  const [first = ''] = codes;
  let length = first.length;
  for (const code of codes) while (!code.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, [12, 9, 6].find((end) => end <= length) ?? 0);
}

/** Communities and streets whose people are led out: an area that lies in two of them is no single one's own. */
async function groundUnits(ctx: CommandContext, codes: readonly string[]): Promise<string[]> {
  const areas = [...new Set(codes.flatMap((code) => [code, code.slice(0, 9)]))];
  const rows = await ctx.rows<{ id: string }>(sql`select id from unit
    where kind in ('community', 'street_office') and area_code = any(${areas}::text[])`);
  return rows.map(({ id }) => id);
}

async function involveHelpers(ctx: CommandContext, ids: readonly string[]): Promise<void> {
  const rows = await ctx.rows<{ id: string; helperId: string }>(sql`select id, helper_id from evacuation_household
    where id = any(${[...ids]}::uuid[]) and helper_id is not null`);
  for (const { id, helperId } of rows) await ctx.involve(evacuationHousehold, id, { personId: helperId });
}

/** 指定责任人: another one for some doors, such as those of somebody who has left; they must hold a post now. */
export const assign = command('evacuations.assign', {
  label: { zh: '指定入户责任人', en: 'Name a helper' },
  may: leadEvacuation,
  input: z.object({ id: idInput, doors: z.array(idInput).min(1).max(500), helperId: idInput }),
  output: stepped.extend({ count: z.number() }),
  records: ['evacuation.assigned', ...ISSUE_RECORDS],
  async run(ctx, { id, doors, helperId }) {
    const row = await ctx.load(evacuation, id);
    if (row.state !== 'listed' && row.state !== 'under_way') throw problem('state.guard', { reason: OVER });
    const held = await ctx.row<{ name: string; unitId: string }>(sql`
      select p.name, t.unit_id from person p join appointment a on a.person_id = p.id join post t on t.id = a.post_id
      where p.id = ${helperId} and a.valid_from <= ${ctx.now}::timestamptz
        and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz) order by a.valid_from limit 1`);
    if (!held) throw problem('input.field', { label: HELPER, reason: NO_POST }, 'helperId');
    const changed = await ctx.rows<{ id: string }>(sql`
      update evacuation_household set helper_id = ${helperId}, version = version + 1, changed_at = ${ctx.now}::timestamptz,
        changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}
      where evacuation_id = ${id} and id = any(${doors}::uuid[]) and state <> 'home' returning id`);
    for (const one of changed) await ctx.involve(evacuationHousehold, one.id, { personId: helperId });
    await ctx.involve(evacuation, id, { personId: helperId });
    tell(ctx, 'evacuation.assigned', row, { doors: changed.length, helper: helperId });
    if (row.state === 'under_way')
      await order(ctx, row, [{ personId: helperId, unitId: held.unitId, doors: changed.length }]);
    return { ...row, count: changed.length };
  },
});

const OVER = { zh: '转移已结束', en: 'It has ended' };
const HELPER = evacuationHousehold.fields.helperId.label;
const NO_POST = { zh: '现在没有任职，请另选', en: 'holds no post now; choose somebody else' };

/** 开始转移: one order to every helper, received on the phone and followed up as orders are. */
export const start = command('evacuations.start', {
  label: { zh: '开始转移', en: 'Start an evacuation' },
  may: leadEvacuation,
  input: z.object({ id: idInput }),
  output: stepped.extend({ helpers: z.number() }),
  records: ['evacuation.started', ...ISSUE_RECORDS],
  async run(ctx, { id }) {
    const row = await ctx.load(evacuation, id);
    const gap = await ctx.row<{ count: number; left: number }>(sql`
      select count(*) filter (where h.helper_id is null)::int as count,
        count(*) filter (where h.helper_id is not null and not ${isHeldNow(ctx, sql`h.helper_id`)})::int as left
      from evacuation_household h where h.evacuation_id = ${id}`);
    if (gap && gap.count + gap.left > 0) {
      const reason = {
        zh: `${gap.count} 户没有责任人、${gap.left} 户的责任人已离任，先指定责任人`,
        en: `${gap.count} doors have no helper and those of ${gap.left} have left their post; name helpers first`,
      };
      throw problem('state.guard', { reason });
    }
    const started = await ctx.transition(evacuationLifecycle, row, 'start', { startedAt: ctx.now });
    const helpers = await ctx.rows<{ personId: string; unitId: string; doors: number }>(sql`
      select h.helper_id as person_id, count(*)::int as doors,
        (select t.unit_id from appointment a join post t on t.id = a.post_id where a.person_id = h.helper_id
          and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
          order by a.valid_from limit 1) as unit_id
      from evacuation_household h where h.evacuation_id = ${id} group by h.helper_id order by h.helper_id`);
    const orderId = await order(ctx, started, helpers);
    const next = await ctx.update(evacuation, started, { orderId });
    tell(ctx, 'evacuation.started', next, { helpers: helpers.length });
    return { ...next, helpers: helpers.length };
  },
});

/** The order of helpers: what to do and until when; which doors are theirs they read in their own list. */
async function order(
  ctx: CommandContext,
  row: Evacuation,
  helpers: readonly { personId: string; unitId: string; doors: number }[],
): Promise<string> {
  const shelter = row.shelterId
    ? await ctx.row<{ name: string; address: string }>(
        sql`select name, address from shelter where id = ${row.shelterId}`,
      )
    : undefined;
  const doors = helpers.reduce((sum, one) => sum + one.doors, 0);
  const to = shelter ? `，安置到${shelter.name}（${shelter.address}）` : '';
  const { id } = await issueOrder(ctx, {
    concerns: { register: 'incident', id: row.incidentId },
    title: `转移避险：${row.title}`,
    content: `${row.number} 逐户通知并转移${row.title}共 ${doors} 户，先重点人员${to}。${row.instructions ?? ''}名单见手机「入户转移」，逐户登记结果。`,
    groupName: '人员疏散安置组',
    priority: 'extra_urgent',
    placeText: row.title,
    evidenceAsked: {},
    basisClause: row.number ?? '',
    ...(row.dueAt ? { finishDueAt: row.dueAt } : {}),
    assignees: helpers.map(({ personId, unitId }) => ({ personId, unitId })),
  });
  return id;
}

/** 结束转移: when nobody remains, or with the reason why somebody does. Orders still open go with it. */
export const end = command('evacuations.end', {
  label: { zh: '结束转移', en: 'End an evacuation' },
  may: leadEvacuation,
  input: z.object({ id: idInput, reason: of.endReason.input }),
  output: stepped.extend({ remaining: z.number() }),
  records: ['evacuation.ended'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(evacuation, id);
    const remaining = await remainingOf(ctx, id);
    if (remaining > 0 && !reason) {
      const why = {
        zh: `还有 ${remaining} 人未转移；仍要结束请写明原因`,
        en: `${remaining} people have not left; to end it all the same, say why`,
      };
      throw problem('input.field', { label: of.endReason.label, reason: why }, 'reason');
    }
    const next = await ctx.transition(evacuationLifecycle, row, 'end', { endedAt: ctx.now, endReason: reason });
    await closeOrders(ctx, next, reason ?? '转移结束');
    tell(ctx, 'evacuation.ended', next, { remaining, ...(reason ? { reason } : {}) });
    return { ...next, remaining };
  },
});

/** 撤销: drawn up by mistake, or not needed after all; whoever was sent is told by the order that is taken back. */
export const withdraw = command('evacuations.withdraw', {
  label: { zh: '撤销转移', en: 'Withdraw an evacuation' },
  may: leadEvacuation,
  input: z.object({ id: idInput, reason: z.string().min(2).max(500).transform(cleanText) }),
  output: stepped,
  records: ['evacuation.withdrawn'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(evacuation, id);
    const next = await ctx.transition(evacuationLifecycle, row, 'withdraw', { endReason: reason });
    await closeOrders(ctx, next, reason);
    tell(ctx, 'evacuation.withdrawn', next, { reason });
    return next;
  },
});

async function closeOrders(ctx: CommandContext, { incidentId, number }: Evacuation, reason: string): Promise<void> {
  const open = await ctx.rows<{ id: string }>(sql`
    select o.id from "order" o where o.matter_id = ${incidentId} and o.basis_clause = ${number}
      and exists (select 1 from assignment a where a.order_id = o.id
        and a.state = any(${[...OPEN_STATES]}::text[])) order by o.id`);
  for (const { id } of open) await ctx.perform('orders.cancel', { id, reason });
}

/** 允许返家: the danger is over; helpers see their doors again, to note who is home. */
export const allowHome = command('evacuations.allowHome', {
  label: { zh: '允许返家', en: 'Let people home' },
  may: leadEvacuation,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['evacuation.home_allowed', 'message.sent'],
  async run(ctx, { id }) {
    const row = await ctx.load(evacuation, id);
    const next = await ctx.transition(evacuationLifecycle, row, 'allow_home', { homeFrom: ctx.now });
    const helpers = await ctx.rows<{ id: string }>(sql`select distinct helper_id as id from evacuation_household h
      where h.evacuation_id = ${id} and h.outcome in ('moved', 'away') and ${isHeldNow(ctx, sql`h.helper_id`)}`);
    tell(ctx, 'evacuation.home_allowed', next);
    await sendMessage(ctx, {
      to: helpers.map((one) => one.id),
      ...told(HOME_ALLOWED, { number: next.number ?? '' }),
      priority: 'normal',
      about: evacuationRef(id),
      mark: next.mark,
    });
    return next;
  },
});

export function tell(
  ctx: CommandContext,
  kind: string,
  row: Pick<Evacuation, 'id' | 'number' | 'incidentId' | 'title'>,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  ctx.fact({
    kind,
    subject: evacuationRef(row.id),
    concerns: [{ register: 'incident', id: row.incidentId }],
    payload: { number: row.number, title: row.title, ...payload },
  });
}
