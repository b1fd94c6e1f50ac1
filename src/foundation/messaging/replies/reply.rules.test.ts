import { describe, expect, it } from 'vitest';
import { meaningOf } from './reply.rules.ts';

const choices = [
  { id: 'here', label: { zh: '已到岗' } },
  { id: 'away', label: { zh: '不能到岗' } },
];
const receipt = (words: string) => meaningOf(words, { asks: 'receipt', choices: [] }).meaning;
const answer = (words: string) => meaningOf(words, { asks: 'answer', choices });

describe('what a reply means', () => {
  it.each(['1', ' １。', '收到', '收到！', '已收到', '好的收到', '知道了', 'OK'])('«%s» confirms', (words) => {
    expect(receipt(words)).toBe('confirmed');
  });

  it.each(['去不了，在外地', '无法到岗', '不能'])('«%s» declines', (words) => {
    expect(receipt(words)).toBe('declined');
  });

  it.each(['你打错了', '我不是王某', '不认识'])('«%s» is another person', (words) => {
    expect(receipt(words)).toBe('wrong_person');
  });

  it.each(['12', '2', '收到一个快递', '在哪里', ''])('«%s» is left to a human', (words) => {
    expect(receipt(words)).toBe('unclear');
  });

  it('takes a choice by its number or its very words, also where the words deny', () => {
    expect(answer('1')).toEqual({ meaning: 'chosen', choice: 'here' });
    expect(answer('２')).toEqual({ meaning: 'chosen', choice: 'away' });
    expect(answer('不能到岗')).toEqual({ meaning: 'chosen', choice: 'away' });
    expect(answer('1 已到岗')).toEqual({ meaning: 'chosen', choice: 'here' });
  });

  it('takes no choice that was not offered, and no receipt for an answer', () => {
    expect(answer('3')).toEqual({ meaning: 'unclear' });
    expect(answer('收到')).toEqual({ meaning: 'unclear' });
    expect(answer('来不了')).toEqual({ meaning: 'declined' });
  });
});
