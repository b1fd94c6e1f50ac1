import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { containing } from '../../kernel/like.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { BASES, KEEPING, type Keeping } from './define.ts';
import { auditPersonalData } from './personal-data.permissions.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const KEEPINGS = Object.keys(KEEPING) as [Keeping, ...Keeping[]];

/** 个人信息处理活动: what is held of whom, why, on what ground and how long (个保法 第17条). Anybody inside may know. */
export const catalogue = view('personalData.catalogue', {
  label: { zh: '个人信息处理活动', en: 'What is held of persons, and why' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        register: z.string(),
        label: phrase,
        subjects: phrase,
        purpose: phrase,
        bases: z.array(phrase),
        keeping: z.enum(KEEPINGS),
        keepingLabel: phrase,
        fields: z.array(z.object({ name: z.string(), label: phrase, class: z.string() })),
      }),
    ),
  }),
  reads: [],
  run: async (ctx) => ({
    items: [...ctx.catalogue.registers.values()].flatMap(({ name, label, processing, fields }) =>
      processing
        ? [
            {
              register: name,
              label,
              subjects: processing.subjects,
              purpose: processing.purpose,
              bases: processing.basis.map((basis) => BASES[basis]),
              keeping: processing.keeping,
              keepingLabel: KEEPING[processing.keeping],
              fields: Object.entries(fields).flatMap(([field, type]) =>
                type.personal ? [{ name: field, label: type.label, class: type.personal }] : [],
              ),
            },
          ]
        : [],
    ),
  }),
});

const access = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.string(),
  label: phrase,
  actorName: z.string(),
  hatName: z.string(),
  register: z.string(),
  registerLabel: phrase,
  registerPlural: z.string(),
  subjectId: z.string(),
  /** Number or public name of the record; of other records nothing. */
  subjectTitle: z.string(),
  /** What was looked at, in words: a field, a sheet of so many rows. */
  what: phrase.nullable(),
  reason: z.string().nullable(),
});
export const accessOutput = access;

/** Facts that somebody had data of persons before their eyes or took them away. */
const ACCESSES = sql`(f.kind in ('personal_data.revealed', 'file.viewed', 'file.downloaded') or f.kind like '%.exported')`;

/** Accesses that fit a condition over `f` (fact) and `p` (actor), newest first. */
export async function accessesOf(
  ctx: ReadContext,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<{ accesses: z.input<typeof access>[]; total: number }> {
  interface Row extends Omit<z.input<typeof access>, 'label' | 'registerLabel' | 'registerPlural' | 'what'> {
    field: string | null;
    title: string | null;
  }
  const fitting = sql`${ACCESSES} and ${condition}`;
  const rows = await ctx.rows<Row>(sql`
    select f.id, f.recorded_at as at, f.kind, coalesce(p.name, '') as actor_name,
      concat_ws(' ', u.short_name, t.name) as hat_name, f.register, f.subject_id, '' as subject_title,
      f.payload ->> 'field' as field, f.payload ->> 'title' as title, f.payload ->> 'reason' as reason
    from fact f left join person p on p.id = f.actor_id left join appointment a on a.id = f.hat_id
      left join post t on t.id = a.post_id left join unit u on u.id = t.unit_id
    where ${fitting} order by f.sequence desc limit ${limit}`);
  const counted = await ctx.row<{ total: number }>(
    sql`select count(*)::int as total from fact f left join person p on p.id = f.actor_id where ${fitting}`,
  );
  const numbers = await numbersOf(ctx, rows);
  const accesses = rows.map(({ field, title, ...row }) => {
    const register = ctx.catalogue.registers.get(row.register);
    const label = register?.fields[field ?? '']?.label ?? (title === null ? null : { zh: title, en: title });
    return {
      ...row,
      label: ctx.catalogue.factLabels.get(row.kind) ?? { zh: row.kind, en: row.kind },
      registerLabel: register?.label ?? { zh: row.register, en: row.register },
      registerPlural: register?.plural ?? '',
      subjectTitle: numbers.get(row.subjectId) ?? '',
      what: label,
    };
  });
  return { accesses, total: counted?.total ?? 0 };
}

/** A record is named by its number alone: its title may be somebody's name. */
async function numbersOf(ctx: ReadContext, rows: readonly { register: string; subjectId: string }[]) {
  const numbers = new Map<string, string>();
  for (const [name, own] of Map.groupBy(rows, (row) => row.register)) {
    if (!ctx.catalogue.registers.has(name)) continue;
    const ids = [...new Set(own.map((row) => row.subjectId))];
    const found = await ctx.rows<{ id: string; number: string | null }>(
      sql`select id, number from ${sql.table(name)} where id = any(${ids}::uuid[])`,
    );
    for (const { id, number } of found) if (number) numbers.set(id, number);
  }
  return numbers;
}

/** Who looked at or took away data of persons: of whom, when, why. */
export const accessLog = view('personalData.accessLog', {
  label: { zh: '个人信息访问记录', en: 'Who looked at personal data' },
  may: auditPersonalData,
  input: z.object({
    /** A part of the name of who looked. */
    actor: z.string().max(60).optional(),
    register: z.string().max(60).optional(),
    recordId: idInput.optional(),
    kind: z.string().max(80).optional(),
    from: instantInput.optional(),
    until: instantInput.optional(),
    limit: z.number().int().min(1).max(1000).default(300),
  }),
  output: z.object({ accesses: z.array(access), total: z.number() }),
  reads: [],
  run(ctx, { actor, register, recordId, kind, from, until, limit }) {
    const name = containing(actor ?? '');
    return accessesOf(
      ctx,
      sql`(${actor ?? null}::text is null or p.name like ${name})
        and (${register ?? null}::text is null or f.register = ${register ?? null})
        and (${recordId ?? null}::uuid is null or f.subject_id = ${recordId ?? null}::uuid)
        and (${kind ?? null}::text is null or f.kind = ${kind ?? null})
        and (${from ?? null}::timestamptz is null or f.recorded_at >= ${from ?? null}::timestamptz)
        and (${until ?? null}::timestamptz is null or f.recorded_at < ${until ?? null}::timestamptz)`,
      limit,
    );
  },
});
