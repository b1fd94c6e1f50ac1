import type { Database } from './define.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openServer } from './server.ts';

export { backUp, readKeyEscrow, restore, writeKeyEscrow } from './backup.ts';
export type { Database, Transaction } from './define.ts';
export { openEmbedded } from './embedded.ts';
export { translated } from './errors.ts';
export { migrate, migrationsIn, statementsOf } from './migrate.ts';
export type { DatabaseSchema } from './schema.ts';

export interface DatabaseOptions {
  /** A PostgreSQL server; the embedded database under `home` without it. */
  readonly url?: string | undefined;
  readonly home: string;
  readonly migrationsFolder: string;
  readonly log: (line: string) => void;
  /** Connections to a server; 10 unless told. */
  readonly poolSize?: number;
}

/** Opens the database and brings it up to the migrations. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, home, migrationsFolder, log, poolSize = 10 } = options;
  const database = url ? openServer(url, poolSize) : await openEmbedded(home);
  try {
    await migrate(database, migrationsFolder, log);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
