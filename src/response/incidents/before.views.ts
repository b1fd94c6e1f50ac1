import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { openBooks } from '../../foundation/books/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { localTime } from '../../kernel/calendar.ts';
import { readIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';
import { similarityOf } from './similar-cases.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** How far «this place» reaches unless somebody asks for more: a block. */
const METRES = 300;
const SHOWN = 5;

/** 这里以前有过什么: every register's earlier records at this place; what knew nothing says zero. */
export const books = view('incidents.books', {
  label: { zh: '这里以前有过什么', en: 'Was this on our books' },
  may: readIncident,
  input: z.object({ id: idInput, metres: z.number().int().min(50).max(2000).default(METRES) }),
  output: z.object({
    metres: z.number(),
    hasPlace: z.boolean(),
    books: z.array(
      z.object({
        register: z.string(),
        plural: z.string(),
        label: phrase,
        total: z.number(),
        entries: z.array(
          z.object({
            id: z.string(),
            number: z.string().nullable(),
            title: z.string(),
            state: phrase,
            at: z.date(),
            metres: z.number().nullable(),
          }),
        ),
      }),
    ),
  }),
  reads: [incident],
  async run(ctx, { id, metres }) {
    const row = await ctx.record(incident, id);
    // What the incident itself brought is no history of the place.
    const own = await ctx.rows<{ id: string }>(sql`
      select id from intake where incident_id = ${id} union all
      select id from "order" where matter_register = 'incident' and matter_id = ${id}`);
    const opened = await openBooks(ctx, {
      place: row.place,
      metres,
      placeText: row.placeText,
      areaCode: row.areaCode,
      kind: row.kind,
      before: row.knownAt,
      exceptIds: [id, ...own.map((one) => one.id)],
      limit: SHOWN,
    });
    return {
      metres,
      hasPlace: row.place !== null,
      books: opened.map(({ entries, ...book }) => ({ ...book, entries: [...entries] })),
    };
  },
});

interface Former {
  id: string;
  number: string;
  title: string;
  kind: string;
  grade: string | null;
  areaCode: string;
  knownAt: Date;
  closedAt: Date | null;
  deaths: number | null;
  metres: number | null;
  closingSummary: string | null;
}

const COMPARED = 2000;

/** 相似案例: closed incidents that are like this one, with what they have in common and what came of them. */
export const similarCases = view('incidents.similarCases', {
  label: { zh: '相似案例', en: 'Similar past cases' },
  may: readIncident,
  input: z.object({ id: idInput }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        knownAt: z.date(),
        closedAt: z.date().nullable(),
        score: z.number(),
        why: z.array(phrase),
        closingSummary: z.string().nullable(),
      }),
    ),
  }),
  reads: [incident],
  async run(ctx, { id }) {
    const row = await ctx.record(incident, id);
    const point =
      row.place && sql`st_setsrid(st_makepoint(${row.place.lng}::float8, ${row.place.lat}::float8), 4490)::geography`;
    const former = await ctx.rows<Former>(sql`
      select i.id, coalesce(i.number, '') as number, i.title, i.kind, i.grade, i.area_code, i.known_at, i.closed_at, i.deaths,
        i.closing_summary, ${point ? sql`st_distance(i.place::geography, ${point})` : sql`null::float8`} as metres
      from ${ctx.visible(incident)} i where i.state = 'closed' and i.id <> ${id} and i.mark = ${row.mark} and i.known_at < ${row.knownAt}
      order by (i.kind = ${row.kind}) desc, i.known_at desc limit ${COMPARED}`);
    const caseOf = (one: Pick<Former, 'kind' | 'grade' | 'areaCode' | 'knownAt' | 'deaths' | 'metres'>) => ({
      kind: one.kind,
      grade: one.grade,
      areaCode: one.areaCode,
      metres: one.metres,
      hasDead: (one.deaths ?? 0) > 0,
      month: localTime(one.knownAt).month,
    });
    const self = caseOf({ ...row, metres: null });
    const items = former
      .map((one) => ({ ...one, ...similarityOf(self, caseOf(one)) }))
      .filter(({ score }) => score > 2)
      .sort((one, other) => other.score - one.score || other.knownAt.getTime() - one.knownAt.getTime())
      .slice(0, SHOWN)
      .map(({ why, ...one }) => ({ ...one, why: [...why] }));
    return { items };
  },
});
