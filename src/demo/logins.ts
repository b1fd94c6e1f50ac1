import { ROLES, type Role } from '../foundation/identity/define.ts';
import { DEMO_PEOPLE } from './people.ts';
import { DEMO_UNITS } from './units.ts';

/** 烽火, the beacon fires; long enough for the administrators' rule. It exists in demo mode only. */
export const DEMO_PASSWORD = 'Feng-Huo-2026';

export interface DemoLogin {
  readonly username: string;
  readonly password: string;
  readonly personKey: string;
  readonly personName: string;
  readonly role: Role;
  readonly roleName: (typeof ROLES)[Role];
  readonly unitKey: string;
  /** The short name of the unit of the everyday post. */
  readonly unit: string;
}

/** Who can sign in to the demo, in the order a visitor meets them. */
export const demoLogins: readonly DemoLogin[] = DEMO_PEOPLE.flatMap(({ key, name, posts, login }) => {
  const [everyday] = posts;
  if (!login || !everyday) return [];
  const unit = DEMO_UNITS.find((one) => one.key === everyday.unitKey);
  return [
    {
      username: login.username,
      password: DEMO_PASSWORD,
      personKey: key,
      personName: name,
      role: everyday.role,
      roleName: ROLES[everyday.role],
      unitKey: everyday.unitKey,
      unit: unit?.shortName ?? '',
    },
  ];
});
