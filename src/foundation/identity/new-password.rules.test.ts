import { expect, it } from 'vitest';
import { ACCESS_RULES, passwordFault } from './access.rules.ts';
import { newPassword } from './new-password.rules.ts';

const RULES = ACCESS_RULES.initial.values;

it('makes passwords that nobody would be refused, and never the same twice', () => {
  const made = Array.from({ length: 300 }, () => newPassword(RULES));
  expect(new Set(made).size).toBe(300);
  for (const password of made) {
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(password).not.toMatch(/[0Oo1lI]/);
    expect(passwordFault(password, { username: 'zhangwei', isAdministrator: true }, RULES)).toBeUndefined();
  }
});

it('draws again what the rule for new passwords refuses', () => {
  // `aA2a-…` reads as the common word «aa» before its first digit; the draws after it are harmless.
  let draws = 0;
  const made = newPassword(RULES, (below) => {
    draws += 1;
    if (draws > 4 * 7) return (draws * 5) % below;
    return below <= 4 ? below - 1 : 0;
  });
  expect(draws).toBeGreaterThan(4 * 7);
  expect(passwordFault(made, { username: '', isAdministrator: true }, RULES)).toBeUndefined();
});
