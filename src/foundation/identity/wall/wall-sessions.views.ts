import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../api/define.ts';
import { instantOutput } from '../../api/index.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { openWall } from '../account.permissions.ts';
import { account } from '../account.register.ts';
import { isWallAccount } from './wall-account.ts';

const openSession = z.object({
  id: z.string(),
  startedAt: instantOutput,
  lastSeenAt: instantOutput,
  expiresAt: instantOutput,
  address: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});

/** Where the account of a wall is signed in now, and when each was last seen. */
export const ofWall = view('wallSessions.ofWall', {
  label: { zh: '大屏会话', en: 'Sessions of a wall' },
  may: openWall,
  input: z.object({ personId: idInput }),
  output: z.object({
    items: z.array(openSession),
  }),
  reads: [account],
  async run(ctx, { personId }) {
    if (!(await isWallAccount(ctx, personId))) return { items: [] };
    return {
      items: await ctx.rows<
        z.input<typeof openSession>
      >(sql`select s.id, s.started_at, s.last_seen_at, s.expires_at, s.address, s.user_agent,
          s.id = ${ctx.viewer.sessionId} as is_current
        from session s join account a on a.id = s.account_id
        where a.person_id = ${personId} and s.ended_at is null and s.expires_at > ${ctx.now}
        order by s.started_at desc limit 50`),
    };
  },
});
