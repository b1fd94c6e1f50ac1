import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, choices } from './choice.type.ts';
import { creditCode, creditCodeCheck } from './credit-code.type.ts';
import { day } from './day.type.ts';
import { instant } from './instant.type.ts';
import { boolean, decimal, money, whole } from './number.type.ts';
import { place } from './place.type.ts';

const label = { zh: '栏', en: 'Field' };
const KINDS = [
  { id: 'gas', label: { zh: '燃气', en: 'Gas' } },
  { id: 'power', label: { zh: '供电', en: 'Power' } },
] as const;

describe('a cell of a sheet', () => {
  it.each([
    ['2026/3/1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['20260301', '2026-03-01'],
    [new Date('2026-03-01T00:00:00Z'), '2026-03-01'],
    ['', null],
    ['下周一', '下周一'],
  ])('reads the day %s', (cell, wanted) => {
    expect(day({ label }).fromCell(cell)).toBe(wanted);
  });

  it('reads a wall-clock reading as Beijing time, and writes it back as one', () => {
    const field = instant({ label });
    expect(field.fromCell('2026-06-11 10:40')).toBe('2026-06-11T02:40:00.000Z');
    expect(field.fromCell(new Date('2026-06-11T10:40:00Z'))).toBe('2026-06-11T02:40:00.000Z');
    expect(field.fromCell('2026-06-11T02:40:00Z')).not.toBeNull();
    expect(field.toCell?.(new Date('2026-06-11T02:40:00Z'))).toEqual(new Date('2026-06-11T10:40:00Z'));
  });

  it('reads numbers with thousands and full-width digits, and leaves what is none for the input to refuse', () => {
    expect(whole({ label }).fromCell('1,200')).toBe(1200);
    expect(decimal({ label }).fromCell('３.５')).toBe(3.5);
    const refused = whole({ label }).fromCell('约十人');
    expect(whole({ label }).input.safeParse(refused).success).toBe(false);
    expect(money({ label }).show(12.5, 'zh')).toBe('12.50');
  });

  it('reads codes by id or by word in either language, several apart by any of the usual marks', () => {
    expect(choice({ label, options: KINDS }).fromCell('燃气')).toBe('gas');
    expect(choices({ label, options: KINDS }).fromCell('供电、Gas')).toEqual(['power', 'gas']);
    expect(choices({ label, options: KINDS }).input.parse(['power', 'gas', 'gas'])).toEqual(['gas', 'power']);
    expect(
      choice({ label, options: KINDS }).input.safeParse(choice({ label, options: KINDS }).fromCell('水')).success,
    ).toBe(false);
  });

  it('reads yes and no, and a point with longitude first', () => {
    expect(boolean({ label }).fromCell('是')).toBe(true);
    expect(boolean({ label }).fromCell('')).toBe(false);
    expect(place({ label }).fromCell('116.187，39.913')).toEqual({ lng: 116.187, lat: 39.913 });
    expect(place({ label }).input.safeParse(place({ label }).fromCell('39.913 116.187')).success).toBe(false);
  });
});

describe('统一社会信用代码', () => {
  // Check characters of GB 32100-2015 examples and of a synthetic code.
  it.each([
    ['91350100M000100Y4', '3'],
    ['91110000802100433', 'B'],
    ['11110107000000000', '1'],
  ])('%s ends in %s', (seventeen, check) => {
    expect(creditCodeCheck(seventeen)).toBe(check);
    expect(creditCode({ label }).input.parse(` ${(seventeen + check).toLowerCase()} `)).toBe(seventeen + check);
  });

  it('finds every single wrong character', () => {
    const right = '91350100M000100Y43';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, letter) => {
        if (right[at] === letter) return;
        const wrong = right.slice(0, at) + letter + right.slice(at + 1);
        expect(creditCode({ label }).input.safeParse(wrong).success).toBe(false);
      }),
    );
  });
});
