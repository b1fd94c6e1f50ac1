import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import { command } from '../../api/define.ts';
import type { Mark } from '../../registers/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { surroundingsOf } from './around.ts';
import { ASKED } from './asked.rules.ts';
import { keepSurroundings } from './surroundings.permissions.ts';
import { surroundings } from './surroundings.register.ts';
import { titleWords } from './surroundings-words.rules.ts';

/** 归入: asks anew, as whoever keeps it sees it, and puts the answer on the timeline of a record such as an incident. */
export const keep = command('surroundings.keep', {
  label: { zh: '归入周边分析', en: 'Keep surroundings' },
  may: keepSurroundings,
  input: z.object({
    ...ASKED,
    subject: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }),
    note: surroundings.fields.note.input,
  }),
  output: z.object({ id: z.string(), number: z.string() }),
  records: ['surroundings.kept'],
  async run(ctx, { subject, note, ...asked }) {
    if (!(await ctx.maySee(subject.register, subject.id))) throw problem('record.unknown', {}, 'subject');
    const about = await ctx.row<{ mark: Mark; areaCode: string }>(
      sql`select mark, area_code from ${sql.table(subject.register)} where id = ${subject.id}`,
    );
    const result = await surroundingsOf(ctx, asked);
    const row = await ctx.insert(surroundings, {
      title: titleWords(result).zh.slice(0, 200),
      subjectRegister: subject.register,
      subjectId: subject.id,
      note,
      asked,
      result,
      ...(about ?? {}),
    });
    const { metres, minutes, way } = result.reach;
    ctx.fact({
      kind: 'surroundings.kept',
      subject: { register: 'surroundings', id: row.id },
      concerns: [subject],
      payload: { number: row.number, title: row.title, metres, minutes, way },
    });
    return { id: row.id, number: row.number ?? '' };
  },
});
