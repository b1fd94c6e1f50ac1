import { ADMINISTRATOR_ROLES, type Role } from './define.ts';

/**
 * 三员分立 (GB/T 22239-2019 8.1.5): may one person hold all of these roles at once? Never two of the three
 * administrators, and never an administrator together with any other work.
 */
export function isSeparated(roles: readonly Role[]): boolean {
  const held = new Set(roles);
  const administers = [...held].some((role) => (ADMINISTRATOR_ROLES as readonly Role[]).includes(role));
  return !administers || held.size === 1;
}
