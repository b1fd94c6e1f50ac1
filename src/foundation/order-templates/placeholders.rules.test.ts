import { expect, it } from 'vitest';
import { filledIn, placeholdersOf } from './placeholders.rules.ts';

it('asks for each placeholder once, title before content, and leaves what was not given in sight', () => {
  const [title, content] = ['{地点}转移', '立即转移{地点}低洼处人员 {人数} 人，{ 至 {安置点}'];
  expect(placeholdersOf(title, content)).toEqual(['地点', '人数', '安置点']);
  expect(filledIn(content, { 地点: '古城路', 人数: ' ' })).toBe('立即转移古城路低洼处人员 {人数} 人，{ 至 {安置点}');
});
