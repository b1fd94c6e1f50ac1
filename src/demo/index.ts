import { DEMO_AREAS } from './areas.ts';
import { DEMO_PEOPLE } from './people.ts';
import { DEMO_PLANS } from './plans.ts';
import { DEMO_UNITS } from './units.ts';

export type { DemoArea } from './areas.ts';
export type { DemoPerson, DemoPost } from './key-people.ts';
export { DEMO_PASSWORD, type DemoLogin, demoLogins } from './logins.ts';
export type { DemoPlan, DemoPlanAction } from './plans.ts';
export { GAS_LEAK_SITE } from './schematic-map.ts';
export { DISTRICT_CODE, STREETS } from './streets.ts';
export type { DemoUnit, DemoUnitKind } from './units.ts';

/** The demo district as data: whoever seeds it does so through the commands a user has. */
export const demoDistrict = {
  areas: DEMO_AREAS,
  units: DEMO_UNITS,
  people: DEMO_PEOPLE,
  plans: DEMO_PLANS,
} as const;
