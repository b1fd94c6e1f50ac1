import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/index.ts';
import { readAccount } from './account.permissions.ts';
import { account } from './account.register.ts';

const accountRow = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['active', 'suspended']),
  username: z.string(),
  personId: z.string(),
  personName: z.string(),
  mayLink: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  isLinked: z.boolean(),
  passwordChangedAt: instantOutput.nullable(),
  lastSignInAt: instantOutput.nullable(),
});

/** Accounts by user name, with what proves each and when it was last used; never the proofs. */
export const list = view('accounts.list', {
  label: { zh: '账号', en: 'Accounts' },
  may: readAccount,
  input: z.object({
    search: z.string().max(60).default(''),
    limit: z.number().int().min(1).max(500).default(100),
    offset: z.number().int().min(0).default(0),
  }),
  output: z.object({ items: z.array(accountRow), total: z.number() }),
  reads: [account],
  async run(ctx, { search, limit, offset }) {
    const matching = sql`from ${ctx.visible(account)} a join person p on p.id = a.person_id
      where ${search} = '' or strpos(a.username, lower(${search})) > 0 or strpos(p.name, ${search}) > 0`;
    const items = await ctx.rows<z.input<typeof accountRow>>(sql`
      select a.id, a.version, a.state, a.username, a.person_id, a.person_name, a.may_link,
        coalesce(c.password_hash is not null, false) as has_password,
        coalesce(c.totp_confirmed_at is not null, false) as has_second_factor,
        coalesce(c.oidc_subject is not null, false) as is_linked, c.password_changed_at,
        (select max(s.started_at) from session s where s.account_id = a.id) as last_sign_in_at
      from (select a.*, p.name as person_name ${matching} order by a.username limit ${limit} offset ${offset}) a
      left join credential c on c.account_id = a.id order by a.username`);
    const counted = await ctx.row<{ total: number }>(sql`select count(*)::int as total ${matching}`);
    return { items, total: counted?.total ?? 0 };
  },
});
