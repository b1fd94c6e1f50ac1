import { expect, it } from 'vitest';
import { dueOn } from './zero-report.rules.ts';

it('is due at the hour of Beijing on its day', () => {
  expect(dueOn('2026-06-11', 16)).toEqual(new Date('2026-06-11T08:00:00Z'));
  expect(dueOn('2026-01-01', 7)).toEqual(new Date('2025-12-31T23:00:00Z'));
});
