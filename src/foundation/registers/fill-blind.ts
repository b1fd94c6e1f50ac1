import { sql } from 'kysely';
import type { Platform } from '../api/index.ts';
import { open } from '../personal-data/cipher.ts';
import { blindDigest, keysOf } from '../personal-data/keys.ts';
import type { FieldType, RegisterDefinition } from './define.ts';
import { blindColumn, snakeCase } from './table.ts';

const AT_ONCE = 500;

/**
 * Gives every sealed value the digests by which it is found, where they are missing: after an update that made a field
 * findable, or after the installation's lookup key had to be made anew. Asked at start; a whole register costs one query.
 * @returns how many values were given theirs
 */
export async function fillBlindIndexes(platform: Platform): Promise<number> {
  await forgetDestroyed(platform);
  return fillAll(platform);
}

/** An older backup brings back digests of what was destroyed since: their key is gone, and so they go. */
async function forgetDestroyed({ catalogue, database }: Platform): Promise<void> {
  for (const { name, fields } of catalogue.registers.values()) {
    const blind = Object.keys(fields).filter((field) => fields[field]?.blind);
    for (const field of blind) {
      const column = sql.ref(blindColumn(field));
      await sql`update ${sql.table(name)} r set ${column} = null from data_key k
        where k.register = ${name} and k.record_id = r.id and k.wrapped is null and r.${column} is not null`.execute(
        database.kysely,
      );
    }
  }
}

async function fillAll(platform: Platform): Promise<number> {
  let filled = 0;
  for (const register of platform.catalogue.registers.values()) {
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.blind) filled += await fillField(platform, register, name, field.blind);
    }
  }
  return filled;
}

async function fillField(
  platform: Platform,
  register: RegisterDefinition,
  name: string,
  { kind, words }: NonNullable<FieldType['blind']>,
): Promise<number> {
  const [table, sealed, blind] = [sql.table(register.name), sql.ref(snakeCase(name)), sql.ref(blindColumn(name))];
  for (let filled = 0, after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const done = await platform.database.transact(async (tx) => {
      const { rows } = await sql<{ id: string; sealed: Buffer }>`
        select r.id, r.${sealed} as sealed from ${table} r
        join data_key k on k.register = ${register.name} and k.record_id = r.id and k.wrapped is not null
        where r.${blind} is null and r.${sealed} is not null and r.id > ${after} order by r.id limit ${AT_ONCE}`.execute(
        tx,
      );
      const keys = await keysOf(
        tx,
        platform.keys,
        register.name,
        rows.map(({ id }) => id),
      );
      for (const row of rows) {
        const key = keys.get(row.id);
        if (!key) continue;
        const digests = words(open(key, row.sealed).toString('utf8')).map((word) =>
          blindDigest(platform.keys, kind, word),
        );
        await sql`update ${table} set ${blind} = ${digests} where id = ${row.id}`.execute(tx);
      }
      return rows;
    });
    filled += done.length;
    const last = done.at(-1);
    if (!last) return filled;
    after = last.id;
  }
}
