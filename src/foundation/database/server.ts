import { type Dialect, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import type { Database } from './define.ts';
import { translated } from './errors.ts';
import type { DatabaseSchema } from './schema.ts';
import { pipelinedDriver } from './server-driver.ts';
import { transactOn } from './transact.ts';

const INT8 = 20;
const DATE = 1082;

/** int8 as number (counts and positions stay far below 2^53), date as text: a day is not an instant. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (value: string) => Number(value);
    if (oid === DATE) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** A PostgreSQL server; connections come back by themselves after it was away. */
export function openServer(url: string, poolSize: number): Database {
  // Told apart from the connections of other servers on the same database.
  const name = `fengsui ${newId()}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    pipeline: true,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: name,
    // Nothing here runs for seconds, and what only looks dear to the planner was compiled for half a second before it ran.
    options: '-c jit=off',
  });
  // A connection that breaks must not stop the process, idle or lent out between two statements of a transaction; whoever
  // uses it next is told, and the pool makes a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const driver = pipelinedDriver(pool);
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const kysely = new Kysely<DatabaseSchema>({ dialect });
  const ear = listener(url, name);
  return {
    kind: 'server',
    kysely,
    transact: (run, options) => transactOn({ kysely, dialect, driver }, run, options),
    async notify(channel, payload) {
      await sql`select pg_notify(${channel}, ${payload})`.execute(kysely);
    },
    listen: (channel, hear) => ear.listen(channel, hear),
    async isAlone() {
      const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
        where datname = current_database() and application_name like 'fengsui %' and application_name <> ${name}`.execute(
        kysely,
      );
      return rows[0]?.others === 0;
    },
    async ping() {
      await guarded(() => sql`select 1`.execute(kysely));
    },
    async now() {
      const { rows } = await guarded(() => sql<{ now: Date }>`select clock_timestamp() as now`.execute(kysely));
      return rows[0]?.now ?? new Date();
    },
    async close() {
      await ear.close();
      await kysely.destroy();
    },
  };
}

async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw translated(error);
  }
}

/** One connection that only listens. After a break it listens again; what was missed is found by the readers' poll. */
function listener(url: string, name: string) {
  const hearers = new Map<string, Set<(payload: string) => void>>();
  let client: pg.Client | undefined;
  let connecting: Promise<void> | undefined;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: name });
    const again = () => {
      if (client === next) client = undefined;
      if (!isClosed) retry = setTimeout(() => void ensure().catch(() => undefined), 500);
    };
    next.on('error', () => undefined);
    next.on('end', again);
    next.on('notification', ({ channel, payload }) => {
      for (const hear of hearers.get(channel) ?? []) hear(payload ?? '');
    });
    await next.connect();
    for (const channel of hearers.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
  }
  function ensure(): Promise<void> {
    connecting ??= connect().finally(() => {
      connecting = undefined;
    });
    return connecting;
  }
  return {
    async listen(channel: string, hear: (payload: string) => void) {
      const known = hearers.get(channel);
      if (known) known.add(hear);
      else {
        hearers.set(channel, new Set([hear]));
        if (client) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
        else await ensure();
      }
      return async () => {
        hearers.get(channel)?.delete(hear);
      };
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}
