import { sql } from 'kysely';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import { placeOf } from '../registers/define.ts';
import { mayBeNear, snakeCase } from '../registers/index.ts';
import type { Book, BookEntry, BookQuestion } from './define.ts';

export interface OpenedBook {
  readonly register: string;
  /** By which the page of a record is found. */
  readonly plural: string;
  readonly label: Phrase;
  readonly total: number;
  readonly entries: readonly (Omit<BookEntry, 'state'> & { readonly state: Phrase })[];
}

/** 在册情况: what every register that the viewer may read knew of a place; registers that knew nothing say so with a zero. */
export async function openBooks(ctx: ReadContext, question: BookQuestion): Promise<OpenedBook[]> {
  const opened: OpenedBook[] = [];
  for (const book of ctx.catalogue.books) {
    if (!ctx.holds(book.may)) continue;
    const { name, plural, label } = book.register;
    const { entries, total } = await (book.find ? book.find(ctx, question) : entriesAt(ctx, book, question));
    const states = ctx.catalogue.lifecycles.get(name)?.states;
    opened.push({
      register: name,
      plural,
      label: book.label ?? label,
      total,
      entries: entries.map((entry) => ({
        ...entry,
        state: states?.[entry.state] ?? { zh: '', en: '' },
      })),
    });
  }
  return opened;
}

type Row = BookEntry & { total: number };

async function entriesAt(ctx: ReadContext, { register, may, at }: Book, asked: BookQuestion) {
  const { fields, title } = register;
  const place = placeOf(register);
  const when = at ? sql`coalesce(${sql.ref(`r.${snakeCase(at)}`)}, r.created_at)` : sql`r.created_at`;
  const isPlain = fields[title] && !fields[title].personal && !fields[title].refersTo;
  const called = isPlain ? sql`${sql.ref(`r.${snakeCase(title)}`)}::text` : sql`coalesce(r.number, '')`;
  const words = fields.placeText && !fields.placeText.personal ? sql`r.place_text = ${asked.placeText}` : sql`false`;
  const shape = place ? sql.ref(`r.${snakeCase(place)}`) : undefined;
  const point =
    asked.place && sql`st_setsrid(st_makepoint(${asked.place.lng}::float8, ${asked.place.lat}::float8), 4490)`;
  const metres = shape && point ? sql`st_distance(${shape}::geography, ${point}::geography)` : sql`null::float8`;
  const near =
    shape && point && asked.place
      ? sql`(${mayBeNear(shape, point, { lat: asked.place.lat, metres: asked.metres })}
          and st_dwithin(${shape}::geography, ${point}::geography, ${asked.metres}::float8))`
      : sql`false`;
  const rows = await ctx.rows<Row>(sql`
    select r.id, r.number, ${called} as title, r.state, ${when} as at, ${metres} as metres, count(*) over ()::int as total
    from ${ctx.visible(register, may)} r
    where (${near} or ${words}) and ${when} < ${asked.before} and r.state <> 'withdrawn'
      and not (r.id = any(${[...asked.exceptIds]}::uuid[]))
    order by metres nulls last, at desc, r.id limit ${asked.limit}`);
  return { entries: rows.map(({ total, ...entry }) => entry), total: rows[0]?.total ?? 0 };
}
