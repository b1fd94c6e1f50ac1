import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../api/context.ts';
import { view } from '../../api/define.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import { tellByHand } from '../message.permissions.ts';
import { message } from '../message.register.ts';
import { marked } from '../message.rules.ts';
import { HAND_CHANNELS } from './by-hand.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const item = z.object({
  id: z.string(),
  messageId: z.string(),
  channel: z.enum(CHANNEL_CHOICES.map(({ id }) => id)),
  heading: phrase,
  text: phrase.nullable(),
  mark: z.enum(['real', 'drill', 'test']),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  asks: z.enum(['nothing', 'receipt', 'answer', 'deed']),
  personName: z.string(),
  unitName: z.string(),
  queuedAt: z.date(),
  choices: z.array(z.object({ id: z.string(), label: phrase })),
});

interface Row {
  id: string;
  messageId: string;
  channel: z.input<typeof item>['channel'];
  headingZh: string;
  headingEn: string;
  textZh: string | null;
  textEn: string | null;
  mark: 'real' | 'drill' | 'test';
  priority: z.input<typeof item>['priority'];
  asks: z.input<typeof item>['asks'];
  personName: string;
  unitName: string;
  queuedAt: Date;
  choices: { id: string; label: { zh: string; en: string } }[];
}

/** What waits to be told by hand, as far as the viewer carries it; the most urgent and oldest first. */
export const waitingByHand = (ctx: ReadContext, limit: number) =>
  ctx.rows<Row>(sql`
    select d.id, m.id as message_id, d.channel, m.heading_zh, m.heading_en, m.text_zh, m.text_en, m.mark, m.priority, m.asks,
      p.name as person_name, coalesce(u.short_name, '') as unit_name, d.queued_at,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'label', jsonb_build_object('zh', c.label_zh, 'en', c.label_en))
        order by c.place) from message_choice c where c.message_id = m.id), '[]') as choices
    from ${ctx.visible(message, tellByHand)} m join delivery d on d.message_id = m.id join person p on p.id = d.person_id
      left join unit u on u.id = p.owner_unit_id
    where d.state = 'queued' and d.channel = any(${[...HAND_CHANNELS]}::text[])
    order by array_position(array['extra_urgent', 'urgent'], m.priority) nulls last, d.queued_at, d.id limit ${limit}`);

/** 人工渠道待办. */
export const byHand = view('messages.byHand', {
  label: { zh: '人工渠道待办', en: 'To be told by hand' },
  may: tellByHand,
  input: z.object({}),
  output: z.object({ items: z.array(item) }),
  reads: [message],
  async run(ctx) {
    const rows = await waitingByHand(ctx, 300);
    // A text is sealed under its message's key.
    const texts = rows.map(({ messageId: id, textZh, textEn }) => ({ id, textZh, textEn }));
    await ctx.openPersonal(message, texts);
    return {
      items: rows.map(({ headingZh, headingEn, textZh: _, textEn: __, mark, ...row }, index) => {
        const { textZh = null, textEn = null } = texts[index] ?? {};
        return {
          ...row,
          mark,
          heading: marked(mark, { zh: headingZh, en: headingEn }),
          text: textZh === null ? null : { zh: textZh, en: textEn ?? textZh },
        };
      }),
    };
  },
});
