import pg from 'pg';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand } from './stand.ts';

const ORDERS = 2000;
const ENTRIES = 10_000;
const TEAMS = 500;
const VEHICLES = 1000;
const ASKED = 100;

/**
 * A long incident: 2,000 orders on its board and 10,000 entries on its timeline, as its page asks for them; and the nearest teams and
 * vehicles among many more than a district has.
 */
export async function longIncident(): Promise<Figure[]> {
  return onStand('server', async ({ server, databaseUrl }) => {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    await fill(pool);
    const { rows } = await pool.query<{ id: string }>('select id from incident order by created_at limit 1');
    const id = rows[0]?.id ?? '';
    await pool.end();
    const cookie = await signIn(server.url, 'zhiban');
    const p95 = async (path: string) => {
      const took: number[] = [];
      for (let turn = -10; turn < ASKED; turn += 1) {
        const began = performance.now();
        const answer = await fetch(`${server.url}${path}`, { headers: { cookie } });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
        if (turn >= 0) took.push(performance.now() - began);
      }
      return percentile(took, 0.95);
    };
    const candidates = (what: string) => `/api/support-requests/candidates?incidentId=${id}&${what}`;
    return [
      {
        what: 'nearest teams of 500, p95',
        value: await p95(candidates('supportKind=team&speciality=drainage')),
        unit: 'ms',
        most: 150,
      },
      {
        what: 'nearest vehicles of 1,000, p95',
        value: await p95(candidates('supportKind=vehicle&vehicleKind=drainage')),
        unit: 'ms',
        most: 150,
      },
      {
        what: 'board of 2,000 orders, first page, p95',
        value: await p95(`/api/orders/board?matter=${id}&limit=200`),
        unit: 'ms',
      },
      {
        what: 'timeline of 10,000 entries, first page, p95',
        value: await p95(`/api/timeline/of?register=incident&recordId=${id}&limit=200`),
        unit: 'ms',
      },
    ];
  });
}

/** Copies of the records of the demo's own incident. */
async function fill(pool: pg.Pool): Promise<void> {
  const place = `st_asewkt(st_setsrid(st_makepoint(116.145 + random() * 0.109, 39.87 + random() * 0.0835), 4490))`;
  const copies = (table: string, where: string, changes: string, count: number) =>
    pool.query(
      `insert into "${table}" select (jsonb_populate_record(o.one, jsonb_build_object('id', gen_random_uuid(), ${changes}))).*
       from (select one from "${table}" one where ${where} order by one.id limit 1) o, generate_series(1, $1::int) n`,
      [count],
    );
  await copies(
    'team',
    "base is not null and specialities @> '{drainage}'",
    `'name', 'bench ' || n, 'base', ${place}`,
    TEAMS,
  );
  await copies('vehicle', 'base is not null', `'plate', 'bench' || n, 'base', ${place}`, VEHICLES);
  await copies('order', 'matter_id is not null', `'number', 'bench' || n`, ORDERS);
  await pool.query(
    `insert into assignment select (jsonb_populate_record(o.one, jsonb_build_object('id', gen_random_uuid(), 'order_id', b.id,
       'previous_assignment_id', null, 'state', (array['issued', 'received', 'under_way', 'done', 'verified'])[1 + (row_number() over ())::int % 5]))).*
     from (select one from assignment one order by one.id limit 1) o, "order" b where b.number like 'bench%'`,
  );
  await pool.query(
    `insert into fact select (jsonb_populate_record(o.one, jsonb_build_object('id', gen_random_uuid(), 'position', null, 'hash', null,
       'seal', null, 'sequence', (select max(sequence) from fact) + n))).*
     from (select one from fact one join incident i on one.concerns @> jsonb_build_array(jsonb_build_object('register', 'incident',
       'id', i.id)) limit 1) o, generate_series(1, $1::int) n`,
    [ENTRIES],
  );
  await pool.query(`select setval(pg_get_serial_sequence('fact', 'sequence'), (select max(sequence) from fact))`);
  await pool.query('analyze');
}
