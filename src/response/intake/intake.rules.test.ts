import { describe, expect, it } from 'vitest';
import { timeFault } from './intake.rules.ts';

const now = new Date('2026-06-11T02:45:00Z');
const at = (text: string) => new Date(`2026-06-11T${text}:00Z`);

describe('times of a report', () => {
  it('accepts a pipe broken at 10:35, known at 10:38, typed at 10:45', () => {
    expect(timeFault({ occurredAt: at('02:35'), knownAt: at('02:38') }, now)).toBeUndefined();
  });
  it('refuses to know what has not happened yet', () => {
    expect(timeFault({ knownAt: at('03:10') }, now)?.field).toBe('knownAt');
    expect(timeFault({ occurredAt: at('02:44'), knownAt: at('02:38') }, now)?.field).toBe('occurredAt');
  });
  it('forgives two minutes between two watches', () => {
    expect(timeFault({ occurredAt: at('02:40'), knownAt: at('02:38') }, now)).toBeUndefined();
  });
});
