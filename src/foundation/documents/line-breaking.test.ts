import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, estimatedWidth } from './line-breaking.ts';
import { breakTitle } from './title-lines.ts';

const set = (text: string, width = 10, indent = 0) =>
  breakLines(text, { measure: estimatedWidth, width, indent }).map((line) => line.text);

describe('lines of a paragraph', () => {
  it('fill the measure, the first one after its indent', () => {
    expect(set('字'.repeat(25), 10, 2).map((line) => line.length)).toEqual([8, 10, 7]);
  });

  it('never begin with a closing mark: one is squeezed in, for two a character comes along', () => {
    expect(set(`${'字'.repeat(10)}，下`)).toEqual([`${'字'.repeat(10)}，`, '下']);
    expect(set(`${'字'.repeat(9)}完。”下`)).toEqual(['字'.repeat(9), '完。”下']);
  });

  it('never end with an opening mark', () => {
    expect(set(`${'字'.repeat(9)}（初报）`)).toEqual(['字'.repeat(9), '（初报）']);
  });

  it('keep figures and words whole, and cut only what is too long for a line', () => {
    expect(set(`${'字'.repeat(8)}12345号`)).toEqual(['字'.repeat(8), '12345号']);
    expect(set('A'.repeat(40)).join('')).toBe('A'.repeat(40));
  });

  it('lose no character and are never more than one character too wide, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'字，。（）“”A1 -😀é国'), maxLength: 300 });
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 30 }), (typed, width) => {
        const lines = breakLines(typed, { measure: estimatedWidth, width });
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(typed.replaceAll(' ', ''));
        for (const line of lines) expect(estimatedWidth(line.text)).toBeLessThanOrEqual(width + 1);
      }),
    );
  });

  it('take time in proportion to the text', () => {
    const time = (length: number) => {
      const start = performance.now();
      set('A'.repeat(length), 28);
      return performance.now() - start;
    };
    time(20_000);
    expect(time(400_000)).toBeLessThan(2_000);
  });
});

describe('lines of a title', () => {
  it('are as few as needed and of like length', () => {
    expect(breakTitle('关于古城街道古城南路施工破坏燃气管线发生泄漏的报告（初报）', 19)).toEqual([
      '关于古城街道古城南路施工',
      '破坏燃气管线发生泄漏的报告（初报）',
    ]);
    expect(breakTitle('关于五里坨街道山体滑坡的报告', 19)).toEqual(['关于五里坨街道山体滑坡的报告']);
    expect(breakTitle('', 19)).toEqual([]);
  });

  it('fit the page whatever is typed', () => {
    for (const title of ['A'.repeat(300), '字'.repeat(400), `（${'括'.repeat(60)}）`]) {
      const lines = breakTitle(title, 19);
      expect(lines.join('')).toBe(title);
      for (const line of lines) expect(estimatedWidth(line)).toBeLessThanOrEqual(19);
    }
  });
});
