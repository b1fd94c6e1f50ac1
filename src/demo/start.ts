import { type Platform, runView, systemViewer } from '../foundation/api/index.ts';
import type { Role } from '../foundation/identity/define.ts';
import { codeAt } from '../foundation/identity/index.ts';
import { demoLogins as LOGINS } from './logins.ts';

/** One-time secrets of the demo's administrators (Base32); like the password they exist in demo mode only. */
export const DEMO_SECRET = 'FENGSUIDEMOFENGSUIDEMOFENGSUIDEM';
export const ADMINISTRATORS: readonly Role[] = [
  'system_administrator',
  'security_administrator',
  'audit_administrator',
];

/** Whether somebody, demo or not, has entered an organisation: then nothing is seeded. */
export async function hasDistrict(platform: Platform): Promise<boolean> {
  const tree = platform.catalogue.views.get('units.tree');
  if (!tree) throw new Error('the demo district needs the organisation');
  const known = (await runView(platform, tree, {}, systemViewer)) as { units: unknown[] };
  return known.units.length > 0;
}

/** The demo district is there afterwards. What it is made of is only read when it has to be made: a start is short. */
export async function openDemo(platform: Platform): Promise<void> {
  if (await hasDistrict(platform)) return;
  const { seedDemo } = await import('./seed.ts');
  await seedDemo(platform, { hasStories: true });
}

/** The demo's logins as `npm run -s demo:logins` prints them; administrators' with the code of this minute. */
export function demoLogins(now: Date) {
  return LOGINS.map(({ username, password, role, roleName, unit, personName }) => ({
    role,
    roleName: roleName.zh,
    unit,
    name: personName,
    username,
    password,
    ...(ADMINISTRATORS.includes(role) ? { code: codeAt(DEMO_SECRET, now) } : {}),
  }));
}
