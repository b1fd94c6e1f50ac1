import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import type { CommandContext } from '../../api/context.ts';
import { command } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { climbLadders, followMessage } from '../message.permissions.ts';
import { message } from '../message.register.ts';
import { advance, type Move } from './climb.ts';
import { loadLadders } from './ladders.ts';

/** The runner looks: every ladder whose wait is over takes its next step; rows another replica holds are left to it. */
export const climb = command('messages.climb', {
  label: { zh: '消息升级', en: 'Escalate messages' },
  may: climbLadders,
  input: z.object({ most: z.number().int().min(1).max(5000).default(50) }),
  output: z.object({ moved: z.number() }),
  records: ['message.escalated', 'message.repeated', 'message.handed_to_human'],
  async run(ctx, { most }) {
    const due = await loadLadders(ctx, sql`l.state = 'climbing' and l.next_at <= ${ctx.now}`, {
      limit: most,
      isSkipping: true,
    });
    const moves = await advance(ctx, due, { kind: 'due' });
    for (const move of moves) tell(ctx, move);
    // Another replica took them, or nobody at all is there to be asked: nothing has happened that a fact could tell.
    if (!moves.some((move) => move.asked)) {
      if (moves.length === 0) throw problem('message.nothing_new');
      tellStuck(ctx, moves);
    }
    return { moved: moves.length };
  },
});

/** A step that asked somebody, as a fact on the message and on what it is about. */
export function tell(ctx: CommandContext, { to, asked }: Move): void {
  if (!asked) return;
  const { message: about } = to;
  const kinds = { human: 'message.handed_to_human', other: asked.isRepeat ? 'message.repeated' : 'message.escalated' };
  ctx.fact({
    kind: asked.who === 'human' ? kinds.human : kinds.other,
    subject: { register: 'message', id: about.id },
    concerns:
      about.subjectRegister && about.subjectId ? [{ register: about.subjectRegister, id: about.subjectId }] : [],
    payload: {
      ladderId: to.id,
      who: asked.who,
      people: asked.people.map((one) => one.personId),
      rung: to.rung,
      round: to.round,
    },
  });
}

function tellStuck(ctx: CommandContext, moves: readonly Move[]): void {
  for (const { to } of moves) {
    ctx.fact({
      kind: 'message.escalated',
      subject: { register: 'message', id: to.message.id },
      payload: { ladderId: to.id, who: 'human', people: [], rung: to.rung, round: to.round },
    });
  }
}

/** The named human, or another officer in sight of it, sees to it that the addressee is told: by telephone, in person. */
export const takeOver = command('messages.takeOver', {
  label: { zh: '接手未送达消息', en: 'Take over an unanswered message' },
  may: followMessage,
  input: z.object({ id: idInput, ladderId: idInput }),
  output: z.object({ id: z.string() }),
  records: ['message.taken_over'],
  async run(ctx, { id, ladderId }) {
    const row = await ctx.record(message, id);
    const ladders = await loadLadders(
      ctx,
      sql`l.id = ${ladderId} and l.message_id = ${id} and l.state in ('climbing', 'with_human')`,
    );
    if (ladders.length === 0) throw problem('message.nothing_new', {}, 'ladderId');
    await advance(ctx, ladders, { kind: 'taken_over' });
    ctx.fact({
      kind: 'message.taken_over',
      subject: { register: 'message', id },
      concerns: row.subjectRegister && row.subjectId ? [{ register: row.subjectRegister, id: row.subjectId }] : [],
      payload: { ladderId },
    });
    return { id };
  },
});

/** Only these addressees of the message; all that are open unless told. */
const ofMessage = z.array(idInput).min(1).max(500).optional();

/** Asks the open addressees of a message again, now; one that has come to a named human starts from below once more. */
export const resend = command('messages.resend', {
  label: { zh: '再次发送', en: 'Send again' },
  may: followMessage,
  perMinute: 20,
  input: z.object({ id: idInput, ladders: ofMessage }),
  output: z.object({ id: z.string(), asked: z.number() }),
  records: ['message.repeated', 'message.escalated', 'message.handed_to_human'],
  run: (ctx, { id, ladders }) => moveByHand(ctx, id, ladders, 'resent'),
});

/** Goes on to the next people now, without waiting for those who are silent. */
export const escalate = command('messages.escalate', {
  label: { zh: '升级', en: 'Escalate' },
  may: followMessage,
  perMinute: 20,
  input: z.object({ id: idInput, ladders: ofMessage }),
  output: z.object({ id: z.string(), asked: z.number() }),
  records: ['message.repeated', 'message.escalated', 'message.handed_to_human'],
  run: (ctx, { id, ladders }) => moveByHand(ctx, id, ladders, 'undeliverable'),
});

async function moveByHand(
  ctx: CommandContext,
  id: string,
  only: readonly string[] | undefined,
  kind: 'resent' | 'undeliverable',
): Promise<{ id: string; asked: number }> {
  await ctx.record(message, id);
  const open = sql`l.message_id = ${id} and l.state in ('climbing', 'with_human')`;
  const ladders = await loadLadders(ctx, only ? sql`${open} and l.id = any(${[...only]}::uuid[])` : open);
  const moves = await advance(ctx, ladders, { kind });
  if (!moves.some((move) => move.asked)) throw problem('message.nothing_new');
  for (const move of moves) tell(ctx, move);
  return { id, asked: moves.length };
}
