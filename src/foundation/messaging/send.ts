import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { CommandContext } from '../api/context.ts';
import type { Mark } from '../registers/define.ts';
import { CHANNELS, type ChannelName } from './channels/index.ts';
import { message } from './message.register.ts';

export interface MessageInput {
  /** Ids of persons; each gets the message once, however often named. */
  readonly to: readonly string[];
  /** One word for the kind of message, e.g. `assignment.issued`: what sounds and ladders are chosen by. */
  readonly template: string;
  /** Names records, never people. */
  readonly heading: Phrase;
  /** May name people; sealed under the message's own key. */
  readonly text?: Phrase;
  readonly priority?: 'extra_urgent' | 'urgent' | 'normal';
  /** `in_app` is always used; others are added when they are switched on. */
  readonly channels?: readonly ChannelName[];
  /** The record the message is about: opening the message leads there. */
  readonly about?: { readonly register: string; readonly id: string };
  /** Further records on whose timeline the message is told. */
  readonly concerns?: readonly { readonly register: string; readonly id: string }[];
  /** Taken from the record it is about unless given. */
  readonly mark?: Mark;
}

/**
 * Tells people something, in the command's transaction: either the change and its message are there or neither.
 * Sending starts after the commit. The command must list `message.sent` among its records.
 * @returns the message's id, or undefined when there is nobody to tell.
 */
export async function sendMessage(ctx: CommandContext, input: MessageInput): Promise<string | undefined> {
  const [id] = await sendMessages(ctx, [input]);
  return id;
}

/** Many different messages; deliveries and rights of all are written in one statement each. */
export async function sendMessages(
  ctx: CommandContext,
  inputs: readonly MessageInput[],
): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  const deliveries: Delivery[] = [];
  for (const input of inputs) {
    const people = [...new Set(input.to)];
    if (people.length === 0) {
      ids.push(undefined);
      continue;
    }
    const mark = input.mark ?? (await markOf(ctx, input.about));
    const row = await ctx.insert(message, {
      template: input.template,
      headingZh: input.heading.zh,
      headingEn: input.heading.en,
      ...(input.text ? { textZh: input.text.zh, textEn: input.text.en } : {}),
      priority: input.priority ?? 'normal',
      subjectRegister: input.about?.register ?? null,
      subjectId: input.about?.id ?? null,
      sentAt: ctx.now,
      mark,
    });
    ids.push(row.id);
    for (const channel of channelsOf(input.channels ?? [])) {
      for (const personId of people) deliveries.push(deliveryOf(row.id, personId, channel));
    }
    ctx.fact({
      kind: 'message.sent',
      subject: { register: 'message', id: row.id },
      concerns: [...(input.about ? [input.about] : []), ...(input.concerns ?? [])],
      payload: { template: input.template, people: people.length },
    });
  }
  if (deliveries.length > 0) await writeDeliveries(ctx, deliveries);
  return ids;
}

interface Delivery {
  id: string;
  message_id: string;
  person_id: string;
  channel: string;
  state: 'queued' | 'sent';
}

function deliveryOf(messageId: string, personId: string, channel: (typeof CHANNELS)[number]): Delivery {
  const state = channel.reaches === 'inbox' ? 'sent' : 'queued';
  return { id: newId(), message_id: messageId, person_id: personId, channel: channel.name, state };
}

/** Channels that are off are left out: the settings page says why, and the inbox is always there. */
function channelsOf(wanted: readonly ChannelName[]) {
  return CHANNELS.filter(
    (channel) =>
      channel.reaches === 'inbox' || (wanted.includes(channel.name) && channel.whyOff(process.env) === undefined),
  );
}

async function writeDeliveries(ctx: CommandContext, deliveries: readonly Delivery[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
        as g(id uuid, message_id uuid, person_id uuid, channel text, state text)),
    written as (
      insert into delivery (id, message_id, person_id, channel, state, queued_at, next_attempt_at, sent_at)
      select id, message_id, person_id, channel, state, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz,
        case when state = 'sent' then ${ctx.now}::timestamptz end
      from given)
    insert into involvement (register, record_id, person_id, since)
    select distinct 'message', message_id, person_id, ${ctx.now}::timestamptz from given
    on conflict do nothing`.execute(ctx.tx);
}

async function markOf(ctx: CommandContext, about: MessageInput['about']): Promise<Mark> {
  if (!about) return 'real';
  const row = await ctx.row<{ mark: Mark }>(sql`select mark from ${sql.table(about.register)} where id = ${about.id}`);
  return row?.mark ?? 'real';
}
