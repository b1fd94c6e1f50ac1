import { sql } from 'kysely';
import { z } from 'zod';
import { containing } from '../../kernel/like.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { appointment } from './appointments/appointment.register.ts';
import { appointmentsAsKnown } from './appointments/beliefs.ts';
import { readPerson } from './organisation.permissions.ts';
import { person } from './person.register.ts';
import { post } from './post.register.ts';
import { unit } from './unit.register.ts';

const node = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  parentId: z.string().nullable(),
  path: z.string(),
  areaCode: z.string(),
  isAssumed: z.boolean(),
  version: z.number(),
  people: z.number(),
});

/** The whole tree in path order: parents stand before their children. */
export const tree = view('units.tree', {
  label: { zh: '机构树', en: 'Organisation tree' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ units: z.array(node) }),
  reads: [unit, appointment],
  async run(ctx) {
    const units = await ctx.rows<z.input<typeof node>>(sql`
      select u.id, u.name, u.short_name, u.kind, u.parent_id, u.path, u.area_code, u.is_assumed, u.version, coalesce(c.people, 0) as people
      from ${ctx.visible(unit)} u
      left join (select t.unit_id, count(distinct a.person_id)::int as people from post t join appointment a on a.post_id = t.id
        where a.valid_from <= ${ctx.now} and (a.valid_to is null or a.valid_to > ${ctx.now}) group by t.unit_id) c
        on c.unit_id = u.id
      where u.valid_to is null or u.valid_to > ${ctx.now} order by u.path`);
    return { units };
  },
});

const holder = z.object({
  appointmentId: z.string().nullable(),
  postId: z.string(),
  postName: z.string(),
  role: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  validFrom: z.date().nullable(),
  validTo: z.date().nullable(),
  isDeputy: z.boolean(),
  /** Whose stand-in, where it is one. */
  deputyOfName: z.string().nullable(),
  /** Why a deputy acts in the holder's place now; null for one who is only named. */
  actingReason: z.string().nullable(),
});

/** Who holds the posts of a unit at an instant, as it was known at another; a post nobody holds is listed as the gap it is. */
export const holders = view('units.holders', {
  label: { zh: '单位任职', en: 'Posts and holders of a unit' },
  may: SIGNED_IN,
  input: z.object({ id: idInput, at: instantInput.optional(), believedAt: instantInput.optional() }),
  output: z.object({ holders: z.array(holder) }),
  reads: [unit],
  async run(ctx, { id, at, believedAt }) {
    const instant = at ?? ctx.now;
    const rows = await ctx.rows<z.input<typeof holder>>(sql`
      select t.id as post_id, t.name as post_name, t.role, a.id as appointment_id, p.id as person_id, p.name as person_name,
        a.valid_from, a.valid_to, a.deputises_for is not null as is_deputy, dp.name as deputy_of_name, a.acting_reason
      from ${ctx.visible(post)} t
      left join ${appointmentsAsKnown(believedAt)} a on a.post_id = t.id and a.valid_from <= ${instant}::timestamptz
        and (a.valid_to is null or a.valid_to > ${instant}::timestamptz)
      left join person p on p.id = a.person_id
      left join appointment d on d.id = a.deputises_for
      left join person dp on dp.id = d.person_id
      where t.unit_id = ${id} order by t.name, a.deputises_for is not null, p.name`);
    return { holders: rows };
  },
});

const entry = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  posts: z.string(),
  unitName: z.string(),
});

/** 通讯录: by name or unit, numbers masked. */
export const people = view('people.list', {
  label: { zh: '通讯录', en: 'Phone book' },
  may: readPerson,
  input: z.object({
    q: z.string().max(60).optional(),
    unitId: idInput.optional(),
    limit: z.number().int().min(1).max(3000).default(200),
  }),
  output: z.object({ items: z.array(entry), total: z.number() }),
  reads: [person, appointment],
  async run(ctx, { q, unitId, limit }) {
    const like = containing(q ?? '');
    const where = sql`(p.name like ${like} or u.short_name like ${like})
      and (${unitId ?? null}::uuid is null or p.owner_unit_id = ${unitId ?? null}::uuid)`;
    const from = sql`${ctx.visible(person)} p join unit u on u.id = p.owner_unit_id`;
    const items = await ctx.rows<z.input<typeof entry>>(sql`
      select p.id, p.name, p.phone, u.short_name as unit_name,
        coalesce((select string_agg(x.short_name || ' ' || t.name, '、' order by t.name)
          from appointment a join post t on t.id = a.post_id join unit x on x.id = t.unit_id
          where a.person_id = p.id and a.valid_from <= ${ctx.now} and (a.valid_to is null or a.valid_to > ${ctx.now})), '') as posts
      from ${from} where ${where} order by u.path, p.name, p.id limit ${limit}`);
    await ctx.openPersonal(person, items);
    const counted = await ctx.row<{ total: number }>(sql`select count(*)::int as total from ${from} where ${where}`);
    return { items, total: counted?.total ?? 0 };
  },
});

const held = holder
  .omit({ personId: true, personName: true })
  .extend({ unitId: z.string(), unitName: z.string(), recordedAt: z.date() });

const belief = z.object({
  id: z.string(),
  postName: z.string(),
  unitName: z.string(),
  validFrom: z.date(),
  validTo: z.date().nullable(),
  recordedAt: z.date(),
  recordedBy: z.string(),
  retractedAt: z.date().nullable(),
  reason: z.string().nullable(),
});

/** One person with every post ever held, and what was believed of it before. */
export const record = view('people.record', {
  label: { zh: '人员', en: 'Person' },
  may: readPerson,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    secondPhone: z.string().nullable(),
    officePhone: z.string().nullable(),
    email: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number(),
    unitId: z.string(),
    unitName: z.string(),
    appointments: z.array(held),
    /** Every belief about appointments that were ended or corrected, the newest first; empty where none was. */
    beliefs: z.array(belief),
  }),
  reads: [person],
  async run(ctx, { id }) {
    const row = await ctx.record(person, id);
    const appointments = await ctx.rows<z.input<typeof held>>(sql`
      select a.id as appointment_id, t.id as post_id, t.name as post_name, t.role, u.id as unit_id, u.name as unit_name,
        a.valid_from, a.valid_to, a.deputises_for is not null as is_deputy, dp.name as deputy_of_name, a.acting_reason, a.created_at as recorded_at
      from ${ctx.visible(appointment)} a join post t on t.id = a.post_id join unit u on u.id = t.unit_id
      left join appointment d on d.id = a.deputises_for left join person dp on dp.id = d.person_id
      where a.person_id = ${id} order by a.valid_from desc`);
    const home = await ctx.row<{ name: string }>(sql`select name from unit where id = ${row.ownerUnitId}`);
    const beliefs = await ctx.rows<z.input<typeof belief>>(sql`
      select b.id, t.name as post_name, u.short_name as unit_name, b.valid_from, b.valid_to, b.created_at as recorded_at,
        coalesce(w.name, '系统') as recorded_by, b.retracted_at, b.reason
      from appointment_belief b join appointment a on a.id = b.appointment_id join post t on t.id = a.post_id
        join unit u on u.id = t.unit_id left join person w on w.id = b.created_by
      where a.person_id = ${id} and exists (select 1 from appointment_belief r where r.appointment_id = a.id and r.retracted_at is not null)
      order by b.created_at desc, b.retracted_at desc nulls first, b.id`);
    return { ...row, unitId: row.ownerUnitId, unitName: home?.name ?? '', appointments, beliefs };
  },
});
