import { describe, expect, it } from 'vitest';
import { counted, dayFrom, instantOn } from './daily-brief.rules.ts';

describe('每日要情', () => {
  it('counts against the day before and says that there was nothing', () => {
    expect(counted('突发事件', 3, 2)).toBe('突发事件 3 起，较前一日增加 1 起。');
    expect(counted('突发事件', 0, 2)).toBe('突发事件 0 起，较前一日减少 2 起。');
    expect(counted('突发事件', 2, 2)).toBe('突发事件 2 起，与前一日持平。');
    expect(counted('突发事件', 0, 0)).toBe('突发事件：无。');
  });

  it('knows the days of Beijing', () => {
    expect(dayFrom('2026-03-01', -1)).toBe('2026-02-28');
    expect(instantOn('2026-06-12', 8)).toEqual(new Date('2026-06-12T00:00:00Z'));
  });
});
