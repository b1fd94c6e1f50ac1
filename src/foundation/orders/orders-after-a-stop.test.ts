import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DATABASE_KINDS, type DatabaseKind, freshDatabase } from '../../../tests/support/databases.ts';
import { openScene } from '../../../tests/support/scene.ts';
import { startServer } from '../../apps/server/start.ts';

interface Issued {
  assignments: { id: string }[];
}

const MINUTE = 60_000;

describe.each<DatabaseKind>(DATABASE_KINDS)('a server that was stopped over the due time (%s)', (kind) => {
  it('hands the order to the deputy after its start, once', { timeout: 60_000 }, async () => {
    const fresh = await freshDatabase(kind, 'empty');
    try {
      const database = await fresh.open();
      const scene = await openScene(database);
      const { people, units, clock } = scene;
      const { assignments } = await scene.act<Issued>(people.duty, 'orders.issue', {
        title: '到场',
        content: '到场',
        priority: 'urgent',
        assignees: [{ unitId: units.street, personId: people.street.personId }],
      });
      await scene.close();
      await database.close();
      clock.advance(60 * MINUTE);
      for (let start = 1; start <= 2; start += 1) {
        const server = await startServer({
          home: fresh.home,
          database: await fresh.open(),
          clock,
          log: () => undefined,
        });
        await server.settle();
        const found = await sql<{ person: string }>`select assignee_person_id as person from assignment
          where previous_assignment_id = ${assignments[0]?.id}`.execute(server.platform.database.kysely);
        await server.stop();
        expect(found.rows, `start ${start}`).toEqual([{ person: people.deputy.personId }]);
      }
    } finally {
      await fresh.release();
    }
  });
});
