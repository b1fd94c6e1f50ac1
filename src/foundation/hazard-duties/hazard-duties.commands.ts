import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { keepHazardDuty } from './hazard-duty.permissions.ts';
import { hazardDuty } from './hazard-duty.register.ts';

const { fields: of } = hazardDuty;

/** 确定分工: one cell of the table: a unit leads or supports a part for a hazard, or has no part in it any more. */
export const set = command('hazardDuties.set', {
  label: { zh: '确定灾种职责', en: 'Set a duty for a hazard' },
  may: keepHazardDuty,
  input: z.object({
    unitId: of.unitId.input,
    hazard: of.hazard.input,
    phase: of.phase.input,
    /** Null takes the unit out of the cell. */
    part: of.part.input.nullable(),
  }),
  output: z.object({ id: z.string(), part: z.string().nullable() }),
  records: ['hazard_duty.set', 'hazard_duty.cleared'],
  async run(ctx, { unitId, hazard, phase, part }) {
    // Whoever changes a unit's cells queues behind whoever does so now, so that two at once make one row.
    const unit = await ctx.row(sql`select id from unit where id = ${unitId} for update`);
    if (!unit) throw problem('record.unknown', {}, 'unitId');
    const found = await ctx.row<{ id: string }>(sql`select id from hazard_duty
      where unit_id = ${unitId} and hazard = ${hazard} and phase = ${phase}`);
    const before = found && (await ctx.load(hazardDuty, found.id));
    const isThere = before !== undefined && before.state === 'active';
    if (isThere ? before.part === part : part === null) {
      throw problem('state.guard', { reason: { zh: '没有任何改动', en: 'Nothing was changed' } });
    }
    const row = !before
      ? await ctx.insert(hazardDuty, { unitId, hazard, phase, part: part ?? 'support', ownerUnitId: unitId })
      : await ctx.update(hazardDuty, before, part ? { part, state: 'active' } : { state: 'withdrawn' });
    ctx.fact({
      kind: part ? 'hazard_duty.set' : 'hazard_duty.cleared',
      subject: { register: 'hazard_duty', id: row.id },
      concerns: [{ register: 'unit', id: unitId }],
      payload: { unitId, hazard, phase, part, before: isThere ? before.part : null },
    });
    return { id: row.id, part };
  },
});
