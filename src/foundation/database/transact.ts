import { type DatabaseConnection, type Dialect, type Driver, type Kysely, Transaction } from 'kysely';
import { translated } from './errors.ts';
import type { DatabaseSchema } from './schema.ts';

/**
 * One transaction on a connection that takes statements without waiting for the answers to earlier ones. Kysely's own
 * sends one at a time and refuses those that are still on their way when the work ends; a command's last statements are
 * meant to travel with its commit.
 */
export async function transactOn<T>(
  { kysely, dialect, driver }: { kysely: Kysely<DatabaseSchema>; dialect: Dialect; driver: Driver },
  run: (tx: Transaction<DatabaseSchema>) => Promise<T>,
  { readOnly = false }: { readOnly?: boolean | undefined } = {},
): Promise<T> {
  const executor = kysely.getExecutor();
  try {
    return await executor.provideConnection(async (connection) => {
      await driver.beginTransaction(connection, readOnly ? { accessMode: 'read only' } : {});
      const result = await run(on(connection)).catch(async (error: unknown) => {
        // The work's own reason is told, not that its connection is gone too.
        await driver.rollbackTransaction(connection).catch(() => undefined);
        throw error;
      });
      await driver.commitTransaction(connection);
      return result;
    });
  } catch (error) {
    throw translated(error);
  }

  function on(connection: DatabaseConnection): Transaction<DatabaseSchema> {
    const provider = { provideConnection: <R>(use: (one: DatabaseConnection) => Promise<R>) => use(connection) };
    return new Transaction({
      config: { dialect },
      dialect,
      driver,
      executor: executor.withConnectionProvider(provider),
    });
  }
}
