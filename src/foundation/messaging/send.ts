import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { CommandContext, NewValues } from '../api/context.ts';
import type { Choice, Mark, RowOf } from '../registers/define.ts';
import { ruleUsed } from '../rule-sets/define.ts';
import type { ChannelName } from './channels/names.rules.ts';
import type { AddresseeRef } from './define.ts';
import { advance, ladderRulesOf } from './ladder/climb.ts';
import { type Asks, FOOT } from './ladder/ladder.rules.ts';
import type { Ladder } from './ladder/ladders.ts';
import { message } from './message.register.ts';

export interface MessageInput {
  /** Who is meant: ids of persons, or `addressedTo(unitDuty, { unitId })`. Nobody there? The ladder finds somebody. */
  readonly to: readonly (string | AddresseeRef)[];
  /** One word for the kind of message, e.g. `assignment.issued`; `...told(TEMPLATE, …)` fills it in with the heading. */
  readonly template: string;
  /** Names records, never people. */
  readonly heading: Phrase;
  /** May name people; sealed under the message's own key. */
  readonly text?: Phrase;
  readonly priority?: 'extra_urgent' | 'urgent' | 'normal';
  /** What it wants of everybody it goes to; nothing unless told. Choices make it a question. */
  readonly asks?: Asks;
  readonly choices?: readonly Choice[];
  /** Of the first attempt, where the channels of the ladder are not meant; those that are off are left out. */
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
 * @returns the message's id, or undefined when `to` is empty.
 */
export async function sendMessage(ctx: CommandContext, input: MessageInput): Promise<string | undefined> {
  const [id] = await sendMessages(ctx, [input]);
  return id;
}

/** Many different messages; they, their ladders, deliveries and rights are written in one statement each. */
export async function sendMessages(
  ctx: CommandContext,
  inputs: readonly MessageInput[],
): Promise<(string | undefined)[]> {
  const addressees = await expanded(ctx, inputs);
  const marks = await marksOf(
    ctx,
    inputs.filter((_, index) => addressees[index]?.length),
  );
  const sent = inputs.flatMap((input, index) => {
    const to = addressees[index] ?? [];
    return to.length > 0 ? [{ index, input, to }] : [];
  });
  const values = sent.map(({ input }) => messageValues(ctx, input, marks));
  // One alone travels with what comes next; many are one statement.
  const [only] = values;
  const rows = only && values.length === 1 ? [await ctx.insert(message, only)] : await ctx.insertMany(message, values);
  const ids: (string | undefined)[] = inputs.map(() => undefined);
  const ladders: Ladder[] = [];
  const channels = new Map<string, readonly ChannelName[]>();
  for (const [place, { index, input, to }] of sent.entries()) {
    const row = rows[place] as RowOf<typeof message>;
    ids[index] = row.id;
    for (const { kind, input } of to) ladders.push({ ...FOOT, id: newId(), kind, input, unitId: null, message: row });
    if (input.channels) channels.set(row.id, ['in_app', ...input.channels]);
    if (input.choices) writeChoices(ctx, row.id, input.choices);
    ctx.fact({
      kind: 'message.sent',
      subject: { register: 'message', id: row.id },
      concerns: [...(input.about ? [input.about] : []), ...(input.concerns ?? [])],
      payload: { template: input.template, people: to.length, to: to.slice(0, MOST_TOLD).map(recordOf) },
    });
  }
  if (ladders.length > 0) {
    await advance(ctx, ladders, { kind: 'started' }, (ladder) => channels.get(ladder.message.id));
  }
  return ids;
}

function messageValues(ctx: CommandContext, input: MessageInput, marks: Map<string, Mark>): NewValues<typeof message> {
  return {
    template: input.template,
    headingZh: input.heading.zh,
    headingEn: input.heading.en,
    textZh: input.text?.zh ?? null,
    textEn: input.text?.en ?? null,
    priority: input.priority ?? 'normal',
    asks: input.choices ? 'answer' : (input.asks ?? 'nothing'),
    ladderRule: ruleUsed(ctx.rules(ladderRulesOf(ctx, input))),
    subjectRegister: input.about?.register ?? null,
    subjectId: input.about?.id ?? null,
    sentAt: ctx.now,
    mark: input.mark ?? (input.about && marks.get(input.about.id)) ?? 'real',
  };
}

/** One ladder per addressee: each person once, and kinds of which everybody is waited for as their people. */
async function expanded(ctx: CommandContext, inputs: readonly MessageInput[]): Promise<AddresseeRef[][]> {
  const lists = inputs.map(({ to }) => to.map((one) => (typeof one === 'string' ? person(one) : one)));
  for (const kind of new Set(lists.flat().map((one) => one.kind))) {
    const definition = ctx.catalogue.addressees.get(kind);
    if (!definition) throw new Error(`there is no addressee kind ${kind}`);
    if (definition.answers === 'anyone') continue;
    const refs = lists.flat().filter((one) => one.kind === kind);
    const found = await definition.resolve(ctx, refs.map((one) => one.input) as never[]);
    const people = new Map(refs.map((ref, index) => [ref, found[index] ?? []]));
    for (const list of lists) {
      // Where nobody is found the addressee stays as it was asked for, and its ladder goes on at once.
      const each = list.flatMap((one) => {
        const some = people.get(one) ?? [];
        return some.length === 0 ? [one] : some.map(({ personId, reason }) => person(personId, reason));
      });
      list.splice(0, list.length, ...each);
    }
  }
  return lists.map((list) => [...new Map(list.map((one) => [keyOf(one), one])).values()]);
}

const person = (personId: string, reason?: Phrase): AddresseeRef => ({
  kind: 'person',
  input: { personId, ...(reason ? { reason } : {}) },
});

/** Of how many the timeline of the matter says by name that they were told. */
const MOST_TOLD = 20;

/** Whom a message went to as the record it stands for: the timeline says it by its name, the fact holds no name. */
function recordOf({ kind, input }: AddresseeRef): { register: string; id: string } | { kind: string } {
  const { personId, postId, unitId } = input as { personId?: string; postId?: string; unitId?: string };
  if (personId) return { register: 'person', id: personId };
  if (postId) return { register: 'post', id: postId };
  return unitId ? { register: 'unit', id: unitId } : { kind };
}

const keyOf = ({ kind, input }: AddresseeRef) =>
  kind === 'person' ? (input as { personId: string }).personId : `${kind} ${JSON.stringify(input)}`;

function writeChoices(ctx: CommandContext, messageId: string, choices: readonly Choice[]): void {
  const rows = choices.map(({ id, label }, index) => ({ id, zh: label.zh, en: label.en, place: index }));
  ctx.write(sql`
    insert into message_choice (message_id, id, label_zh, label_en, place)
    select ${messageId}, id, zh, en, place
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id text, zh text, en text, place integer)`);
}

/** The marks of what messages are about, where none was given with them: one question per register. */
async function marksOf(ctx: CommandContext, inputs: readonly MessageInput[]): Promise<Map<string, Mark>> {
  const marks = new Map<string, Mark>();
  const abouts = inputs.flatMap(({ about, mark }) => (about && !mark ? [about] : []));
  for (const [register, some] of Map.groupBy(abouts, (about) => about.register)) {
    const rows = await ctx.rows<{ id: string; mark: Mark }>(
      sql`select id, mark from ${sql.table(register)} where id = any(${some.map(({ id }) => id)}::uuid[])`,
    );
    for (const { id, mark } of rows) marks.set(id, mark);
  }
  return marks;
}
