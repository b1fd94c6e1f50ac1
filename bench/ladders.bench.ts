import { latenessOf, RUNNING } from './due.ts';
import type { Figure } from './machine.ts';

const PER_MESSAGE = 10;

/** Ladders of a thousand messages, each waiting on its first rung for somebody who is silent. */
export async function ladders(): Promise<Figure[]> {
  const late = await latenessOf(async (client, from, seconds) => {
    await client.query(`create temporary table sample on commit preserve rows as
      select gen_random_uuid() as id, n from generate_series(1, ${RUNNING / PER_MESSAGE}) n`);
    await client.query(`
      insert into message (id, state, version, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by,
        changed_at, changed_by, changed_fact, template, heading_zh, heading_en, priority, asks, sent_at)
      select s.id, 'active', 1, 'real', u.id, u.path, u.area_code, now(), p.id, now(), p.id, gen_random_uuid(), 'note',
        '试', 'Trial', 'extra_urgent', 'receipt', now()
      from sample s cross join (select * from unit where kind = 'command_center' limit 1) u
      cross join (select id from person limit 1) p`);
    await client.query(
      `with people as (select a.person_id, t.unit_id, row_number() over (order by a.id) as place, count(*) over () as all_of
        from appointment a join post t on t.id = a.post_id where a.deputises_for is null),
      placed as (
        insert into ladder (id, message_id, kind, input, unit_id, state, rung, round, next_at, started_at)
        select gen_random_uuid(), s.id, 'person', jsonb_build_object('personId', p.person_id), p.unit_id, 'climbing', 0, 3,
          $1::timestamptz + make_interval(secs => $2::float8 * ((s.n - 1) * ${PER_MESSAGE} + k) / ${RUNNING}), now()
        from sample s cross join generate_series(1, ${PER_MESSAGE}) k
        join people p on p.place = 1 + ((s.n * ${PER_MESSAGE} + k) % p.all_of) returning id, input)
      insert into ladder_person (ladder_id, person_id, rung, who, reason_zh, reason_en, asked_at)
      select id, (input ->> 'personId')::uuid, 0, 'addressee', '试', 'Trial', now() from placed`,
      [from, seconds],
    );
    await client.query('drop table sample');
  }, `select next_at as at from ladder where state = 'climbing' and next_at <= clock_timestamp()`);
  return [
    { what: `${RUNNING} ladders over 20 s, lateness p99`, value: late.p99, unit: 'ms', most: 1000 },
    { what: `${RUNNING} ladders over 20 s, worst`, value: late.worst, unit: 'ms', most: 1000 },
    {
      what: `${RUNNING} ladders due at one instant, the last stepped after`,
      value: late.burst,
      unit: 'ms',
      most: 1000,
    },
  ];
}
