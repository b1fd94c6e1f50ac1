import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../kernel/chinese-number.ts';
import { HOSTILE } from './paper.fixture.ts';
import { cleanLine, cleanParagraphs } from './text.ts';

describe('text of a paper', () => {
  it('loses what is invisible or turns the direction of writing, and nothing else', () => {
    expect(cleanLine(HOSTILE.hidden)).toBe(HOSTILE.shown);
    expect(cleanLine('𠮷野家 䶮 Ünï 1,2 ①（㎡）')).toBe('𠮷野家 䶮 Ünï 1,2 ①（㎡）');
  });

  it('has one space where any space was, and none at its ends', () => {
    expect(cleanLine('　　一\t二 \u00a0 三\n四  ')).toBe('一 二 三 四');
  });

  it('keeps marks from climbing into other lines', () => {
    expect([...cleanLine(`x${'\u0323'.repeat(50)}`)]).toHaveLength(4);
  });

  it('begins a paragraph at every kind of line end', () => {
    expect(cleanParagraphs('一\r\n二\n\n三\u2028四\u000b五\r  \r')).toEqual(['一', '二', '三', '四', '五']);
    expect(cleanParagraphs(' \n\u200b\n')).toEqual([]);
  });

  it('counts in Chinese', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99, 100].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
      '100',
    ]);
  });
});
