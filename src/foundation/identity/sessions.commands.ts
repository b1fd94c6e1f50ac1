import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { ACCESS_RULES, sessionEnd } from './access.rules.ts';
import { guardAccounts, keepSessions } from './account.permissions.ts';
import { SIGNED_IN } from './define.ts';
import { hatsAt, hatsOf } from './hats.ts';
import { tellSessions } from './sessions.ts';

const digestInput = z.string().regex(/^[0-9a-f]{64}$/);

/** Why a session ended, as its fact says it. */
export type EndReason =
  | 'signed_out'
  | 'ended_elsewhere'
  | 'ended_by_administrator'
  | 'replaced'
  | 'password'
  | 'suspended';

/** Opens a session for somebody who has proved who they are. Always a new one: no token is ever taken over. */
export const start = command('sessions.start', {
  label: { zh: '登录', en: 'Sign in' },
  may: keepSessions,
  input: z.object({
    sessionId: idInput,
    accountId: idInput,
    tokenDigest: digestInput,
    /** The session this browser had before. */
    replaces: digestInput.optional(),
    nameDigest: digestInput,
    address: z.string().max(60),
    userAgent: z.string().max(300),
    means: z.enum(['password', 'oidc', 'wall_code']),
    hasSecondFactor: z.boolean(),
  }),
  output: z.object({ id: z.string() }),
  records: ['session.started', 'session.ended'],
  async run(ctx, input) {
    const hats = hatsAt(await hatsOf(ctx.tx, ctx.viewer.personId, ctx.now), ctx.now);
    const expiresAt = sessionEnd(
      ctx.now,
      hats.map((hat) => hat.role),
      ctx.rules(ACCESS_RULES).values,
    );
    await ctx.rows(sql`insert into session (id, token_digest, account_id, started_at, expires_at, last_seen_at,
        last_active_at, second_factor_at, address, user_agent, means)
      values (${input.sessionId}, decode(${input.tokenDigest}, 'hex'), ${input.accountId}, ${ctx.now}, ${expiresAt},
        ${ctx.now}, ${ctx.now}, ${input.hasSecondFactor ? ctx.now : null}, ${input.address}, ${input.userAgent},
        ${input.means})`);
    await ctx.rows(sql`update sign_in_attempt set state = 'forgiven', version = version + 1
      where state = 'refused' and name_digest = ${input.nameDigest} and address = ${input.address}`);
    if (input.replaces) {
      await endSessions(ctx, sql`token_digest = decode(${input.replaces}, 'hex')`, 'replaced');
    }
    ctx.fact({
      kind: 'session.started',
      subject: { register: 'account', id: input.accountId },
      payload: { sessionId: input.sessionId, means: input.means, hasSecondFactor: input.hasSecondFactor },
    });
    return { id: input.sessionId };
  },
});

/** The person at a locked or half-open session proved again who they are. */
export const confirm = command('sessions.confirm', {
  label: { zh: '重新验证身份', en: 'Confirm identity' },
  may: keepSessions,
  input: z.object({ sessionId: idInput, accountId: idInput, hasSecondFactor: z.boolean() }),
  output: z.object({}),
  records: ['session.confirmed'],
  async run(ctx, { sessionId, accountId, hasSecondFactor }) {
    await ctx.rows(sql`update session set unlocked_at = ${ctx.now},
        second_factor_at = case when ${hasSecondFactor}::boolean then ${ctx.now} else second_factor_at end
      where id = ${sessionId} and account_id = ${accountId} and ended_at is null`);
    ctx.fact({ kind: 'session.confirmed', subject: { register: 'account', id: accountId }, payload: { sessionId } });
    tellSessions(ctx);
    return {};
  },
});

/** Ends a session: one's own, here or elsewhere; anybody's for the security administrator. At once, on all replicas. */
export const end = command('sessions.end', {
  label: { zh: '结束会话', en: 'End a session' },
  may: SIGNED_IN,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string() }),
  records: ['session.ended'],
  async run(ctx, { id }) {
    const { accountId, sessionId } = ctx.viewer;
    const own = await endSessions(
      ctx,
      sql`id = ${id} and account_id = ${accountId}`,
      id === sessionId ? 'signed_out' : 'ended_elsewhere',
    );
    const isEnded =
      own > 0 || (ctx.holds(guardAccounts) && (await endSessions(ctx, sql`id = ${id}`, 'ended_by_administrator')) > 0);
    if (!isEnded) throw problem('record.unknown', {}, 'id');
    return { id };
  },
});

/** Ends the open sessions a condition finds, each with its fact. @returns how many. */
export async function endSessions(
  ctx: CommandContext,
  which: ReturnType<typeof sql>,
  reason: EndReason,
): Promise<number> {
  const ended = await ctx.rows<{ id: string; accountId: string }>(
    sql`update session set ended_at = ${ctx.now}, end_reason = ${reason}
      where ended_at is null and expires_at > ${ctx.now} and ${which} returning id, account_id`,
  );
  for (const { id, accountId } of ended) {
    ctx.fact({
      kind: 'session.ended',
      subject: { register: 'account', id: accountId },
      payload: { sessionId: id, reason },
    });
  }
  if (ended.length > 0) tellSessions(ctx);
  return ended.length;
}
