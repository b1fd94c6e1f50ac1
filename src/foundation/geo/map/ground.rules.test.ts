import { expect, it } from 'vitest';
import { lengthOf } from '../measure.rules.ts';
import { aroundGround, groundOf, groundShape, previewShape } from './ground.rules.ts';

const MIDDLE = { lng: 116.19, lat: 39.91 };
const RIM = { lng: 116.2, lat: 39.91 };

it('makes ground of two clicks or of an outline', () => {
  expect(groundOf({ kind: 'circle', points: [MIDDLE] })).toBeUndefined();
  expect(groundOf({ kind: 'circle', points: [MIDDLE, MIDDLE] })).toBeUndefined();
  const metres = lengthOf([MIDDLE, RIM]);
  const circle = groundOf({ kind: 'circle', points: [MIDDLE, RIM] });
  expect(circle).toEqual({ centre: MIDDLE, metres });
  for (const point of groundShape(circle ?? { corners: [] }).points)
    expect(lengthOf([MIDDLE, point])).toBeCloseTo(metres, 3);
  expect(groundOf({ kind: 'rectangle', points: [MIDDLE, RIM] })).toBeUndefined();
  expect(groundOf({ kind: 'rectangle', points: [RIM, { lng: 116.19, lat: 39.92 }] })).toMatchObject({
    corners: [MIDDLE, RIM, { lng: 116.2, lat: 39.92 }, { lng: 116.19, lat: 39.92 }],
  });
  expect(previewShape({ kind: 'circle', points: [MIDDLE] }, RIM)).toMatchObject({ isRound: true });
  expect(previewShape({ kind: 'length', points: [MIDDLE] }, RIM).points).toEqual([MIDDLE]);
  expect(groundOf({ kind: 'length', points: [MIDDLE, RIM] })).toBeUndefined();
});

it('looks around the same ground as far as surroundings reach', () => {
  expect(aroundGround({ centre: MIDDLE, metres: 500.4 })).toBe('/surroundings?point=116.19%2C39.91&metres=500');
  expect(aroundGround({ centre: MIDDLE, metres: 40_000 })).toBeUndefined();
});
