import { ADMINISTRATOR_ROLES, type Role } from '../../identity/define.ts';

/** 三员分立: administrators are appointed by the security administrator, everybody else by the system administrator. */
export function appointerOf(role: Role | undefined): Role {
  const isAdministrator = (ADMINISTRATOR_ROLES as readonly (string | undefined)[]).includes(role);
  return isAdministrator ? 'security_administrator' : 'system_administrator';
}
