import { describe, expect, it } from 'vitest';
import { addMonths, levelOf, rotationDueOn, STOCK_LIMITS, standingOf } from './stock-limits.rules.ts';

const limits = STOCK_LIMITS.initial.values;
const TODAY = '2026-06-11';
const inboundAt = new Date('2026-01-10T02:00:00Z');
const noItem = { shelfLifeMonths: null, rotationMonths: null };
const food = { state: 'usable', producedOn: '2026-01-01', expiresOn: '2027-01-01', inboundAt };

describe('how a lot stands', () => {
  it.each([
    ['2026-06-10', 'expired'],
    ['2026-06-11', 'urgent'],
    ['2026-07-11', 'urgent'],
    ['2026-07-12', 'expiring'],
    ['2026-09-09', 'expiring'],
    ['2026-09-10', 'good'],
  ])('good until %s → %s', (expiresOn, standing) => {
    expect(standingOf({ ...food, producedOn: null, expiresOn }, noItem, TODAY, limits)).toBe(standing);
  });
  it('says expired of a locked lot that has expired, and locked of one that has not', () => {
    expect(standingOf({ ...food, state: 'locked' }, noItem, TODAY, limits)).toBe('locked');
    expect(standingOf({ ...food, state: 'locked', expiresOn: '2026-06-01' }, noItem, TODAY, limits)).toBe('expired');
  });
  it('judges the day in Beijing: 16:30 UTC is tomorrow there', () => {
    expect(
      rotationDueOn({ ...food, inboundAt: new Date('2026-01-31T16:30:00Z') }, { ...noItem, rotationMonths: 1 }, limits),
    ).toBe('2026-03-01');
  });
});

describe('rotation', () => {
  it('is due at two thirds of the shelf life', () => {
    expect(rotationDueOn(food, noItem, limits)).toBe('2026-09-01');
    expect(rotationDueOn({ ...food, producedOn: null }, { ...noItem, shelfLifeMonths: 12 }, limits)).toBe('2026-09-01');
    expect(standingOf(food, noItem, '2026-08-31', { ...limits, expiringDays: 10, urgentDays: 5 })).toBe('good');
    expect(standingOf(food, noItem, '2026-09-01', { ...limits, expiringDays: 10, urgentDays: 5 })).toBe('rotate');
  });
  it('follows the item’s own period where it has one', () => {
    expect(rotationDueOn(food, { shelfLifeMonths: 12, rotationMonths: 6 }, limits)).toBe('2026-07-10');
  });
  it('is never due where nothing is known', () => {
    expect(rotationDueOn({ ...food, expiresOn: null }, noItem, limits)).toBeNull();
  });
  it('knows short months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });
});

describe('how much there is', () => {
  const item = { safetyStock: 20, minStock: 50, maxStock: 200 };
  it.each([
    [19.999, 'critical'],
    [20, 'low'],
    [49, 'low'],
    [50, 'normal'],
    [200, 'normal'],
    [200.001, 'over'],
  ])('%d → %s', (usable, level) => {
    expect(levelOf(usable, item)).toBe(level);
  });
  it('is normal where nobody set a limit', () => {
    expect(levelOf(0, { safetyStock: null, minStock: null, maxStock: null })).toBe('normal');
  });
});
