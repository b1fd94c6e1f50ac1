import { type Platform, runView, systemViewer } from '../foundation/api/index.ts';
import type { Role } from '../foundation/identity/define.ts';

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
