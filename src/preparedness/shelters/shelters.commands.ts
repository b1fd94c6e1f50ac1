import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { capacity, occupancy } from './capacity.views.ts';
import { shelter, shelters } from './shelter.register.ts';
import { shelterStay, shelterStays } from './shelter-stay.register.ts';

const { rest: restStep } = shelters.lifecycle.transitions;
const { fields: of } = shelterStay;
const answered = z.object({ id: z.string(), state: z.string(), version: z.number() });

async function roomOf(ctx: CommandContext, shelterId: string): Promise<{ capacity: number; occupancy: number }> {
  const room = await ctx.row<{ capacity: number; occupancy: number }>(
    sql`select ${capacity(ctx)} as capacity, ${occupancy} as occupancy from shelter r where r.id = ${shelterId}`,
  );
  return room ?? { capacity: 0, occupancy: 0 };
}

/**
 * Takes a household in. The shelter is locked meanwhile: two desks of one shelter cannot both give away the last places.
 * Nobody is turned away by a program: beyond capacity it asks for the reason and takes them in.
 */
export const checkIn = command('shelterStays.register', {
  label: { zh: '登记入住', en: 'Check in' },
  may: shelterStays.keep,
  input: z.object({
    shelterId: of.shelterId.input,
    zoneId: of.zoneId.input,
    bed: of.bed.input,
    household: of.household.input,
    people: of.people.input,
    needs: of.needs.input,
    phone: of.phone.input,
    identityNumber: of.identityNumber.input,
    homeAddress: of.homeAddress.input,
    overCapacityReason: of.overCapacityReason.input,
  }),
  output: answered,
  records: ['shelter_stay.checked_in'],
  async run(ctx, input) {
    const at = await ctx.load(shelter, input.shelterId, shelters.read);
    if (at.state !== 'open' && at.state !== 'full') throw problem('state.guard', { reason: NOT_OPEN });
    const room = await roomOf(ctx, at.id);
    const left = room.capacity - room.occupancy;
    if (input.people > left && !input.overCapacityReason) {
      const reason = {
        zh: `余位 ${Math.max(0, left)} 人；仍要接收请写明原因`,
        en: `there is room for ${Math.max(0, left)}; to take them all the same, say why`,
      };
      throw problem('input.field', { label: of.overCapacityReason.label, reason }, 'overCapacityReason');
    }
    const row = await ctx.insert(shelterStay, {
      ...input,
      ownerUnitId: at.ownerUnitId,
      areaCode: at.areaCode,
      mark: at.mark,
    });
    ctx.fact({
      kind: 'shelter_stay.checked_in',
      subject: { register: 'shelter_stay', id: row.id },
      concerns: [{ register: 'shelter', id: at.id }],
      payload: { number: row.number, people: row.people, isOverCapacity: input.people > left },
    });
    return row;
  },
});

const NOT_OPEN = { zh: '该避难场所未开放，先办理「开放」', en: 'The shelter is not open; open it first' };

/** Puts a shelter to rest, when the last household has left. */
export const rest = command('shelters.rest', {
  label: { zh: '恢复平时', en: 'Put to rest' },
  may: restStep?.may ?? shelters.keep,
  input: z.object({ id: idInput, reason: z.string().max(500).optional() }),
  output: answered,
  records: ['shelter.rested'],
  async run(ctx, { id, reason: why }) {
    const row = await ctx.load(shelter, id);
    const { occupancy: people } = await roomOf(ctx, id);
    if (people > 0) {
      throw problem('state.guard', {
        reason: {
          zh: `还有 ${people} 人在住，先办理离开`,
          en: `${people} people are still there; check them out first`,
        },
      });
    }
    const after = await ctx.transition(shelters.lifecycle, row, 'rest', { openedFor: null });
    ctx.fact({ kind: 'shelter.rested', subject: { register: 'shelter', id }, payload: why ? { reason: why } : {} });
    return after;
  },
});
