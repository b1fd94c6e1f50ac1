import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { seal } from '../personal-data/cipher.ts';
import { blindDigest, type InstallationKeys, newWrappedKey } from '../personal-data/keys.ts';
import type { CommonColumns, FieldType, RegisterDefinition } from '../registers/define.ts';
import { blindColumn, snakeCase } from '../registers/table.ts';

/** A new record as it is written: everything stamped, its own fields still in plain. */
export type WholeRow = CommonColumns & Record<string, unknown>;

interface Column {
  readonly name: string;
  /** SQL type in which the value travels in JSON. */
  readonly type: string;
  /** The value in the column, of the travelling one called `r.<name>`. */
  readonly expression: string;
  of(row: WholeRow, key: Buffer | undefined): unknown;
}

const COMMON: readonly [keyof CommonColumns, string][] = [
  ['id', 'uuid'],
  ['number', 'text'],
  ['state', 'text'],
  ['mark', 'text'],
  ['ownerUnitId', 'uuid'],
  ['ownerUnitPath', 'text'],
  ['areaCode', 'text'],
  ['createdAt', 'timestamptz'],
  ['createdBy', 'uuid'],
  ['changedAt', 'timestamptz'],
  ['changedBy', 'uuid'],
  ['changedFact', 'uuid'],
];

/**
 * Writes many records of one register in one statement, all rows as one JSON value: hundreds of rows cost little more than
 * one. Personal texts are sealed under a key for each record, as always. `number` gives each its number, where the
 * register has them.
 */
export async function insertRows(
  tx: Transaction,
  keys: InstallationKeys,
  register: RegisterDefinition,
  rows: readonly WholeRow[],
  number: RawBuilder<unknown> | null,
): Promise<void> {
  const fields = Object.entries(register.fields);
  const personal = fields.flatMap(([name, field]) => (field.personal ? [name] : []));
  const columns = [...COMMON.map(commonColumn), ...fields.flatMap(([name, field]) => fieldColumns(keys, name, field))];
  const wrapped: { id: string; wrapped: string }[] = [];
  const travelling = rows.map((row) => {
    // Nothing personal in it: nothing to seal, and no key to destroy one day.
    const made = personal.some((name) => typeof row[name] === 'string') ? newWrappedKey(keys) : undefined;
    if (made) wrapped.push({ id: row.id, wrapped: hex(made.wrapped) });
    return Object.fromEntries(columns.map((column) => [column.name, column.of(row, made?.key)]));
  });
  const now = rows[0]?.createdAt;
  if (wrapped.length > 0) {
    await sql`insert into data_key (register, record_id, wrapped, created_at)
      select ${register.name}, k.id, k.wrapped, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(wrapped)}::jsonb) as k(id uuid, wrapped bytea)`.execute(tx);
  }
  const list = (part: (column: Column) => string): RawBuilder<unknown> => sql.raw(columns.map(part).join(', '));
  await sql`insert into ${sql.table(register.name)} (${list(({ name }) => `"${name}"`)})
    select ${sql.join(columns.map(({ name, expression }) => (name === 'number' && number ? number : sql.raw(expression))))}
    from jsonb_to_recordset(${JSON.stringify(travelling)}::jsonb) as r(${list(({ name, type }) => `"${name}" ${type}`)})`.execute(
    tx,
  );
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;

function commonColumn([name, type]: [keyof CommonColumns, string]): Column {
  return { name: snakeCase(name), type, expression: `r."${snakeCase(name)}"`, of: (row) => row[name] };
}

function fieldColumns(keys: InstallationKeys, name: string, field: FieldType): Column[] {
  const own = snakeCase(name);
  const { blind, stored, personal } = field;
  const value = (row: WholeRow) => row[name] ?? null;
  const columns: Column[] = [
    {
      name: own,
      type: stored ? 'text' : field.column.replace(/ (?:references|default|check|collate) .*$/i, ''),
      expression: stored
        ? `case when r."${own}" is null then null else ${stored.write.replace('$', `r."${own}"`)} end`
        : `r."${own}"`,
      of(row, key) {
        const plain = value(row);
        if (plain === null) return null;
        if (personal && key && typeof plain === 'string') return hex(seal(key, Buffer.from(plain, 'utf8')));
        return stored ? stored.encode(plain) : plain;
      },
    },
  ];
  if (blind) {
    columns.push({
      name: blindColumn(name),
      type: 'text[]',
      expression: `r."${blindColumn(name)}"`,
      of: (row) => {
        const plain = value(row);
        return typeof plain === 'string' ? blind.words(plain).map((word) => blindDigest(keys, blind.kind, word)) : null;
      },
    });
  }
  return columns;
}
