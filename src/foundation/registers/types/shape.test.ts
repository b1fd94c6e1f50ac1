import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringFault } from '../../../kernel/shapes.ts';
import { code } from './code.type.ts';
import { duration } from './duration.type.ts';
import { place } from './place.type.ts';
import { area, line } from './shape.type.ts';

const label = { zh: '栏', en: 'Field' };
const SQUARE = [
  [116.1, 39.9],
  [116.2, 39.9],
  [116.2, 40],
  [116.1, 40],
  [116.1, 39.9],
];
const wordsOf = (result: { error?: { issues: readonly object[] } | undefined }) =>
  result.error?.issues.map((issue) => (issue as { params?: { zh: string } }).params?.zh).join();

describe('an area', () => {
  const field = area({ label });
  it('names the place where the outline crosses itself', () => {
    const bow = [
      [116.1, 39.9],
      [116.2, 40],
      [116.2, 39.9],
      [116.1, 40],
      [116.1, 39.9],
    ];
    expect(wordsOf(field.input.safeParse([[bow]]))).toContain('116.150000, 39.950000 处与自身相交');
  });

  it('names where it is open, and takes holes, parts and parts that touch', () => {
    expect(wordsOf(field.input.safeParse([[SQUARE.slice(0, 4)]]))).toContain('未闭合');
    const hole = SQUARE.map(([lng = 0, lat = 0]) => [116.15 + (lng - 116.15) / 2, 39.95 + (lat - 39.95) / 2]);
    const beside = SQUARE.map(([lng = 0, lat = 0]) => [lng + 0.1, lat]);
    expect(field.input.safeParse([[SQUARE, hole], [beside]]).success).toBe(true);
  });

  it('recognises swapped coordinates and proposes the right ones', () => {
    const swapped = SQUARE.map(([lng, lat]) => [lat, lng]);
    expect(wordsOf(field.input.safeParse([[swapped]]))).toContain('116.100000, 39.900000');
    expect(wordsOf(place({ label }).input.safeParse({ lng: 39.9, lat: 116.1 }))).toContain('经纬度颠倒');
    expect(place({ label }).input.safeParse({ lng: 118.5, lat: 40.02 }).success).toBe(true);
  });

  it('reads GeoJSON, bare coordinates and WKT of a cell', () => {
    const wkt = `POLYGON ((${SQUARE.map((at) => at.join(' ')).join(', ')}))`;
    for (const cell of [JSON.stringify({ type: 'Polygon', coordinates: [SQUARE] }), JSON.stringify([SQUARE]), wkt]) {
      expect(field.fromCell(cell)).toEqual([[SQUARE]]);
    }
    expect(line({ label }).fromCell('LINESTRING (116.1 39.9, 116.2 40)')).toEqual([
      [116.1, 39.9],
      [116.2, 40],
    ]);
    expect(field.input.safeParse(field.fromCell('河道两侧')).success).toBe(false);
  });

  it('judges any rings, however drawn, in bounded time', () => {
    const coordinate = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 3, maxLength: 12 }), (points) => {
        const ring = [...points, points[0] as [number, number]];
        const turned = [...points.slice(1), points[0] as [number, number], points[1] as [number, number]];
        // Where a ring begins does not change whether it crosses itself.
        expect(ringFault([ring])?.kind).toBe(ringFault([turned])?.kind);
      }),
    );
    const zigzag = Array.from({ length: 20_000 }, (_, at) => [116 + (at % 2), 39 + at / 40_000] as const);
    const began = performance.now();
    ringFault([[...zigzag, zigzag[0] as [number, number]]]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a length of time', () => {
  const field = duration({ label, countedIn: 'days' });
  it.each([
    ['3天4小时', 4560],
    ['76 h', 4560],
    ['1.5 小时', 90],
    ['2', 2880],
    ['90分钟', 90],
    ['', null],
    ['许久', '许久'],
  ])('reads %s', (cell, minutes) => {
    expect(field.fromCell(cell)).toBe(minutes);
  });
  it('is said in days, hours and minutes', () => {
    expect(field.show(4560, 'zh')).toBe('3 天 4 小时');
    expect(field.show(0, 'en')).toBe('0 min');
  });
});

it('a code is of one form, and the refusal shows one that is right', () => {
  const field = code({ label, pattern: /^[A-Z]{2}\d{4}$/, example: 'SJ0012' });
  expect(field.input.parse(' sj 0012')).toBe('SJ0012');
  expect(wordsOf(field.input.safeParse('12'))).toContain('SJ0012');
});
