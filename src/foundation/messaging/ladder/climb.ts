import { sql } from 'kysely';
import type { CommandContext, ReadContext } from '../../api/context.ts';
import type { RecordRef } from '../../clocks/index.ts';
import { CHANNELS } from '../channels/index.ts';
import type { ChannelName } from '../channels/names.rules.ts';
import type { Channel, Found } from '../define.ts';
import { type DeliveryRow, writeDeliveries } from '../deliveries.ts';
import {
  type LadderEvent,
  type LadderRules,
  type LadderStep,
  MESSAGE_LADDERS,
  nextStep,
  type RungWho,
  rungsFor,
} from './ladder.rules.ts';
import { type Ladder, laddersAsking, loadLadders } from './ladders.ts';
import { reach, type Wanted } from './reach.ts';

/** What one go did to a ladder. */
export interface Move {
  readonly from: Ladder;
  readonly to: Ladder;
  /** Who is asked now; nobody where the step only ended or began to wait. */
  readonly asked?: { readonly who: RungWho; readonly people: readonly Found[]; readonly isRepeat: boolean };
}

/** The rule set whose ladders a message climbs: its template's own, else the general one. */
export function ladderRulesOf(ctx: Pick<ReadContext, 'catalogue'>, { template }: { template: string }): LadderRules {
  return ctx.catalogue.messageTemplates.get(template)?.ladders ?? MESSAGE_LADDERS;
}

/** Channels among these that are on. */
export function channelsOn(names: readonly ChannelName[]): Channel<ChannelName>[] {
  return CHANNELS.filter((one) => names.includes(one.name) && one.whyOff(process.env) === undefined);
}

/**
 * Lets ladders take the step that follows from an event, all of them in a few statements: people are looked for, steps
 * that find nobody go on at once, deliveries are queued. State and deliveries are one transaction: a crash leaves a
 * ladder where it stood, and the next runner takes it up there.
 * @param first channels of the first attempt, per ladder, where the rule's are not meant
 */
export async function advance(
  ctx: CommandContext,
  ladders: readonly Ladder[],
  event: LadderEvent,
  first?: (ladder: Ladder) => readonly ChannelName[] | undefined,
): Promise<Move[]> {
  const rules = ({ message }: Ladder) =>
    rungsFor(message, ctx.rules(ladderRulesOf(ctx, message), message.sentAt).values);
  const isNew = event.kind === 'started';
  const moves: Move[] = [];
  const asking: { from: Ladder; wanted: Wanted }[] = [];
  const take = (from: Ladder, now: Ladder, { next, ask }: LadderStep) => {
    const ladder = { ...now, ...next };
    if (ask) asking.push({ from, wanted: { ladder, ask } });
    else if (isNew || next !== now) moves.push({ from, to: ladder });
  };
  for (const ladder of ladders) take(ladder, ladder, nextStep(ladder, event, rules(ladder), ctx.now));
  const asked = isNew
    ? new Map<string, Map<string, number>>()
    : await askedOn(
        ctx,
        asking.map(({ from }) => from.id),
      );
  const letters: DeliveryRow[] = [];
  const told = isNew
    ? new Set<string>()
    : await toldSince(
        ctx,
        asking.map(({ from }) => from),
      );
  while (asking.length > 0) {
    const round = asking.splice(0);
    const found = await reach(
      ctx,
      round.map(({ wanted }) => wanted),
      asked,
    );
    for (const [index, { from, wanted }] of round.entries()) {
      const { ladder, ask } = wanted;
      const people = found[index] ?? [];
      const isFirst = isNew && ladder.rung === 0;
      const channels = channelsOn((isFirst && first?.(ladder)) || ask.channels);
      if (people.length === 0 || channels.length === 0) {
        take(from, ladder, nextStep(ladder, { kind: 'nobody' }, rules(ladder), ctx.now));
        continue;
      }
      for (const { personId } of people) {
        // The duty room that was told of the same record meanwhile knows: two at once for one thing are read as none.
        if (ask.who === 'duty_room' && told.has(`${ladder.id} ${personId}`)) continue;
        for (const channel of channels) letters.push({ messageId: ladder.message.id, personId, channel });
      }
      const unitId = ladder.unitId ?? people[0]?.unitId ?? null;
      moves.push({ from, to: { ...ladder, unitId }, asked: { who: ask.who, people, isRepeat: ask.isRepeat } });
    }
  }
  write(ctx, moves, isNew);
  writeDeliveries(ctx, letters);
  return moves;
}

/** Somebody did what a message asks: their ladders end, and nobody else is asked. */
export async function confirm(ctx: CommandContext, messageIds: readonly string[], personId: string): Promise<void> {
  await advance(ctx, await laddersAsking(ctx, messageIds, personId), { kind: 'confirmed' });
}

/**
 * What a message was about is settled: nobody need be asked any more, e.g. because the order was received by telephone.
 * Answers the messages whose ladders ended, for the `concerns` of the caller's fact.
 * @param templates only these kinds of messages; all of them unless told
 */
export async function stopLadders(
  ctx: CommandContext,
  about: RecordRef,
  templates?: readonly string[],
): Promise<RecordRef[]> {
  const ladders = await loadLadders(
    ctx,
    sql`l.state in ('climbing', 'with_human') and m.subject_id = ${about.id} and m.subject_register = ${about.register}
      and (${templates === undefined} or m.template = any(${[...(templates ?? [])]}::text[]))`,
  );
  await advance(ctx, ladders, { kind: 'stopped' });
  return [...new Set(ladders.map(({ message }) => message.id))].map((id) => ({ register: 'message', id }));
}

/** Who has got a later message about the same record, as `<ladder> <person>`. */
async function toldSince(ctx: CommandContext, ladders: readonly Ladder[]): Promise<Set<string>> {
  if (ladders.length === 0) return new Set();
  const rows = await ctx.rows<{ ladderId: string; personId: string }>(sql`
    select distinct l.id as ladder_id, d.person_id from ladder l join message m on m.id = l.message_id
    join message other on other.subject_id = m.subject_id and other.subject_register = m.subject_register
      and other.id <> m.id and other.sent_at >= m.sent_at
    join delivery d on d.message_id = other.id and d.channel = 'in_app'
    where l.id = any(${ladders.map(({ id }) => id)}::uuid[])`);
  return new Set(rows.map(({ ladderId, personId }) => `${ladderId} ${personId}`));
}

async function askedOn(ctx: CommandContext, ids: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const asked = new Map<string, Map<string, number>>();
  if (ids.length === 0) return asked;
  const rows = await ctx.rows<{ ladderId: string; personId: string; rung: number }>(
    sql`select ladder_id, person_id, rung from ladder_person where ladder_id = any(${[...ids]}::uuid[])`,
  );
  for (const { ladderId, personId, rung } of rows) {
    const people = asked.get(ladderId) ?? new Map<string, number>();
    asked.set(ladderId, people.set(personId, rung));
  }
  return asked;
}

function write(ctx: CommandContext, moves: readonly Move[], isNew: boolean): void {
  if (moves.length === 0) return;
  const rows = moves.map(({ to, asked }) => ({
    id: to.id,
    message_id: to.message.id,
    kind: to.kind,
    input: to.input,
    unit_id: to.unitId,
    state: to.state,
    rung: to.rung,
    round: to.round,
    next_at: to.nextAt?.toISOString() ?? null,
    human_id: asked?.who === 'human' ? asked.people[0]?.personId : null,
    is_ended: !['climbing', 'with_human'].includes(to.state),
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, message_id uuid, kind text,
    input jsonb, unit_id uuid, state text, rung integer, round integer, next_at timestamptz, human_id uuid,
    is_ended boolean)`;
  ctx.write(
    isNew
      ? sql`insert into ladder (id, message_id, kind, input, unit_id, state, rung, round, next_at, human_id, started_at)
          select id, message_id, kind, input, unit_id, state, rung, round, next_at, human_id, ${ctx.now}::timestamptz
          from ${given}`
      : sql`update ladder l set unit_id = g.unit_id, state = g.state, rung = g.rung, round = g.round,
          next_at = g.next_at, human_id = coalesce(g.human_id, l.human_id),
          ended_at = case when g.is_ended then ${ctx.now}::timestamptz end,
          ended_by = case when g.is_ended then ${ctx.viewer.personId}::uuid end
          from ${given} where l.id = g.id`,
  );
  const people = moves.flatMap(({ to, asked }) =>
    (asked?.people ?? []).map(({ personId, reason }) => ({
      ladder_id: to.id,
      person_id: personId,
      rung: to.rung,
      who: asked?.who,
      reason_zh: reason.zh,
      reason_en: reason.en,
    })),
  );
  if (people.length === 0) return;
  ctx.write(sql`
    insert into ladder_person (ladder_id, person_id, rung, who, reason_zh, reason_en, asked_at)
    select g.*, ${ctx.now}::timestamptz from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as g(ladder_id uuid, person_id uuid, rung integer, who text, reason_zh text, reason_en text)
    on conflict do nothing`);
}
