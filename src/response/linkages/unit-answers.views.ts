import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { unitNames } from '../../foundation/geo/index.ts';
import type { Found } from '../../foundation/messaging/define.ts';
import { defineAddressee } from '../../foundation/messaging/index.ts';
import { peopleOf } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dutyOf } from '../../preparedness/duty-shifts/index.ts';

/**
 * 单位: whoever is at its post now by the roster, else those who answer for it, else the duty room nearest to it. Asked of streets,
 * departments and teams alike: not all of them keep a roster, and none of them may be left out for it.
 */
export const unitAnswers = defineAddressee('unit_answers', {
  label: { zh: '单位负责人员', en: 'Who answers for a unit' },
  answers: 'anyone',
  input: z.object({ unitId: idInput }),
  async resolve(ctx: ReadContext, inputs) {
    const ids = inputs.map(({ unitId }) => unitId);
    const onDuty = (await dutyOf.atPost?.(ctx, ids)) ?? [];
    const answering = await peopleOf(
      ctx,
      ids.map((unitId) => ({ unitId })),
    );
    const names = await unitNames(ctx, ids);
    const rooms = await dutyOf.resolve(ctx, inputs);
    return inputs.map(({ unitId }, index): readonly Found[] => {
      const rostered = onDuty[index] ?? [];
      if (rostered.length > 0) return rostered;
      const unit = names.get(unitId) ?? '';
      const reason = { zh: `${unit}负责人员`, en: `Answers for ${unit}` };
      const own = (answering[index] ?? []).map((personId) => ({ personId, unitId, reason }));
      return own.length > 0 ? own : (rooms[index] ?? []);
    });
  },
});
