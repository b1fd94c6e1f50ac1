import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { view } from '../api/define.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { ladder, laddersOf } from './follow.views.ts';
import { followMessage } from './message.permissions.ts';
import { message } from './message.register.ts';
import { marked } from './message.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** 催办过程: every message about one record and how far each has climbed, newest first, as far as the viewer may follow it. */
export const ofRecord = view('messages.ofRecord', {
  label: { zh: '记录的消息与升级', en: 'Messages about a record' },
  may: followMessage,
  input: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), recordId: idInput }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        heading: phrase,
        /** Name and version of the rule whose rungs it climbs. */
        rule: z.object({ label: phrase, version: z.number() }).nullable(),
        asks: z.enum(['nothing', 'receipt', 'answer', 'deed']),
        sentAt: z.date(),
        ladders: z.array(ladder),
      }),
    ),
  }),
  reads: [message],
  async run(ctx, { register, recordId }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const found = await ctx.rows<{ id: string }>(sql`
      select m.id from ${ctx.visible(message, followMessage)} m
      where m.subject_register = ${register} and m.subject_id = ${recordId} order by m.sent_at desc, m.id desc limit 50`);
    const items = [];
    for (const one of found) {
      const row: RowOf<typeof message> = await ctx.record(message, one.id, followMessage);
      const kind = row.ladderRule && ctx.catalogue.ruleSets.get(row.ladderRule.kind);
      items.push({
        id: row.id,
        heading: marked(row.mark, { zh: row.headingZh, en: row.headingEn }),
        rule: kind && row.ladderRule ? { label: kind.label, version: row.ladderRule.version } : null,
        asks: row.asks,
        sentAt: row.sentAt,
        ladders: await laddersOf(ctx, row),
      });
    }
    return { items };
  },
});
