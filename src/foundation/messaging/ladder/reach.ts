import { sql } from 'kysely';
import type { CommandContext } from '../../api/context.ts';
import type { Role } from '../../identity/define.ts';
import { isHeld } from '../addressees/held.ts';
import { dutyRooms } from '../addressees/unit-duty.ts';
import type { Found } from '../define.ts';
import type { Asking } from './ladder.rules.ts';
import type { Ladder } from './ladders.ts';

export interface Wanted {
  readonly ladder: Ladder;
  readonly ask: Asking;
}

/** Persons asked so far, per ladder: the rung they were asked on. */
export type Asked = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Posts whose holders can be charged with an unanswered message, the first before the next. */
const RESPONSIBLE: readonly Role[] = ['duty_leader', 'duty_officer', 'commander', 'street_chief', 'street_officer'];

/** People for every step that wants some, in order; an empty list where nobody is there. One query per kind of step. */
export async function reach(ctx: CommandContext, wanted: readonly Wanted[], asked: Asked): Promise<Found[][]> {
  const found: Found[][] = wanted.map(() => []);
  const of = (who: Asking['who']) =>
    wanted.flatMap(({ ladder, ask }, index) => (ask.who === who ? [{ ladder, index }] : []));
  const put = (list: readonly { index: number }[], people: readonly (readonly Found[])[]) =>
    list.forEach(({ index }, at) => {
      found[index] = [...(people[at] ?? [])];
    });
  const ladders = (list: readonly { ladder: Ladder }[]) => list.map(({ ladder }) => ladder);

  const addressees = of('addressee');
  for (const kind of new Set(addressees.map(({ ladder }) => ladder.kind))) {
    const list = addressees.filter(({ ladder }) => ladder.kind === kind);
    const resolve = ctx.catalogue.addressees.get(kind)?.resolve;
    // A kind that a later release no longer has finds nobody: the ladder goes on to people who are there.
    if (resolve) put(list, await resolve(ctx, list.map(({ ladder }) => ladder.input) as never[]));
  }
  const deputies = of('deputy');
  if (deputies.length > 0) put(deputies, await deputiesOf(ctx, ladders(deputies), asked));
  const rooms = of('duty_room');
  if (rooms.length > 0)
    put(
      rooms,
      await dutyRooms(
        ctx,
        rooms.map(({ ladder }) => ladder.unitId ?? ladder.message.ownerUnitId),
      ),
    );
  const humans = of('human');
  if (humans.length > 0) put(humans, await humansFor(ctx, ladders(humans), asked));

  return found.map((people, index) => {
    const { ladder, ask } = wanted[index] as Wanted;
    if (ask.who !== 'deputy' && ask.who !== 'duty_room') return people;
    // Who has been silent on another rung is not somebody new to ask.
    const before = asked.get(ladder.id);
    return people.filter(({ personId }) => (before?.get(personId) ?? ladder.rung) === ladder.rung);
  });
}

/** Who stands in for those asked first: within the unit they were meant in, where there is one. */
async function deputiesOf(ctx: CommandContext, ladders: readonly Ladder[], asked: Asked): Promise<Found[][]> {
  const silent = ladders.flatMap((ladder, index) =>
    [...(asked.get(ladder.id)?.keys() ?? [])].map((personId) => ({
      index,
      person_id: personId,
      unit_id: ladder.unitId,
    })),
  );
  const rows = await ctx.rows<{ index: number; personId: string; unitId: string }>(sql`
    select distinct g.index, s.person_id, st.unit_id
    from jsonb_to_recordset(${JSON.stringify(silent)}::jsonb) as g(index integer, person_id uuid, unit_id uuid)
    join appointment h on h.person_id = g.person_id join post t on t.id = h.post_id
    join appointment s on s.deputises_for = h.id and s.person_id <> h.person_id join post st on st.id = s.post_id
    where ${isHeld(ctx, 'h')} and ${isHeld(ctx, 's')} and (g.unit_id is null or t.unit_id = g.unit_id)
    order by g.index, s.person_id`);
  const found: Found[][] = ladders.map(() => []);
  const reason = { zh: '代理人', en: 'Deputy' };
  for (const { index, personId, unitId } of rows) found[index]?.push({ personId, unitId, reason });
  return found;
}

/**
 * The named human of last resort: whoever sent it, while they hold a post; else who leads or keeps the duty nearest to
 * where the message comes from; else anybody who holds a post at all. Those who have been silent come last.
 */
async function humansFor(ctx: CommandContext, ladders: readonly Ladder[], asked: Asked): Promise<Found[][]> {
  const units = [...new Set(ladders.map(({ message }) => message.ownerUnitId))];
  const senders = [...new Set(ladders.map(({ message }) => message.createdBy))];
  const held = await ctx.rows<{ personId: string }>(sql`
    select distinct person_id from appointment a where person_id = any(${senders}::uuid[]) and ${isHeld(ctx, 'a')}`);
  const candidates = await ctx.rows<{ ownerUnitId: string; personId: string }>(sql`
    select o.id as owner_unit_id, a.person_id
    from unnest(${units}::uuid[]) as o(id) left join unit u on u.id = o.id
    cross join lateral (
      select a.person_id, a.valid_from, a.id, r.is_last, r.rank,
        case when starts_with(u.path, at.path) then length(at.path) else 0 end as nearness
      from appointment a join post t on t.id = a.post_id join unit at on at.id = t.unit_id
      cross join lateral (
        select array_position(${[...RESPONSIBLE]}::text[], t.role) is null as is_last,
          coalesce(array_position(${[...RESPONSIBLE]}::text[], t.role), case when t.role = 'wall' then 99 else 50 end) as rank
        ) r
      where ${isHeld(ctx, 'a')} and a.deputises_for is null) a
    order by o.id, a.is_last, a.nearness desc, a.rank, a.valid_from, a.id`);
  const atWork = new Set(held.map((one) => one.personId));
  const byUnit = Map.groupBy(candidates, (one) => one.ownerUnitId);
  return ladders.map(({ id, message }) => {
    const silent = asked.get(id);
    const all = (byUnit.get(message.ownerUnitId) ?? []).map((one) => one.personId);
    const inOrder = [...(atWork.has(message.createdBy) ? [message.createdBy] : []), ...all];
    const personId = inOrder.find((one) => !silent?.has(one)) ?? inOrder[0];
    const reason = { zh: '具名责任人', en: 'Named human' };
    return personId ? [{ personId, reason, unitId: null }] : [];
  });
}
