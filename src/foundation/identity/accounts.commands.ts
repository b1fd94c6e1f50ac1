import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { accountLifecycle } from './account.lifecycle.ts';
import { guardAccounts, keepAccounts } from './account.permissions.ts';
import { account, usernameInput } from './account.register.ts';
import { endSessions } from './sessions.commands.ts';
import { tellSessions } from './sessions.ts';

const versioned = z.object({ id: z.string(), version: z.number() });

/**
 * Makes an account for a person. Whoever opens it sets a first password next (`accounts.resetPassword`); only a first
 * load by the server itself brings proofs along, because a command's input leaves a digest behind.
 */
export const open = command('accounts.open', {
  label: { zh: '开通账号', en: 'Open an account' },
  may: keepAccounts,
  input: z.object({
    personId: idInput,
    username: usernameInput,
    mayLink: z.boolean().default(false),
    /** From `accountProofs`; refused from anybody but the server. */
    proofs: z.object({ passwordHash: z.string().max(200), secondFactor: z.string().max(400).optional() }).optional(),
  }),
  output: z.object({ id: z.string() }),
  records: ['account.opened'],
  async run(ctx, { personId, username, mayLink, proofs }) {
    if (proofs && !ctx.viewer.isSystem) throw problem('input.invalid', {}, 'proofs');
    await assertFree(ctx, 'username', username, { zh: '用户名', en: 'User name' });
    await assertFree(ctx, 'person_id', personId, { zh: '该人员的账号', en: 'An account of this person' });
    const row = await ctx.insert(account, { personId, username, mayLink });
    await ctx.rows(sql`insert into credential (account_id, password_hash, password_changed_at, totp_secret, totp_confirmed_at)
      values (${row.id}, ${proofs?.passwordHash ?? null}, ${proofs ? ctx.now : null},
        decode(${proofs?.secondFactor ?? null}, 'hex'), ${proofs?.secondFactor ? ctx.now : null})`);
    ctx.fact({ kind: 'account.opened', subject: { register: 'account', id: row.id }, payload: { personId, mayLink } });
    return { id: row.id };
  },
});

async function assertFree(ctx: CommandContext, column: string, value: string, label: { zh: string; en: string }) {
  const taken = await ctx.row(sql`select 1 from account where ${sql.ref(column)} = ${value}`);
  if (taken) throw problem('record.doubled', { label, value: column === 'username' ? value : '' }, column);
}

/** Closes an account: its sessions and keys stop working in the same moment. Nobody suspends themselves. */
export const suspend = command('accounts.suspend', {
  label: { zh: '停用账号', en: 'Suspend an account' },
  may: guardAccounts,
  input: z.object({ id: idInput, reason: z.string().trim().min(1).max(500) }),
  output: versioned,
  records: ['account.suspended', 'session.ended'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(account, id);
    if (id === ctx.viewer.accountId) throw problem('account.own');
    const next = await ctx.transition(accountLifecycle, row, 'suspend');
    ctx.fact({ kind: 'account.suspended', subject: { register: 'account', id }, payload: { reason } });
    await endSessions(ctx, sql`account_id = ${id}`, 'suspended');
    tellSessions(ctx);
    return { id, version: next.version };
  },
});

export const restore = command('accounts.restore', {
  label: { zh: '恢复账号', en: 'Restore an account' },
  may: guardAccounts,
  input: z.object({ id: idInput, reason: z.string().trim().min(1).max(500) }),
  output: versioned,
  records: ['account.restored'],
  async run(ctx, { id, reason }) {
    const next = await ctx.transition(accountLifecycle, await ctx.load(account, id), 'restore');
    ctx.fact({ kind: 'account.restored', subject: { register: 'account', id }, payload: { reason } });
    tellSessions(ctx);
    return { id, version: next.version };
  },
});

/**
 * Takes a lost authenticator off an account. The security administrator's work and not on oneself: who keeps
 * passwords cannot do it, so that nobody alone gets into somebody's account.
 */
export const resetSecondFactor = command('accounts.resetSecondFactor', {
  label: { zh: '解除动态口令', en: 'Take the authenticator off' },
  may: guardAccounts,
  input: z.object({ id: idInput, reason: z.string().trim().min(1).max(500) }),
  output: versioned,
  records: ['account.second_factor_reset', 'session.ended'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(account, id);
    if (id === ctx.viewer.accountId) throw problem('account.own');
    await ctx.rows(sql`update credential set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
      where account_id = ${id}`);
    ctx.fact({ kind: 'account.second_factor_reset', subject: { register: 'account', id }, payload: { reason } });
    await endSessions(ctx, sql`account_id = ${id}`, 'ended_by_administrator');
    return { id, version: row.version };
  },
});

/** Lets a central identity of the same name be linked at its first sign-in, or no longer; a linked one is let go. */
export const setLink = command('accounts.setLink', {
  label: { zh: '设置统一身份关联', en: 'Set the link to a central identity' },
  may: keepAccounts,
  input: z.object({ id: idInput, mayLink: z.boolean() }),
  output: versioned,
  records: ['account.link_set'],
  async run(ctx, { id, mayLink }) {
    const next = await ctx.update(account, await ctx.load(account, id), { mayLink });
    if (!mayLink) {
      await ctx.rows(sql`update credential set oidc_issuer = null, oidc_subject = null where account_id = ${id}`);
    }
    ctx.fact({ kind: 'account.link_set', subject: { register: 'account', id }, payload: { mayLink } });
    return { id, version: next.version };
  },
});
