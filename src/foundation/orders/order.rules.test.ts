import { describe, expect, it } from 'vitest';
import {
  boardColumn,
  byUrgency,
  isReceiptLate,
  mayAnswer,
  mayDelegateTo,
  nextDue,
  ORDER_LIMITS,
  receiveDueAt,
} from './order.rules.ts';

const at = (time: string) => new Date(`2026-06-11T${time}+08:00`);

const LIMITS = ORDER_LIMITS.initial.values;

describe('rules of orders', () => {
  it('extra urgent orders are received within 5 minutes, urgent within 15, normal within 30', () => {
    expect(receiveDueAt('extra_urgent', at('10:40:00'), LIMITS)).toEqual(at('10:45:00'));
    expect(receiveDueAt('urgent', at('10:40:00'), LIMITS)).toEqual(at('10:55:00'));
    expect(receiveDueAt('normal', at('10:40:00'), LIMITS)).toEqual(at('11:10:00'));
  });

  it('owes the receipt first, then the finish, then nothing', () => {
    const part = { state: 'delivered', receiveDueAt: at('10:45:00') };
    expect(nextDue(part, at('12:00:00'))).toEqual(at('10:45:00'));
    expect(nextDue({ ...part, state: 'under_way' }, at('12:00:00'))).toEqual(at('12:00:00'));
    expect(nextDue({ ...part, state: 'under_way' }, null)).toBeUndefined();
    expect(nextDue({ ...part, state: 'done' }, at('12:00:00'))).toBeUndefined();
  });

  it('what ended without being done stands apart on the board', () => {
    expect(['rejected', 'unanswered', 'cancelled'].map(boardColumn)).toEqual(['ended', 'ended', 'ended']);
    expect(boardColumn('issued')).toBe('unreceived');
  });

  it('puts what is due first in front and what has no limit last', () => {
    const cards = [
      { name: 'no limit', dueAt: undefined, issuedAt: at('09:00:00') },
      { name: 'later', dueAt: at('11:00:00'), issuedAt: at('09:00:00') },
      { name: 'late', dueAt: at('10:00:00'), issuedAt: at('09:30:00') },
    ];
    expect(cards.sort(byUrgency).map((card) => card.name)).toEqual(['late', 'later', 'no limit']);
  });

  it('the named person answers, and whoever stands for the unit; the room that issued it does not', () => {
    const part = { assigneePersonId: 'li', assigneeUnitId: 'street' };
    const hat = (role: string, unit: string) => [{ role, unit: { id: unit } }];
    const roles = ['street_officer', 'duty_officer'];
    expect(mayAnswer({ personId: 'li', hats: [] }, part, roles)).toBe(true);
    expect(mayAnswer({ personId: 'wang', hats: hat('street_officer', 'street') }, part, roles)).toBe(true);
    expect(mayAnswer({ personId: 'wang', hats: hat('grid_worker', 'street') }, part, roles)).toBe(false);
    expect(mayAnswer({ personId: 'zhao', hats: hat('duty_officer', 'centre') }, part, roles)).toBe(false);
  });

  it('judges a receipt by other limits, and says where nobody can know', () => {
    const issued = { priority: 'urgent', issuedAt: at('10:40:00'), waitedUntil: at('10:55:00') } as const;
    const short = { ...LIMITS, receiveMinutes: { ...LIMITS.receiveMinutes, urgent: 10 } };
    const long = { ...LIMITS, receiveMinutes: { ...LIMITS.receiveMinutes, urgent: 20 } };
    const received = { ...issued, receivedAt: at('10:52:00') };
    expect([short, LIMITS, long].map((limits) => isReceiptLate(received, limits))).toEqual([true, false, false]);
    // Passed on to the deputy after 15 minutes: whether it would have been received in the next five is unknown.
    const passedOn = { ...issued, receivedAt: null };
    expect([short, LIMITS, long].map((limits) => isReceiptLate(passedOn, limits))).toEqual([true, true, undefined]);
  });
});

describe('delegation', () => {
  const headquarters = { path: '/a/b/', areaCode: '110107003' };
  const street = { path: '/a/b/c/', areaCode: '110107003' };
  const community = { path: '/a/b/c/d/', areaCode: '110107003007' };
  const squad = { path: '/a/b/e/', areaCode: '110107003' };
  const neighbour = { path: '/a/f/g/', areaCode: '110107004001' };
  const department = { path: '/a/h/', areaCode: '110107' };

  it('goes down the tree and sideways within the own area, never up and never to the neighbours', () => {
    expect(
      [street, community, squad, headquarters, neighbour, department].map((to) => mayDelegateTo(street, to)),
    ).toEqual([true, true, true, false, false, false]);
    // A department's area is the whole district: that makes nobody its own.
    expect([community, street, department].map((to) => mayDelegateTo(department, to))).toEqual([false, false, true]);
  });
});
