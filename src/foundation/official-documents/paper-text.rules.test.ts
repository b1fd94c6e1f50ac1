import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from './difference.rules.ts';
import { blocksOf, textOf } from './paper-text.rules.ts';

describe('the body of a paper as text', () => {
  it('is read as people write it: headings, paragraphs and tables', () => {
    const text = '公告如下。\n\n一、开放场所\n|事项|内容|\n|地址|古城南里 3 号|\n（一）路径\n由古城地铁站 A 口向南。';
    expect(blocksOf(text)).toEqual([
      { kind: 'paragraph', text: '公告如下。' },
      { kind: 'heading', level: 1, text: '开放场所' },
      { kind: 'table', columns: ['事项', '内容'], rows: [['地址', '古城南里 3 号']] },
      { kind: 'heading', level: 2, text: '路径' },
      { kind: 'paragraph', text: '由古城地铁站 A 口向南。' },
    ]);
  });
  it('keeps a numbered sentence as a paragraph', () => {
    expect(blocksOf('一、立即关闭阀门。')).toEqual([{ kind: 'paragraph', text: '一、立即关闭阀门。' }]);
  });
  it('fills rows that are too short, so that no figure is dropped', () => {
    expect(blocksOf('|甲|\n|1|2|')).toEqual([{ kind: 'table', columns: ['甲', ''], rows: [['1', '2']] }]);
  });
  it('comes back from its text whatever stands in the cells', () => {
    const cell = fc.stringMatching(/^[甲乙0-9|]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const table = { kind: 'table' as const, columns: ['一', '二'], rows };
        expect(blocksOf(textOf([table]))).toEqual([table]);
      }),
    );
  });
});

describe('the difference of two versions', () => {
  it('sets what was taken out beside what came in its place', () => {
    expect(difference(['标题', '甲', '乙', '丁'], ['标题', '甲二', '乙', '丙', '丁'])).toEqual([
      { change: 'same', before: '标题', after: '标题' },
      { change: 'changed', before: '甲', after: '甲二' },
      { change: 'same', before: '乙', after: '乙' },
      { change: 'added', before: null, after: '丙' },
      { change: 'same', before: '丁', after: '丁' },
    ]);
  });
  it('shows both texts whole and in order, and marks as same only what is', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const rows = difference(before, after);
        expect(rows.flatMap((row) => row.before ?? [])).toEqual(before);
        expect(rows.flatMap((row) => row.after ?? [])).toEqual(after);
        for (const row of rows) expect(row.change === 'same').toBe(row.before === row.after);
      }),
    );
  });
  it('answers at once for texts of many thousand paragraphs', () => {
    const long = (word: string) => Array.from({ length: 10_000 }, (_, index) => `${word}${index}`);
    expect(difference(long('甲'), long('乙'))).toHaveLength(10_000);
  });
});
