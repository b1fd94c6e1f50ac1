import { sql } from 'kysely';
import { z } from 'zod';
import { containing } from '../../kernel/like.ts';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/input.ts';
import { SIGNED_IN } from '../identity/define.ts';
import type { RegisterDefinition } from '../registers/define.ts';
import { snakeCase } from '../registers/table.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { auditTimeline } from './timeline.permissions.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

export const entryOutput = z.object({
  id: z.string(),
  position: z.number().nullable(),
  kind: z.string(),
  label: phrase,
  register: z.string(),
  registerLabel: phrase,
  subjectId: z.string(),
  subjectTitle: z.string(),
  actorName: z.string(),
  hatName: z.string(),
  happenedAt: instantOutput,
  recordedAt: instantOutput,
  mark: z.enum(['real', 'drill', 'test']),
  payload: z.record(z.string(), z.unknown()),
  /** Of a correction: what was and what is, in words; null for what was or became empty, both null for what is sealed. */
  changes: z.array(z.object({ label: phrase, from: phrase.nullable(), to: phrase.nullable() })),
  /** Of a message: the names of those it went to, as far as the fact says whom. */
  to: z.array(z.string()),
});

type Output = z.input<typeof entryOutput>;
type Entry = Omit<Output, 'label' | 'registerLabel' | 'changes' | 'to'>;

const ENTRY = sql`f.id, f.position, f.kind, f.register, f.subject_id, '' as subject_title,
  coalesce(p.name, '') as actor_name, coalesce(u.short_name || ' ' || t.name, '') as hat_name,
  f.happened_at, f.recorded_at, f.mark, f.payload
  from fact f
  left join person p on p.id = f.actor_id
  left join appointment a on a.id = f.hat_id
  left join post t on t.id = a.post_id
  left join unit u on u.id = t.unit_id`;

function labelled(ctx: ReadContext, entry: Entry, to: string[] = []): Output {
  const register = ctx.catalogue.registers.get(entry.register);
  return {
    ...entry,
    label: ctx.catalogue.factLabels.get(entry.kind) ?? { zh: entry.kind, en: entry.kind },
    registerLabel: register?.label ?? { zh: entry.register, en: entry.register },
    changes: changesOf(register?.fields ?? {}, entry.payload.changes),
    to,
  };
}

/** Values of records and files are known by ids only: of these it is told that they changed. */
function changesOf(fields: RegisterDefinition['fields'], told: unknown): Output['changes'] {
  if (told === null || typeof told !== 'object') return [];
  return Object.entries(told as Record<string, { from?: unknown; to?: unknown }>).flatMap(([name, { from, to }]) => {
    const field = fields[name];
    if (!field) return [];
    const isNamed = field.refersTo !== undefined || field.holdsFiles;
    const shown = (value: unknown) =>
      isNamed || value === null || value === undefined
        ? null
        : { zh: field.show(value as never, 'zh'), en: field.show(value as never, 'en') };
    return [{ label: field.label, from: shown(from), to: shown(to) }];
  });
}

/** Everything recorded about one record and about what concerns it, oldest first. */
export const of = view('timeline.of', {
  label: { zh: '大事记', en: 'Timeline of a record' },
  may: SIGNED_IN,
  input: z.object({
    register: z.string().max(60),
    recordId: idInput,
    limit: z.number().int().min(1).max(5000).default(1000),
    /** Only what was recorded about records of this register. */
    about: z.string().max(60).optional(),
  }),
  output: z.object({
    entries: z.array(entryOutput),
    /** Of what fits, listed or not. */
    total: z.number(),
    /** Of which registers there are entries, and how many. */
    registers: z.array(
      z.object({ register: z.string(), label: z.object({ zh: z.string(), en: z.string() }), count: z.number() }),
    ),
  }),
  reads: [],
  async run(ctx, { register, recordId, limit, about: only }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const concern = JSON.stringify([{ register, id: recordId }]);
    const about = sql`(f.register = ${register} and f.subject_id = ${recordId}) or f.concerns @> ${concern}::jsonb`;
    const shown = sql`(${about}) and (${only ?? null}::text is null or f.register = ${only ?? null}::text)`;
    const entries = await ctx.rows<Entry>(sql`select ${ENTRY} where ${shown} order by f.sequence desc limit ${limit}`);
    const counted = await ctx.rows<{ register: string; count: number }>(
      sql`select f.register, count(*)::int as count from fact f where ${about} group by 1 order by 2 desc`,
    );
    const told = entries.map((entry) => toldOf(entry.payload.to));
    const names = await namesOf(ctx, told.flat());
    const named = entries.map((entry, index) =>
      labelled(
        ctx,
        entry,
        (told[index] ?? []).flatMap(({ id }) => names.get(id) ?? []),
      ),
    );
    return {
      entries: named.reverse(),
      total: counted.reduce((sum, one) => sum + (!only || one.register === only ? one.count : 0), 0),
      registers: counted.map((one) => ({
        ...one,
        label: ctx.catalogue.registers.get(one.register)?.label ?? { zh: one.register, en: one.register },
      })),
    };
  },
});

interface Told {
  readonly register: string;
  readonly id: string;
}
const toldOf = (told: unknown): Told[] =>
  Array.isArray(told) ? (told as Partial<Told>[]).filter((one): one is Told => Boolean(one.register && one.id)) : [];

/** People, posts and units by name, which everybody of the house knows one another by. */
async function namesOf(ctx: ReadContext, told: readonly Told[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [register, own] of Map.groupBy(told, (one) => one.register)) {
    const name = { person: sql`r.name`, unit: sql`coalesce(r.short_name, r.name)`, post: POST_NAME }[register];
    if (!name) continue;
    const ids = [...new Set(own.map(({ id }) => id))];
    const rows = await ctx.rows<{ id: string; name: string }>(
      sql`select r.id, ${name} as name from ${sql.table(register)} r where r.id = any(${ids}::uuid[])`,
    );
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
}
const POST_NAME = sql`concat((select coalesce(u.short_name, u.name) || ' ' from unit u where u.id = r.unit_id), r.name)`;

const auditEntry = entryOutput.omit({ payload: true, changes: true, to: true }).extend({ registerPlural: z.string() });

/** The whole trail, newest first, for the audit administrator: who did what, when, on what. Never what it said. */
export const audit = view('timeline.audit', {
  label: { zh: '审计记录', en: 'Audit trail' },
  may: auditTimeline,
  input: z.object({
    /** Entries with a smaller position: the next page. */
    before: z.number().int().min(1).optional(),
    kind: z.string().max(80).optional(),
    register: z.string().max(60).optional(),
    /** A part of the name of who did it. */
    actor: z.string().max(60).optional(),
    /** Recorded from (included) and until (excluded). */
    from: instantInput.optional(),
    until: instantInput.optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ entries: z.array(auditEntry), total: z.number() }),
  reads: [],
  async run(ctx, { before, kind, register, actor, from, until, limit }) {
    const name = containing(actor ?? '');
    const fitting = sql`(${kind ?? null}::text is null or f.kind = ${kind ?? null})
      and (${register ?? null}::text is null or f.register = ${register ?? null})
      and (${actor ?? null}::text is null or p.name like ${name})
      and (${from ?? null}::timestamptz is null or f.recorded_at >= ${from ?? null}::timestamptz)
      and (${until ?? null}::timestamptz is null or f.recorded_at < ${until ?? null}::timestamptz)`;
    const entries = await ctx.rows<Entry>(sql`select ${ENTRY}
      where ${fitting} and (${before ?? null}::bigint is null or f.position < ${before ?? null}::bigint)
      order by f.position desc nulls first limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from fact f left join person p on p.id = f.actor_id where ${fitting}`,
    );
    const titles = await titlesOf(ctx, entries);
    const shown = entries.map((entry) => ({
      ...labelled(ctx, { ...entry, subjectTitle: titles.get(entry.subjectId) ?? '' }),
      registerPlural: ctx.catalogue.registers.get(entry.register)?.plural ?? '',
    }));
    return { entries: shown, total: counted?.total ?? 0 };
  },
});

/** Whom something was done to belongs to who did what; of other records only the number, or a name that is public inside. */
const NAMED = ['person', 'account'];

async function titlesOf(ctx: ReadContext, entries: readonly Entry[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const { registers } = ctx.catalogue;
  for (const [name, own] of Map.groupBy(entries, (entry) => entry.register)) {
    const register = registers.get(name);
    if (!register) continue;
    const refersTo = registers.get(register.fields[register.title]?.refersTo ?? '');
    const column = sql.ref(`r.${snakeCase(register.title)}`);
    const title = refersTo?.isPublicInside
      ? sql`(select t.${sql.ref(snakeCase(refersTo.title))} from ${sql.table(refersTo.name)} t where t.id = ${column})`
      : register.isPublicInside || NAMED.includes(name)
        ? column
        : sql`''`;
    const ids = [...new Set(own.map((entry) => entry.subjectId))];
    const rows = await ctx.rows<{ id: string; title: string }>(
      sql`select r.id, coalesce(r.number, ${title}, '') as title from ${sql.table(name)} r where r.id in (${sql.join(ids)})`,
    );
    for (const row of rows) titles.set(row.id, row.title);
  }
  return titles;
}

/** Every kind of entry there is, with its register, in the words of this installation: what the trail can be filtered by. */
export const kinds = view('timeline.kinds', {
  label: { zh: '记录种类', en: 'Kinds of entries' },
  may: auditTimeline,
  input: z.object({}),
  output: z.object({
    registers: z.array(z.object({ name: z.string(), label: phrase })),
    kinds: z.array(z.object({ kind: z.string(), register: z.string(), label: phrase })),
  }),
  reads: [],
  run: async ({ catalogue }) => ({
    registers: [...catalogue.registers.values()].map(({ name, label }) => ({ name, label })),
    kinds: [...catalogue.factLabels].map(([kind, label]) => ({ kind, register: kind.split('.')[0] ?? '', label })),
  }),
});
