import { type RawBuilder, sql } from 'kysely';

/** Is the file of the row `f` under a hold, of its own or of the record it belongs to? A condition for raw SQL. */
export const isHeld: RawBuilder<boolean> = sql<boolean>`exists (select 1 from file_hold hold where hold.state = 'placed'
  and ((hold.subject_register = 'file' and hold.subject_id = f.id)
    or (hold.subject_register = f.subject_register and hold.subject_id = f.subject_id)))`;
