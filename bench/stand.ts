import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../tests/support/postgres.ts';
import { type ServerProcess, serverProcess } from '../tests/support/server-process.ts';

export interface Stand {
  readonly kind: 'server' | 'embedded';
  readonly server: ServerProcess;
  readonly home: string;
  readonly databaseUrl: string | undefined;
}

/** The real server as a process, with the demo district, on a PostgreSQL of its own that syncs to disk, or embedded. */
export async function onStand<Result>(
  kind: Stand['kind'],
  work: (stand: Stand) => Promise<Result>,
  settings?: Readonly<Record<string, string>>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'fengsui-bench-'));
  const postgres = kind === 'server' ? await startPostgres({ isDurable: true }) : undefined;
  const databaseUrl = await postgres?.create('district');
  const server = await serverProcess({ home, databaseUrl, settings });
  try {
    await server.start();
    return await work({ kind, server, home, databaseUrl });
  } finally {
    await server.stop();
    await postgres?.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
