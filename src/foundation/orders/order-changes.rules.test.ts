import { expect, it } from 'vitest';
import { differencesOf } from './order-changes.rules.ts';

const before = {
  title: '转移 12 号楼地下室 3 户',
  content: '立即转移并安置',
  priority: 'urgent',
  placeText: '金顶街二区 12 号楼',
  resources: ['大巴 1 辆'],
  evidenceAsked: { photo: 1 },
  startDueAt: null,
  finishDueAt: new Date('2026-07-30T10:00:00+08:00'),
} as const;

it('names what was changed, with both wordings, and nothing else', () => {
  const after = {
    ...before,
    evidenceAsked: { photo: 2, paper: 1 },
    finishDueAt: new Date('2026-07-30T12:30:00+08:00'),
  };
  expect(
    differencesOf(before as never, after as never).map(({ field, before: was, after: is }) => [field, was.zh, is.zh]),
  ).toEqual([
    ['evidenceAsked', '现场照片 1', '现场照片 2、书面材料 1'],
    ['finishDueAt', '2026-07-30 10:00', '2026-07-30 12:30'],
  ]);
  expect(differencesOf(before as never, { ...before } as never)).toEqual([]);
});
