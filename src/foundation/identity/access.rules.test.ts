import { describe, expect, it } from 'vitest';
import { ACCESS_RULES, isThrottled, needsSecondFactor, passwordFault, sessionEnd } from './access.rules.ts';

const RULES = ACCESS_RULES.initial.values;

const officer = { username: 'zhangwei', isAdministrator: false };

describe('the password rule', () => {
  it.each([
    ['Correct-horse-7', undefined],
    ['春眠不觉晓处处闻啼鸟-A1', undefined],
    ['Short-7', 'at least 10 characters'],
    ['alllowercaseletters', 'needs 3 of: upper case, lower case, digits, other characters'],
    ['lowercase4444only', 'needs 3 of: upper case, lower case, digits, other characters'],
    ['P@ssw0rd2026', 'too common, easily guessed'],
    ['Admin@20261124', 'too common, easily guessed'],
    ['Fengsui@2026!', 'too common, easily guessed'],
    ['Kx-123456-Qz', 'too common, easily guessed'],
    ['Kx-aaaaaa-7Q', 'too common, easily guessed'],
    ['X9-ZhangWei-k', 'too common, easily guessed'],
    [`Aa1-${'x9Y-'.repeat(40)}`, 'at most 128 characters'],
  ])('%s → %s', (password, reason) => {
    expect(passwordFault(password, officer, RULES)?.en).toBe(reason);
  });

  it('asks two characters more of administrators', () => {
    expect(passwordFault('Kestrel-72', officer, RULES)).toBeUndefined();
    expect(passwordFault('Kestrel-72', { ...officer, isAdministrator: true }, RULES)?.en).toBe(
      'at least 12 characters',
    );
  });
});

describe('the throttle', () => {
  const quiet = { ofPair: 0, ofName: 0, otherNames: 0, isKnown: false };

  it('closes after five refusals of one name from one address, known or not', () => {
    expect(isThrottled({ ...quiet, ofPair: 4, ofName: 4 }, RULES)).toBe(false);
    expect(isThrottled({ ...quiet, ofPair: 5, ofName: 5 }, RULES)).toBe(true);
    expect(isThrottled({ ...quiet, ofPair: 5, ofName: 5, isKnown: true }, RULES)).toBe(true);
  });

  it('closes a name that is guessed from elsewhere to strangers, not to its own desk', () => {
    expect(isThrottled({ ...quiet, ofName: 900 }, RULES)).toBe(true);
    expect(isThrottled({ ...quiet, ofName: 900, isKnown: true }, RULES)).toBe(false);
  });

  it('closes an address that tries many names to new names, not to those who work there', () => {
    expect(isThrottled({ ...quiet, otherNames: 5 }, RULES)).toBe(true);
    expect(isThrottled({ ...quiet, otherNames: 5, isKnown: true }, RULES)).toBe(false);
  });
});

describe('sessions', () => {
  const start = new Date('2026-11-24T00:00:00Z');

  it('outlast a duty of 24 hours; a wall that does nothing else outlasts a month of them', () => {
    expect(sessionEnd(start, ['duty_officer'], RULES).getTime()).toBeGreaterThan(start.getTime() + 24 * 3_600_000);
    expect(sessionEnd(start, ['wall'], RULES).getTime()).toBe(start.getTime() + 30 * 24 * 3_600_000);
    expect(sessionEnd(start, ['wall', 'duty_officer'], RULES)).toEqual(sessionEnd(start, ['duty_officer'], RULES));
  });

  it('of administrators need a second factor', () => {
    expect(needsSecondFactor(['audit_administrator'], RULES)).toBe(true);
    expect(needsSecondFactor(['duty_leader', 'wall'], RULES)).toBe(false);
  });
});
