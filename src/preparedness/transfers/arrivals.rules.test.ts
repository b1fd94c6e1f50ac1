import { expect, it } from 'vitest';
import { arrivals, surplusOf } from './arrivals.rules.ts';

const sent = [
  { lineId: 'water', lotId: 'a', quantity: 10 },
  { lineId: 'water', lotId: 'b', quantity: 5.5 },
  { lineId: 'tents', lotId: 'c', quantity: 2 },
];

it('takes what came in the order it left; what is missing is missing from the last', () => {
  const counted = new Map([
    ['water', 12.2],
    ['tents', 2],
  ]);
  expect(arrivals(sent, counted)).toEqual([
    { lineId: 'water', lotId: 'a', quantity: 10 },
    { lineId: 'water', lotId: 'b', quantity: 2.2 },
    { lineId: 'tents', lotId: 'c', quantity: 2 },
  ]);
});

it('brings nothing of what has not come, and never more of a lot than was sent', () => {
  const counted = new Map([
    ['water', 0],
    ['tents', 7],
  ]);
  expect(arrivals(sent, counted)).toEqual([{ lineId: 'tents', lotId: 'c', quantity: 2 }]);
});

it('keeps what came above that apart, for somebody to decide', () => {
  const lines = [
    { id: 'water', picked: 15.5, received: 15 },
    { id: 'tents', picked: 2, received: 7 },
    { id: 'beds', picked: 0, received: 1 },
  ];
  expect(surplusOf(lines, sent)).toEqual([{ lineId: 'tents', lotId: 'c', quantity: 5 }]);
});
