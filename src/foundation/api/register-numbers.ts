import { type RawBuilder, sql } from 'kysely';
import type { Database, Transaction } from '../database/index.ts';
import type { RegisterDefinition } from '../registers/define.ts';
import { rowsOf } from './rows.ts';

/** Sequences known to be committed, per database: asking the catalogue before every call would cost a round trip. */
const known = new WeakMap<Database, Set<string>>();

type Numbered = RegisterDefinition & { readonly numbered: { readonly prefix: string } };

/** Numbers of one sequence that were drawn before anybody asked for them. */
interface Ahead {
  readonly numbers: number[];
  drawnAt: number;
  asked: number;
  askedSince: number;
  isDrawing: boolean;
}
const drawn = new WeakMap<Database, Map<string, Ahead>>();
/** So many records in a quarter of a second are a flood. */
const FLOOD = 10;
const WINDOW_MS = 250;
const AT_ONCE = 32;

/**
 * The next number of a register in a year, as the expression that an insert takes, by a sequence of its own: a counter row would make every call wait until the
 * one before is on the disk. A command that is undone leaves a gap; what may have none (文号) uses `ctx.nextNumber`.
 */
export async function registerNumber(
  database: Database,
  tx: Transaction,
  register: Numbered,
  year: number,
): Promise<RawBuilder<unknown>> {
  const name = sequenceOf(register, year);
  const prefix = prefixOf(register, year);
  const sequences = known.get(database) ?? new Set();
  known.set(database, sequences);
  if (!sequences.has(name)) {
    if (await exists(tx, name)) sequences.add(name);
    else await create(tx, name, register.name, prefix);
  }
  return sql`${prefix} || nextval(${name}::regclass) || '号'`;
}

/**
 * The next number of a register when it comes in a flood: some are drawn ahead then, so that a record need not wait to hear
 * its own. Otherwise undefined: in quiet times no number is held that a restart would lose.
 */
export function drawnNumber(database: Database, register: Numbered, year: number): string | undefined {
  const sequence = sequenceOf(register, year);
  if (!known.get(database)?.has(sequence)) return undefined;
  const all = drawn.get(database) ?? new Map<string, Ahead>();
  drawn.set(database, all);
  const now = performance.now();
  const ahead = all.get(sequence) ?? { numbers: [], drawnAt: 0, asked: 0, askedSince: now, isDrawing: false };
  all.set(sequence, ahead);
  if (now - ahead.askedSince > WINDOW_MS) Object.assign(ahead, { asked: 0, askedSince: now });
  ahead.asked += 1;
  // Those left over from a flood that is past are gaps, like those of commands that were undone.
  if (now - ahead.drawnAt > WINDOW_MS) ahead.numbers.length = 0;
  if (ahead.asked >= FLOOD && ahead.numbers.length < AT_ONCE / 2) void draw(database, sequence, ahead);
  const next = ahead.numbers.shift();
  return next === undefined ? undefined : `${prefixOf(register, year)}${next}号`;
}

async function draw(database: Database, sequence: string, ahead: Ahead): Promise<void> {
  if (ahead.isDrawing) return;
  ahead.isDrawing = true;
  try {
    const rows = await database.transact((tx) =>
      rowsOf<{ next: number }>(
        tx,
        sql`select nextval(${sequence}::regclass) as next from generate_series(1, ${AT_ONCE}::int)`,
      ),
    );
    ahead.numbers.push(...rows.map(({ next }) => next));
    ahead.drawnAt = performance.now();
  } catch {
    // The record then asks for its number itself, and is told what is wrong.
  } finally {
    ahead.isDrawing = false;
  }
}

const sequenceOf = ({ name }: Numbered, year: number) => `number_${name}_${year}`;
const prefixOf = ({ numbered }: Numbered, year: number) => `${numbered.prefix}〔${year}〕`;

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
