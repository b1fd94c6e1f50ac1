import { latenessOf, RUNNING } from './due.ts';
import type { Figure } from './machine.ts';

/** Limits that run on the records of a district, and when they are seen to have fallen due. */
export async function clocks(): Promise<Figure[]> {
  const late = await latenessOf(async (client, from, seconds) => {
    await client.query(
      `insert into clock (id, state, version, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by,
        changed_at, changed_by, changed_fact, subject_register, subject_id, name, label_zh, label_en, citation, rule_version,
        started_at, due_at, is_provisional)
      select gen_random_uuid(), 'running', 1, 'real', u.id, u.path, u.area_code, now(), u.created_by, now(), u.created_by,
        gen_random_uuid(), 'unit', u.id, 'bench ' || n || ' ' || $3, '试', 'Trial', '试', '1', now(),
        $1::timestamptz + make_interval(secs => $2::float8 * n / ${RUNNING}), false
      from generate_series(1, ${RUNNING}) n cross join (select * from unit order by path limit 1) u`,
      [from, seconds, String(seconds)],
    );
  }, `select due_at as at from clock where state = 'running' and due_at <= clock_timestamp()`);
  return [
    { what: `${RUNNING} clocks over 20 s, lateness p99`, value: late.p99, unit: 'ms', most: 1000 },
    { what: `${RUNNING} clocks over 20 s, worst`, value: late.worst, unit: 'ms', most: 1000 },
    { what: `${RUNNING} clocks due at one instant, the last fired after`, value: late.burst, unit: 'ms', most: 1000 },
  ];
}
