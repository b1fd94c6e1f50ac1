import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene } from '../../../tests/support/scene.ts';
import { systemViewer } from '../api/index.ts';

describe('an assignee', () => {
  onEachDatabase('that is not there', (open) => {
    it('is refused by the name of its field', async () => {
      const scene = await openScene(await open());
      try {
        const { people, units } = scene;
        const wrong = (assignee: object) =>
          scene.act(people.duty, 'orders.issue', {
            title: '到场',
            content: '到场',
            priority: 'normal',
            assignees: [{ unitId: units.team }, assignee],
          });
        const nobody = '01900000-0000-7000-8000-00000000dead';
        await expect(wrong({ unitId: nobody })).rejects.toMatchObject({ field: 'assignees.1.unitId' });
        await expect(wrong({ unitId: units.street, personId: people.leader.personId })).rejects.toMatchObject({
          field: 'assignees.1.personId',
        });
        // Somebody who has left the post is nobody to give an order to.
        const left = await scene.person('曾队长', units.team, 'team_leader');
        scene.clock.advance(60_000);
        await scene.act(systemViewer, 'appointments.end', { id: left.acting?.id });
        await expect(wrong({ unitId: units.team, personId: left.personId })).rejects.toMatchObject({
          field: 'assignees.1.personId',
        });
        expect(await scene.rows(sql`select id from "order"`)).toEqual([]);
      } finally {
        await scene.close();
      }
    });
  });
});
