import { expect, it } from 'vitest';
import { type AnswerRow, rate, tallyOf } from './street-whistle.rules.ts';

const at = (time: string) => new Date(`2026-06-11T${time}:00+08:00`);
const answer = (more: Partial<AnswerRow>): AnswerRow => ({
  answerDueAt: at('12:00'),
  answeredAt: null,
  presence: null,
  solved: null,
  satisfaction: null,
  ...more,
});

it('counts answers in time, late and owed; who may still answer is none of them', () => {
  const rows = [
    answer({ answeredAt: at('12:00'), presence: 'present', solved: 'solved', satisfaction: 'satisfied' }),
    answer({ answeredAt: at('12:01'), presence: 'present', solved: 'partly', satisfaction: 'fair' }),
    answer({ presence: 'absent', solved: 'unsolved', satisfaction: 'dissatisfied' }),
    answer({ answerDueAt: at('18:00') }),
  ];
  const tally = tallyOf(rows, at('13:00'));
  expect(tally).toEqual({ called: 4, inTime: 1, late: 1, silent: 1, rated: 3, present: 2, solved: 1, satisfied: 2 });
  expect(rate(tally.inTime, tally.inTime + tally.late + tally.silent)).toBe(33);
  expect(rate(0, 0)).toBeUndefined();
});
