import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { guardAccounts } from './account.permissions.ts';
import { account } from './account.register.ts';
import { SIGNED_IN } from './define.ts';

const keyRow = z.object({
  id: z.string(),
  name: z.string(),
  /** What a key for some registers is for; null: it does what its post does. */
  purpose: z.string().nullable(),
  postName: z.string(),
  unitName: z.string(),
  createdAt: instantOutput,
  expiresAt: instantOutput,
});

type KeyRow = z.input<typeof keyRow>;

const keysOf = (ctx: ReadContext, accountId: string) =>
  ctx.rows<KeyRow>(sql`
    select k.id, k.name, k.purpose, t.name as post_name, u.short_name as unit_name, k.created_at, k.expires_at
    from api_key k join appointment a on a.id = k.hat_id join post t on t.id = a.post_id join unit u on u.id = t.unit_id
    where k.account_id = ${accountId} and k.revoked_at is null and k.expires_at > ${ctx.now}
    order by k.created_at desc`);

/** My keys that still work, newest first. */
export const myKeys = view('apiKeys.mine', {
  label: { zh: '我的接口密钥', en: 'My API keys' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ items: z.array(keyRow) }),
  reads: [account],
  run: async (ctx) => ({ items: await keysOf(ctx, ctx.viewer.accountId) }),
});

/** The working keys of an account, for whoever may revoke them. */
export const accountKeys = view('apiKeys.ofAccount', {
  label: { zh: '账号的接口密钥', en: 'API keys of an account' },
  may: guardAccounts,
  input: z.object({ accountId: idInput }),
  output: z.object({ items: z.array(keyRow) }),
  reads: [account],
  run: async (ctx, { accountId }) => {
    await ctx.record(account, accountId);
    return { items: await keysOf(ctx, accountId) };
  },
});
