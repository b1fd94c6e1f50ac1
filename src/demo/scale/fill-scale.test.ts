import { expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../tests/support/databases.ts';
import { inDistrict } from '../../../tests/support/district.ts';
import type { Polygon } from '../../kernel/geometry.ts';
import { fillScale } from './fill-scale.ts';

const SCALE = { residents: 40, households: 15, buildings: 5, legalPersons: 10, creditRecords: 20, cameras: 3 };
const WEST: Polygon = [
  [
    [116, 39.8],
    [116.19, 39.8],
    [116.19, 40.1],
    [116, 40.1],
    [116, 39.8],
  ],
];

inDistrict(
  'the demo at true scale',
  (district) => {
    it('writes every row by the import, inside the boundary, and once when asked twice', async () => {
      const lines: string[] = [];
      const fill = async () => {
        let isDone = false;
        const { platform } = district().server;
        const filling = fillScale(platform, {
          scale: SCALE,
          boundary: [WEST],
          say: (line) => lines.push(line),
        }).finally(() => {
          isDone = true;
        });
        while (!isDone) {
          await district().settle();
          await new Promise((resolve) => setImmediate(resolve));
        }
        await filling;
      };
      const who = await district().as('zhiban');
      const count = async (plural: string) => (await who.sees<{ count: number }>(`${plural}.count`, {})).count;
      const kinds = ['residents', 'households', 'buildings', 'legalPersons', 'creditRecords', 'cameras'] as const;
      const before = await Promise.all(kinds.map(count));
      await fill();
      expect(lines.filter((line) => line.includes('rows wrong'))).toEqual([]);
      const after = await Promise.all(kinds.map(count));
      expect(after.map((all, at) => all - (before[at] ?? 0))).toEqual(kinds.map((kind) => SCALE[kind]));
      const { items } = await who.sees<{ items: { householdId: string | null }[] }>('residents.list', {
        q: 'RK1101073000',
      });
      expect(items.length).toBeGreaterThan(0);
      expect(items.every(({ householdId }) => householdId !== null)).toBe(true);
      await fill();
      expect(await Promise.all(kinds.map(count))).toEqual(after);
    });
  },
  DATABASE_KINDS.slice(0, 1),
);
