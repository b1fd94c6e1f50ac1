import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { demoLogins } from '../../src/demo/start.ts';
import { newId } from '../../src/kernel/ids.ts';
import { freePort } from './postgres.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** Starts it, or starts it again; resolves with the milliseconds to the first ready answer. */
  start(): Promise<number>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  isRunning(): boolean;
  pid(): number | undefined;
  output(): string;
}

/** The real server as a process of its own, the way `npm start` runs it. */
export async function serverProcess(environment: {
  home: string;
  databaseUrl?: string | undefined;
  /** Further settings of the machine, such as those of a channel. */
  settings?: Readonly<Record<string, string>> | undefined;
}): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let output = '';
  const exited = () =>
    new Promise<void>((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once('exit', () => resolve());
    });
  return {
    url,
    port,
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    output: () => output,
    pid: () => child?.pid,
    async start() {
      const began = performance.now();
      child = spawn(process.execPath, ['dist/server/main.js'], {
        cwd: ROOT,
        env: {
          PATH: process.env.PATH,
          NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compile'),
          FENGSUI_DEMO: '1',
          FENGSUI_HOME: environment.home,
          PORT: String(port),
          REQUESTS_PER_MINUTE: '10000000',
          LOG_LEVEL: 'warn',
          ...environment.settings,
          ...(environment.databaseUrl ? { DATABASE_URL: environment.databaseUrl } : {}),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const hear = (chunk: Buffer) => {
        output = (output + chunk.toString('utf8')).slice(-20_000);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      for (;;) {
        const ready = await fetch(`${url}/health/ready`)
          .then((answer) => answer.ok)
          .catch(() => false);
        if (ready) return performance.now() - began;
        if (child.exitCode !== null) throw new Error(`the server ended by itself:\n${output}`);
        if (performance.now() - began > 120_000) throw new Error(`the server does not answer:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    async kill() {
      child?.kill('SIGKILL');
      await exited();
    },
    async stop() {
      child?.kill('SIGTERM');
      await exited();
    },
  };
}

/** Signs in over the wire; the cookie for further requests. */
export async function signIn(url: string, username: string): Promise<string> {
  const login = demoLogins(new Date()).find((one) => one.username === username);
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: login?.password, ...(login?.code ? { code: login.code } : {}) }),
  });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export interface Attempt {
  readonly key: string;
  /** 0 when no answer came. */
  readonly status: number;
  readonly id?: string;
  readonly retryAfter?: string | null;
  readonly body?: string;
}

/** Files one call. A lost answer is tried again by the caller under the same key, as a browser does. */
export async function fileCall(url: string, cookie: string, key = newId()): Promise<Attempt> {
  try {
    const answer = await fetch(`${url}/api/intake/take`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': key },
      body: JSON.stringify({
        sourceChannel: 'phone',
        kind: 'fire',
        knownAt: new Date(Date.now() - 60_000).toISOString(),
        placeText: `测试地点 ${key}`,
        text: '楼道有烟',
        mark: 'test',
      }),
      signal: AbortSignal.timeout(15_000),
    });
    const body = await answer.text();
    const retryAfter = answer.headers.get('retry-after');
    if (answer.status !== 200) return { key, status: answer.status, retryAfter, body };
    return { key, status: 200, id: (JSON.parse(body) as { id: string }).id };
  } catch {
    return { key, status: 0 };
  }
}

/** What the client knows to be acknowledged, on the disk before it goes on: the judge over the database. */
export function ledger(path: string) {
  const file = openSync(path, 'a');
  return {
    write(line: string): void {
      writeSync(file, `${line}\n`);
      fsyncSync(file);
    },
    lines: () => readFileSync(path, 'utf8').split('\n').filter(Boolean),
    close: () => closeSync(file),
  };
}
