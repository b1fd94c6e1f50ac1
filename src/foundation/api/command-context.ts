import { type RawBuilder, sql } from 'kysely';
import { localTime, showTime } from '../../kernel/calendar.ts';
import type { Point } from '../../kernel/geometry.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { type Transaction, translated } from '../database/index.ts';
import { grantsOf, type Permission, type Stamp, type Viewer } from '../identity/define.ts';
import type { Lifecycle } from '../lifecycle/define.ts';
import { seal } from '../personal-data/cipher.ts';
import { blindDigest, keyFor, makeKey } from '../personal-data/keys.ts';
import {
  type BlindIndex,
  type CommonColumns,
  type RegisterDefinition,
  type RowOf,
  startOf,
} from '../registers/define.ts';
import { blindColumn, snakeCase } from '../registers/table.ts';
import type { FactInput } from '../timeline/define.ts';
import type { CommandContext, NewValues } from './context.ts';
import { insertRows } from './insert-many.ts';
import { performer } from './perform.ts';
import type { Platform } from './platform.ts';
import { readContext } from './read-context.ts';
import { drawnNumber, registerNumber } from './register-numbers.ts';
import { boundValue, columnsOf, openPersonal, rowsOf } from './rows.ts';

/** Facts are collected while a command runs and written once, with the receipt, at its end. */
export interface Pending {
  readonly facts: { id: string; input: FactInput }[];
  readonly stamps: Map<string, Omit<Stamp, 'involved'> & { mark: CommonColumns['mark'] }>;
  readonly afterCommit: (() => void | Promise<void>)[];
  /** Statements on their way whose answers are looked at once, at the command's end. */
  readonly writes: Promise<unknown>[];
}

/** What outlives one command of a transaction: answers to look at, things to do once it is committed. */
export type Work = Pick<Pending, 'afterCommit' | 'writes'>;

/**
 * Runs a transaction whose last statements are sent together with its commit. A statement that failed has undone it,
 * and its own reason is told, not the database's «transaction is aborted» about all that came after it.
 */
export async function transactWork<T>(
  platform: Platform,
  run: (tx: Transaction, work: Work) => Promise<T>,
): Promise<T> {
  const work: Work = { afterCommit: [], writes: [] };
  const sent = async () => {
    try {
      for (const one of work.writes) await one;
    } catch (error) {
      throw translated(error);
    }
  };
  let result: T;
  try {
    result = await platform.database.transact((tx) => run(tx, work));
  } catch (error) {
    await sent();
    throw error;
  }
  await sent();
  platform.committed();
  for (const after of work.afterCommit) await after();
  return result;
}

export interface CommandScope {
  readonly viewer: Viewer;
  readonly may: Permission;
  readonly commandId: string;
  readonly subjectId: string | undefined;
  readonly baseVersion: number | undefined;
  readonly records: readonly string[];
  readonly label: { zh: string; en: string };
}

type Row = CommonColumns & Record<string, unknown>;

export function commandContext(
  platform: Platform,
  tx: Transaction,
  scope: CommandScope,
  pending: Pending,
): CommandContext {
  const { viewer, may } = scope;
  const now = platform.clock.now();
  const read = readContext(platform, tx, viewer, may, now);

  const remember = (register: RegisterDefinition, row: Row) => {
    const { ownerUnitPath, areaCode, createdBy, mark } = row;
    pending.stamps.set(`${register.name}/${row.id}`, { ownerUnitPath, areaCode, createdBy, mark });
  };

  /** The fact that changed a row; one command step = one fact id, so that history and row point at each other. */
  let lastFactId = newId();

  async function owner(unitId: string | undefined): Promise<{ id: string; path: string; areaCode: string }> {
    const acting = viewer.acting?.unit;
    if (acting && (unitId === undefined || unitId === acting.id)) return acting;
    const [unit] = await rowsOf<{ id: string; path: string; areaCode: string }>(
      tx,
      unitId === undefined
        ? sql`select id, path, area_code from unit where parent_id is null order by path limit 1`
        : sql`select id, path, area_code from unit where id = ${unitId}`,
    );
    // Before the first unit exists (first start) the installation itself owns what is written.
    return unit ?? { id: unitId ?? '00000000-0000-7000-8000-000000000000', path: '/', areaCode: '110107' };
  }

  const write = (query: RawBuilder<unknown>) => {
    const sent = query.execute(tx);
    sent.catch(() => undefined);
    pending.writes.push(sent);
  };

  async function sealed(
    register: RegisterDefinition,
    values: Record<string, unknown>,
    keyOf: () => Buffer | undefined | Promise<Buffer | undefined>,
  ) {
    const columns = [];
    let key: Buffer | undefined;
    for (const [name, field] of Object.entries(register.fields)) {
      if (!(name in values)) continue;
      const value = values[name];
      if (field.personal && typeof value === 'string') {
        key ??= await keyOf();
        if (!key) throw problem('personal.destroyed', {}, name);
        columns.push({ name: snakeCase(name), value: sql`${seal(key, Buffer.from(value, 'utf8'))}` });
      } else {
        columns.push({ name: snakeCase(name), value: boundValue(field, value) });
      }
      if (field.blind) columns.push({ name: blindColumn(name), value: sql`${found(field.blind, value)}` });
    }
    return columns;
  }

  const found = ({ kind, words }: BlindIndex, value: unknown): string[] | null =>
    typeof value === 'string' ? words(value).map((word) => blindDigest(platform.keys, kind, word)) : null;

  /** Where a record lies: at its first place, or else its first line or area, that is given. */
  const placeOf = (register: RegisterDefinition, values: Record<string, unknown>): Point | undefined => {
    const placed = Object.entries(register.fields).filter(([name, field]) => field.standsAt && values[name]);
    const [name, field] = placed.find(([, { type }]) => type === 'place') ?? placed[0] ?? [];
    return name && field?.standsAt ? field.standsAt(values[name]) : undefined;
  };

  async function numberOf({ numbered, ...register }: RegisterDefinition): Promise<RawBuilder<unknown> | null> {
    if (!numbered) return null;
    return registerNumber(platform.database, tx, { ...register, numbered }, localTime(now).year);
  }

  const numberAhead = ({ numbered, ...register }: RegisterDefinition) =>
    numbered ? drawnNumber(platform.database, tx, { ...register, numbered }, localTime(now).year) : undefined;

  async function nameOf(personId: string): Promise<string> {
    const [person] = await rowsOf<{ name: string }>(tx, sql`select name from person where id = ${personId}`);
    return person?.name ?? '系统';
  }

  const ctx: CommandContext = {
    kind: 'command',
    ...read,
    tx,
    commandId: scope.commandId,
    baseVersion: scope.baseVersion,

    async load<R extends RegisterDefinition>(register: R, id: string, permission?: Permission): Promise<RowOf<R>> {
      const find = (asked: Permission) =>
        rowsOf<Row>(
          tx,
          sql`select ${columnsOf(register)} from ${read.visible(register, asked)} visible
            where id = ${id} for update`,
        );
      const [row] = await find(permission ?? may);
      if (!row) {
        const readable = platform.catalogue.permissions.get(`${register.name}.read`);
        const seen = readable && grantsOf(readable, viewer.hats).length > 0 && (await find(readable)).length > 0;
        if (!seen) throw problem('record.unknown', {}, 'id');
        throw problem('permission.missing', {
          permission: (permission ?? may).label,
          who: { zh: '安全管理员', en: 'the security administrator' },
        });
      }
      if (id === scope.subjectId && scope.baseVersion !== undefined && scope.baseVersion !== row.version) {
        throw problem('record.changed', { who: await nameOf(row.changedBy), at: showTime(row.changedAt, now) });
      }
      await openPersonal(tx, platform.keys, register, [row], { unmasked: true });
      remember(register, row);
      return row as RowOf<R>;
    },

    async insert<R extends RegisterDefinition>(register: R, given: NewValues<R>): Promise<RowOf<R>> {
      const values = given as Partial<CommonColumns> & Record<string, unknown>;
      const id = values.id ?? newId();
      const unit = await owner(values.ownerUnitId);
      const point = placeOf(register, values);
      const areaCode = values.areaCode ?? (point ? await platform.areaOf(tx, point) : unit.areaCode);
      const lifecycle = platform.catalogue.lifecycles.get(register.name);
      const number = values.number ?? (await numberAhead(register)) ?? (await numberOf(register));
      const common = {
        id,
        number,
        state: values.state ?? lifecycle?.initial ?? 'active',
        mark: values.mark ?? 'real',
        ownerUnitId: unit.id,
        ownerUnitPath: unit.path,
        areaCode,
        createdAt: now,
        createdBy: viewer.personId,
        changedAt: now,
        changedBy: viewer.personId,
        changedFact: lastFactId,
      };
      let withKey = sql``;
      const newKey = () => {
        const { key, kept } = makeKey(platform.keys, register.name, id, now);
        withKey = sql`with kept as (${kept}) `;
        return key;
      };
      const columns = [
        ...Object.entries(common).map(([name, value]) => ({ name: snakeCase(name), value: sql`${value}` })),
        ...(await sealed(register, values, newKey)),
      ];
      const inserted = sql`${withKey}insert into ${sql.table(register.name)}
        (${sql.join(columns.map((column) => sql.ref(column.name)))})
        values (${sql.join(columns.map((column) => column.value))})`;
      const row: Row = { ...ownFields(register, values), ...common, number: null, version: 1 };
      if (number === null || typeof number === 'string') {
        // Nothing of it is for the database to say: it travels with what comes next.
        row.number = number;
        write(inserted);
      } else {
        const [given] = await rowsOf<{ number: string }>(tx, sql`${inserted} returning number`);
        row.number = given?.number ?? null;
      }
      remember(register, row);
      return row as RowOf<R>;
    },

    async insertMany<R extends RegisterDefinition>(register: R, given: readonly NewValues<R>[]) {
      const all = given as readonly (Partial<CommonColumns> & Record<string, unknown>)[];
      const units = new Map<string | undefined, Awaited<ReturnType<typeof owner>>>();
      for (const { ownerUnitId } of all) {
        if (!units.has(ownerUnitId)) units.set(ownerUnitId, await owner(ownerUnitId));
      }
      const points = all.map((values) => (values.areaCode ? undefined : placeOf(register, values)));
      const codes = await platform.areasOf(
        tx,
        points.filter((point) => point !== undefined),
      );
      const initial = platform.catalogue.lifecycles.get(register.name)?.initial ?? 'active';
      const rows: Row[] = [];
      for (const [index, values] of all.entries()) {
        const unit = units.get(values.ownerUnitId) as Awaited<ReturnType<typeof owner>>;
        rows.push({
          ...values,
          id: values.id ?? newId(),
          number: values.number ?? null,
          state: values.state ?? initial,
          version: 1,
          mark: values.mark ?? 'real',
          ownerUnitId: unit.id,
          ownerUnitPath: unit.path,
          areaCode: values.areaCode ?? (points[index] ? (codes.shift() as string) : unit.areaCode),
          createdAt: now,
          createdBy: viewer.personId,
          changedAt: now,
          changedBy: viewer.personId,
          changedFact: lastFactId,
        });
      }
      if (rows.length > 0) await insertRows(tx, platform.keys, register, rows, await numberOf(register));
      if (register.numbered && rows.length > 0) {
        // They were given in the statement; whoever wrote the records speaks of them by their numbers.
        const given = sql`select id, number from ${sql.table(register.name)} where id = any(${rows.map(({ id }) => id)}::uuid[])`;
        const numbers = new Map(
          (await rowsOf<{ id: string; number: string }>(tx, given)).map((one) => [one.id, one.number]),
        );
        for (const row of rows) row.number = numbers.get(row.id) ?? null;
      }
      for (const row of rows) remember(register, row);
      return rows;
    },

    async update<R extends RegisterDefinition>(register: R, current: RowOf<R>, given: NewValues<R>): Promise<RowOf<R>> {
      const before = current as unknown as Row;
      const values = given as Partial<CommonColumns> & Record<string, unknown>;
      const columns = await sealed(register, values, () => keyFor(tx, platform.keys, register.name, before.id, now));
      const point = placeOf(register, values);
      if (point) columns.push({ name: 'area_code', value: sql`${await platform.areaOf(tx, point)}` });
      if (values.state !== undefined) columns.push({ name: 'state', value: sql`${values.state}` });
      columns.push(
        { name: 'changed_at', value: sql`${now}` },
        { name: 'changed_by', value: sql`${viewer.personId}` },
        { name: 'changed_fact', value: sql`${lastFactId}` },
      );
      const [row] = await rowsOf<Row>(
        tx,
        sql`update ${sql.table(register.name)} set version = version + 1,
          ${sql.join(columns.map((column) => sql`${sql.ref(column.name)} = ${column.value}`))}
          where id = ${before.id} and version = ${before.version} returning ${columnsOf(register)}`,
      );
      if (!row) throw problem('record.changed', { who: '', at: showTime(now, now) });
      plain(register, row, { ...before, ...values });
      remember(register, row);
      return row as RowOf<R>;
    },

    async transition<R extends RegisterDefinition, State extends string, Name extends string>(
      lifecycle: Lifecycle<R, State, Name>,
      current: RowOf<R>,
      name: NoInfer<Name>,
      changes?: NewValues<R>,
    ): Promise<RowOf<R>> {
      const row = current as unknown as Row;
      const step = lifecycle.transitions[name];
      const states = lifecycle.states as Record<string, { zh: string; en: string }>;
      const state = states[row.state] ?? { zh: row.state, en: row.state };
      if (!viewer.isSystem && grantsOf(step.may, viewer.hats).length === 0) {
        throw problem('permission.missing', {
          permission: step.may.label,
          who: { zh: '安全管理员', en: 'the security administrator' },
        });
      }
      if (!(step.from as readonly string[]).includes(row.state)) {
        if (row.version === 1) throw problem('state.not_allowed', { state, transition: step.label });
        const [who, at] = [await nameOf(row.changedBy), showTime(row.changedAt, now)];
        throw problem('state.taken', { who, at, state, transition: step.label });
      }
      const after: Row = { ...row, ...(changes as object | undefined) };
      for (const field of step.requires ?? []) {
        const value = after[field];
        if (value === null || value === undefined || value === '') {
          throw problem('input.required', { label: lifecycle.register.fields[field]?.label }, field);
        }
      }
      const reason = (step.guard as ((row: Row) => { zh: string; en: string } | undefined) | undefined)?.(after);
      if (reason) throw problem('state.guard', { reason });
      return ctx.update(lifecycle.register, current, { ...changes, state: step.to } as NewValues<R>);
    },

    fact(input: FactInput): void {
      if (!scope.records.includes(input.kind))
        throw new Error(`${scope.label.en}: ${input.kind} is not among its records`);
      pending.facts.push({ id: lastFactId, input });
      lastFactId = newId();
    },

    async involve(register, id, part): Promise<void> {
      if (part.unitId) {
        write(sql`insert into involvement (register, record_id, unit_id, unit_path, since)
          select ${register.name}, ${id}, id, path, ${now}::timestamptz from unit where id = ${part.unitId}
          on conflict do nothing`);
      }
      if (part.personId) {
        write(sql`insert into involvement (register, record_id, person_id, since)
          values (${register.name}, ${id}, ${part.personId}, ${now}) on conflict do nothing`);
      }
    },

    write,

    perform: performer(platform, scope, read.holds, (inner) => commandContext(platform, tx, inner, pending)),

    async nextNumber(series: string): Promise<string> {
      const { year } = localTime(now);
      const [row] = await rowsOf<{ last: number }>(
        tx,
        sql`insert into number_series (series, year, last) values (${series}, ${year}, 1)
          on conflict (series, year) do update set last = number_series.last + 1 returning last`,
      );
      return `${series}〔${year}〕${row?.last}号`;
    },

    tellReplicas: (channel, payload) => {
      pending.afterCommit.push(() => platform.database.notify(channel, payload));
    },

    afterCommit: (run) => {
      pending.afterCommit.push(run);
    },
  };
  return ctx;
}

/** What a new record says, also in the fields that nobody filled in. */
function ownFields({ fields }: RegisterDefinition, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, values[name] ?? startOf(field)]));
}

/** Rows that were just written come back sealed; code goes on with what it gave. */
function plain(register: RegisterDefinition, row: Row, given: Record<string, unknown>): void {
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.personal) row[name] = given[name] ?? null;
  }
}
