import { describe, expect, it } from 'vitest';
import { dueAt, LEVEL_BY_GRADE, suggestedLevel } from './activation.rules.ts';

describe('activation', () => {
  it.each([
    [null, 'IV'],
    ['general', 'IV'],
    ['large', 'III'],
    ['major', 'II'],
    ['extraordinary', 'I'],
  ] as const)('grade %s suggests level %s', (grade, level) => {
    expect(suggestedLevel(grade, LEVEL_BY_GRADE.initial.values)).toBe(level);
  });
  it('T0 + 15 min is counted from the activation, over midnight too', () => {
    expect(dueAt(new Date('2026-06-11T15:50:00Z'), 15).toISOString()).toBe('2026-06-11T16:05:00.000Z');
  });
});
