import { expect, it } from 'vitest';
import { countdownText, elapsedText } from './durations.rules.ts';

const due = new Date('2026-06-11T03:08:00Z');
const before = (seconds: number) => new Date(due.getTime() - seconds * 1000);

it('counts down to the second and is late by the minute', () => {
  expect(countdownText(due, before(200))).toEqual({ zh: '剩 3 分 20 秒', en: '3 min 20 s left' });
  expect(countdownText(due, before(7500)).zh).toBe('剩 2 小时 5 分');
  expect(countdownText(due, due).zh).toBe('迟 0 秒');
  expect(countdownText(due, before(-150))).toEqual({ zh: '迟 2 分', en: '2 min late' });
  expect(countdownText(due, before(-3700)).zh).toBe('迟 1 小时 1 分');
});

it('never says that something began in the future, even when two clocks differ', () => {
  expect(elapsedText(due, before(5)).zh).toBe('已过 0 秒');
  expect(elapsedText(before(12 * 60 + 30), due).zh).toBe('已过 12 分');
});
