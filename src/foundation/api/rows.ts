import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { open } from '../personal-data/cipher.ts';
import { type InstallationKeys, keysOf, mask } from '../personal-data/keys.ts';
import { type FieldType, isMasked, type RegisterDefinition } from '../registers/define.ts';
import { snakeCase } from '../registers/table.ts';

const camelNames = new Map<string, string>();

/** `owner_unit_id` → `ownerUnitId`, remembered: the same few hundred names come back on every row. */
function camelCase(name: string): string {
  let camel = camelNames.get(name);
  if (camel === undefined) {
    camel = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, camel);
  }
  return camel;
}

/** Runs SQL and hands rows back as code speaks: camelCase keys on the first level, JSON left as stored. */
export async function rowsOf<Row extends object>(tx: Transaction, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await query.execute(tx);
  return (rows as Record<string, unknown>[]).map((row) => {
    const camel: Record<string, unknown> = {};
    for (const name in row) camel[camelCase(name)] = row[name];
    return camel as Row;
  });
}

const COMMON = [
  'id',
  'number',
  'state',
  'version',
  'mark',
  'owner_unit_id',
  'owner_unit_path',
  'area_code',
  'created_at',
  'created_by',
  'changed_at',
  'changed_by',
  'changed_fact',
]; // prettier-ignore

const selections = new WeakMap<RegisterDefinition, RawBuilder<unknown>>();

/** The select list that turns a stored row into a `RowOf` of the register. */
export function columnsOf(register: RegisterDefinition): RawBuilder<unknown> {
  let selection = selections.get(register);
  if (!selection) {
    const fields = Object.entries(register.fields).map(([name, field]) => {
      const column = `"${snakeCase(name)}"`;
      return field.stored ? `${field.stored.read(column)} as ${column}` : column;
    });
    selection = sql.raw([...COMMON, ...fields].join(', '));
    selections.set(register, selection);
  }
  return selection;
}

/** The value as SQL wants it. */
export function boundValue(field: FieldType, value: unknown): RawBuilder<unknown> {
  if (value === null || value === undefined) return sql`null`;
  if (!field.stored) return sql`${value}`;
  const [before, after] = field.stored.write.split('$');
  return sql`${sql.raw(before ?? '')}${field.stored.encode(value)}${sql.raw(after ?? '')}`;
}

export const personalFields = (register: RegisterDefinition): [string, FieldType][] =>
  Object.entries(register.fields).filter(([, field]) => field.personal);

/**
 * Opens the personal fields of rows: narratives in plain, contacts masked. Destroyed text becomes null.
 * Rows may come from any query that selected `id` and the sealed columns.
 */
export async function openPersonal(
  tx: Transaction,
  keys: InstallationKeys,
  register: RegisterDefinition,
  rows: readonly object[],
  options: { unmasked?: boolean } = {},
): Promise<void> {
  const fields = personalFields(register);
  const sealed = rows as readonly Record<string, unknown>[];
  const ids = sealed.filter((row) => fields.some(([name]) => row[name])).map((row) => row.id as string);
  if (ids.length === 0) return;
  const keyOf = await keysOf(tx, keys, register.name, ids);
  for (const row of sealed) {
    const key = keyOf.get(row.id as string);
    for (const [name, field] of fields) {
      if (!row[name]) continue;
      const plain = key ? open(key, row[name] as Uint8Array).toString('utf8') : null;
      row[name] = plain !== null && isMasked(field) && !options.unmasked ? (field.mask ?? mask)(plain) : plain;
    }
  }
}
