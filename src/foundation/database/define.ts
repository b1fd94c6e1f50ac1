import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { DatabaseSchema } from './schema.ts';

export type Transaction = KyselyTransaction<DatabaseSchema>;

export interface Database {
  readonly kind: 'embedded' | 'server';
  /** One transaction. Embedded: one session, transactions queue. @throws `database.unavailable`, `storage.full` */
  transact<T>(run: (tx: Transaction) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>;
  /** Autocommit access for mechanisms (sealer, clocks); capabilities use their context. */
  readonly kysely: Kysely<DatabaseSchema>;
  /** Tells every replica on this database; in the process only where the database is embedded. */
  notify(channel: string, payload: string): Promise<void>;
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  /** Is no other server at work on this database now? Asked before what only a single one may put right. */
  isAlone(): Promise<boolean>;
  ping(): Promise<void>;
  /** The database's clock is the authority for due times. */
  now(): Promise<Date>;
  close(): Promise<void>;
}
