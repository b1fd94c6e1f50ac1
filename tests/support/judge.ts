import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/foundation/database/index.ts';
import { installationKeys } from '../../src/foundation/personal-data/index.ts';
import { verifyTimeline } from '../../src/foundation/timeline/index.ts';

/**
 * Holds what clients know (`<key> <id>` per acknowledged call) against what the database has: nothing lost, nothing doubled, one
 * fact for each, and the chain whole. Calls of a test alone: the demo's stories go on with theirs.
 */
export async function judge(database: Database, home: string, lines: readonly string[]): Promise<{ kept: number }> {
  const { rows } = await sql<{ id: string; commandId: string; facts: number }>`
    select i.id, min(f.command_id::text) as "commandId", count(f.id)::int as facts
    from intake i left join fact f on f.register = 'intake' and f.subject_id = i.id where i.mark = 'test' group by i.id`.execute(
    database.kysely,
  );
  const idOf = new Map(rows.map((row) => [row.commandId, row.id]));
  const lost = lines.filter((line) => {
    const [key = '', id] = line.split(' ');
    return idOf.get(key) !== id;
  });
  expect(lost).toEqual([]);
  expect(rows.filter(({ facts }) => facts !== 1)).toEqual([]);
  expect(idOf.size).toBe(rows.length);
  expect(await verifyTimeline(database, home, installationKeys(home).timeline)).toMatchObject({ isWhole: true });
  return { kept: rows.length };
}
