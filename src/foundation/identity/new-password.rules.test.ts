import { expect, it } from 'vitest';
import { passwordFault } from './access.rules.ts';
import { newPassword } from './new-password.rules.ts';

it('makes passwords that nobody would be refused, and never the same twice', () => {
  const made = Array.from({ length: 300 }, () => newPassword());
  expect(new Set(made).size).toBe(300);
  for (const password of made) {
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(password).not.toMatch(/[0Oo1lI]/);
    expect(passwordFault(password, { username: 'zhangwei', isAdministrator: true })).toBeUndefined();
  }
});
