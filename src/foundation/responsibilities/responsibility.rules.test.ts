import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Belief, byNearness, dayBefore, holdsOn, overlaps } from './responsibility.rules.ts';

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const belief = (more: Partial<Belief> = {}): Belief => ({
  areaCode: '110107003',
  category: 'flood_control',
  validFrom: '2026-03-01',
  validTo: null,
  recordedAt: at('2026-03-01'),
  retractedAt: null,
  ...more,
});

describe('responsibility on two times', () => {
  it('answers what was believed on day R about day D', () => {
    // Typed on 1 March; on 10 May it was found that it had ended on 30 April already.
    const first = belief({ retractedAt: at('2026-05-10') });
    const corrected = belief({ validTo: '2026-04-30', recordedAt: at('2026-05-10') });
    const held = (day: string, on: string) => [first, corrected].filter((one) => holdsOn(one, day, at(on)));
    expect(held('2026-05-05', '2026-05-06')).toEqual([first]);
    expect(held('2026-05-05', '2026-05-11')).toEqual([]);
    expect(held('2026-04-30', '2026-05-11')).toEqual([corrected]);
    expect(held('2026-02-28', '2026-05-11')).toEqual([]);
    expect(held('2026-03-01', '2026-02-01')).toEqual([]);
  });

  it('asks the smallest area first, the named category before everything else', () => {
    const community = belief({ areaCode: '110107003007' });
    const district = belief({ areaCode: '110107' });
    const general = belief({ areaCode: '110107003007', category: 'general' });
    expect([general, district, community].sort(byNearness)).toEqual([community, district, general]);
  });

  it('sees a shared day, and a handover leaves none', () => {
    const days = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const spans = fc.tuple(days, fc.option(days)).map(([from, to]) => ({
      validFrom: from,
      validTo: to === null || to < from ? null : to,
    }));
    fc.assert(
      fc.property(spans, spans, days, (one, other, day) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        const within = (span: typeof one) => span.validFrom <= day && (span.validTo === null || span.validTo >= day);
        if (within(one) && within(other)) expect(overlaps(one, other)).toBe(true);
        expect(overlaps({ ...one, validTo: dayBefore(day) }, { validFrom: day, validTo: null })).toBe(false);
      }),
    );
  });
});
