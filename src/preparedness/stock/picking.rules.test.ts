import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableOf, inPickingOrder, isInOrder, type PickableLot, pick, sum } from './picking.rules.ts';

const TODAY = '2026-06-11';
const lot = (id: string, changes: Partial<PickableLot> = {}): PickableLot => ({
  id,
  batch: id,
  expiresOn: '2027-01-01',
  inboundAt: new Date('2026-01-01T00:00:00Z'),
  state: 'usable',
  quantity: 100,
  reservedQuantity: 0,
  ...changes,
});

describe('first expired, first out', () => {
  it('takes the lot that expires first, whenever it came in', () => {
    const lots = [
      lot('new', { expiresOn: '2026-09-01', inboundAt: new Date('2026-06-01T00:00:00Z') }),
      lot('old', { expiresOn: '2027-03-01', inboundAt: new Date('2025-01-01T00:00:00Z') }),
    ];
    expect(pick(lots, 120, TODAY)).toEqual({
      picks: [
        { lotId: 'new', quantity: 100 },
        { lotId: 'old', quantity: 20 },
      ],
      missing: 0,
    });
  });

  it('at the same expiry takes what came in first, then the smaller batch', () => {
    const early = new Date('2025-01-01T00:00:00Z');
    const lots = [lot('b'), lot('c', { inboundAt: early }), lot('a')];
    expect(inPickingOrder(lots).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('takes what never expires first in first out, after what does', () => {
    const lots = [
      lot('tent-2', { expiresOn: null, inboundAt: new Date('2024-05-01T00:00:00Z') }),
      lot('tent-1', { expiresOn: null, inboundAt: new Date('2023-05-01T00:00:00Z') }),
      lot('water'),
    ];
    expect(inPickingOrder(lots).map(({ id }) => id)).toEqual(['water', 'tent-1', 'tent-2']);
  });

  it('never takes expired, locked or reserved goods, and says what is missing', () => {
    const lots = [
      lot('expired', { expiresOn: '2026-06-10' }),
      lot('locked', { state: 'locked' }),
      lot('last-day', { expiresOn: TODAY, quantity: 5 }),
      lot('partly', { quantity: 50, reservedQuantity: 45.5 }),
    ];
    expect(pick(lots, 20, TODAY)).toEqual({
      picks: [
        { lotId: 'last-day', quantity: 5 },
        { lotId: 'partly', quantity: 4.5 },
      ],
      missing: 10.5,
    });
  });

  it('asks a reason for any other choice', () => {
    const lots = [lot('first', { expiresOn: '2026-08-01' }), lot('second')];
    expect(isInOrder(lots, [{ lotId: 'first', quantity: 10 }], TODAY)).toBe(true);
    expect(isInOrder(lots, [{ lotId: 'second', quantity: 10 }], TODAY)).toBe(false);
    expect(
      isInOrder(
        lots,
        [
          { lotId: 'second', quantity: 5 },
          { lotId: 'first', quantity: 100 },
        ],
        TODAY,
      ),
    ).toBe(true);
  });

  it('gives what there is and no more, whatever the lots', () => {
    const lots = fc.array(
      fc.record({
        id: fc.uuid(),
        batch: fc.string({ maxLength: 3 }),
        expiresOn: fc.constantFrom(null, '2026-06-01', TODAY, '2026-06-12', '2030-01-01'),
        inboundAt: fc.date({ noInvalidDate: true }),
        state: fc.constantFrom('usable', 'locked'),
        quantity: fc.integer({ min: 0, max: 9000 }).map((one) => one / 1000),
        reservedQuantity: fc.constant(0),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 30_000 }), (stock, asked) => {
        const { picks, missing } = pick(stock, asked / 1000, TODAY);
        const given = sum(picks.map((one) => one.quantity));
        expect(sum([given, missing])).toBe(asked / 1000);
        const there = sum(stock.map((one) => availableOf(one, TODAY)));
        expect(given).toBe(Math.min(asked / 1000, there));
        for (const { lotId, quantity } of picks) {
          const from = stock.find(({ id }) => id === lotId) as PickableLot;
          expect(quantity).toBeLessThanOrEqual(availableOf(from, TODAY));
        }
      }),
    );
  });
});
