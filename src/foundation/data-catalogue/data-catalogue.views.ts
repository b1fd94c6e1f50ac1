import { sql } from 'kysely';
import { z } from 'zod';
import { kebabCase } from '../../kernel/names.ts';
import { problem } from '../../kernel/problems.ts';
import type { ViewContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { ROLES, type Role, SIGNED_IN } from '../identity/define.ts';
import { BASES, KEEPING } from '../personal-data/define.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { accessesOf } from './accesses.ts';
import { auditDataUse } from './data-catalogue.permissions.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const entry = z.object({
  name: z.string(),
  label: phrase,
  path: z.string(),
  /** Whose the records are; null: the district's own. */
  heldBy: phrase.nullable(),
  keepers: z.array(phrase),
  purpose: phrase.nullable(),
  fields: z.number(),
  personalFields: z.number(),
  mayRead: z.boolean(),
  /** Records in use, and the last change; null where the viewer may not read them. */
  total: z.number().nullable(),
  changedAt: z.date().nullable(),
  consumers: z.number(),
});

type Entry = z.input<typeof entry>;

/** 数据目录: every register with whose it is, what for, how much, and who uses it. What is in it stays behind its own right. */
export const list = view('dataCatalogue.list', {
  label: { zh: '数据目录', en: 'Data catalogue' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ items: z.array(entry) }),
  reads: [],
  async run(ctx) {
    const items: Entry[] = [];
    const consumers = await consumersByRegister(ctx);
    for (const faces of ctx.catalogue.faces.values()) items.push(await entryOf(ctx, faces, consumers));
    return { items };
  },
});

async function entryOf(ctx: ViewContext, faces: RegisterFaces, consumers: ReadonlyMap<string, number>): Promise<Entry> {
  const { register, read, keep, inUse } = faces;
  const fields = Object.values(register.fields);
  const mayRead = ctx.holds(read);
  const known = mayRead
    ? await ctx.row<{ total: number; changedAt: Date | null }>(sql`
        select count(*)::int as total, max(changed_at) as changed_at from ${ctx.visible(register, read)} r
        where r.state = any(${[...inUse]}::text[])`)
    : undefined;
  return {
    name: register.name,
    label: register.label,
    path: `/${kebabCase(register.plural)}`,
    heldBy: register.heldBy ?? null,
    keepers: (Object.keys(keep.granted) as Role[]).map((role) => ROLES[role]),
    purpose: register.purpose ?? register.processing?.purpose ?? null,
    fields: fields.length,
    personalFields: fields.filter(({ personal }) => personal).length,
    mayRead,
    total: known?.total ?? null,
    changedAt: known?.changedAt ?? null,
    consumers: consumers.get(register.name) ?? 0,
  };
}

async function consumersByRegister(ctx: ViewContext): Promise<Map<string, number>> {
  const rows = await ctx.rows<{ name: string; count: number }>(sql`
    select read.name, count(*)::int as count from api_key k, unnest(k.registers) as read(name)
    where k.revoked_at is null and k.expires_at > ${ctx.now} group by read.name`);
  return new Map(rows.map(({ name, count }) => [name, count]));
}

const consumer = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string().nullable(),
  unit: z.string(),
  post: z.string(),
  person: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
});

const access = z.object({
  id: z.string(),
  at: z.date(),
  kind: phrase,
  actor: z.string(),
  hat: z.string(),
  /** The consumer whose key it was, the purpose of a look, how many rows and in which format. */
  detail: z.string(),
});

/** One register: its fields, the ground for data of persons, its consumers, and who took what away. */
export const record = view('dataCatalogue.record', {
  label: { zh: '数据目录条目', en: 'Entry of the data catalogue' },
  may: SIGNED_IN,
  input: z.object({ register: z.string().max(60) }),
  output: z.object({
    entry,
    fields: z.array(z.object({ name: z.string(), label: phrase, unit: phrase.nullable(), isPersonal: z.boolean() })),
    processing: z.object({ subjects: phrase, purpose: phrase, bases: z.array(phrase), keeping: phrase }).nullable(),
    consumers: z.array(consumer),
    /** Null: the viewer neither keeps the register nor watches over the use of data. */
    accesses: z.array(access).nullable(),
  }),
  reads: [],
  async run(ctx, { register: name }) {
    const faces = ctx.catalogue.faces.get(name);
    if (!faces) throw problem('record.unknown', {}, 'register');
    const { fields, processing } = faces.register;
    const consumers = await ctx.rows<z.input<typeof consumer>>(sql`
      select k.id, k.name, k.purpose, u.short_name as unit, t.name as post, p.name as person, k.created_at, k.expires_at, k.last_used_at
      from api_key k join account a on a.id = k.account_id join person p on p.id = a.person_id
        join appointment h on h.id = k.hat_id join post t on t.id = h.post_id join unit u on u.id = t.unit_id
      where k.registers @> ${[name]}::text[] and k.revoked_at is null and k.expires_at > ${ctx.now} order by k.created_at desc`);
    const maySeeUse = ctx.holds(faces.keep) || ctx.holds(auditDataUse);
    return {
      entry: await entryOf(ctx, faces, new Map([[name, consumers.length]])),
      fields: Object.entries(fields).map(([field, { label, unit, personal }]) => ({
        name: field,
        label,
        unit: unit ?? null,
        isPersonal: personal !== undefined,
      })),
      processing: processing
        ? {
            subjects: processing.subjects,
            purpose: processing.purpose,
            bases: processing.basis.map((one) => BASES[one]),
            keeping: KEEPING[processing.keeping],
          }
        : null,
      consumers,
      accesses: maySeeUse ? await accessesOf(ctx, name) : null,
    };
  },
});
