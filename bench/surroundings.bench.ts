import pg from 'pg';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand } from './stand.ts';

/** As many as the plan of the district counts, on 86 km², by the name of the table, its place and what must differ. */
export const SCALE = [
  { table: 'building', place: 'at', code: 'building_code', rows: 12_000 },
  { table: 'household', place: 'at', code: 'household_code', rows: 220_000 },
  { table: 'resident', place: 'home', code: 'person_code', rows: 570_000 },
  { table: 'enterprise', place: 'place', code: 'credit_code', rows: 50_000 },
  { table: 'legal_person', place: 'at', code: 'credit_code', rows: 50_000 },
  { table: 'camera', place: 'at', code: 'device_code', rows: 3000 },
] as const;
const BOX = { west: 116.145, south: 39.87, width: 0.109, height: 0.0835 };
/** Corners of the graph in each direction: the real one has 1,014 nodes. */
const CORNERS = 32;
const ASKED = 200;

/**
 * What lies around a kilometre of a random place, over every register that a duty officer reads, and within five minutes by road;
 * one after the other, as people ask, and four at once.
 */
export async function surroundings(): Promise<Figure[]> {
  return onStand('server', async ({ server, databaseUrl }) => {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    for (const one of SCALE) await fill(pool, one);
    await fillGraph(pool);
    await pool.query('analyze');
    await pool.end();
    const cookie = await signIn(server.url, 'zhiban');
    const ask = async (far: string): Promise<number> => {
      const [lng, lat] = [BOX.west + Math.random() * BOX.width, BOX.south + Math.random() * BOX.height];
      const began = performance.now();
      const answer = await fetch(`${server.url}/api/surroundings/around?lng=${lng}&lat=${lat}&${far}`, {
        headers: { cookie },
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`surroundings were answered ${answer.status}`);
      return performance.now() - began;
    };
    const p95 = async (far: string, atOnce: number) => {
      for (let warm = 0; warm < 20; warm += 1) await ask(far);
      const took: number[] = [];
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (took.length < ASKED) took.push(await ask(far));
        }),
      );
      return percentile(took, 0.95);
    };
    return [
      { what: 'surroundings of 1 km, true scale, p95', value: await p95('metres=1000', 1), unit: 'ms', most: 300 },
      { what: 'the same, four at once, p95', value: await p95('metres=1000', 4), unit: 'ms' },
      { what: 'within five minutes by road, p95', value: await p95('minutes=5', 1), unit: 'ms' },
    ];
  });
}

/** Copies of one record of the demo, spread over the district. */
export async function fill(pool: pg.Pool, { table, place, code, rows }: (typeof SCALE)[number]): Promise<void> {
  await pool.query(
    `insert into "${table}" select (jsonb_populate_record(o.one, jsonb_build_object('id', gen_random_uuid(), '${code}', 'bench' || n,
       '${place}', st_asewkt(st_setsrid(st_makepoint($2::float8 + random() * $3::float8, $4::float8 + random() * $5::float8), 4490))))).*
     from (select one from "${table}" one where ${place} is not null limit 1) o, generate_series(1, $1::int) n`,
    [rows, BOX.west, BOX.width, BOX.south, BOX.height],
  );
}

/** A grid of streets over the district. */
export async function fillGraph(pool: pg.Pool): Promise<void> {
  const point = (x: string, y: string) =>
    `st_setsrid(st_makepoint(${BOX.west} + ${x} * ${BOX.width} / ${CORNERS - 1}, ${BOX.south} + ${y} * ${BOX.height} / ${CORNERS - 1}), 4490)`;
  await pool.query(
    `insert into road_node select (jsonb_populate_record(o.one, jsonb_build_object('id', gen_random_uuid(), 'node_code', x || '/' || y,
       'at', st_asewkt(${point('x', 'y')})))).*
     from (select one from road_node one limit 1) o, generate_series(0, ${CORNERS - 1}) x, generate_series(0, ${CORNERS - 1}) y`,
  );
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
  ])
    await pool.query(
      `insert into road_edge select (jsonb_populate_record(o.one, jsonb_build_object('id', gen_random_uuid(),
         'edge_code', '${dx}' || x || '/' || y, 'from_node', x || '/' || y, 'to_node', (x + ${dx}) || '/' || (y + ${dy}), 'course', null,
         'length', st_distance(${point('x', 'y')}::geography, ${point(`(x + ${dx})`, `(y + ${dy})`)}::geography)))).*
       from (select one from road_edge one limit 1) o, generate_series(0, ${CORNERS - 1 - (dx ?? 0)}) x,
         generate_series(0, ${CORNERS - 1 - (dy ?? 0)}) y`,
    );
}
