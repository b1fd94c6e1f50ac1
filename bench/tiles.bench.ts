import fastify from 'fastify';
import pg from 'pg';
import { tileAt } from '../src/foundation/geo/tiles/tile.rules.ts';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const ROWS = 50_000;
const CONNECTIONS = 8;
const SECONDS = 6;
/** Ours and the raw one by turns; the middle one counts. */
const ROUNDS = 3;
const Z = 14;
/** Half a degree around the district, as a district's registers with its neighbours lie: about a hundred to a tile of z14. */
const BOX = { west: 115.95, south: 39.75, width: 0.5, height: 0.38 };

/** So many tiles are asked for before a record of the layer changes, and with it the name of every finished tile. */
const BETWEEN_CHANGES = 400;

/**
 * Tiles of z14 by the rights of a duty officer, beside what PostgreSQL gives without any of ours: made anew, because records
 * change all the while, and finished ones.
 */
export async function tiles(): Promise<Figure[]> {
  return onStand('server', async (stand) => {
    const points = await measure(stand, 'experts', 'expert', 'base', fillPoints);
    const polygons = await measure(stand, 'grids', 'grid', 'outline', fillPolygons);
    return [
      { what: 'tiles of 50,000 points at z14, uncached', value: points.ours, unit: '/s', least: 1200 },
      { what: 'the same, p95', value: points.p95, unit: 'ms', most: 60 },
      { what: 'ratio to raw Fastify + ST_AsMVT, same connections', value: points.ratio, unit: '', least: 0.5 },
      { what: 'tiles of 50,000 polygons at z14, uncached', value: polygons.ours, unit: '/s', least: 400 },
      { what: 'the same, p95', value: polygons.p95, unit: 'ms', most: 60 },
      { what: 'ratio to raw Fastify + ST_AsMVT, same connections', value: polygons.ratio, unit: '', least: 0.5 },
      { what: 'finished tiles at z14', value: polygons.finished, unit: '/s', least: 3000 },
      { what: 'gathered points at z10, p95', value: points.lowP95, unit: 'ms', most: 80 },
    ];
  });
}

async function measure(
  { server, databaseUrl }: Stand,
  layer: string,
  table: string,
  column: string,
  fill: (pool: pg.Pool) => Promise<void>,
) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await fill(pool);
  await pool.query(`analyze "${table}"`);
  const cookie = await signIn(server.url, 'zhiban');
  const peer = await rawPeer(pool, layer, table, column);
  const { rows } = await pool.query(`select id from "${table}" limit 1`);
  const ours = (z: number, changing?: () => Promise<void>) =>
    asking(`${server.url}/tiles/${layer}`, cookie, z, changing);
  const theirs = asking(`${peer.url}/${layer}`, '', Z);
  let changes = 0;
  const change = async () => {
    changes += 1;
    const answer = await fetch(`${server.url}/api/${layer}/${rows[0].id}/correct`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ name: `改 ${changes}`, reason: '测量' }),
    });
    if (answer.status !== 200) throw new Error(`a change is answered ${answer.status} ${await answer.text()}`);
  };
  const rounds: { perSecond: number; p95: number; ratio: number }[] = [];
  await flatOut(ours(Z, change), 1);
  await flatOut(theirs, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = await flatOut(theirs, SECONDS);
    const own = await flatOut(ours(Z, change), SECONDS);
    rounds.push({ ...own, ratio: own.perSecond / raw.perSecond });
  }
  const low = await flatOut(ours(10), 2, 1);
  const finished = await flatOut(ours(Z), SECONDS);
  await peer.close();
  await pool.end();
  const middle = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5);
  return {
    ours: middle((one) => one.perSecond),
    p95: middle((one) => one.p95),
    ratio: middle((one) => one.ratio),
    lowP95: low.p95,
    finished: finished.perSecond,
  };
}

async function fillPoints(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into expert select (jsonb_populate_record(e.one, jsonb_build_object('id', gen_random_uuid(), 'name', '点' || n))).*
     from (select one from expert one limit 1) e, generate_series(1, $1::int) n`,
    [ROWS],
  );
  const box = [BOX.west, BOX.width, BOX.south, BOX.height];
  await pool.query(
    'update expert set base = st_setsrid(st_makepoint($1::float8 + random() * $2::float8, $3::float8 + random() * $4::float8), 4490)',
    box,
  );
}

/** A small octagon about every place: a building, a yard. */
async function fillPolygons(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into grid select (jsonb_populate_record(g.one, jsonb_build_object('id', gen_random_uuid(), 'name', '格' || n,
       'grid_code', '110107' || (100000000 + n)::text, 'outline', st_asewkt(st_setsrid(st_multi(st_buffer(
         st_makepoint($2::float8 + random() * $3::float8, $4::float8 + random() * $5::float8), 0.0004, 2)), 4490))))).*
     from (select one from grid one limit 1) g, generate_series(1, $1::int) n`,
    [ROWS, BOX.west, BOX.width, BOX.south, BOX.height],
  );
}

function asking(base: string, cookie: string, z: number, change?: () => Promise<void>) {
  const { x: west, y: south } = tileAt({ lng: BOX.west, lat: BOX.south }, z);
  const { x: east, y: north } = tileAt({ lng: BOX.west + BOX.width, lat: BOX.south + BOX.height }, z);
  let next = 0;
  let asked = 0;
  const wide = east - west + 1;
  const all = wide * (south - north + 1);
  return async (): Promise<number> => {
    asked += 1;
    if (asked % BETWEEN_CHANGES === 0) await change?.();
    next += 7;
    const index = next % all;
    const began = performance.now();
    const url = `${base}/${z}/${west + (index % wide)}/${north + Math.floor(index / wide)}.mvt`;
    const answer = await fetch(url, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200 && answer.status !== 204) throw new Error(`${url} answers ${answer.status}`);
    return performance.now() - began;
  };
}

async function flatOut(once: () => Promise<number>, seconds: number, connections = CONNECTIONS) {
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) took.push(await once());
    }),
  );
  return { perSecond: took.length / seconds, p95: percentile(took, 0.95) };
}

/** The same table, the same columns, nobody's rights. In this process, as a peer is. */
async function rawPeer(pool: pg.Pool, layer: string, table: string, column: string) {
  const app = fastify();
  app.get<{ Params: Record<'z' | 'x' | 'y', string> }>(`/${layer}/:z/:x/:y.mvt`, async ({ params }, reply) => {
    const { rows } = await pool.query(
      `select st_asmvt(t, $4, 4096, 'geom') as tile from (
         select id::text, name as title, state, mark,
           st_asmvtgeom(st_transform(${column}, 3857), st_tileenvelope($1, $2, $3), 4096, 64, true) as geom
         from "${table}" where ${column} && st_transform(st_tileenvelope($1, $2, $3), 4490)) t where geom is not null`,
      [Number(params.z), Number(params.x), Number(params.y), layer],
    );
    return reply.type('application/vnd.mapbox-vector-tile').send(rows[0].tile);
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: () => app.close() };
}
