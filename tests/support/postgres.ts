import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of its own for tests and benches: unprivileged user, random port, temporary folder. */
export interface PostgresServer {
  readonly port: number;
  readonly folder: string;
  url(database: string): string;
  /** A new database, as a copy of a template where one is named. */
  create(database: string, template?: string): Promise<string>;
  drop(database: string): Promise<void>;
  /** SIGKILL for the postmaster and all its children, as a crash of the machine would end them. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function binaries(): string {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((one, other) => Number(other) - Number(one)) : [];
  const found = versions
    .map((version) => join(base, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (!found) throw new Error('PostgreSQL is not installed: Debian packages postgresql-15 and postgresql-15-postgis-3');
  return found;
}

/** PostgreSQL refuses to run as root: as root it runs under the user `postgres` that its package made. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

export async function startPostgres(options: { isDurable?: boolean; base?: string } = {}): Promise<PostgresServer> {
  const bin = binaries();
  const user = unprivileged();
  const folder = mkdtempSync(join(options.base ?? tmpdir(), 'fengsui-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {
      ...user,
      stdio: 'pipe',
      cwd: folder,
    },
  );
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: options.isDurable ? 'on' : 'off',
    max_connections: 100,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    log_min_messages: 'fatal',
    timezone: 'UTC',
  };
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  );
  let server: ChildProcess | undefined;
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  async function start(): Promise<void> {
    server = spawn(join(bin, 'postgres'), ['-D', data], { ...user, stdio: 'ignore', cwd: folder });
    const until = Date.now() + 30_000;
    for (;;) {
      const client = new pg.Client({ connectionString: url('postgres') });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
  async function admin(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
  const ended = () =>
    new Promise<void>((resolve) => {
      if (server && server.exitCode === null && server.signalCode === null) server.once('exit', () => resolve());
      else resolve();
    });
  await start();
  return {
    port,
    folder,
    url,
    start,
    async create(database, template) {
      await admin(`create database "${database}"${template ? ` template "${template}"` : ''}`);
      return url(database);
    },
    drop: (database) => admin(`drop database if exists "${database}" with (force)`),
    async kill() {
      const pid = server?.pid;
      if (pid === undefined) return;
      const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
      server?.kill('SIGKILL');
      for (const child of children.split('\n').map(Number).filter(Boolean)) {
        try {
          process.kill(child, 'SIGKILL');
        } catch {
          // It ended with its postmaster.
        }
      }
      await ended();
    },
    async stop() {
      server?.kill('SIGQUIT');
      await ended();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
