import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { guardAccounts, readSignInAttempt } from './account.permissions.ts';
import { account } from './account.register.ts';
import { SIGNED_IN } from './define.ts';
import { signInAttempt } from './sign-in-attempt.register.ts';

const sessionRow = z.object({
  id: z.string(),
  startedAt: instantOutput,
  lastSeenAt: instantOutput,
  expiresAt: instantOutput,
  address: z.string(),
  userAgent: z.string(),
  means: z.enum(['password', 'oidc', 'wall_code']),
  isCurrent: z.boolean(),
});
type SessionRow = z.input<typeof sessionRow>;

function openSessions(ctx: ReadContext, accounts: ReturnType<typeof sql>): Promise<SessionRow[]> {
  return ctx.rows<SessionRow>(sql`
    select s.id, s.started_at, s.last_seen_at, s.expires_at, s.address, s.user_agent, s.means,
      s.id = ${ctx.viewer.sessionId} as is_current
    from session s where s.account_id in (${accounts}) and s.ended_at is null and s.expires_at > ${ctx.now}
    order by s.started_at desc limit 200`);
}

/** Where I am signed in now: this and every other browser. */
export const mine = view('sessions.mine', {
  label: { zh: '我的会话', en: 'My sessions' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ items: z.array(sessionRow) }),
  reads: [account],
  run: async (ctx) => ({ items: await openSessions(ctx, sql`select ${ctx.viewer.accountId}::uuid`) }),
});

export const ofAccount = view('sessions.ofAccount', {
  label: { zh: '账号的会话', en: 'Sessions of an account' },
  may: guardAccounts,
  input: z.object({ accountId: idInput }),
  output: z.object({ items: z.array(sessionRow) }),
  reads: [account],
  run: async (ctx, { accountId }) => {
    await ctx.record(account, accountId);
    return { items: await openSessions(ctx, sql`select ${accountId}::uuid`) };
  },
});

const attemptRow = z.object({
  id: z.string(),
  at: instantOutput,
  address: z.string(),
  reason: z.enum(['unknown', 'password', 'code']),
  username: z.string().nullable(),
});

/** Refused sign-ins, newest first. Names that no account has are not kept and cannot be shown. */
export const refusals = view('sessions.refusals', {
  label: { zh: '登录失败记录', en: 'Refused sign-ins' },
  may: readSignInAttempt,
  input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
  output: z.object({ items: z.array(attemptRow) }),
  reads: [signInAttempt],
  run: async (ctx, { limit }) => ({
    items: await ctx.rows<z.input<typeof attemptRow>>(sql`
      select t.id, t.created_at as at, t.address, t.reason, a.username
      from ${ctx.visible(signInAttempt)} t left join account a on a.id = t.account_id
      order by t.created_at desc limit ${limit}`),
  }),
});
