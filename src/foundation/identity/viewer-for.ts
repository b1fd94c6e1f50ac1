import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import { type Platform, rowsOf } from '../api/index.ts';
import type { Viewer } from './define.ts';
import { hatsAt, hatsOf } from './hats.ts';

/**
 * Somebody for whom work goes on without a session: the posts held now, acting under the hat that asked, where it is
 * still worn. @throws `job.nobody` when the account is closed or no post is left.
 */
export async function viewerFor(
  platform: Platform,
  { personId, hatId }: { personId: string; hatId: string | null },
): Promise<Viewer> {
  const now = platform.clock.now();
  return platform.database.transact(
    async (tx) => {
      const [known] = await rowsOf<{ name: string; accountId: string | null; state: string | null }>(
        tx,
        sql`select p.name, a.id as account_id, a.state from person p left join account a on a.person_id = p.id
          where p.id = ${personId}`,
      );
      const hats = hatsAt(await hatsOf(tx, personId, now), now);
      const acting = hats.find(({ id }) => id === hatId) ?? hats[0];
      if (!known || !acting || (known.state !== null && known.state !== 'active')) throw problem('job.nobody');
      const accountId = known.accountId ?? personId;
      return {
        personId,
        name: known.name,
        accountId,
        sessionId: accountId,
        hats,
        acting,
        deviceId: undefined,
        isSystem: false,
      };
    },
    { readOnly: true },
  );
}
