import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { view } from '../api/define.ts';
import { keepSavedView } from './saved-view.permissions.ts';
import { savedView } from './saved-view.register.ts';

const item = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  /** Text of the search field. */
  q: z.string(),
  columns: z.array(z.string()),
  isShared: z.boolean(),
  isOwn: z.boolean(),
});

/** One's own views of a register's list, and those shared in one's units. */
export const ofRegister = view('savedViews.ofRegister', {
  label: { zh: '台账的常用视图', en: 'Saved views of a register' },
  may: keepSavedView,
  input: z.object({ register: z.string().max(60) }),
  output: z.object({ mayShare: z.boolean(), items: z.array(item) }),
  reads: [savedView],
  async run(ctx, { register }) {
    const faces = ctx.catalogue.faces.get(register);
    if (!faces || !ctx.holds(faces.read)) throw problem('record.unknown', {}, 'register');
    const units = ctx.viewer.hats.map((hat) => hat.unit.id);
    const rows = await ctx.rows<Omit<z.input<typeof item>, 'q'> & { searchText: string | null }>(sql`
      select v.id, v.name, coalesce(v.query, '') as query, v.search_text, coalesce(v.columns, '{}') as columns, v.is_shared,
        v.created_by = ${ctx.viewer.personId} as is_own
      from saved_view v -- not by scope: a colleague's is seen where it is shared, and nobody else's
      where v.listed_register = ${register} and v.state = 'active'
        and (v.created_by = ${ctx.viewer.personId} or (v.is_shared and v.owner_unit_id = any(${units}::uuid[])))
      order by is_own desc, v.name, v.id limit 100`);
    await ctx.openPersonal(savedView, rows);
    const items = rows.map(({ searchText, ...row }) => ({ ...row, q: searchText ?? '' }));
    return { mayShare: ctx.holds(faces.keep), items };
  },
});
