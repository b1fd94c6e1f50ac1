import { sql } from 'kysely';
import type { Compute } from '../../foundation/registers/define.ts';

/** How many of the register live behind the door, and how many of them need somebody's hand. */
export const PEOPLE_OF_HOUSEHOLD: Readonly<Record<'residents' | 'vulnerable', Compute>> = {
  residents: () => sql`(select count(*)::int from resident p where p.household_id = r.id and p.state = 'active')`,
  vulnerable: () => sql`(select count(*)::int from resident p
    where p.household_id = r.id and p.state = 'active' and cardinality(p.vulnerabilities) > 0)`,
};
