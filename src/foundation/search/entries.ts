import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Platform, rowsOf } from '../api/index.ts';
import type { Transaction } from '../database/index.ts';
import { blindDigest } from '../personal-data/index.ts';
import { blindColumn, snakeCase } from '../registers/index.ts';
import type { SearchDefinition } from './define.ts';
import type { EntryTexts } from './entry.ts';
import { entriesAsJson } from './entry-thread.ts';

type Row = Record<string, unknown> & { id: string; number: string | null };

/** Raised when entries are made otherwise, so that those there are made again. */
const EDITION = 1;

/** What a register's entries depend on beside its rows. */
export function digestOf(platform: Platform, { register, words, line }: SearchDefinition): string {
  const keys = blindDigest(platform.keys, 'search', 'fingerprint');
  const blind = Object.keys(register.fields).filter((name) => register.fields[name]?.blind);
  return createHash('sm3')
    .update(JSON.stringify([EDITION, register.title, words, line, blind, placeOf(register.fields), keys]))
    .digest('hex');
}

/** What a record says that can be searched for, as the words of its declaration show it. */
function textsOf({ register, words, line }: SearchDefinition, row: Row): EntryTexts {
  const textOf = (name: string) => {
    const field = register.fields[name];
    return field && !field.personal ? shown(field.show(row[name], 'zh')) : '';
  };
  const title = textOf(register.title) || row.number || '';
  const digests = Object.entries(register.fields).flatMap(([name, { blind }]) =>
    blind ? ((row[`${name}Blind`] as string[] | null) ?? []) : [],
  );
  return {
    id: row.id,
    title,
    number: row.number ?? '',
    texts: [...new Set([title, ...words.map(textOf)])].filter((text) => text !== ''),
    line: line.map(textOf).filter(Boolean).join(' · ').slice(0, 300),
    digests,
  };
}

const shown = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const placeOf = (fields: SearchDefinition['register']['fields']) =>
  Object.keys(fields).find((name) => fields[name]?.type === 'place');

/** The columns an entry is made from. */
function selection({ register, words, line }: SearchDefinition): RawBuilder<unknown> {
  const open = [...new Set([register.title, ...words, ...line])].filter((name) => !register.fields[name]?.personal);
  const blind = Object.keys(register.fields).filter((name) => register.fields[name]?.blind);
  const columns = open.map((name) => {
    const column = `"${snakeCase(name)}"`;
    const stored = register.fields[name]?.stored;
    return stored ? `${stored.read(column)} as ${column}` : column;
  });
  return sql.raw(['id', 'number', ...columns, ...blind.map((name) => `"${blindColumn(name)}"`)].join(', '));
}

/** Brings the entries of these records up to what their rows say now; of rows that are gone, nothing is left. */
export async function writeEntries(tx: Transaction, search: SearchDefinition, ids: readonly string[]): Promise<void> {
  const { name, fields } = search.register;
  const table = sql.table(name);
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${selection(search)} from ${table} where id = any(${ids as string[]}::uuid[])`,
  );
  const place = placeOf(fields);
  const there = new Set(rows.map((row) => row.id));
  const gone = ids.filter((id) => !there.has(id));
  if (gone.length > 0) {
    await sql`delete from search_entry where register = ${name} and record_id = any(${gone}::uuid[])`.execute(tx);
  }
  if (rows.length === 0) return;
  const entries = await entriesAsJson(rows.map((row) => textsOf(search, row)));
  await sql`
    insert into search_entry (register, record_id, title, title_key, number, number_key, line, body, sounds, initials, tokens,
      state, mark, owner_unit_path, area_code, created_by, changed_at, place)
    select ${name}, e.record_id, e.title, e.title_key, r.number, e.number_key, e.line, e.body, e.sounds, e.initials, e.tokens,
      r.state, r.mark, r.owner_unit_path, r.area_code, r.created_by, r.changed_at,
      ${place ? sql`r.${sql.ref(snakeCase(place))}` : sql`null::geometry`}
    from jsonb_to_recordset(${entries}::jsonb) as e(record_id uuid, title text, title_key text, number_key text, line text,
      body text, sounds text, initials text, tokens text[])
    cross join lateral (select * from ${table} where id = e.record_id offset 0) r
    on conflict (register, record_id) do update set title = excluded.title, title_key = excluded.title_key,
      number = excluded.number, number_key = excluded.number_key, line = excluded.line, body = excluded.body,
      sounds = excluded.sounds, initials = excluded.initials, tokens = excluded.tokens, state = excluded.state,
      mark = excluded.mark, owner_unit_path = excluded.owner_unit_path, area_code = excluded.area_code,
      created_by = excluded.created_by, changed_at = excluded.changed_at, place = excluded.place`.execute(tx);
}
