import { describe, expect, it } from 'vitest';
import { beginEdit, namesIn, type PaperText, rebased } from './paper-edit.rules.ts';

const draft: PaperText = {
  title: '关于某地发生火灾的报告',
  urgency: '加急',
  basicSituation: '某地发生火灾。',
  casualtiesAndLosses: '无。',
  progress: '已到场。',
  nextSteps: '继续处置。',
  coordinationNeeded: '无',
  sentTo: '市应急管理局',
  copiedTo: '',
};

describe('a draft that two people edit', () => {
  it('keeps what I changed and takes what the other changed', () => {
    const mine = { ...beginEdit(1, draft), text: { ...draft, progress: '已到场，两车参战。' } };
    const next = rebased(mine, 2, { ...draft, nextSteps: '疏散周边居民。' });
    expect(next).toMatchObject({ version: 2, contested: [] });
    expect(next.text).toEqual({ ...draft, progress: '已到场，两车参战。', nextSteps: '疏散周边居民。' });
  });
  it('names a part that both changed, and keeps my words in it', () => {
    const mine = { ...beginEdit(1, draft), text: { ...draft, progress: '已控制。' } };
    const next = rebased(mine, 2, { ...draft, progress: '明火已扑灭。' });
    expect(next.contested).toEqual(['progress']);
    expect(next.text.progress).toBe('已控制。');
  });
  it('finds no contest where both wrote the same', () => {
    const mine = { ...beginEdit(1, draft), text: { ...draft, progress: '已控制。' } };
    expect(rebased(mine, 2, { ...draft, progress: '已控制。' }).contested).toEqual([]);
  });
});

describe('recipients in one line', () => {
  it('are parted by any mark a person types', () => {
    expect(namesIn('市应急管理局、区委办公室，区政府办公室;\n市应急指挥中心 ')).toEqual([
      '市应急管理局',
      '区委办公室',
      '区政府办公室',
      '市应急指挥中心',
    ]);
    expect(namesIn(' 、 ')).toEqual([]);
  });
});
