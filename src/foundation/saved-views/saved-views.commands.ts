import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { queryFor } from './query.rules.ts';
import { keepSavedView } from './saved-view.permissions.ts';
import { savedView } from './saved-view.register.ts';

const saved = z.object({ id: z.string(), version: z.number() });

/** Saves the list as it stands; one's own view of the same name is replaced. */
export const save = command('savedViews.save', {
  label: { zh: '保存视图', en: 'Save a view' },
  may: keepSavedView,
  perMinute: 20,
  input: z.object({
    register: z.string().max(60),
    name: z
      .string()
      .max(40)
      .transform(cleanText)
      .refine((text) => text.length > 0, { params: { required: true } }),
    query: z.string().max(2000),
    /** What stands in the search field; travels in the body, as everything that is typed to find somebody. */
    q: z.string().max(100).transform(cleanText).default(''),
    columns: z.array(z.string().max(60)).max(100),
    isShared: z.boolean().default(false),
  }),
  output: saved,
  records: ['saved_view.saved'],
  async run(ctx, { register, name, query, q, columns, isShared }) {
    const faces = ctx.catalogue.faces.get(register);
    if (!faces || !ctx.holds(faces.read)) throw problem('record.unknown', {}, 'register');
    if (isShared && !ctx.holds(faces.keep)) {
      throw problem('permission.missing', {
        permission: faces.keep.label,
        who: { zh: '系统管理员', en: 'the system administrator' },
      });
    }
    const values = { query: queryFor(faces, query) || null, searchText: q || null, columns, isShared };
    const own = await ctx.row<{ id: string }>(sql`select id from ${ctx.visible(savedView)} v
      where v.listed_register = ${register} and v.name = ${name} and v.state = 'active' order by v.id limit 1`);
    const row = own
      ? await ctx.update(savedView, await ctx.load(savedView, own.id), values)
      : await ctx.insert(savedView, { listedRegister: register, name, state: 'active', ...values });
    ctx.fact({
      kind: 'saved_view.saved',
      subject: { register: 'saved_view', id: row.id },
      payload: { register, isShared },
    });
    return row;
  },
});

export const remove = command('savedViews.remove', {
  label: { zh: '删除视图', en: 'Remove a view' },
  may: keepSavedView,
  input: z.object({ id: idInput }),
  output: saved,
  records: ['saved_view.removed'],
  async run(ctx, { id }) {
    const row = await ctx.load(savedView, id);
    if (row.state !== 'active') throw problem('record.unknown', {}, 'id');
    ctx.fact({ kind: 'saved_view.removed', subject: { register: 'saved_view', id } });
    return ctx.update(savedView, row, { state: 'removed' });
  },
});
