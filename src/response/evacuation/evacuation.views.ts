import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { grantsOf, isWithin } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { shelterRoom } from '../../preparedness/shelters/index.ts';
import { shelters } from '../../preparedness/shelters/shelter.register.ts';
import { shelterStay, shelterStays } from '../../preparedness/shelters/shelter-stay.register.ts';
import { evacuationLifecycle } from './evacuation.lifecycle.ts';
import { leadEvacuation, readDoors, readEvacuation } from './evacuation.permissions.ts';
import { evacuation } from './evacuation.register.ts';
import { evacuationHousehold } from './evacuation-household.register.ts';
import { progressesOf } from './progress.views.ts';

const progress = z.object({
  households: z.number(),
  people: z.number(),
  moved: z.number(),
  away: z.number(),
  pending: z.number(),
  notHome: z.number(),
  refused: z.number(),
  remaining: z.number(),
});
type State = keyof typeof evacuationLifecycle.states;
const states = Object.keys(evacuationLifecycle.states) as [State, ...State[]];

const item = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  title: z.string(),
  incidentId: z.string(),
  incidentTitle: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  state: z.enum(states),
  purpose: z.string(),
  instructions: z.string().nullable(),
  shelterId: z.string().nullable(),
  shelterName: z.string().nullable(),
  dueAt: z.date().nullable(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  returnedAt: z.date().nullable(),
  outline: z.array(z.array(z.array(z.array(z.number())))),
  progress,
  may: z.array(z.enum(['start', 'end', 'withdraw', 'allowHome', 'allHome', 'assign'])),
});
type Row = Omit<z.input<typeof item>, 'progress' | 'may'> & {
  ownerUnitPath: string;
  areaCode: string;
  createdBy: string;
};

const STEPS: Readonly<Partial<Record<State, z.input<typeof item>['may']>>> = {
  listed: ['start', 'assign', 'withdraw'],
  under_way: ['end', 'assign', 'withdraw'],
  ended: ['allowHome'],
  returning: ['allHome'],
};

async function evacuationsOf(ctx: ReadContext, where: RawBuilder<unknown>, limit: number) {
  const rows = await ctx.rows<Row>(sql`
    select e.id, e.version, e.number, e.title, e.incident_id, i.title as incident_title, e.mark, e.state, e.purpose,
      e.instructions, e.shelter_id, s.name as shelter_name, e.due_at, e.started_at, e.ended_at, e.end_reason, e.returned_at,
      coalesce(st_asgeojson(e.outline, 6)::jsonb -> 'coordinates', '[]'::jsonb) as outline, e.owner_unit_path, e.area_code,
      e.created_by
    from ${ctx.visible(evacuation, readEvacuation)} e join incident i on i.id = e.incident_id
    left join shelter s on s.id = e.shelter_id
    where ${where} order by (e.state in ('listed', 'under_way')) desc, e.created_at desc limit ${limit}`);
  const progresses = await progressesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const leading = grantsOf(leadEvacuation, ctx.viewer.hats);
  return rows.map(({ ownerUnitPath, areaCode, createdBy, ...row }) => {
    const leads = isWithin(leading, ctx.viewer.personId, { ownerUnitPath, areaCode, createdBy, involved: [] });
    return {
      ...row,
      number: row.number ?? '',
      progress: progresses.get(row.id) as z.input<typeof progress>,
      may: leads ? [...(STEPS[row.state] ?? [])] : [],
    };
  });
}

export const list = view('evacuations.list', {
  label: { zh: '转移避险', en: 'Evacuations' },
  may: readEvacuation,
  input: z.object({ incidentId: idInput.optional(), isOpen: z.boolean().optional() }),
  output: z.object({ items: z.array(item) }),
  reads: [evacuation, evacuationHousehold],
  run: async (ctx, { incidentId, isOpen }) => ({
    items: await evacuationsOf(
      ctx,
      sql`(${incidentId ?? null}::uuid is null or e.incident_id = ${incidentId ?? null}::uuid)
        and (${isOpen ?? null}::boolean is null
          or (e.state in ('listed', 'under_way', 'ended', 'returning')) = ${isOpen ?? null}::boolean)`,
      200,
    ),
  }),
});

/** One evacuation, with what its shelters count of it: who was sent there, who has checked in, what is still on the way. */
export const record = view('evacuations.record', {
  label: { zh: '转移避险', en: 'Evacuation' },
  may: readEvacuation,
  input: z.object({ id: idInput }),
  output: item.extend({
    shelters: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        sent: z.number(),
        checkedIn: z.number(),
        /** Sent and not checked in; below 0 where more came than was reported at the doors. */
        difference: z.number(),
        vacancy: z.number(),
      }),
    ),
    helpers: z.array(
      z.object({
        id: z.string().nullable(),
        name: z.string().nullable(),
        hasPost: z.boolean(),
        doors: z.number(),
        open: z.number(),
      }),
    ),
  }),
  reads: [evacuation, evacuationHousehold, shelterStay],
  async run(ctx, { id }) {
    await ctx.record(evacuation, id);
    const [one] = await evacuationsOf(ctx, sql`e.id = ${id}`, 1);
    const rooms = await ctx.rows<{ id: string; name: string; sent: number; checkedIn: number; vacancy: number }>(sql`
      select r.id, r.name, ${shelterRoom(ctx).vacancy} as vacancy,
        coalesce(sum(h.moved_people) filter (where h.outcome = 'moved'), 0)::int as sent,
        coalesce(sum(s.people) filter (where s.state in ('active', 'left')), 0)::int as checked_in
      from shelter r join evacuation_household h on h.shelter_id = r.id and h.evacuation_id = ${id}
      left join shelter_stay s on s.id = h.stay_id
      group by r.id, r.name, r.duration_class, r.effective_area order by r.name`);
    const helpers = await ctx.rows<{
      id: string | null;
      name: string | null;
      hasPost: boolean;
      doors: number;
      open: number;
    }>(sql`
      select h.helper_id as id, p.name, exists (select 1 from appointment a where a.person_id = h.helper_id
          and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)) as has_post,
        count(*)::int as doors, count(*) filter (where h.outcome = 'pending')::int as open
      from evacuation_household h left join person p on p.id = h.helper_id
      where h.evacuation_id = ${id} group by h.helper_id, p.name order by open desc, p.name`);
    return {
      ...(one as NonNullable<typeof one>),
      shelters: rooms.map((room) => ({ ...room, difference: room.sent - room.checkedIn })),
      helpers,
    };
  },
});

const door = z.object({
  id: z.string(),
  version: z.number(),
  evacuationId: z.string(),
  evacuationNumber: z.string(),
  evacuationTitle: z.string(),
  evacuationState: z.enum(states),
  mark: z.enum(['real', 'drill', 'test']),
  householdId: z.string(),
  address: z.string(),
  door: z.string().nullable(),
  turn: z.number(),
  people: z.number(),
  vulnerable: z.number(),
  vulnerabilities: z.array(z.string()),
  helperId: z.string().nullable(),
  helperName: z.string().nullable(),
  state: z.enum(['open', 'answered', 'home']),
  outcome: z.enum(['pending', 'moved', 'away', 'not_home', 'refused']),
  outcomeAt: z.date().nullable(),
  outcomeBy: z.string().nullable(),
  movedPeople: z.number().nullable(),
  shelterId: z.string().nullable(),
  shelterName: z.string().nullable(),
  destination: z.string().nullable(),
  reason: z.string().nullable(),
  isCheckedIn: z.boolean(),
  place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
});
type DoorRow = z.input<typeof door> & { id: string };

async function doorsOf(ctx: ReadContext, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<DoorRow[]> {
  const rows = await ctx.rows<DoorRow>(sql`
    select h.id, h.version, h.evacuation_id, e.number as evacuation_number, e.title as evacuation_title,
      e.state as evacuation_state, h.mark, h.household_id, h.address, h.door, h.turn, h.people, h.vulnerable,
      coalesce(h.vulnerabilities, '{}') as vulnerabilities, h.helper_id, p.name as helper_name, h.state, h.outcome, h.outcome_at, b.name as outcome_by,
      h.moved_people, coalesce(h.shelter_id, e.shelter_id) as shelter_id, s.name as shelter_name, h.destination, h.reason,
      h.stay_id is not null as is_checked_in,
      case when h.at is null then null else jsonb_build_object('lng', st_x(h.at), 'lat', st_y(h.at)) end as place
    from ${ctx.visible(evacuationHousehold, readDoors)} h join evacuation e on e.id = h.evacuation_id
    left join person p on p.id = h.helper_id left join person b on b.id = h.outcome_by_id
    left join shelter s on s.id = coalesce(h.shelter_id, e.shelter_id)
    where ${where} order by (h.outcome in ('pending', 'not_home')) desc, h.turn, h.id limit ${limit} offset ${offset}`);
  await ctx.openPersonal(evacuationHousehold, rows);
  return rows;
}

/** 逐户名单: as long as it is, by pages; who is still to be asked first. */
export const doors = view('evacuationHouseholds.list', {
  label: { zh: '转移户', en: 'Households to move' },
  may: readDoors,
  input: z.object({
    evacuationId: idInput,
    outcome: z.enum(['pending', 'moved', 'away', 'not_home', 'refused']).optional(),
    helperId: idInput.optional(),
    vulnerableOnly: z.boolean().default(false),
    withoutHelper: z.boolean().default(false),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({ total: z.number(), items: z.array(door) }),
  reads: [evacuationHousehold],
  async run(ctx, { evacuationId, outcome, helperId, vulnerableOnly, withoutHelper, offset, limit }) {
    const where = sql`h.evacuation_id = ${evacuationId}
      and (${outcome ?? null}::text is null or h.outcome = ${outcome ?? null}::text)
      and (${helperId ?? null}::uuid is null or h.helper_id = ${helperId ?? null}::uuid)
      and (${!vulnerableOnly} or h.vulnerable > 0) and (${!withoutHelper} or h.helper_id is null)`;
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(evacuationHousehold, readDoors)} h where ${where}`,
    );
    return { total: counted?.total ?? 0, items: await doorsOf(ctx, where, limit, offset) };
  },
});

/** 入户转移 on the phone: doors that the viewer was named for, in the order in which they are asked. */
export const mine = view('evacuationHouseholds.mine', {
  label: { zh: '我的入户转移', en: 'My doors' },
  may: readDoors,
  input: z.object({}),
  output: z.object({ items: z.array(door) }),
  reads: [evacuation, evacuationHousehold],
  run: async (ctx) => ({
    items: await doorsOf(
      ctx,
      sql`h.helper_id = ${ctx.viewer.personId} and (e.state = 'under_way'
        or (e.state = 'returning' and h.state = 'answered' and h.outcome in ('moved', 'away')))`,
      500,
    ),
  }),
});

/** Shelters to send people to: open ones and those with room first, nearest of them to the evacuated ground. */
export const destinations = view('evacuations.destinations', {
  label: { zh: '可安置场所', en: 'Shelters with room' },
  may: readDoors,
  input: z.object({ lng: z.number().optional(), lat: z.number().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        address: z.string(),
        isOpen: z.boolean(),
        vacancy: z.number(),
        metres: z.number().nullable(),
      }),
    ),
  }),
  reads: [shelters.register, shelterStays.register],
  run: async (ctx, { lng, lat }) => ({
    items: await ctx.rows<{
      id: string;
      name: string;
      address: string;
      isOpen: boolean;
      vacancy: number;
      metres: number | null;
    }>(sql`
      select r.id, r.name, r.address, r.state in ('open', 'full') as is_open, ${shelterRoom(ctx).vacancy} as vacancy,
        case when r.entrance is null or ${lng ?? null}::float8 is null then null
          else st_distance(r.entrance::geography, st_setsrid(st_makepoint(${lng ?? null}::float8, ${lat ?? null}::float8), 4490)::geography) end as metres
      from ${ctx.visible(shelters.register, shelters.read)} r where r.state not in ('withdrawn', 'merged', 'closing')
      order by (${shelterRoom(ctx).vacancy} > 0) desc, 6 nulls last, r.name limit 40`),
  }),
});
