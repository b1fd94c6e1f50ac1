import { describe, expect, it } from 'vitest';
import { numbersOf, plainName } from './contact-numbers.rules.ts';

describe('numbers of a cell', () => {
  it.each<[string | null, string[], string[]]>([
    [null, [], []],
    ['13812345678', ['13812345678'], []],
    ['138 1234 5678', ['13812345678'], []],
    ['13812345678、１３９１２３４５６７８', ['13812345678', '13912345678'], []],
    ['13812345678 13912345678', ['13812345678', '13912345678'], []],
    ['13812345678\n13812345678', ['13812345678'], []],
    ['68871234/35', [], ['68871234', '68871235']],
    ['(010)68871234转802；12345', [], ['010-68871234-802', '12345']],
    ['68871234（办） 13812345678（手机）', ['13812345678'], ['68871234']],
    ['办公：010-68871234，手机：13812345678', ['13812345678'], ['010-68871234']],
  ])('reads %j', (cell, mobiles, landlines) => {
    expect(numbersOf(cell)).toEqual({ mobiles, landlines, faults: [] });
  });

  it('says which number is wrong and why, and not what it is', () => {
    const { mobiles, faults } = numbersOf('13812345678、1381234567、无、0108');
    expect(mobiles).toEqual(['13812345678']);
    expect(faults.map(({ zh }) => zh)).toEqual(['第 2 个号码有 10 位，手机号应为 11 位', '第 3 个号码里没有数字']);
    expect(JSON.stringify(faults)).not.toContain('1381234567');
  });

  it('takes the space out of a name of two characters and leaves other names alone', () => {
    expect(['王 伟', '王　伟', ' 阿依古丽·买买提 ', 'John Smith'].map(plainName)).toEqual([
      '王伟',
      '王伟',
      '阿依古丽·买买提',
      'John Smith',
    ]);
  });
});
