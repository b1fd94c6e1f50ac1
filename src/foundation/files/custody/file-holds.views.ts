import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../api/define.ts';
import { readHold } from '../file.permissions.ts';
import { fileHold } from './file-hold.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** Every hold, those that stand first; and how many files each keeps from being destroyed. */
export const list = view('fileHolds.list', {
  label: { zh: '证据保全一览', en: 'Legal holds' },
  may: readHold,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        state: z.string(),
        subjectRegister: z.string(),
        subjectPlural: z.string(),
        subjectLabel: phrase,
        subjectId: z.string(),
        reason: z.string(),
        caseNumber: z.string().nullable(),
        files: z.number(),
        placedAt: z.date(),
        placedBy: z.string().nullable(),
        liftedAt: z.date().nullable(),
        liftedBy: z.string().nullable(),
        liftReason: z.string().nullable(),
      }),
    ),
  }),
  reads: [fileHold],
  async run(ctx) {
    const rows = await ctx.rows<{ subjectRegister: string }>(sql`
      select h.id, h.state, h.subject_register, h.subject_id, h.reason, h.case_number, h.created_at as placed_at,
        h.lifted_at, h.lift_reason, p.name as placed_by, l.name as lifted_by,
        (select count(*)::int from file f where (h.subject_register = 'file' and f.id = h.subject_id)
          or (f.subject_register = h.subject_register and f.subject_id = h.subject_id)) as files
      from ${ctx.visible(fileHold)} h
      left join person p on p.id = h.created_by left join person l on l.id = h.lifted_by
      order by h.state = 'placed' desc, h.created_at desc limit 1000`);
    const items = rows.map((row) => {
      const register = ctx.catalogue.registers.get(row.subjectRegister);
      const name = row.subjectRegister;
      return { ...row, subjectPlural: register?.plural ?? '', subjectLabel: register?.label ?? { zh: name, en: name } };
    });
    return { items: items as never };
  },
});
