import { sql } from 'kysely';
import { z } from 'zod';
import { startOfDay } from '../../kernel/calendar.ts';
import { view } from '../api/define.ts';
import { CHANNEL_LIMITS, isQuiet, limitOf } from './channel-limits.rules.ts';
import { CHANNELS } from './channels/index.ts';
import type { Channel } from './define.ts';
import { readChannels } from './message.permissions.ts';
import { message } from './message.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** How a channel stands, by what it did last and what waits. */
const HEALTH = ['off', 'by_hand', 'good', 'unused', 'failing', 'stuck'] as const;
/** A letter that has waited so long in a channel that is on has a reason that somebody should look at. */
const STUCK_MINUTES = 5;

interface Figures {
  waiting: number;
  waitingSince: Date | null;
  sent: number;
  reached: number;
  failed: number;
  sentToday: number;
  lastError: string | null;
  lastSentAt: Date | null;
  lastTriedInVain: boolean;
}

const NONE: Figures = {
  waiting: 0,
  waitingSince: null,
  sent: 0,
  reached: 0,
  failed: 0,
  sentToday: 0,
  lastError: null,
  lastSentAt: null,
  lastTriedInVain: false,
};

function healthOf({ reaches }: Channel, figures: Figures, now: Date): (typeof HEALTH)[number] {
  const { lastTriedInVain, waitingSince, lastSentAt } = figures;
  if (reaches === 'hand') return 'by_hand';
  if (lastTriedInVain) return 'failing';
  if (waitingSince && now.getTime() - waitingSince.getTime() > STUCK_MINUTES * 60_000) return 'stuck';
  return lastSentAt === null ? 'unused' : 'good';
}

/** Every channel with its settings and, where it is off, the reason. Secrets stay in the environment. */
export const channels = view('messages.channels', {
  label: { zh: '消息渠道', en: 'Message channels' },
  may: readChannels,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        label: phrase,
        whyOff: phrase.nullable(),
        settings: z.array(
          z.object({ name: z.string(), label: phrase, example: z.string(), isSecret: z.boolean(), isSet: z.boolean() }),
        ),
        /** Letters that wait now, how long the oldest has, and what became of those of the last 24 hours. */
        waiting: z.number(),
        waitingSince: z.date().nullable(),
        sent: z.number(),
        reached: z.number(),
        failed: z.number(),
        lastError: z.string().nullable(),
        health: z.enum(HEALTH),
        /** By the rule set of limits: 0 is unlimited, hours that are the same are never quiet. */
        limit: z.object({
          perMinute: z.number(),
          perDay: z.number(),
          quietFrom: z.number(),
          quietTo: z.number(),
          costFen: z.number(),
        }),
        isQuiet: z.boolean(),
        sentToday: z.number(),
        costTodayFen: z.number(),
      }),
    ),
  }),
  reads: [message],
  async run(ctx) {
    const today = sql`${startOfDay(ctx.now)}::timestamptz`;
    const day = sql`queued_at > ${ctx.now}::timestamptz - interval '24 hours'`;
    const rows = await ctx.rows<Figures & { channel: string }>(sql`
      select channel, count(*) filter (where state = 'queued')::int as waiting,
        min(queued_at) filter (where state = 'queued') as waiting_since,
        count(*) filter (where ${day} and state <> 'queued')::int as sent,
        count(*) filter (where ${day} and state in ('delivered', 'read', 'answered'))::int as reached,
        count(*) filter (where ${day} and state = 'failed')::int as failed,
        count(*) filter (where sent_at >= ${today})::int as sent_today,
        (array_agg(last_error order by queued_at desc) filter (where last_error is not null and ${day}))[1] as last_error,
        max(sent_at) as last_sent_at,
        coalesce((array_agg(last_error is not null order by coalesce(sent_at, queued_at) desc)
          filter (where attempts > 0))[1], false) as last_tried_in_vain
      from delivery where state = 'queued' or ${day} or sent_at >= ${today} group by channel`);
    const figuresOf = new Map(rows.map(({ channel, ...rest }) => [channel, rest]));
    const { channels: limits } = ctx.rules(CHANNEL_LIMITS).values;
    return {
      items: CHANNELS.map((channel) => {
        const figures = figuresOf.get(channel.name) ?? NONE;
        const { lastSentAt: _, lastTriedInVain: __, ...told } = figures;
        const { perMinute, perDay, quietFrom, quietTo, costFen } = limitOf(limits, channel.name);
        const whyOff = channel.whyOff(process.env) ?? null;
        return {
          name: channel.name,
          label: channel.label,
          whyOff,
          settings: channel.describe.map((one) => ({ ...one, isSet: Boolean(process.env[one.name]) })),
          ...told,
          health: whyOff ? ('off' as const) : healthOf(channel, figures, ctx.now),
          limit: { perMinute, perDay, quietFrom, quietTo, costFen },
          isQuiet: isQuiet({ quietFrom, quietTo }, ctx.now),
          costTodayFen: told.sentToday * costFen,
        };
      }),
    };
  },
});
