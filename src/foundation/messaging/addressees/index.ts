import type { AnyAddresseeKind } from '../define.ts';
import { person } from './person.ts';
import { post } from './post.ts';
import { roleInArea } from './role-in-area.ts';
import { unitDuty } from './unit-duty.ts';

export { person, post, roleInArea, unitDuty };

/** Those that need nothing but the organisation; capabilities contribute theirs. */
export const ADDRESSEES: readonly AnyAddresseeKind[] = [person, post, unitDuty, roleInArea];
