import { sql } from 'kysely';
import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { defineAddressee } from '../define.ts';
import { given, isHeld, perInput } from './held.ts';

const NAMED: Phrase = { zh: '指定人员', en: 'Named' };

/** 指定人员, as long as they hold a post: who has left is not there to be told, and the ladder goes on at once. */
export const person = defineAddressee('person', {
  label: { zh: '人员', en: 'Person' },
  answers: 'anyone',
  input: z.object({
    personId: idInput,
    /** Why this person, where another kind of addressee has found them. */
    reason: z.object({ zh: z.string(), en: z.string() }).optional(),
  }),
  async resolve(ctx, inputs) {
    const rows = await ctx.rows<{ index: number; personId: string; unitId: string }>(sql`
      select distinct on (g.index) g.index, a.person_id, t.unit_id
      from ${given(
        inputs.map((one) => ({ person_id: one.personId })),
        'person_id uuid',
      )}
      join appointment a on a.person_id = g.person_id join post t on t.id = a.post_id
      where ${isHeld(ctx, 'a')} order by g.index, a.deputises_for nulls first, a.valid_from, a.id`);
    return perInput(inputs, rows, ({ index, personId, unitId }) => ({
      personId,
      unitId,
      reason: inputs[index]?.reason ?? NAMED,
    }));
  },
});
