import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../tests/support/postgres.ts';
import { say } from './machine.ts';

const VERSION = '11.3.5';
const TOKEN = 'measuring-stick-only-0000000000000000';

export interface Directus {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Starts it; resolves with the milliseconds to the first healthy answer. */
  start(): Promise<number>;
  stop(): Promise<void>;
  /** Puts an existing table under its interface. */
  adopt(table: string): Promise<void>;
}

/** The host's own programs: its native parts are built for the Node that npm runs on, and not for ours. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

/**
 * Where the peer lies: beside other caches of this person, never in the repository. It is a measuring stick: nothing of it
 * is built into or shipped with the platform.
 */
function installed(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'fengsui', 'peers', `directus-${VERSION}`);
  const mark = join(folder, 'is-whole');
  if (existsSync(mark)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  say(`  installing directus ${VERSION} in ${folder}: some minutes, once`);
  const npm = ['install', '--no-audit', '--no-fund', '--save-exact', `directus@${VERSION}`];
  const env = { ...process.env, PATH };
  execFileSync('npm', npm, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(mark, '');
  return folder;
}

/** A Directus on this database, not started yet. */
export async function directusOn(databaseUrl: string): Promise<Directus> {
  const folder = installed();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const env = {
    ...{ PATH, HOME: process.env.HOME, HOST: '127.0.0.1', PORT: String(port) },
    ...{ DB_CLIENT: 'pg', DB_CONNECTION_STRING: databaseUrl, SECRET: TOKEN },
    ...{ ADMIN_EMAIL: 'admin@peer.example.com', ADMIN_PASSWORD: TOKEN, ADMIN_TOKEN: TOKEN },
    ...{ TELEMETRY: 'false', RATE_LIMITER_ENABLED: 'false', LOG_LEVEL: 'error' },
  };
  const cli = join(folder, 'node_modules', 'directus', 'cli.js');
  execFileSync('node', [cli, 'bootstrap'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let child: ChildProcess | undefined;
  return {
    url,
    headers,
    async start() {
      const began = performance.now();
      child = spawn('node', [cli, 'start'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
      for (;;) {
        const isReady = await fetch(`${url}/server/ping`)
          .then((answer) => answer.ok)
          .catch(() => false);
        if (isReady) return performance.now() - began;
        if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error('directus does not start');
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    async stop() {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      if (child?.exitCode !== null || !child.kill('SIGKILL')) return;
      await ended;
    },
    async adopt(table) {
      const body = JSON.stringify({ meta: { hidden: false } });
      const answer = await fetch(`${url}/collections/${table}`, { method: 'PATCH', headers, body });
      if (!answer.ok) throw new Error(`directus does not take ${table}: ${answer.status} ${await answer.text()}`);
    },
  };
}
