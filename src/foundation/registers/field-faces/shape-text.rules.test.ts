import { expect, it } from 'vitest';
import { cornersOf, partsFrom, positionsFrom, withCorner } from './shape-text.rules.ts';

const LINE = '116.1, 39.9\n116.2, 39.9\nhere\n116.3, 40';
const RING = '116.1, 39.9\n116.2, 39.9\n116.2, 40\n116.1, 39.9';

it('names the corners of a line by the lines they stand on', () => {
  expect(cornersOf(LINE).map(({ line }) => line)).toEqual([0, 1, 3]);
  expect(cornersOf('')).toEqual([]);
  const moved = withCorner(LINE, { line: 3, lng: 116.4, lat: 40.1 });
  expect(positionsFrom(moved)).toEqual([
    [116.1, 39.9],
    [116.2, 39.9],
    [116.4, 40.1],
  ]);
});

it('shows a closing point once and keeps the ring closed when it is moved, in each part by itself', () => {
  const text = `${RING}\n\n116.5, 39.9\n116.6, 39.9\n116.6, 40`;
  expect(cornersOf(text).map(({ line }) => line)).toEqual([0, 1, 2, 5, 6, 7]);
  const moved = withCorner(text, { line: 0, lng: 116, lat: 39.8 });
  expect(moved.split('\n')[0]).toBe('116, 39.8');
  expect(moved.split('\n')[3]).toBe('116, 39.8');
  const [first, second] = partsFrom(moved);
  expect(first?.[0]).toHaveLength(4);
  expect(second?.[0]?.at(-1)).toEqual([116.5, 39.9]);
});
