import { expect, it } from 'vitest';
import { actionFrom, beginFrom } from './from-text.rules.ts';
import type { ActionDraft } from './plan-draft.rules.ts';

const clause = (depth: number, number: string, heading: string, body = '') => ({
  id: number,
  depth,
  number,
  heading,
  body,
});
const CLAUSES = [
  clause(1, '4', '应急响应'),
  clause(2, '4.2', 'Ⅳ级响应'),
  clause(3, '4.2.1', '启动条件', '发布暴雨蓝色预警。'),
  clause(3, '4.2.2', '响应行动', '加强值守。\n排涝队到位。'),
  clause(2, '4.3', 'Ⅲ级响应', '发布暴雨黄色预警。'),
  clause(1, '5', '响应终止'),
  clause(2, '（一）', '', '积水全部排除；'),
  clause(2, '（二）', '', '1.被困人员全部获救。'),
];

it('proposes levels with what starts them, and the conditions for ending', () => {
  expect(beginFrom('防汛预案', CLAUSES)).toEqual({
    name: '防汛预案',
    levels: [
      { level: 'III', conditions: '发布暴雨黄色预警。', expectedHours: null, measures: '' },
      { level: 'IV', conditions: '发布暴雨蓝色预警。', expectedHours: null, measures: '加强值守。\n排涝队到位。' },
    ],
    endConditions: ['积水全部排除', '被困人员全部获救。'],
  });
});
it('begins an action with number, heading and text of a clause', () => {
  const [, , , acts] = CLAUSES;
  expect(actionFrom({ title: '' } as ActionDraft, CLAUSES, acts as (typeof CLAUSES)[0])).toMatchObject({
    clause: '4.2.2',
    title: '响应行动',
    content: '加强值守。\n排涝队到位。',
  });
});
