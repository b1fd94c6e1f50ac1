import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { localTime } from '../../kernel/calendar.ts';
import type { Database, Transaction } from '../database/index.ts';
import type { RegisterDefinition } from '../registers/define.ts';
import type { Platform } from './platform.ts';
import { rowsOf } from './rows.ts';

/** Sequences known to be committed, per database: asking the catalogue before every call would cost a round trip. */
const known = new WeakMap<Database, Set<string>>();

type Numbered = RegisterDefinition & { readonly numbered: { readonly prefix: string } };

/** Numbers of one sequence that were drawn before anybody asked for them. */
interface Ahead {
  readonly numbers: number[];
  asked: number;
  askedSince: number;
  askedLast: number;
  drawing?: Promise<void> | undefined;
  timer?: NodeJS.Timeout | undefined;
}
const drawn = new WeakMap<Database, Map<string, Ahead>>();
/** So many records in a quarter of a second are a flood. */
const FLOOD = 10;
const WINDOW_MS = 250;
const AT_ONCE = 32;
const PATIENCE_MS = 500;

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
 * its own. Otherwise undefined: in quiet times no number is held, and what a flood leaves over is given back.
 *
 * They are drawn in the transaction of the command that finds few left, and whoever finds none waits for them: numbers
 * come in the order of the records, so that a server that is killed loses no more of them than calls under way.
 */
export async function drawnNumber(
  database: Database,
  tx: Transaction,
  register: Numbered,
  year: number,
): Promise<string | undefined> {
  const sequence = sequenceOf(register, year);
  if (!known.get(database)?.has(sequence)) return undefined;
  const all = drawn.get(database) ?? new Map<string, Ahead>();
  drawn.set(database, all);
  const now = performance.now();
  const ahead: Ahead = all.get(sequence) ?? { numbers: [], asked: 0, askedSince: now, askedLast: now };
  all.set(sequence, ahead);
  if (now - ahead.askedSince > WINDOW_MS) Object.assign(ahead, { asked: 0, askedSince: now });
  ahead.asked += 1;
  ahead.askedLast = now;
  if (ahead.asked >= FLOOD && ahead.numbers.length < AT_ONCE / 2) {
    ahead.drawing ??= draw(tx, sequence, ahead).finally(() => {
      ahead.drawing = undefined;
      giveBackLater(database, sequence, ahead);
    });
  }
  // Whoever draws may itself wait for a record that is locked here: then this one asks for its number itself.
  if (ahead.numbers.length === 0 && ahead.drawing) await Promise.race([ahead.drawing, setTimeoutPromise(PATIENCE_MS)]);
  const next = ahead.numbers.shift();
  return next === undefined ? undefined : `${prefixOf(register, year)}${next}号`;
}

async function draw(tx: Transaction, sequence: string, ahead: Ahead): Promise<void> {
  try {
    const rows = await rowsOf<{ next: number }>(
      tx,
      sql`select nextval(${sequence}::regclass) as next from generate_series(1, ${AT_ONCE}::int)`,
    );
    ahead.numbers.push(...rows.map(({ next }) => next));
  } catch {
    // The record then asks for its number itself, and is told what is wrong.
  }
}

function giveBackLater(database: Database, sequence: string, ahead: Ahead): void {
  if (ahead.timer) return;
  ahead.timer = setTimeout(() => {
    ahead.timer = undefined;
    if (ahead.numbers.length === 0) return;
    if (ahead.drawing || performance.now() - ahead.askedLast < WINDOW_MS) giveBackLater(database, sequence, ahead);
    // Not given back they are gaps, like those of commands that were undone.
    else void giveBack(database, sequence, ahead.numbers.splice(0)).catch(() => undefined);
  }, WINDOW_MS).unref();
}

/** The flood is over: those at the end that nobody needed are the next ones again, unless another server drew meanwhile. */
async function giveBack(database: Database, sequence: string, numbers: readonly number[]): Promise<void> {
  await database.transact(async (tx) => {
    const last = (await lockSequence(tx, sequence)) - 1;
    if (numbers.at(-1) !== last) return;
    let first = last;
    while (numbers.includes(first - 1)) first -= 1;
    await restart(tx, sequence, first);
  });
}

/**
 * Before a server serves: a year's numbers go on after the last one that the register really holds. A database that was
 * killed has written 32 of them off in advance, and a server that was killed in a flood held some that nobody got. Only a
 * server that is alone on the database may do so: others may hold numbers that no record shows yet.
 */
export async function resumeNumbers({ database, catalogue, clock }: Platform): Promise<void> {
  const { year } = localTime(clock.now());
  for (const { numbered, ...register } of catalogue.registers.values()) {
    if (!numbered) continue;
    const of = { ...register, numbered };
    const [sequence, prefix] = [sequenceOf(of, year), prefixOf(of, year)];
    const held = await database.transact(async (tx) =>
      (await exists(tx, sequence))
        ? { next: await nextOf(tx, sequence), last: await lastNumber(tx, register.name, prefix) }
        : undefined,
    );
    if (!held || held.next === held.last + 1 || !(await isLeftAlone(database))) continue;
    await database.transact(async (tx) => {
      await lockSequence(tx, sequence);
      await restart(tx, sequence, (await lastNumber(tx, register.name, prefix)) + 1);
    });
  }
}

/** Connections of a server that was killed a moment ago are still being closed. */
async function isLeftAlone(database: Database): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await database.isAlone()) return true;
    await setTimeoutPromise(100);
  }
  return false;
}

/** Nobody draws from it until the transaction ends, and whoever drew before has ended theirs. @returns the next number */
async function lockSequence(tx: Transaction, sequence: string): Promise<number> {
  await sql`set local lock_timeout = '2s'`.execute(tx);
  await sql`alter sequence ${sql.ref(sequence)} owned by none`.execute(tx);
  return nextOf(tx, sequence);
}

async function nextOf(tx: Transaction, sequence: string): Promise<number> {
  const [row] = await rowsOf<{ next: number }>(
    tx,
    sql`select case when is_called then last_value + 1 else last_value end as next from ${sql.ref(sequence)}`,
  );
  return row?.next ?? 1;
}

async function restart(tx: Transaction, sequence: string, next: number): Promise<void> {
  await sql`alter sequence ${sql.ref(sequence)} restart with ${sql.lit(next)}`.execute(tx);
}

async function lastNumber(tx: Transaction, table: string, prefix: string): Promise<number> {
  const [row] = await rowsOf<{ last: number }>(
    tx,
    sql`select coalesce(max(substring(number from ${`${prefix}([0-9]+)号`})::int), 0) as last from ${sql.table(table)}`,
  );
  return row?.last ?? 0;
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
  // «if not exists»: whoever waited for the lock may still hold the catalogue as it was before.
  await sql`create sequence if not exists ${sql.ref(name)} start with ${sql.lit((await lastNumber(tx, table, prefix)) + 1)}`.execute(
    tx,
  );
}
