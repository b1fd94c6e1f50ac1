import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { boardFields, boardOf } from '../../foundation/messaging/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readLinkage } from './linkage.permissions.ts';
import { linkage } from './linkage.register.ts';
import { PARTY_SOURCES } from './linkage-party.register.ts';

const state = z.enum(['held', 'sent', 'settled', 'refused', 'withdrawn']);
const item = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state,
  mark: z.enum(['real', 'drill', 'test']),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  people: z.number(),
  startedAt: z.date(),
  sentAt: z.date().nullable(),
  answerDueAt: z.date().nullable(),
  starter: z.string(),
  addressees: z.number(),
  settled: z.number(),
});
type Item = z.input<typeof item>;

const HEAD = sql`l.id, coalesce(l.number, '') as number, l.title, l.state, l.mark, l.priority, l.people, l.started_at, l.sent_at,
  l.answer_due_at, coalesce(p.name, '') as starter`;
const COUNTS = sql`(select count(*)::int from ladder a where a.message_id = l.message_id) as addressees,
  (select count(*)::int from ladder a where a.message_id = l.message_id and a.state not in ('climbing', 'with_human')) as settled`;

/** 一键通: those that wait for somebody first. */
export const list = view('linkages.list', {
  label: { zh: '一键通列表', en: 'Linkages' },
  may: readLinkage,
  input: z.object({ matterId: idInput.optional() }),
  output: z.object({ items: z.array(item) }),
  reads: [linkage],
  async run(ctx, { matterId }) {
    const items = await ctx.rows<Item>(sql`
      select ${HEAD}, ${COUNTS} from ${ctx.visible(linkage)} l left join person p on p.id = l.created_by
      where ${matterId ? sql`l.matter_id = ${matterId}` : sql`true`}
      order by array_position(array['held', 'sent'], l.state) nulls last, l.started_at desc, l.id limit 200`);
    return { items };
  },
});

const party = z.object({
  id: z.string(),
  source: z.enum(PARTY_SOURCES.map(({ id }) => id)),
  label: z.string(),
  reason: z.string().nullable(),
  people: z.number(),
});
const orderOut = z.object({
  personId: z.string(),
  field: z.string(),
  number: z.string(),
  assignmentId: z.string(),
});

export const fileFields = item.omit({ addressees: true, settled: true }).extend({
  version: z.number(),
  words: z.string().nullable(),
  asks: z.enum(['receipt', 'answer']),
  placeText: z.string().nullable(),
  matter: z.object({ register: z.string(), id: z.string(), plural: z.string() }).nullable(),
  meetings: z.array(z.string()),
  secondPerson: z.string().nullable(),
  refusedReason: z.string().nullable(),
  settledAt: z.date().nullable(),
  messageId: z.string().nullable(),
  isMine: z.boolean(),
  parties: z.array(party),
  board: z.object(boardFields),
  /** Orders to put right the numbers that failed here. */
  corrections: z.array(orderOut),
  asOf: z.date(),
});

/** The live board of one linkage: whom it reached, how far, what they answered, and with whom the silent are. */
export const record = view('linkages.record', {
  label: { zh: '一键通', en: 'Linkage' },
  may: readLinkage,
  input: z.object({ id: idInput, only: z.enum(['all', 'silent', 'wrong', 'with_human']).default('all') }),
  output: fileFields,
  reads: [linkage],
  async run(ctx, { id, only }) {
    const row = await ctx.record(linkage, id);
    const people = await ctx.row<{ starter: string | null; second: string | null }>(sql`
      select (select name from person where id = ${row.createdBy}) as starter,
        (select name from person where id = ${row.secondPersonId}::uuid) as second`);
    const parties = await ctx.rows<z.input<typeof party>>(sql`
      select id, source, label, reason, people from linkage_party where linkage_id = ${id}
      order by array_position(${PARTY_SOURCES.map((one) => one.id)}::text[], source), id`);
    const plural = ctx.catalogue.registers.get(row.matterRegister ?? '')?.plural;
    return {
      id,
      version: row.version,
      number: row.number ?? '',
      title: row.title,
      state: row.state as z.input<typeof state>,
      mark: row.mark,
      priority: row.priority,
      people: row.people,
      startedAt: row.startedAt,
      sentAt: row.sentAt,
      answerDueAt: row.answerDueAt,
      starter: people?.starter ?? '',
      words: row.words,
      asks: row.asks,
      placeText: row.placeText,
      matter:
        row.matterRegister && row.matterId && plural
          ? { register: row.matterRegister, id: row.matterId, plural }
          : null,
      meetings: row.meetings,
      secondPerson: people?.second ?? null,
      refusedReason: row.refusedReason,
      settledAt: row.settledAt,
      messageId: row.messageId,
      isMine: row.createdBy === ctx.viewer.personId,
      parties,
      board: row.messageId ? await boardOf(ctx, row.messageId, only) : NO_BOARD,
      corrections: row.messageId ? await correctionsOf(ctx, row.messageId, row.sentAt ?? row.startedAt) : [],
      asOf: ctx.now,
    };
  },
});

const NO_BOARD = {
  figures: {
    addressees: 0,
    handedOver: 0,
    delivered: 0,
    read: 0,
    answered: 0,
    silent: 0,
    wrong: 0,
    withHuman: 0,
    settled: 0,
  },
  choices: [],
  lines: [],
};

const correctionsOf = (ctx: ReadContext, messageId: string, since: Date) =>
  ctx.rows<z.input<typeof orderOut>>(sql`
    select distinct on (c.record_id, c.field) c.record_id as person_id, c.field, coalesce(o.number, '') as number, a.id as assignment_id
    from ladder l join ladder_person p on p.ladder_id = l.id
      join correction c on c.record_register = 'person' and c.record_id = p.person_id and c.created_at >= ${since}::timestamptz
      join "order" o on o.id = c.order_id join assignment a on a.order_id = o.id
    where l.message_id = ${messageId} order by c.record_id, c.field, c.created_at`);
