import type { Platform } from '../foundation/api/index.ts';
import type { Role } from '../foundation/identity/define.ts';
import { look } from './look.ts';

/** One-time secrets of the demo's administrators (Base32); like the password they exist in demo mode only. */
export const DEMO_SECRET = 'FENGSUIDEMOFENGSUIDEMOFENGSUIDEM';
export const ADMINISTRATORS: readonly Role[] = [
  'system_administrator',
  'security_administrator',
  'audit_administrator',
];

/** Whether somebody, demo or not, has entered an organisation: then nothing is seeded. */
export async function hasDistrict(platform: Platform): Promise<boolean> {
  const { units } = await look<{ units: unknown[] }>(platform, 'units.tree');
  return units.length > 0;
}
