import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { ACCESS_RULES } from './access.rules.ts';
import { keepSessions } from './account.permissions.ts';
import { endSessions } from './sessions.commands.ts';
import { tellSessions } from './sessions.ts';

/*
 * The second half of what the hand-written routes of accounts do: they see the secret, these see only what may be
 * kept of it. A secret in a command's input or answer would stay in its receipt.
 */

/** Keeps a new password's hash and remembers the last ones. All other sessions of the account end. */
export const storePassword = command('accounts.storePassword', {
  label: { zh: '更换口令', en: 'Change a password' },
  may: keepSessions,
  input: z.object({ accountId: idInput, passwordHash: z.string().max(200), mustChange: z.boolean() }),
  output: z.object({}),
  records: ['account.password_changed', 'account.password_reset', 'session.ended'],
  async run(ctx, { accountId, passwordHash, mustChange }) {
    await ctx.rows(sql`insert into password_history (account_id, set_at, password_hash)
      select account_id, coalesce(password_changed_at, ${ctx.now}), password_hash from credential
      where account_id = ${accountId} and password_hash is not null`);
    // The present one and the history are what a new one is compared with.
    await ctx.rows(sql`delete from password_history where account_id = ${accountId} and id not in
      (select id from password_history where account_id = ${accountId}
        order by id desc limit ${ctx.rules(ACCESS_RULES).values.password.remembered - 1})`);
    await ctx.rows(sql`insert into credential (account_id, password_hash, password_changed_at, must_change)
      values (${accountId}, ${passwordHash}, ${ctx.now}, ${mustChange})
      on conflict (account_id) do update set password_hash = excluded.password_hash,
        password_changed_at = excluded.password_changed_at, must_change = excluded.must_change`);
    ctx.fact({
      kind: mustChange ? 'account.password_reset' : 'account.password_changed',
      subject: { register: 'account', id: accountId },
    });
    await endSessions(ctx, sql`account_id = ${accountId} and id <> ${ctx.viewer.sessionId}`, 'password');
    tellSessions(ctx);
    return {};
  },
});

/** Keeps a sealed one-time secret that is not yet in force: the first code from the authenticator brings it in. */
export const storeSecondFactor = command('accounts.storeSecondFactor', {
  label: { zh: '绑定动态口令', en: 'Enrol an authenticator' },
  may: keepSessions,
  input: z.object({ accountId: idInput, sealed: z.string().max(400) }),
  output: z.object({}),
  records: ['account.second_factor_begun'],
  async run(ctx, { accountId, sealed }) {
    const stored = await ctx.rows(sql`insert into credential (account_id, totp_secret)
      values (${accountId}, decode(${sealed}, 'hex'))
      on conflict (account_id) do update set totp_secret = excluded.totp_secret, totp_last_step = null
        where credential.totp_confirmed_at is null
      returning account_id`);
    if (stored.length === 0) throw problem('session.second_factor_there');
    ctx.fact({ kind: 'account.second_factor_begun', subject: { register: 'account', id: accountId } });
    return {};
  },
});

/** Brings the one-time secret into force: its first code was right. The session that showed it is whole from now on. */
export const confirmSecondFactor = command('accounts.bringSecondFactorInForce', {
  label: { zh: '启用动态口令', en: 'Bring the authenticator into force' },
  may: keepSessions,
  input: z.object({ accountId: idInput, sessionId: idInput, step: z.number().int() }),
  output: z.object({}),
  records: ['account.second_factor_enrolled'],
  async run(ctx, { accountId, sessionId, step }) {
    const done = await ctx.rows(sql`update credential set totp_confirmed_at = ${ctx.now}, totp_last_step = ${step}
      where account_id = ${accountId} and totp_confirmed_at is null returning account_id`);
    if (done.length === 0) throw problem('session.second_factor_there');
    await ctx.rows(sql`update session set second_factor_at = ${ctx.now}
      where id = ${sessionId} and account_id = ${accountId}`);
    ctx.fact({ kind: 'account.second_factor_enrolled', subject: { register: 'account', id: accountId } });
    tellSessions(ctx);
    return {};
  },
});

/** Links the identity that the provider named to the account, once. */
export const link = command('accounts.link', {
  label: { zh: '关联统一身份', en: 'Link a central identity' },
  may: keepSessions,
  input: z.object({ accountId: idInput, issuer: z.string().max(500), subject: z.string().max(300) }),
  output: z.object({}),
  records: ['account.linked'],
  async run(ctx, { accountId, issuer, subject }) {
    const linked = await ctx.rows(sql`insert into credential (account_id, oidc_issuer, oidc_subject)
      values (${accountId}, ${issuer}, ${subject})
      on conflict (account_id) do update set oidc_issuer = excluded.oidc_issuer, oidc_subject = excluded.oidc_subject
        where credential.oidc_subject is null
      returning account_id`);
    if (linked.length === 0) throw problem('session.oidc_unlinked');
    ctx.fact({ kind: 'account.linked', subject: { register: 'account', id: accountId }, payload: { issuer } });
    return {};
  },
});
