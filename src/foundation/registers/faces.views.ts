import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { containing } from '../../kernel/like.ts';
import { MOST_WITHIN, NO_GROUND, withinFrom } from '../../kernel/within.ts';
import type { ReadContext, ViewContext } from '../api/context.ts';
import { type AnyView, view } from '../api/define.ts';
import { columnsOf } from '../api/rows.ts';
import { OUTSIDE } from '../areas/index.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { type FieldType, placeOf, type RegisterDefinition, type RegisterFaces } from './define.ts';
import { blindColumn, snakeCase } from './table.ts';
import { idInput } from './types/reference.type.ts';
import { touches } from './within.ts';

type Row = Record<string, unknown> & { id: string };

/** How many rows a screen takes at once; more are paged or exported. */
const MOST = 5000;

const item = z.looseObject({
  id: z.string(),
  number: z.string().nullable(),
  state: z.string(),
  version: z.number(),
  mark: z.enum(['real', 'drill', 'test']),
  areaCode: z.string(),
  ownerUnitId: z.string(),
  changedAt: z.date(),
});
/** Words for the ids and area codes that the rows hold. */
const labels = z.record(z.string(), z.string());

/** List, count, and one record with its history. */
export function recordViews(faces: RegisterFaces): AnyView[] {
  const { register, read } = faces;
  const { plural, label } = register;
  const conditions = conditionInput(faces);

  const list = view(`${plural}.list`, {
    label: { zh: `${label.zh}列表`, en: `List: ${label.en.toLowerCase()}` },
    may: read,
    input: conditions.extend({
      // What is sealed has no order that anybody could read.
      sort: z
        .enum([
          'changedAt',
          ...register.list.filter((name) => !register.fields[name]?.personal),
          ...Object.keys(faces.computed),
        ] as [string, ...string[]])
        .optional(),
      isDescending: z.boolean().default(false),
      offset: z.number().int().min(0).max(1_000_000).default(0),
      limit: z.number().int().min(1).max(MOST).default(200),
    }),
    output: z.object({ items: z.array(item), labels }),
    reads: [register],
    run: (ctx, input) => listed(ctx, faces, input),
  });

  const count = view(`${plural}.count`, {
    label: { zh: `${label.zh}计数`, en: `Count: ${label.en.toLowerCase()}` },
    may: read,
    input: conditions,
    output: z.object({ count: z.number() }),
    reads: [register],
    async run(ctx, input) {
      const row = await ctx.row<{ count: number }>(
        sql`select count(*)::int as count from ${ctx.visible(register)} r where ${whereOf(ctx, faces, input)}`,
      );
      return { count: row?.count ?? 0 };
    },
  });

  const record = view(`${plural}.record`, {
    label,
    may: read,
    input: z.object({ id: idInput }),
    output: z.object({
      record: item,
      labels,
      history: z.array(changed),
      /** The record that this one went into. */
      mergedInto: z.string().nullable(),
      /** Records that went into this one. */
      merged: z.array(z.object({ id: z.string(), at: z.date(), by: z.string().nullable(), reason: z.string() })),
    }),
    reads: [register],
    async run(ctx, { id }) {
      const row = { ...(await ctx.record(register, id)), ...(await reckoned(ctx, faces, id)) } as unknown as Row;
      return {
        record: row as never,
        labels: await labelsOf(ctx, register, [row]),
        history: await historyOf(ctx, register, id),
        ...(await mergesOf(ctx, register, id)),
      };
    },
  });
  return [list, count, record];
}

export type Conditions = Record<string, unknown>;

/** Which records: text, state, area, drawn ground where they have a place, and one input for each filter of the register. */
export function conditionInput(faces: RegisterFaces) {
  const { fields } = faces.register;
  const filters = faces.filters.flatMap((name): [string, z.ZodType][] => {
    const field = fields[name];
    if (field?.filter === 'any') {
      const ids = (field.options ?? []).map(({ id }) => id);
      const known = (given: string) => given.split(',').every((id) => ids.includes(id));
      return [[name, z.string().max(2000).refine(known, { params: NO_CHOICE }).optional()]];
    }
    if (field?.filter === 'equals') return [[name, (field.refersTo ? idInput : z.boolean()).optional()]];
    if (field?.filter === 'range') {
      const { bound = z.number() } = field;
      return [
        [`${name}From`, bound.optional()],
        [`${name}To`, bound.optional()],
      ];
    }
    return [];
  });
  return z.object({
    q: z.string().max(100).optional(),
    /** One of the states, or `all`; those in use unless told. */
    state: z.enum(['all', ...Object.keys(faces.lifecycle.states)]).optional(),
    areaCode: z
      .string()
      .regex(/^\d{6,12}$/)
      .optional(),
    ...(placeOf(faces.register) ? { within: withinInput.optional() } : {}),
    ...Object.fromEntries(filters),
  });
}

/** Ground in an address: corners `lng,lat;…` or a circle `lng,lat,metres`, CGCS2000. */
export const withinInput = z
  .string()
  .max(MOST_WITHIN)
  .refine((text) => withinFrom(text) !== undefined, { params: NO_GROUND });

const NO_CHOICE = { zh: '不在可选范围内', en: 'is not one of the choices' };

/** The conditions as SQL over a relation called `r`. */
export function whereOf(ctx: ReadContext, faces: RegisterFaces, input: Conditions): RawBuilder<unknown> {
  const { register, search } = faces;
  const parts: RawBuilder<unknown>[] = [];
  if (input.state !== 'all') parts.push(sql`r.state = any(${input.state ? [input.state] : faces.inUse}::text[])`);
  if (input.areaCode) parts.push(sql`r.area_code like ${`${String(input.areaCode)}%`}`);
  const [place, within] = [placeOf(register), withinFrom(input.within as string | undefined)];
  if (place && within) parts.push(touches(column(place), within));
  if (input.q) {
    const like = containing(String(input.q));
    const numbered = register.numbered ? [sql`r.number ilike ${like}`] : [];
    const looked = [...numbered, ...search.map((name) => sql`${column(name)} ilike ${like}`)];
    for (const [name, { blind }] of Object.entries(register.fields)) {
      const digest = blind && ctx.blindWord(blind, String(input.q));
      if (digest) looked.push(sql`${sql.ref(`r.${blindColumn(name)}`)} @> ${[digest]}::text[]`);
    }
    const heard = ctx.heard(register.name, String(input.q));
    // As a list of ids it goes by the index, as all the others do: one way without an index reads the whole register.
    if (heard) looked.push(sql`r.id = any(array${heard})`);
    parts.push(looked.length === 0 ? sql`false` : sql`(${sql.join(looked, sql` or `)})`);
  }
  for (const name of faces.filters) {
    const field = register.fields[name];
    if (!field) continue;
    if (input[name] !== undefined) parts.push(chosen(field, name, input[name]));
    if (input[`${name}From`] !== undefined) parts.push(sql`${column(name)} >= ${input[`${name}From`]}`);
    if (input[`${name}To`] !== undefined) parts.push(sql`${column(name)} <= ${input[`${name}To`]}`);
  }
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

const column = (name: string) => sql.ref(`r.${snakeCase(name)}`);

function chosen(field: FieldType, name: string, value: unknown): RawBuilder<unknown> {
  if (field.filter !== 'any') return sql`${column(name)} = ${value}`;
  const ids = String(value).split(',');
  // A list holds any of them; a single choice is one of them.
  return field.column.startsWith('text[]')
    ? sql`${column(name)} && ${ids}::text[]`
    : sql`${column(name)} = any(${ids}::text[])`;
}

type ListInput = Conditions & { sort?: string | undefined; isDescending: boolean; offset: number; limit: number };

const shortened = new WeakMap<RegisterDefinition, RegisterDefinition>();

/** The register without what no list shows: outlines of a thousand points, sealed texts that would have to be opened. */
function inList(register: RegisterDefinition): RegisterDefinition {
  const known = shortened.get(register);
  if (known) return known;
  const isShown = ([name, field]: [string, FieldType]) =>
    register.list.includes(name) || !(field.personal || (field.geometry && field.type !== 'place'));
  const short = { ...register, fields: Object.fromEntries(Object.entries(register.fields).filter(isShown)) };
  shortened.set(register, short);
  return short;
}

async function listed(ctx: ViewContext, faces: RegisterFaces, input: ListInput) {
  const { register } = faces;
  const rows = await rowsFor(ctx, faces, input, inList(register));
  return { items: rows as never[], labels: await labelsOf(ctx, register, rows) };
}

/** Rows that fit, in order; personal texts masked or opened as the viewer may see them, those outside the list left out. */
export async function rowsFor(
  ctx: ReadContext,
  faces: RegisterFaces,
  input: ListInput,
  columns: RegisterDefinition = faces.register,
): Promise<Row[]> {
  const { register } = faces;
  const direction = sql.raw(input.isDescending ? 'desc nulls last' : 'asc nulls last');
  const by = (name: string) => (name in faces.computed ? sql.ref(snakeCase(name)) : column(name));
  const order = input.sort ? sql`${by(input.sort)} ${direction}, r.id` : sql`r.id desc`;
  const rows = await ctx.rows<Row>(sql`
    select ${columnsOf(columns)}${computedOf(ctx, faces)} from ${ctx.visible(register)} r where ${whereOf(ctx, faces, input)}
    order by ${order} limit ${input.limit} offset ${input.offset}`);
  const hidden = Object.entries(register.fields).flatMap(([name, field]) =>
    field.personal === 'narrative' && !register.list.includes(name) ? [name] : [],
  );
  for (const row of rows) for (const name of hidden) delete row[name];
  await ctx.openPersonal(columns, rows);
  return rows;
}

/** Columns that are reckoned, after those of the register. */
function computedOf(ctx: ReadContext, { compute = {} }: RegisterFaces): RawBuilder<unknown> {
  const columns = Object.entries(compute).map(([name, sqlOf]) => sql`, ${sqlOf(ctx)} as ${sql.ref(snakeCase(name))}`);
  return columns.length === 0 ? sql`` : sql.join(columns, sql``);
}

/** The reckoned columns of one record that the viewer was found to see. */
async function reckoned(ctx: ReadContext, faces: RegisterFaces, id: string): Promise<object> {
  if (Object.keys(faces.computed).length === 0) return {};
  const table = sql.table(faces.register.name);
  return (await ctx.row(sql`select r.id${computedOf(ctx, faces)} from ${table} r where r.id = ${id}`)) ?? {};
}

/** What the references and area codes of rows are called, as far as the viewer may know the record behind them. */
export async function labelsOf(
  ctx: ReadContext,
  register: RegisterDefinition,
  rows: readonly Row[],
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const wanted = new Map<string, Set<string>>([['unit', new Set(rows.map((row) => row.ownerUnitId as string))]]);
  for (const [name, { refersTo }] of Object.entries(register.fields)) {
    if (!refersTo) continue;
    const ids = wanted.get(refersTo) ?? new Set();
    for (const row of rows) if (typeof row[name] === 'string') ids.add(row[name]);
    wanted.set(refersTo, ids);
  }
  const codes = new Set(rows.map((row) => row.areaCode as string));
  // Asked together: on the server's line they are one way there and back.
  const [areas, ...named] = await Promise.all([
    ctx.rows<{ code: string; name: string }>(sql`select code, name from area where code = any(${[...codes]}::text[])`),
    ...[...wanted].flatMap(([name, ids]) => {
      const target = ctx.catalogue.registers.get(name);
      return target && ids.size > 0 ? [choicesOf(ctx, target, sql`c.id = any(${[...ids]}::uuid[])`, ids.size)] : [];
    }),
  ]);
  for (const one of named.flat()) found[one.id] = one.text;
  for (const { code, name } of areas) found[code] = name;
  if (codes.has(OUTSIDE)) found[OUTSIDE] = '区外';
  return found;
}

async function choicesOf(ctx: ReadContext, target: RegisterDefinition, where: RawBuilder<unknown>, limit: number) {
  const readable = ctx.catalogue.permissions.get(`${target.name}.read`) ?? SIGNED_IN;
  if (!target.isPublicInside && readable === SIGNED_IN) return [];
  return ctx.rows<{ id: string; text: string; more: string | null }>(sql`
    select c.id, ${sql.ref(`c.${snakeCase(target.title)}`)} as text, u.short_name as more
    from ${ctx.visible(target, readable)} c left join unit u on u.id = c.owner_unit_id
    where ${where} order by 2 limit ${limit}`);
}

/** How many records are looked through by pinyin; a register with more is searched by its words or by the search of all. */
const PINYIN_MOST = 5000;
const SHOWN = 40;

/** `zgh` and `zhangguohua` find 张国华: typed letters are compared with how the titles are read aloud. */
async function byPinyin(ctx: ReadContext, target: RegisterDefinition, typed: string, where: RawBuilder<unknown>) {
  const all = await choicesOf(ctx, target, where, PINYIN_MOST);
  const { isReadAs } = await import('./pinyin.ts');
  return all.filter(({ text }) => isReadAs(text, typed)).slice(0, SHOWN);
}

const changed = z.object({
  at: z.date(),
  actorName: z.string().nullable(),
  kind: z.string(),
  reason: z.string().nullable(),
  changes: z.record(z.string(), z.unknown()),
});

async function mergesOf(ctx: ReadContext, { name }: RegisterDefinition, id: string) {
  const found = await ctx.rows<{
    survivorId: string;
    mergedId: string;
    at: Date;
    by: string | null;
    reason: string;
  }>(sql`
    select m.survivor_id, m.merged_id, m.merged_at as at, p.name as by, m.reason
    from record_merge m left join person p on p.id = m.merged_by
    where m.register = ${name} and ${id}::uuid in (m.survivor_id, m.merged_id) and m.undone_at is null order by m.merged_at`);
  return {
    mergedInto: found.find(({ mergedId }) => mergedId === id)?.survivorId ?? null,
    merged: found
      .filter(({ survivorId }) => survivorId === id)
      .map(({ mergedId, ...one }) => ({ ...one, id: mergedId })),
  };
}

/** The corrections of a record, newest first: which field, from what to what. */
async function historyOf(ctx: ReadContext, register: RegisterDefinition, id: string) {
  return ctx.rows<z.input<typeof changed>>(sql`
    select f.recorded_at as at, p.name as actor_name, f.kind, f.payload ->> 'reason' as reason,
      coalesce(f.payload -> 'changes', '{}') as changes
    from fact f left join person p on p.id = f.actor_id
    where f.register = ${register.name} and f.subject_id = ${id} and jsonb_exists(f.payload, 'changes')
    order by f.sequence desc limit 100`);
}

/** Records of any register to choose from in a form, by a part of their title or by their ids. */
export const choices = view('registers.choices', {
  label: { zh: '可选记录', en: 'Records to choose from' },
  may: SIGNED_IN,
  input: z.object({ register: z.string().max(60), q: z.string().max(60).optional(), of: idInput.optional() }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), text: z.string(), more: z.string().nullable().optional() })),
  }),
  reads: [],
  async run(ctx, { register, q, of }) {
    const target = ctx.catalogue.registers.get(register);
    if (!target) return { items: [] };
    const title = sql.ref(`c.${snakeCase(target.title)}`);
    const like = containing(q ?? '');
    if (of) return { items: await choicesOf(ctx, target, sql`c.id = ${of}`, 1) };
    const inUse = sql`c.state not in ('withdrawn', 'closed', 'merged')`;
    const items = await choicesOf(ctx, target, sql`${title} ilike ${like} and ${inUse}`, SHOWN);
    if (items.length > 0 || !/^[a-z]+$/i.test(q ?? '')) return { items };
    return { items: await byPinyin(ctx, target, q ?? '', inUse) };
  },
});
