import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { meetClock, startClock } from '../../foundation/clocks/index.ts';
import { isUnderCorrection, orderCorrection } from '../../foundation/corrections/index.ts';
import {
  type AddresseeRef,
  checkedAddressee,
  roleInArea,
  sendMessage,
  told,
} from '../../foundation/messaging/index.ts';
import { MESSAGE_PRIORITIES } from '../../foundation/messaging/message.register.ts';
import { ISSUE_RECORDS } from '../../foundation/orders/index.ts';
import { person } from '../../foundation/organisation/person.register.ts';
import type { Mark, RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { isOpen } from './follow.views.ts';
import { groundOf } from './ground.views.ts';
import { linkageLifecycle } from './linkage.lifecycle.ts';
import { reviewLinkage, settleLinkage, startLinkage } from './linkage.permissions.ts';
import { LINKAGE_ASKS, linkage } from './linkage.register.ts';
import { LINKAGE, LINKAGE_HELD, LINKAGE_RULES, needsSecond } from './linkage.rules.ts';
import { linkageParty } from './linkage-party.register.ts';
import { MEETING_WAYS } from './meeting-ways.ts';
import { keyOf, originInput, partyInput, peopleOfParties } from './propose.views.ts';

type Linkage = RowOf<typeof linkage>;

const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
const NOBODY = { zh: '没有可通知的人员，请调整联动对象', en: 'nobody is there to be reached; choose other addressees' };
const SAME = { zh: '发起人不能复核自己的一键通', en: 'whoever started it cannot be the second person' };
const OPEN = { zh: '还有未应答的对象', en: 'somebody has not answered yet' };
const KNOWN = { zh: '号码正在更正', en: 'its correction is under way' };

/** Digits of a district in an area code (GB/T 2260). */
const DISTRICT = 6;

const refOf = (id: string) => ({ register: 'linkage', id });
const matterOf = ({ matterRegister, matterId }: Linkage) =>
  matterRegister && matterId ? [{ register: matterRegister, id: matterId }] : [];

/**
 * 一键通: everybody chosen is told at once, each up a ladder of their own. A send to very many is kept as it is and waits for a second
 * person; nothing of it is lost by waiting.
 */
export const start = command('linkages.start', {
  label: { zh: '发起一键通', en: 'Start a linkage' },
  may: startLinkage,
  input: z.object({
    ...originInput,
    title: z.string().min(2).max(120).transform(cleanText),
    words: z.string().max(2000).transform(cleanText).optional(),
    priority: z.enum(MESSAGE_PRIORITIES.map(({ id }) => id)).default('urgent'),
    asks: z.enum(LINKAGE_ASKS.map(({ id }) => id)).default('receipt'),
    choices: z.array(z.string().trim().min(1).max(60).transform(cleanText)).max(8).default([]),
    meetings: z
      .array(z.enum(MEETING_WAYS.map(({ name }) => name) as [string, ...string[]]))
      .max(8)
      .default([]),
    isDrill: z.boolean().default(false),
    answerMinutes: z.number().int().min(1).max(1440).optional(),
    parties: z.array(partyInput).min(1).max(500),
  }),
  output: stepped.extend({ number: z.string(), people: z.number(), isHeld: z.boolean() }),
  records: ['linkage.sent', 'linkage.held', 'message.sent'],
  async run(ctx, { register, recordId, within, parties, isDrill, choices, asks, ...given }) {
    const ground = await groundOf(ctx, { register, recordId, within });
    if (asks === 'answer' && choices.length < 2) {
      throw problem('input.required', { label: linkage.fields.choices.label }, 'choices');
    }
    if (new Set(choices).size < choices.length) throw problem('message.choices_doubled', {}, 'choices');
    const unique = [...new Map(parties.map((one) => [keyOf(one), one])).values()];
    const refs = unique.map((one, index) => checkedAddressee(ctx, one, `parties.${index}`));
    const found = await peopleOfParties(ctx, refs);
    const people = new Set(found.flatMap((list) => list.map(({ personId }) => personId))).size;
    if (people === 0) throw problem('state.guard', { reason: NOBODY }, 'parties');
    const rules = ctx.rules(LINKAGE_RULES);
    const mark: Mark = ground.matter && ground.matter.mark !== 'real' ? ground.matter.mark : isDrill ? 'drill' : 'real';
    const row = await ctx.insert(linkage, {
      ...given,
      asks,
      choices: asks === 'answer' ? choices : [],
      matterRegister: ground.matter?.register ?? null,
      matterId: ground.matter?.id ?? null,
      ground: within ?? null,
      place: ground.at,
      placeText: ground.placeText,
      people,
      startedAt: ctx.now,
      answerMinutes: given.answerMinutes ?? rules.values[given.priority],
      ruleUsed: ruleUsed(rules),
      mark,
    });
    await ctx.insertMany(
      linkageParty,
      unique.map((one, index) => ({
        linkageId: row.id,
        source: one.source,
        label: one.label,
        reason: one.reason,
        addresseeKind: one.kind,
        addressee: one.input,
        people: found[index]?.length ?? 0,
        mark,
        areaCode: row.areaCode,
      })),
    );
    const isHeld = needsSecond(people, rules.values.secondPersonFrom);
    if (isHeld) await hold(ctx, row);
    const { id, state, version } = isHeld ? row : await send(ctx, row, refs, 'send', {});
    return { id, state, version, number: row.number ?? '', people, isHeld };
  },
});

/** Kept as it is until a second person of the district looks at it. */
async function hold(ctx: CommandContext, row: Linkage): Promise<void> {
  ctx.fact({
    kind: 'linkage.held',
    subject: refOf(row.id),
    concerns: matterOf(row),
    payload: { number: row.number, people: row.people },
  });
  const leaders = await roleInArea.resolve(ctx, [{ role: 'duty_leader', areaCode: row.areaCode.slice(0, DISTRICT) }]);
  await sendMessage(ctx, {
    to: (leaders[0] ?? []).map(({ personId }) => personId).filter((id) => id !== ctx.viewer.personId),
    ...told(LINKAGE_HELD, { number: row.number ?? '', title: row.title, people: row.people }),
    about: refOf(row.id),
    mark: row.mark,
  });
}

/** Tells everybody, and lets the deadline run. */
async function send(
  ctx: CommandContext,
  row: Linkage,
  to: readonly AddresseeRef[],
  step: 'send' | 'confirm',
  more: { secondPersonId?: string },
): Promise<Linkage> {
  const ways = MEETING_WAYS.filter(({ name }) => row.meetings.includes(name)).flatMap(
    (way) => way.line(process.env, row) ?? [],
  );
  const half = (language: 'zh' | 'en') => [row.words, ...ways.map((one) => one[language])].filter(Boolean).join('\n');
  const text = { zh: half('zh'), en: half('en') };
  const messageId = await sendMessage(ctx, {
    ...told(LINKAGE, { number: row.number ?? '', title: row.title }),
    to,
    ...(text.zh ? { text } : {}),
    priority: row.priority,
    ...(row.asks === 'answer'
      ? { choices: row.choices.map((word, index) => ({ id: String(index + 1), label: { zh: word, en: word } })) }
      : {}),
    about: refOf(row.id),
    concerns: matterOf(row),
    mark: row.mark,
  });
  const answerDueAt = new Date(ctx.now.getTime() + row.answerMinutes * 60_000);
  const rules = ctx.rules(LINKAGE_RULES, row.startedAt);
  const clock = await startClock(ctx, {
    subject: refOf(row.id),
    name: 'linkage_answers',
    label: { zh: `一键通答复 ${row.number}`, en: `Answers to ${row.number}` },
    from: ctx.now,
    limit: { dueAt: answerDueAt },
    citation: rules.citation,
    ruleVersion: ruleWord(rules),
    concerns: matterOf(row),
  });
  const sent = await ctx.transition(linkageLifecycle, row, step, {
    ...more,
    sentAt: ctx.now,
    answerDueAt,
    messageId: messageId ?? null,
  });
  ctx.fact({
    kind: 'linkage.sent',
    subject: refOf(row.id),
    concerns: [...matterOf(row), clock],
    payload: { number: row.number, people: row.people, isReviewed: step === 'confirm' },
  });
  return sent;
}

/** 复核通过: a second person has looked at whom it reaches and what it says; the addressees are those that were frozen. */
export const confirm = command('linkages.confirm', {
  label: { zh: '复核并发出', en: 'Agree and send' },
  may: reviewLinkage,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['linkage.sent', 'message.sent'],
  async run(ctx, { id }) {
    const row = await ctx.load(linkage, id);
    if (row.createdBy === ctx.viewer.personId) throw problem('state.guard', { reason: SAME });
    const parties = await ctx.rows<{ kind: string; input: Record<string, unknown> }>(
      sql`select addressee_kind as kind, addressee as input from linkage_party where linkage_id = ${id} order by id`,
    );
    return send(ctx, row, parties, 'confirm', { secondPersonId: ctx.viewer.personId });
  },
});

export const refuse = command('linkages.refuse', {
  label: { zh: '退回一键通', en: 'Refuse a linkage' },
  may: reviewLinkage,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(300).transform(cleanText) }),
  output: stepped,
  records: ['linkage.refused', 'message.sent'],
  async run(ctx, { id, reason }) {
    const loaded = await ctx.load(linkage, id);
    if (loaded.createdBy === ctx.viewer.personId) throw problem('state.guard', { reason: SAME });
    const row = await ctx.transition(linkageLifecycle, loaded, 'refuse', {
      secondPersonId: ctx.viewer.personId,
      refusedReason: reason,
    });
    ctx.fact({
      kind: 'linkage.refused',
      subject: refOf(id),
      concerns: matterOf(row),
      payload: { number: row.number, reason },
    });
    return row;
  },
});

export const withdraw = command('linkages.withdraw', {
  label: { zh: '撤回一键通', en: 'Withdraw a linkage' },
  may: startLinkage,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['linkage.withdrawn'],
  async run(ctx, { id }) {
    const row = await ctx.transition(linkageLifecycle, await ctx.load(linkage, id), 'withdraw');
    ctx.fact({
      kind: 'linkage.withdrawn',
      subject: refOf(id),
      concerns: matterOf(row),
      payload: { number: row.number },
    });
    return row;
  },
});

/** For every addressee a human has answered, taken over, or it is needed no longer. */
export const settle = command('linkages.settle', {
  label: { zh: '登记一键通落实', en: 'Note that a linkage is settled' },
  may: settleLinkage,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['linkage.settled'],
  async run(ctx, { id }) {
    const loaded = await ctx.load(linkage, id);
    if (await isOpen(ctx, loaded.messageId)) throw problem('state.guard', { reason: OPEN });
    const row = await ctx.transition(linkageLifecycle, loaded, 'settle', { settledAt: ctx.now });
    const clocks = await meetClock(ctx, refOf(id), 'linkage_answers', ctx.now);
    ctx.fact({
      kind: 'linkage.settled',
      subject: refOf(id),
      concerns: [...matterOf(row), ...clocks],
      payload: { number: row.number },
    });
    return row;
  },
});

const FIELDS = { phone: person.fields.phone.label, email: person.fields.email.label };

/** A number at which nobody is reached becomes an order to the unit that keeps it, once while that order is open. */
export const askCorrection = command('linkages.askCorrection', {
  label: { zh: '失效号码转更正', en: 'Have a number corrected' },
  may: settleLinkage,
  input: z.object({ id: idInput, personId: idInput, field: z.enum(['phone', 'email']) }),
  output: z.object({ id: z.string(), orderId: z.string() }),
  records: ['correction.asked', ...ISSUE_RECORDS],
  async run(ctx, { id, personId, field }) {
    const row = await ctx.load(linkage, id);
    const concerns = { register: 'person', id: personId };
    if (await isUnderCorrection(ctx, concerns, field)) throw problem('state.guard', { reason: KNOWN });
    const whose = await ctx.load(person, personId);
    return orderCorrection(ctx, {
      concerns,
      label: person.label,
      record: { ...whose, mark: row.mark, title: whose.name },
      field: { name: field, label: FIELDS[field] },
      why: `${row.number} 通知未送达`,
    });
  },
});
