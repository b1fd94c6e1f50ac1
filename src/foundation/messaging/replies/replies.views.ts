import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../api/context.ts';
import { view } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import { marked } from '../message.rules.ts';
import { readReply } from './message-reply.permissions.ts';
import { messageReply } from './message-reply.register.ts';
import { MEANINGS } from './reply.rules.ts';

const reply = z.object({
  id: z.string(),
  channel: z.enum(CHANNEL_CHOICES.map(({ id }) => id)),
  /** Masked; opened with a reason. */
  phone: z.string().nullable(),
  words: z.string(),
  meaning: z.enum(MEANINGS.map(({ id }) => id)),
  heardAt: z.date(),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  message: z.object({ id: z.string(), heading: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
});

/** Replies that the viewer may read, the newest first. */
export const replies = view('messageReplies.list', {
  label: { zh: '消息回复', en: 'Replies' },
  may: readReply,
  input: z.object({
    meaning: z.enum(MEANINGS.map(({ id }) => id)).optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(reply) }),
  reads: [messageReply],
  run: async (ctx, { meaning, limit }) => ({
    items: await repliesWhere(ctx, meaning ? sql`r.meaning = ${meaning}` : sql`true`, limit),
  }),
});

/** One reply, word for word. */
export const replyRecord = view('messageReplies.record', {
  label: messageReply.label,
  may: readReply,
  input: z.object({ id: idInput }),
  output: reply,
  reads: [messageReply],
  async run(ctx, { id }) {
    await ctx.record(messageReply, id);
    const [found] = await repliesWhere(ctx, sql`r.id = ${id}`, 1);
    return found as z.input<typeof reply>;
  },
});

async function repliesWhere(
  ctx: ReadContext,
  condition: ReturnType<typeof sql>,
  limit: number,
): Promise<z.input<typeof reply>[]> {
  type Row = Omit<z.input<typeof reply>, 'person' | 'message'> & {
    personId: string | null;
    name: string | null;
    messageId: string | null;
    headingZh: string;
    headingEn: string;
    mark: 'real' | 'drill' | 'test';
  };
  const rows = await ctx.rows<Row>(sql`
    select r.id, r.channel, r.phone, r.words, r.meaning, r.heard_at, r.person_id, p.name, r.message_id, m.heading_zh,
      m.heading_en, m.mark
    from ${ctx.visible(messageReply)} r left join person p on p.id = r.person_id left join message m on m.id = r.message_id
    where ${condition} order by r.heard_at desc, r.id desc limit ${limit}`);
  await ctx.openPersonal(messageReply, rows);
  return rows.map(({ personId, name, messageId, headingZh, headingEn, mark, ...row }) => ({
    ...row,
    person: personId ? { id: personId, name: name ?? '' } : null,
    message: messageId ? { id: messageId, heading: marked(mark, { zh: headingZh, en: headingEn }) } : null,
  }));
}
