import { describe, expect, it } from 'vitest';
import { formerStates, type ToldFact } from './former-states.rules.ts';

const STEPS = new Map([
  ['withdrawn', { from: ['active', 'open'], to: 'withdrawn' }],
  ['restored', { from: ['withdrawn'], to: 'active' }],
  ['opened', { from: ['active'], to: 'open' }],
]);
const at = (hour: number) => new Date(Date.UTC(2026, 5, 11, hour));
const fact = (hour: number, verb: string, payload: Record<string, unknown> = {}, happened = hour): ToldFact => ({
  id: `${hour}`,
  kind: `shelter.${verb}`,
  happenedAt: at(happened),
  recordedAt: at(hour),
  payload,
});
const moved = (from: unknown, to: unknown) => ({ changes: { place: { from, to } } });
const [HERE, THERE] = [
  { lng: 116.18, lat: 39.91 },
  { lng: 116.2, lat: 39.92 },
];

describe('what a record said before', () => {
  it('is told by corrections and steps, the latest first', () => {
    const present = { state: 'withdrawn', version: 4, values: { place: THERE, name: '一号' } };
    const facts = [
      fact(1, 'registered'),
      fact(2, 'opened'),
      fact(3, 'corrected', moved(HERE, THERE)),
      fact(4, 'withdrawn'),
    ];
    expect(formerStates(present, facts, STEPS, 'active')).toEqual({
      former: [
        // Out of «open or active» it came out of open: that is where the step before had led.
        { until: at(4), endedBy: '4', state: 'open', values: { place: THERE, name: '一号' } },
        { until: at(3), endedBy: '3', state: 'open', values: { place: HERE, name: '一号' } },
        { until: at(2), endedBy: '2', state: 'active', values: { place: HERE, name: '一号' } },
      ],
      knownSince: undefined,
    });
  });

  it('ends when it ended in the world, where the fact says so', () => {
    const present = { state: 'withdrawn', version: 2, values: {} };
    const facts = [fact(1, 'registered'), fact(9, 'withdrawn', {}, 5)];
    expect(formerStates(present, facts, STEPS, 'active').former[0]?.until).toEqual(at(5));
  });

  it('leaves out what changed nothing that a map tells', () => {
    const present = { state: 'active', version: 2, values: { place: HERE } };
    const facts = [fact(1, 'registered'), fact(2, 'corrected', { changes: { phone: { digest: 'x' } } })];
    expect(formerStates(present, facts, STEPS, 'active')).toEqual({ former: [], knownSince: undefined });
  });

  it('is known since the last fact behind which a writing may hide that none explains', () => {
    const present = { state: 'active', version: 4, values: { place: THERE } };
    const facts = [
      fact(1, 'registered'),
      fact(2, 'corrected', moved(null, HERE)),
      fact(3, 'inspected'),
      fact(4, 'corrected', moved(HERE, THERE)),
    ];
    expect(formerStates(present, facts, STEPS, 'active')).toEqual({
      former: [{ until: at(4), endedBy: '4', state: 'active', values: { place: HERE } }],
      knownSince: at(3),
    });
    // Told without a writing: nothing hides behind it.
    expect(formerStates({ ...present, version: 3 }, facts, STEPS, 'active').knownSince).toBeUndefined();
  });

  it('knows nothing before the last fact of a record that was written without facts', () => {
    expect(formerStates({ state: 'active', version: 3, values: {} }, [fact(1, 'imported')], STEPS, 'active')).toEqual({
      former: [],
      knownSince: at(1),
    });
  });
});
