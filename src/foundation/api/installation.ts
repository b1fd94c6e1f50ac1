import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Database } from '../database/index.ts';

/** Who this installation is to others: one id for all replicas on one database, made at the first start. */
export async function thisInstallation(
  database: Database,
  clock: Clock,
  name: string,
): Promise<{ id: string; name: string }> {
  const known = () =>
    sql<{ id: string; name: string }>`select id, name from installation limit 1`.execute(database.kysely);
  const first = await known();
  if (first.rows[0]) return first.rows[0];
  await sql`insert into installation (id, name, created_at)
    select ${newId()}::uuid, ${name}, ${clock.now()} where not exists (select 1 from installation)`.execute(
    database.kysely,
  );
  const made = await known();
  return made.rows[0] as { id: string; name: string };
}
