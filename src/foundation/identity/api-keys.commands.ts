import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { guardAccounts, keepSessions } from './account.permissions.ts';
import { SIGNED_IN } from './define.ts';
import { tellSessions } from './sessions.ts';

/** Keeps the digest of a key for one hat of its owner. The key itself exists only in the answer that showed it. */
export const storeKey = command('apiKeys.store', {
  label: { zh: '签发接口密钥', en: 'Issue an API key' },
  may: keepSessions,
  input: z.object({
    keyId: idInput,
    hatId: idInput,
    name: z.string().max(80),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    days: z.number().int().min(1).max(366),
    /** Narrowed to reading these, for a purpose that the data catalogue tells their keepers. */
    registers: z.array(z.string().max(60)).min(1).max(100).optional(),
    purpose: z.string().max(200).optional(),
  }),
  output: z.object({ expiresAt: z.date() }),
  records: ['api_key.issued'],
  async run(ctx, { keyId, hatId, name, digest, days, registers, purpose }) {
    const unknown = registers?.find((one) => !ctx.catalogue.faces.has(one));
    if (unknown) throw problem('record.unknown', {}, 'registers');
    const { accountId } = ctx.viewer;
    const expiresAt = new Date(ctx.now.getTime() + days * 86_400_000);
    await ctx.rows(sql`insert into api_key (id, account_id, hat_id, name, digest, created_at, expires_at, registers, purpose)
      values (${keyId}, ${accountId}, ${hatId}, ${name}, decode(${digest}, 'hex'), ${ctx.now}, ${expiresAt},
        ${registers ?? null}::text[], ${purpose ?? null})`);
    ctx.fact({
      kind: 'api_key.issued',
      subject: { register: 'account', id: accountId },
      payload: { keyId, hatId, expiresAt, ...(registers ? { registers, purpose } : {}) },
    });
    return { expiresAt };
  },
});

/** Makes a key useless at once: one's own; anybody's for the security administrator. */
export const revokeKey = command('apiKeys.revoke', {
  label: { zh: '吊销接口密钥', en: 'Revoke an API key' },
  may: SIGNED_IN,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string() }),
  records: ['api_key.revoked'],
  async run(ctx, { id }) {
    const revoked = await ctx.row<{ accountId: string }>(sql`update api_key set revoked_at = ${ctx.now}
      where id = ${id} and revoked_at is null
        and (account_id = ${ctx.viewer.accountId} or ${ctx.holds(guardAccounts)}::boolean) returning account_id`);
    if (!revoked) throw problem('record.unknown', {}, 'id');
    ctx.fact({
      kind: 'api_key.revoked',
      subject: { register: 'account', id: revoked.accountId },
      payload: { keyId: id },
    });
    tellSessions(ctx);
    return { id };
  },
});
