import { describe, expect, it } from 'vitest';
import { areaOf, type Claim, centreOf, divide, type Ring, shareCorners, type Vertex } from './partition.ts';

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]; // prettier-ignore
const angle: Ring = [
  [0, 0],
  [4, 0],
  [4, 2],
  [2, 2],
  [2, 4],
  [0, 4],
]; // prettier-ignore
const claims = (...wishes: Vertex[]): Claim[] => wishes.map((wish, index) => ({ key: String(index), wish }));

describe('dividing a ring', () => {
  it('measures area by direction and finds the centre', () => {
    expect(areaOf(square)).toBe(16);
    expect(areaOf([...square].reverse())).toBe(-16);
    expect(centreOf(square)).toEqual([2, 2]);
  });

  it('gives every claim the same area, near its wish', () => {
    const cells = divide(square, claims([3.5, 3.5], [0.5, 0.5], [3.5, 0.5], [0.5, 3.5]));
    for (const cell of cells.values()) expect(Math.abs(areaOf(cell))).toBeCloseTo(4, 6);
    const [x, y] = centreOf(cells.get('0') ?? []);
    expect(x).toBeGreaterThan(2);
    expect(y).toBeGreaterThan(2);
  });

  it('leaves whole pieces of a hollow outline', () => {
    const cells = divide(angle, claims([3, 1], [1, 3], [1, 1], [2, 1], [1, 2]));
    expect(cells.size).toBe(5);
    for (const cell of cells.values()) expect(Math.abs(areaOf(cell))).toBeCloseTo(12 / 5, 6);
  });

  it('refuses an outline that every cut would leave in more than two pieces', () => {
    const comb = Array.from({ length: 24 }, (_, index): Vertex => {
      const turn = (index * Math.PI) / 12;
      const reach = index % 2 === 0 ? 10 : 0.5;
      return [Math.cos(turn) * reach, Math.sin(turn) * reach];
    });
    expect(() => divide(comb, claims([0, 1], [1, 0]))).toThrow('too hollow');
  });

  it('puts the corners of neighbours on every shared edge', () => {
    const shared = shareCorners(
      new Map<string, Ring>([
        [
          'low',
          [
            [0, 0],
            [3, 0],
            [3, 1],
            [0, 1],
          ],
        ],
        [
          'left',
          [
            [0, 1],
            [1, 1],
            [1, 2],
            [0, 2],
          ],
        ],
        [
          'right',
          [
            [1, 1],
            [3, 1],
            [3, 2],
            [1, 2],
          ],
        ],
      ]), // prettier-ignore
    );
    expect(shared.get('low')).toEqual([
      [0, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [0, 1],
    ]); // prettier-ignore
  });
});
