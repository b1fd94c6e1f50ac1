import { sql } from 'kysely';
import type { Compute } from '../../foundation/registers/define.ts';

export const volunteersOfOrganisation: Compute = () =>
  sql`(select count(*)::int from volunteer v where v.organisation_id = r.id and v.state = 'active')`;
