import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import { command } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { keepSessions, openWall } from '../account.permissions.ts';
import { endSessions } from '../sessions.commands.ts';
import { isWallAccount } from './wall-account.ts';
import { isWallPath, NOT_A_WALL } from './wall-code.rules.ts';

const digestInput = z.string().regex(/^[0-9a-f]{64}$/);

/** Keeps the digest of a code that opens one session of the wall. An earlier one for the same wall opens nothing any more. */
export const storeWallCode = command('wallCodes.store', {
  label: { zh: '签发大屏一次性代码', en: 'Issue a one-time code for the wall' },
  may: keepSessions,
  input: z.object({
    codeId: idInput,
    personId: idInput,
    digest: digestInput,
    opens: z.string().refine(isWallPath),
    expiresAt: z.iso.datetime().transform((text) => new Date(text)),
  }),
  output: z.object({}),
  records: ['wall_code.issued'],
  async run(ctx, { codeId, personId, digest, opens, expiresAt }) {
    const account = await ctx.row<{ id: string }>(
      sql`select id from account where person_id = ${personId} and state = 'active'`,
    );
    // Whoever may open the wall becomes nobody else by it.
    if (!account || !(await isWallAccount(ctx, personId))) {
      throw problem(
        'input.field',
        { label: { zh: '大屏账号', en: 'Account of the wall' }, reason: NOT_A_WALL },
        'personId',
      );
    }
    await ctx.rows(sql`update wall_code set expires_at = ${ctx.now}
      where account_id = ${account.id} and opens = ${opens} and used_at is null and expires_at > ${ctx.now}`);
    await ctx.rows(sql`insert into wall_code (id, digest, account_id, opens, created_at, expires_at)
      values (${codeId}, decode(${digest}, 'hex'), ${account.id}, ${opens}, ${ctx.now}, ${expiresAt})`);
    ctx.fact({
      kind: 'wall_code.issued',
      subject: { register: 'account', id: account.id },
      payload: { codeId, expiresAt },
    });
    return {};
  },
});

/** Uses a code up: of two who type it at one instant one gets the session. @throws `session.wall_code` */
export const takeWallCode = command('wallCodes.take', {
  label: { zh: '使用大屏一次性代码', en: 'Use a one-time code of the wall' },
  may: keepSessions,
  input: z.object({ digest: digestInput }),
  output: z.object({ accountId: z.string(), opens: z.string() }),
  records: ['wall_code.used'],
  async run(ctx, { digest }) {
    const taken = await ctx.row<{ id: string; accountId: string; opens: string; personId: string }>(sql`
      update wall_code c set used_at = ${ctx.now} from account a
      where c.digest = decode(${digest}, 'hex') and c.used_at is null and c.expires_at > ${ctx.now}
        and a.id = c.account_id and a.state = 'active' returning c.id, c.account_id, c.opens, a.person_id`);
    // The post may have changed since the code was shown.
    if (!taken || !(await isWallAccount(ctx, taken.personId))) throw problem('session.wall_code', {}, 'code');
    ctx.fact({
      kind: 'wall_code.used',
      subject: { register: 'account', id: taken.accountId },
      payload: { codeId: taken.id },
    });
    return { accountId: taken.accountId, opens: taken.opens };
  },
});

/** Switches off what a wall shows elsewhere, at once and on all replicas. */
export const endWallSession = command('wallSessions.end', {
  label: { zh: '结束大屏会话', en: 'End a session of the wall' },
  may: openWall,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string() }),
  records: ['session.ended'],
  async run(ctx, { id }) {
    const owner = await ctx.row<{ personId: string }>(
      sql`select a.person_id from session s join account a on a.id = s.account_id where s.id = ${id}`,
    );
    const isOfWall = owner !== undefined && (await isWallAccount(ctx, owner.personId));
    const ended = isOfWall ? await endSessions(ctx, sql`id = ${id}`, 'ended_elsewhere') : 0;
    if (ended === 0) throw problem('record.unknown', {}, 'id');
    return { id };
  },
});
