import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { ACCESS_RULES } from './access.rules.ts';
import { readAccount } from './account.permissions.ts';
import { account } from './account.register.ts';
import { SIGNED_IN } from './define.ts';

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

type AccountRow = z.input<typeof accountRow>;

/** The rows of `accounts` (a relation `a` with `person_name`), with what proves each and when it was last used. */
const withProofs = (accounts: ReturnType<typeof sql>) => sql`
  select a.id, a.version, a.state, a.username, a.person_id, a.person_name, a.may_link,
    coalesce(c.password_hash is not null, false) as has_password,
    coalesce(c.totp_confirmed_at is not null, false) as has_second_factor,
    coalesce(c.oidc_subject is not null, false) as is_linked, c.password_changed_at,
    (select max(s.started_at) from session s where s.account_id = a.id) as last_sign_in_at
  from (${accounts}) a left join credential c on c.account_id = a.id order by a.username`;

/** Accounts by user name, with what proves each and when it was last used; never the proofs. */
export const list = view('accounts.list', {
  label: { zh: '账号', en: 'Accounts' },
  may: readAccount,
  input: z.object({
    q: z.string().max(60).default(''),
    /** The account of one person. */
    personId: idInput.optional(),
    state: accountRow.shape.state.optional(),
    limit: z.number().int().min(1).max(3000).default(100),
    offset: z.number().int().min(0).default(0),
  }),
  output: z.object({ items: z.array(accountRow), total: z.number() }),
  reads: [account],
  async run(ctx, { q, personId, state, limit, offset }) {
    const matching = sql`from ${ctx.visible(account)} a join person p on p.id = a.person_id
      where (${q} = '' or strpos(a.username, lower(${q})) > 0 or strpos(p.name, ${q}) > 0)
        and (${personId ?? null}::uuid is null or a.person_id = ${personId ?? null}::uuid)
        and (${state ?? null}::text is null or a.state = ${state ?? null})`;
    const items = await ctx.rows<AccountRow>(
      withProofs(
        sql`select a.*, p.name as person_name ${matching} order by a.username limit ${limit} offset ${offset}`,
      ),
    );
    const counted = await ctx.row<{ total: number }>(sql`select count(*)::int as total ${matching}`);
    return { items, total: counted?.total ?? 0 };
  },
});

export const record = view('accounts.record', {
  label: { zh: '账号', en: 'Account' },
  may: readAccount,
  input: z.object({ id: idInput }),
  output: accountRow,
  reads: [account],
  async run(ctx, { id }) {
    await ctx.record(account, id);
    const [row] = await ctx.rows<AccountRow>(
      withProofs(sql`select a.*, p.name as person_name from account a join person p on p.id = a.person_id
        where a.id = ${id}`),
    );
    if (!row) throw problem('record.unknown', {}, 'id');
    return row;
  },
});

/** How I sign in, and until when my password may stay. */
export const mine = view('accounts.mine', {
  label: { zh: '我的账号', en: 'My account' },
  may: SIGNED_IN,
  input: z.object({}),
  output: accountRow
    .pick({
      id: true,
      username: true,
      hasPassword: true,
      hasSecondFactor: true,
      isLinked: true,
      passwordChangedAt: true,
    })
    .extend({ passwordDueAt: instantOutput.nullable() }),
  reads: [account],
  async run(ctx) {
    const [row] = await ctx.rows<AccountRow & { passwordChangedAt: Date | null }>(
      withProofs(sql`select a.*, p.name as person_name from account a join person p on p.id = a.person_id
        where a.id = ${ctx.viewer.accountId}`),
    );
    if (!row) throw problem('session.missing');
    const changedAt = row.passwordChangedAt;
    const { maxAgeDays } = ctx.rules(ACCESS_RULES).values.password;
    const passwordDueAt = changedAt && new Date(changedAt.getTime() + maxAgeDays * 86_400_000);
    return { ...row, passwordDueAt };
  },
});
