import { sql } from 'kysely';
import { z } from 'zod';
import { idInput } from '../../registers/types/reference.type.ts';
import { defineAddressee } from '../define.ts';
import { given, isHeld, perInput } from './held.ts';

/** 岗位: whoever holds it now; a vacant post is answered by who deputises in it. */
export const post = defineAddressee('post', {
  label: { zh: '岗位', en: 'Post' },
  answers: 'anyone',
  input: z.object({ postId: idInput }),
  async resolve(ctx, inputs) {
    const rows = await ctx.rows<{ index: number; personId: string; unitId: string; name: string; isDeputy: boolean }>(
      sql`select g.index, a.person_id, t.unit_id, t.name, a.deputises_for is not null as is_deputy
        from ${given(
          inputs.map((one) => ({ post_id: one.postId })),
          'post_id uuid',
        )}
        join post t on t.id = g.post_id join appointment a on a.post_id = t.id
        where ${isHeld(ctx, 'a')} order by g.index, a.valid_from, a.id`,
    );
    const holders = perInput(inputs, rows, (row) => row);
    return holders.map((list) => {
      const own = list.filter((one) => !one.isDeputy);
      return (own.length > 0 ? own : list).map(({ personId, unitId, name, isDeputy }) => ({
        personId,
        unitId,
        reason: isDeputy ? { zh: `${name}（代理）`, en: `${name} (acting)` } : { zh: name, en: name },
      }));
    });
  },
});
