import { describe, expect, it } from 'vitest';
import { isSeparated } from './administrators.rules.ts';
import { ADMINISTRATOR_ROLES, ROLES, type Role } from './define.ts';

describe('三员分立', () => {
  it('lets an administrator role stand with no other role whatever', () => {
    for (const administrator of ADMINISTRATOR_ROLES) {
      expect(isSeparated([administrator])).toBe(true);
      expect(isSeparated([administrator, administrator])).toBe(true);
      for (const other of Object.keys(ROLES) as Role[]) {
        if (other !== administrator)
          expect(isSeparated([other, administrator]), `${administrator} + ${other}`).toBe(false);
      }
    }
  });

  it('does not mind several posts of ordinary work, or none', () => {
    expect(isSeparated(['duty_officer', 'department_officer', 'team_leader'])).toBe(true);
    expect(isSeparated([])).toBe(true);
  });
});
