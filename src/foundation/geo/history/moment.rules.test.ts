import { describe, expect, it } from 'vitest';
import {
  firstStep,
  indexOf,
  momentFrom,
  momentText,
  stepFrom,
  stepsBetween,
  stepsFor,
  stopAt,
} from './moment.rules.ts';

/** 2026-06-11 10:40 in Beijing. */
const MORNING = new Date('2026-06-11T02:40:20Z');

describe('moments of the map', () => {
  it('begin hours, days and months in Beijing', () => {
    expect(stepFrom(MORNING, 'hour').toISOString()).toBe('2026-06-11T02:00:00.000Z');
    expect(stepFrom(MORNING, 'day').toISOString()).toBe('2026-06-10T16:00:00.000Z');
    expect(stepFrom(MORNING, 'month', -6).toISOString()).toBe('2025-11-30T16:00:00.000Z');
    // The evening of the 10th in Greenwich is the 11th here.
    expect(stepsBetween(new Date('2026-06-10T15:59:00Z'), new Date('2026-06-10T16:00:00Z'), 'day')).toBe(1);
    expect(stepsBetween(new Date('2025-12-31T15:00:00Z'), MORNING, 'month')).toBe(6);
  });

  it('are stops of a slider that begins when the first record is there', () => {
    expect(stopAt(MORNING, 'hour', 0).toISOString()).toBe('2026-06-11T02:41:00.000Z');
    expect([0, 1, 2].map((at) => stopAt(MORNING, 'minute', at).toISOString().slice(14, 19))).toEqual([
      '41:00',
      '42:00',
      '43:00',
    ]);
    expect(indexOf(MORNING, 'minute', new Date('2026-06-11T02:43:10Z'))).toBe(2);
    expect(stopAt(MORNING, 'hour', 2).toISOString()).toBe('2026-06-11T04:00:00.000Z');
    expect(indexOf(MORNING, 'hour', new Date('2026-06-11T04:30:00Z'))).toBe(2);
    expect(indexOf(MORNING, 'day', new Date('2020-01-01T00:00:00Z'))).toBe(0);
  });

  it('are as fine as a range lets a hand go', () => {
    expect(stepsFor(MORNING, new Date('2026-06-11T03:20:00Z'))).toEqual(['minute', 'hour', 'day', 'month']);
    expect(firstStep(MORNING, new Date('2026-06-11T03:20:00Z'))).toBe('minute');
    expect(firstStep(MORNING, new Date('2026-06-14T03:20:00Z'))).toBe('hour');
    expect(firstStep(MORNING, new Date('2026-07-11T02:40:00Z'))).toBe('day');
    expect(stepsFor(MORNING, new Date('2026-07-11T02:40:00Z'))).toEqual(['hour', 'day', 'month']);
    expect(stepsFor(MORNING, new Date('2027-06-11T02:40:00Z'))).toEqual(['day', 'month']);
  });

  it('stand in an address to the minute', () => {
    expect(momentText(MORNING)).toBe('2026-06-11T02:40:00Z');
    expect(momentFrom(momentText(MORNING))?.toISOString()).toBe('2026-06-11T02:40:00.000Z');
    expect(momentFrom('yesterday')).toBeUndefined();
  });
});
