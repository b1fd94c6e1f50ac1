import { sql } from 'kysely';
import { rowsOf } from '../api/index.ts';
import type { Transaction } from '../database/index.ts';
import { type Hat, ROLES } from './define.ts';

/** A hat with the time it may be worn: whoever keeps one must ask `hatsAt` again each time. */
export interface DatedHat extends Hat {
  readonly from: Date;
  readonly until: Date | undefined;
}

interface Row {
  id: string;
  postId: string;
  postName: string;
  role: string;
  validFrom: Date;
  validTo: Date | null;
  isDeputy: boolean;
  isActing: boolean;
  unitId: string;
  unitName: string;
  shortName: string;
  path: string;
  areaCode: string;
}

/** The posts a person holds now or will hold, own ones before those held for another. */
export async function hatsOf(tx: Transaction, personId: string, now: Date): Promise<DatedHat[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`select a.id, a.post_id, t.name as post_name, t.role, a.valid_from, a.valid_to,
        a.deputises_for is not null as is_deputy, a.acting_reason is not null as is_acting, u.id as unit_id, u.name as unit_name, u.short_name, u.path, u.area_code
      from appointment a join post t on t.id = a.post_id join unit u on u.id = t.unit_id
      where a.person_id = ${personId} and (a.valid_to is null or a.valid_to > ${now})
      order by is_deputy, a.valid_from, a.id`,
  );
  return rows
    .filter((row): row is Row & { role: Hat['role'] } => row.role in ROLES)
    .map((row) => ({
      id: row.id,
      postId: row.postId,
      postName: row.isDeputy ? `${row.postName}${row.isActing ? '（代理主持）' : '（代）'}` : row.postName,
      role: row.role,
      unit: {
        id: row.unitId,
        name: row.unitName,
        shortName: row.shortName,
        path: row.path,
        areaCode: row.areaCode,
      },
      from: row.validFrom,
      until: row.validTo ?? undefined,
    }));
}

/** Those worn at an instant, without their dates. */
export function hatsAt(hats: readonly DatedHat[], now: Date): Hat[] {
  return hats
    .filter((hat) => hat.from <= now && (hat.until === undefined || hat.until > now))
    .map(({ from: _from, until: _until, ...hat }) => hat);
}
