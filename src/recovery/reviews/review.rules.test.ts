import { describe, expect, it } from 'vitest';
import { clauseState, intervals, mustBeReviewed, REVIEW_RULES } from './review.rules.ts';

const at = (clock: string) => new Date(`2026-06-11T${clock}:00Z`);

describe('which incidents are reviewed', () => {
  const rules = REVIEW_RULES.initial.values;
  it.each([
    ['general', false, false],
    ['general', true, true],
    ['large', false, true],
    [null, false, false],
  ] as const)('grade %s, response %s → %s', (grade, hadResponse, must) => {
    expect(mustBeReviewed({ grade, hadResponse }, rules)).toBe(must);
  });
});

describe('intervals', () => {
  it('are measured from the last step that is known, and from the moment of knowing', () => {
    const steps = intervals({
      occurred: at('02:35'),
      known: at('02:38'),
      recorded: at('02:41'),
      opened: null,
      reported: at('03:00'),
      activated: at('02:50'),
      closed: at('05:38'),
    });
    const of = (key: string) => steps.find((step) => step.key === key);
    expect(of('known')).toMatchObject({ minutes: 3, sinceKnown: 0 });
    expect(of('opened')).toMatchObject({ at: null, minutes: null });
    expect(of('occurred')).toMatchObject({ minutes: null, sinceKnown: null });
    // Activated before it was reported: measured in the order things came.
    expect(of('activated')).toMatchObject({ minutes: 9, sinceKnown: 12 });
    expect(of('reported')).toMatchObject({ minutes: 10, sinceKnown: 22 });
    expect(of('closed')).toMatchObject({ minutes: 158, sinceKnown: 180 });
  });
});

describe('what a clause came to', () => {
  it.each([
    [[], 'not_ordered'],
    [['cancelled'], 'called_off'],
    [['unanswered', 'done'], 'done'],
    [['rejected', 'under_way'], 'unfinished'],
  ] as const)('%j → %s', (states, state) => {
    expect(clauseState(states)).toBe(state);
  });
});
