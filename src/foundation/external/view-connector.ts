import pg from 'pg';
import { problem } from '../../kernel/problems.ts';
import type { ViewConnector } from './define.ts';

const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

/** One row of a view in somebody else's PostgreSQL, in a read-only transaction. @returns undefined where there is none */
export async function askView(
  { view, key: column, fields, addressIn }: ViewConnector,
  environment: Readonly<Record<string, string | undefined>>,
  key: string,
  timeoutMs: number,
): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({
    connectionString: environment[addressIn],
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs,
  });
  // A connection that breaks while nobody asks must not end the server.
  client.on('error', () => undefined);
  const columns = Object.entries(fields).map(([field, name]) => `${quoted(name)} as ${quoted(field)}`);
  try {
    await client.connect();
    await client.query('begin read only');
    const { rows } = await client.query(
      `select ${columns.join(', ')} from ${quoted(view)} where ${quoted(column)} = $1 limit 1`,
      [key],
    );
    await client.query('rollback');
    return rows[0];
  } catch (error) {
    const { code } = error as { code?: string };
    const reason = code ? { zh: `数据库应答 ${code}`, en: `the database says ${code}` } : UNREACHED;
    throw problem('external.unreachable', { reason });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const UNREACHED = { zh: '连接不上或超时', en: 'it is not reached in time' };
