import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import type { Found } from '../../foundation/messaging/define.ts';
import { defineAddressee, unitDuty } from '../../foundation/messaging/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';

const KINDS = DUTY_KINDS.map(({ id }) => id);
const LABELS = new Map<string, Phrase>(DUTY_KINDS.map(({ id, label }) => [id, label]));

/** Who sits in the room, the one to be told first; a leader is asked where nobody else is. */
const TOLD_FIRST: readonly DutyKind[] = ['officer', 'chief', 'leader'];

/** Published shifts of a moment, as a condition on the alias `s`. */
export const isOnAt = (at: Date): RawBuilder<unknown> =>
  sql`s.state = 'published' and s.starts_at <= ${at}::timestamptz and s.ends_at > ${at}::timestamptz`;

interface OnDuty {
  readonly unitId: string;
  readonly personId: string;
  readonly dutyKind: DutyKind;
  readonly unit: string;
}

async function onDuty(ctx: ReadContext, unitIds: readonly string[]): Promise<OnDuty[]> {
  return ctx.rows<OnDuty>(sql`
    select s.unit_id, s.person_id, s.duty_kind, u.short_name as unit from duty_shift s join unit u on u.id = s.unit_id
    where s.unit_id = any(${[...new Set(unitIds)]}::uuid[]) and s.person_id is not null and ${isOnAt(ctx.now)}
    order by s.unit_id, array_position(${[...TOLD_FIRST]}::text[], s.duty_kind), s.seat`);
}

const foundOf = ({ personId, unitId, dutyKind, unit }: OnDuty): Found => ({
  personId,
  unitId,
  reason: { zh: `${unit}${LABELS.get(dutyKind)?.zh ?? ''}`, en: `${LABELS.get(dutyKind)?.en ?? ''}, ${unit}` },
});

/**
 * 值班人员 of a unit: whoever is on duty now by its published roster; of one kind where it is told, such as the leader. Where the
 * roster names nobody it is the duty room, as `unit_duty` knows it.
 */
export const dutyOf = defineAddressee('duty_of', {
  label: { zh: '单位当班人员', en: 'On duty in a unit' },
  answers: 'anyone',
  input: z.object({ unitId: idInput, dutyKind: z.enum(KINDS as [DutyKind, ...DutyKind[]]).optional() }),
  atPost: async (ctx, unitIds) => {
    const people = (await onDuty(ctx, unitIds)).filter(({ dutyKind }) => TOLD_FIRST.includes(dutyKind));
    return unitIds.map((unitId) => {
      const own = people.filter((one) => one.unitId === unitId);
      const room = own.filter(({ dutyKind }) => dutyKind !== 'leader');
      return (room.length > 0 ? room : own).map(foundOf);
    });
  },
  async resolve(ctx, inputs) {
    const rooms = await unitDuty.resolve(
      ctx,
      inputs.map(({ unitId }) => ({ unitId })),
    );
    const people = await onDuty(
      ctx,
      inputs.map(({ unitId }) => unitId),
    );
    return inputs.map(({ unitId, dutyKind }, index) => {
      const asked = people.filter((one) => one.unitId === unitId && one.dutyKind === dutyKind).map(foundOf);
      return asked.length > 0 ? asked : (rooms[index] ?? []);
    });
  },
});
