import { describe, expect, it } from 'vitest';
import { amendableUntil, GRADE_RULES, isGradeOutdated, suggestedGrade } from './grade.rules.ts';

const RULES = GRADE_RULES.initial.values;
const NOTHING = { deaths: null, missing: null, seriousInjuries: null, directLoss: null };
const grade = (kind: string, figures: Partial<typeof NOTHING> | Record<string, number>) =>
  suggestedGrade(kind, { ...NOTHING, ...figures }, RULES)?.grade;

describe('accidents of production (493号令 第3条): 以上 includes the number, 以下 does not', () => {
  it.each([
    [{ deaths: 30 }, 'extraordinary'],
    [{ deaths: 29 }, 'major'],
    [{ deaths: 10 }, 'major'],
    [{ deaths: 9 }, 'large'],
    [{ deaths: 3 }, 'large'],
    [{ deaths: 2 }, 'general'],
    [{ seriousInjuries: 100 }, 'extraordinary'],
    [{ seriousInjuries: 50 }, 'major'],
    [{ seriousInjuries: 10 }, 'large'],
    [{ seriousInjuries: 9 }, 'general'],
    [{ directLoss: 10_000 }, 'extraordinary'],
    [{ directLoss: 5000 }, 'major'],
    [{ directLoss: 4999.5 }, 'large'],
    [{ directLoss: 999 }, 'general'],
    [{ deaths: 1, seriousInjuries: 12, directLoss: 30 }, 'large'],
    [{ deaths: 3, directLoss: 5200 }, 'major'],
  ] as const)('%o → %s', (figures, expected) => {
    expect(grade('construction', figures)).toBe(expected);
    expect(grade('fire', figures)).toBe(expected);
  });

  it('names the criterion that is enough', () => {
    expect(suggestedGrade('hazchem', { ...NOTHING, deaths: 3 }, RULES)?.criterion.zh).toBe('死亡 3 人，达到 3 人');
  });

  it('proposes nothing where nothing is known, nothing happened to anybody, or no table exists', () => {
    expect(grade('construction', {})).toBeUndefined();
    expect(grade('construction', { deaths: 0, seriousInjuries: 0 })).toBeUndefined();
    expect(grade('waterlogging', { deaths: 12 })).toBeUndefined();
  });
});

it('counts the dead and the missing of an earthquake together (国家地震应急预案)', () => {
  expect(grade('earthquake', { deaths: 40, missing: 10 })).toBe('major');
  expect(grade('earthquake', { deaths: 300 })).toBe('extraordinary');
  expect(grade('earthquake', { deaths: 9 })).toBe('general');
});

it('a grade is outdated by figures that reach another', () => {
  const large = suggestedGrade('fire', { ...NOTHING, deaths: 4 }, RULES);
  expect(isGradeOutdated('general', large)).toBe(true);
  expect(isGradeOutdated('large', large)).toBe(false);
  expect(isGradeOutdated('general', undefined)).toBe(false);
});

it('casualties are amended for 30 days, after fires and on roads for 7 (493号令 第13条), to the end of the day', () => {
  const happened = { occurredAt: new Date('2026-06-11T02:30:00Z'), knownAt: new Date('2026-06-11T02:38:00Z') };
  expect(amendableUntil({ kind: 'construction', ...happened }, RULES)).toEqual(new Date('2026-07-11T16:00:00Z'));
  expect(amendableUntil({ kind: 'fire', ...happened }, RULES)).toEqual(new Date('2026-06-18T16:00:00Z'));
});
