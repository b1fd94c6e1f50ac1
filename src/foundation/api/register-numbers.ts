import { type RawBuilder, sql } from 'kysely';
import type { Database, Transaction } from '../database/index.ts';
import type { RegisterDefinition } from '../registers/define.ts';
import { rowsOf } from './rows.ts';

/** Sequences known to be committed, per database: asking the catalogue before every call would cost a round trip. */
const known = new WeakMap<Database, Set<string>>();

/**
 * The next number of a register in a year, as the expression that an insert takes, by a sequence of its own: a counter row would make every call wait until the
 * one before is on the disk. A command that is undone leaves a gap; what may have none (文号) uses `ctx.nextNumber`.
 */
export async function registerNumber(
  database: Database,
  tx: Transaction,
  register: RegisterDefinition & { readonly numbered: { readonly prefix: string } },
  year: number,
): Promise<RawBuilder<unknown>> {
  const name = `number_${register.name}_${year}`;
  const prefix = `${register.numbered.prefix}〔${year}〕`;
  const sequences = known.get(database) ?? new Set();
  known.set(database, sequences);
  if (!sequences.has(name)) {
    if (await exists(tx, name)) sequences.add(name);
    else await create(tx, name, register.name, prefix);
  }
  return sql`${prefix} || nextval(${name}::regclass) || '号'`;
}

async function exists(tx: Transaction, name: string): Promise<boolean> {
  const [row] = await rowsOf<{ isThere: boolean }>(tx, sql`select to_regclass(${name}) is not null as is_there`);
  return row?.isThere === true;
}

/** The first number of a year, or the first after a restore: goes on after what is there. One creator at a time. */
async function create(tx: Transaction, name: string, table: string, prefix: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(tx);
  const [row] = await rowsOf<{ last: number }>(
    tx,
    sql`select coalesce(max(substring(number from ${`${prefix}([0-9]+)号`})::int), 0) as last from ${sql.table(table)}`,
  );
  // «if not exists»: whoever waited for the lock may still hold the catalogue as it was before.
  await sql`create sequence if not exists ${sql.ref(name)} start with ${sql.lit((row?.last ?? 0) + 1)}`.execute(tx);
}
