import type { Platform } from '../foundation/api/index.ts';
import { codeAt } from '../foundation/identity/index.ts';
import { ADMINISTRATORS, DEMO_SECRET, hasDistrict } from './beginning.ts';
import { demoLogins as LOGINS } from './logins.ts';

/** The demo district is there afterwards. What it is made of is only read when it has to be made: a start is short. */
export async function openDemo(platform: Platform, say: (line: string) => void): Promise<void> {
  if (await hasDistrict(platform)) return;
  const { seedDemo } = await import('./seed.ts');
  await seedDemo(platform, { hasStories: true, say });
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
