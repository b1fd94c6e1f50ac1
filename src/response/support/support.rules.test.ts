import { expect, it } from 'vitest';
import { arrivalLimit, arrivalsOf, ranked, type weightOf } from './support.rules.ts';

const at = (time: string) => new Date(`2026-06-11T${time}:00+08:00`);

it('counts the first support from the event, and what is asked later or too late from the request (6 小时)', () => {
  const eventAt = at('10:35');
  expect(arrivalLimit({ eventAt, requestedAt: at('11:00'), isFirst: true }, 6)).toEqual({
    from: eventAt,
    dueAt: at('16:35'),
  });
  expect(arrivalLimit({ eventAt, requestedAt: at('11:00'), isFirst: false }, 6).dueAt).toEqual(at('17:00'));
  expect(arrivalLimit({ eventAt, requestedAt: at('16:40'), isFirst: true }, 6)).toEqual({
    from: at('16:40'),
    dueAt: at('22:40'),
  });
});

const one = (
  title: string,
  minutes: number | null,
  reasons: Parameters<typeof weightOf>[0]['reasons'],
  isAvailable = true,
) => ({
  title,
  minutes,
  reasons,
  isAvailable,
});

it('puts the fit before the near, gaps behind, and what is out after what can go', () => {
  const order = ranked(
    [
      one('out', 2, ['fits'], false),
      one('wrong', 3, ['unfit']),
      one('two gaps', 8, ['fits', 'people', 'equipment']),
      one('far', 25, ['fits']),
      one('unknown', null, ['fits']),
      one('near', 12, ['fits']),
    ],
    10,
  );
  // 8 + 2 × 10 = 28 minutes is behind 25.
  expect(order.map(({ title }) => title)).toEqual(['near', 'far', 'two gaps', 'unknown', 'out', 'wrong']);
});

it('tells in how many minutes a team comes as a rule, and how often in time', () => {
  const row = (arrived: string | null) => ({
    dispatchedAt: at('10:00'),
    arrivedAt: arrived ? at(arrived) : null,
    arriveDueAt: at('10:30'),
  });
  expect(arrivalsOf([row('10:20'), row('10:40'), row('10:10'), row(null)])).toEqual({
    came: 3,
    inTime: 2,
    medianMinutes: 20,
  });
  expect(arrivalsOf([row('10:20'), row('10:40')]).medianMinutes).toBe(30);
  expect(arrivalsOf([row(null)])).toEqual({ came: 0, inTime: 0, medianMinutes: null });
});
