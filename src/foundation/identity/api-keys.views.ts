import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/index.ts';
import { account } from './account.register.ts';
import { SIGNED_IN } from './define.ts';

const keyRow = z.object({
  id: z.string(),
  name: z.string(),
  postName: z.string(),
  unitName: z.string(),
  createdAt: instantOutput,
  expiresAt: instantOutput,
});

/** My keys that still work, newest first. */
export const myKeys = view('apiKeys.mine', {
  label: { zh: '我的接口密钥', en: 'My API keys' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ items: z.array(keyRow) }),
  reads: [account],
  run: async (ctx) => ({
    items: await ctx.rows<z.input<typeof keyRow>>(sql`
      select k.id, k.name, t.name as post_name, u.short_name as unit_name, k.created_at, k.expires_at
      from api_key k join appointment a on a.id = k.hat_id join post t on t.id = a.post_id join unit u on u.id = t.unit_id
      where k.account_id = ${ctx.viewer.accountId} and k.revoked_at is null and k.expires_at > ${ctx.now}
      order by k.created_at desc`),
  }),
});
