import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Point, Polygon } from '../../kernel/geometry.ts';
import { type CoordinateSystem, convert, fromCgcs2000, toCgcs2000 } from './coordinates.rules.ts';
import { type District, judgeSystem } from './plausibility.rules.ts';

const square: Polygon = [
  [
    [116.1, 39.88],
    [116.26, 39.88],
    [116.26, 39.98],
    [116.1, 39.98],
    [116.1, 39.88],
  ],
];
const surveyed: District = { outlines: [square], isSchematic: false };
const schematic: District = { outlines: [square], isSchematic: true };

/** A place every few hundred metres, up to the border. */
const truth: Point[] = Array.from({ length: 40 }, (_, index) => ({
  lng: 116.1002 + (0.1596 * (index % 8)) / 7,
  lat: 39.8802 + (0.0996 * Math.floor(index / 8)) / 4,
}));
const given = (system: CoordinateSystem) => truth.map((point) => ({ point: fromCgcs2000(point, system) }));
const swapped = <T extends { point: Point }>(samples: T[]) =>
  samples.map((sample) => ({ ...sample, point: { lng: sample.point.lat, lat: sample.point.lng } }));

describe('plausibility of a declared system', () => {
  test.each(['cgcs2000', 'gcj02', 'bd09'] as const)('%s, rightly declared: nothing to say', (system) => {
    expect(judgeSystem(given(system), system, surveyed)).toEqual({ total: 40, inside: 40 });
  });

  test('GCJ-02 declared as CGCS2000 is seen by the outline', () => {
    const verdict = judgeSystem(given('gcj02'), 'cgcs2000', surveyed);
    expect(verdict.inside).toBeLessThan(40);
    expect(verdict.proposed).toEqual({ system: 'gcj02', isSwapped: false });
    expect(verdict.warning?.zh).toContain('GCJ-02');
  });

  test('a schematic outline settles nothing about half a kilometre', () => {
    const verdict = judgeSystem(given('gcj02'), 'cgcs2000', schematic);
    expect(verdict.proposed).toBeUndefined();
    expect(verdict.warning?.zh).toMatch(/个在区外/);
  });

  test.each([
    ['bd09', 'gcj02'],
    ['gcj02', 'cgcs2000'],
    ['cgcs2000', 'bd09'],
  ] as const)('%s declared as %s is seen by three known places, with the offset', (is, declared) => {
    const samples = given(is).map((sample, index) =>
      index < 3 ? { ...sample, known: truth[index] as Point } : sample,
    );
    const verdict = judgeSystem(samples, declared, schematic);
    expect(verdict.proposed).toEqual({ system: is, isSwapped: false });
    expect(verdict.offset?.metres).toBeGreaterThan(300);
    expect(verdict.offset?.metres).toBeLessThan(1500);
  });

  test('a known place that was typed wrongly does not overturn the others', () => {
    const samples = truth.slice(0, 5).map((known, index) => ({
      point: index === 0 ? { lng: known.lng + 0.02, lat: known.lat } : known,
      known,
    }));
    expect(judgeSystem(samples, 'cgcs2000', surveyed).proposed).toBeUndefined();
  });

  test('exchanged columns are recognised, in one row too', () => {
    for (const samples of [swapped(given('gcj02')), swapped(given('gcj02').slice(10, 11))]) {
      const verdict = judgeSystem(samples, 'gcj02', schematic);
      expect(verdict.proposed).toEqual({ system: 'gcj02', isSwapped: true });
      expect(verdict.warning?.zh).toContain('互换');
    }
  });

  test('places outside are counted, not refused', () => {
    const far = Array.from({ length: 3 }, (_, index) => ({ point: { lng: 117.2 + index / 100, lat: 39.1 } }));
    const verdict = judgeSystem([...given('cgcs2000'), ...far], 'cgcs2000', surveyed);
    expect(verdict).toMatchObject({ total: 43, inside: 40 });
    expect(verdict.warning).toEqual({ zh: '43 个位置中有 3 个在区外', en: '3 of 43 places lie outside the district' });
  });

  const BORDER = join(import.meta.dirname, '../../../../shared/realdata/geo/shijingshan_110107_datav.json');
  const isThere = existsSync(BORDER);
  if (!isThere) console.log(`skipped: a published border, ${BORDER} is not there`);
  test.skipIf(!isThere)('tells the systems apart by the border of the district itself', () => {
    const { features } = JSON.parse(readFileSync(BORDER, 'utf8'));
    const published = features[0].geometry.coordinates[0][0] as [number, number][];
    const ring = published.map(([lng, lat]): [number, number] => {
      const point = toCgcs2000({ lng, lat }, 'gcj02');
      return [point.lng, point.lat];
    });
    const district: District = { outlines: [[ring]], isSchematic: false };
    // Places just inside the border: a hundredth of the way to the middle.
    const [middleLng, middleLat] = [116.176, 39.933];
    const inside = published.map(([lng, lat]) => ({
      point: { lng: lng + (middleLng - lng) / 100, lat: lat + (middleLat - lat) / 100 },
    }));
    expect(judgeSystem(inside, 'gcj02', district).proposed).toBeUndefined();
    for (const wrong of ['cgcs2000', 'bd09'] as const)
      expect(judgeSystem(inside, wrong, district).proposed).toEqual({ system: 'gcj02', isSwapped: false });
    const asBaidu = inside.map(({ point }) => ({ point: convert(point, 'gcj02', 'bd09') }));
    expect(judgeSystem(asBaidu, 'cgcs2000', district).proposed?.system).toBe('bd09');
  });
});
