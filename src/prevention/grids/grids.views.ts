import { sql } from 'kysely';
import type { Compute } from '../../foundation/registers/define.ts';

/** How many walk the grid, and which of its duties nobody does. */
export const MEMBERS_OF_GRID: Readonly<Record<'members' | 'unmanned', Compute>> = {
  members: () => sql`(select count(*)::int from grid_member m where m.grid_id = r.id and m.state = 'active')`,
  unmanned: () => sql`array(select layer from unnest(r.duty_layers) layer where not exists (
    select 1 from grid_member m where m.grid_id = r.id and m.state = 'active' and layer = any(m.duty_layers)))`,
};
