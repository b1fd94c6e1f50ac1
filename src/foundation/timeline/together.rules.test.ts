import { expect, it } from 'vitest';
import { together } from './together.rules.ts';

const fact = (id: number, kind: string, happenedAt: string, actorName = '程一鸣') => ({
  id,
  kind,
  happenedAt,
  actorName,
});

it('reads what one act did to many as one line, in the place of the first', () => {
  const at = '2026-06-11T02:45:00.000Z';
  const groups = together([
    fact(1, 'order.issued', at),
    fact(2, 'assignment.issued', at),
    fact(3, 'order.issued', at),
    fact(4, 'order.issued', '2026-06-11T02:46:00.000Z'),
    fact(5, 'order.issued', at, '秦伯安'),
  ]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[1, 3], [2], [4], [5]]);
});

it('leaves an empty timeline empty', () => {
  expect(together([])).toEqual([]);
});
