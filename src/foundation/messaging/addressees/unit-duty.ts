import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../api/context.ts';
import type { Role } from '../../identity/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { defineAddressee, type Found } from '../define.ts';
import { given, isHeld, perInput } from './held.ts';

/** Posts that sit in a duty room. */
const DUTY_ROLES: readonly Role[] = ['duty_officer', 'duty_leader', 'street_officer'];

/** 单位值班室: whoever is in the duty posts of the unit, or of the nearest unit above it that has some. */
export const unitDuty = defineAddressee('unit_duty', {
  label: { zh: '单位值班室', en: "A unit's duty room" },
  answers: 'anyone',
  input: z.object({ unitId: idInput }),
  resolve: (ctx, inputs) =>
    dutyRooms(
      ctx,
      inputs.map(({ unitId }) => unitId),
    ),
});

/**
 * The people of the duty room for each unit: its own, else that of the nearest unit above, else the command centre's:
 * headquarters have no room of their own. Where a roster says who is on duty now it is they who are told.
 */
export async function dutyRooms(ctx: ReadContext, unitIds: readonly string[]): Promise<Found[][]> {
  const units = [...new Set(unitIds)];
  const rows = await ctx.rows<{ index: number; personId: string; unitId: string; room: string; nearness: number }>(sql`
    select g.index, a.person_id, room.id as unit_id, room.short_name as room,
      case when starts_with(u.path, room.path) then length(room.path) else 0 end as nearness
    from ${given(
      units.map((unitId) => ({ unit_id: unitId })),
      'unit_id uuid',
    )}
    join unit u on u.id = g.unit_id
    join unit room on starts_with(u.path, room.path) or room.kind = 'command_center'
    join post t on t.unit_id = room.id and t.role = any(${[...DUTY_ROLES]}::text[])
    join appointment a on a.post_id = t.id and (a.deputises_for is null or a.acting_reason is not null)
    where ${isHeld(ctx, 'a')} order by g.index, nearness desc, a.valid_from, a.id`);
  const found = perInput(units, rows, (row) => row).map((list) => {
    const people = new Map<string, Found>();
    for (const { personId, unitId, room, nearness } of list) {
      if (nearness < (list[0]?.nearness ?? 0)) break;
      people.set(personId, { personId, unitId, reason: { zh: `${room}值班室`, en: `Duty room of ${room}` } });
    }
    return [...people.values()];
  });
  const atPost = await atTheirPosts(ctx, [...units, ...found.flat().map(({ unitId }) => unitId ?? '')].filter(Boolean));
  const byUnit = new Map(
    units.map((unitId, index) => {
      const room = found[index] ?? [];
      const own = atPost.get(unitId) ?? [];
      const rostered = own.length > 0 ? own : (atPost.get(room[0]?.unitId ?? '') ?? []);
      return [unitId, rostered.length > 0 ? rostered : room];
    }),
  );
  return unitIds.map((unitId) => byUnit.get(unitId) ?? []);
}

/** Whom rosters name for this minute, by unit; without a capability that keeps rosters nobody. */
async function atTheirPosts(ctx: ReadContext, unitIds: readonly string[]): Promise<Map<string, Found[]>> {
  const asked = [...new Set(unitIds)];
  const found = new Map<string, Found[]>();
  for (const kind of ctx.catalogue.addressees.values()) {
    const people = await kind.atPost?.(ctx, asked);
    for (const [index, unitId] of asked.entries())
      if ((people?.[index]?.length ?? 0) > 0) found.set(unitId, [...(people?.[index] ?? [])]);
  }
  return found;
}
