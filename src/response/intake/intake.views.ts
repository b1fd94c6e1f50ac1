import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { transitionsFrom } from '../../foundation/lifecycle/define.ts';
import { touchesText, withinInput } from '../../foundation/registers/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { intakeLifecycle } from './intake.lifecycle.ts';
import { readIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';

const count = z.number().nullable();
const item = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  sourceChannel: z.string(),
  kind: z.string(),
  knownAt: z.date(),
  placeText: z.string(),
  areaName: z.string(),
  deaths: count,
  missing: count,
  seriousInjuries: count,
  minorInjuries: count,
  trapped: count,
  unitName: z.string(),
  incidentId: z.string().nullable(),
  reportDueAt: z.date().nullable(),
});
type Item = z.input<typeof item>;

const linked = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  sourceChannel: z.string(),
  kind: z.string(),
  knownAt: z.date(),
  placeText: z.string(),
});
type Linked = z.input<typeof linked>;

/** 接报台: newest first; open ones or all. */
export const list = view('intake.list', {
  label: { zh: '接报列表', en: 'Intake desk' },
  may: readIntake,
  input: z.object({
    state: z.string().max(30).optional(),
    incidentId: idInput.optional(),
    within: withinInput.optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [intake],
  async run(ctx, { state, incidentId, within, limit }) {
    const where = sql`(${state ?? null}::text is null or i.state = ${state ?? null})
      and (${incidentId ?? null}::uuid is null or i.incident_id = ${incidentId ?? null}::uuid)
      and ${touchesText(sql`i.place`, within)}`;
    const items = await ctx.rows<Item>(sql`
      select i.id, i.number, i.state, i.mark, i.source_channel, i.kind, i.known_at, i.place_text, i.deaths, i.missing,
        i.serious_injuries, i.minor_injuries, i.trapped, i.incident_id, coalesce(a.name, '') as area_name,
        coalesce(u.short_name, '') as unit_name,
        (select c.due_at from clock c where c.subject_register = 'intake' and c.subject_id = i.id
          and c.name = 'initial_report' and c.ended_at is null) as report_due_at
      from ${ctx.visible(intake)} i
      left join unit u on u.id = i.owner_unit_id
      left join area a on a.code = i.area_code
      where ${where} order by i.known_at desc, i.id desc limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(intake)} i where ${where}`,
    );
    return { items, total: counted?.total ?? 0 };
  },
});

/** One report with what was said, and what may be done with it now. */
export const record = view('intake.record', {
  label: { zh: '接报记录', en: 'Report taken' },
  may: readIntake,
  input: z.object({ id: idInput }),
  output: item.omit({ areaName: true, unitName: true }).extend({
    version: z.number(),
    occurredAt: z.date().nullable(),
    place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
    text: z.string().nullable(),
    firstText: z.string().nullable(),
    damage: z.string().nullable(),
    measuresTaken: z.string().nullable(),
    callerName: z.string().nullable(),
    callerPhone: z.string().nullable(),
    outcomeReason: z.string().nullable(),
    /** The report that stands for this one, and the one whose words also told of it. */
    sameAs: linked.nullable(),
    splitFrom: linked.nullable(),
    /** Reports that were merged into this one, and those that were split from it. */
    joined: z.array(linked),
    parts: z.array(linked),
    transferredTo: z.string().nullable(),
    steps: z.array(z.string()),
  }),
  reads: [intake],
  async run(ctx, { id }) {
    const row = await ctx.record(intake, id);
    const others = await ctx.rows<Linked & { sameAsId: string | null; splitFromId: string | null }>(sql`
      select i.id, coalesce(i.number, '') as number, i.state, i.kind, i.known_at, i.place_text, i.source_channel, i.same_as_id,
        i.split_from_id
      from ${ctx.visible(intake)} i
      where i.id in (${row.sameAsId}::uuid, ${row.splitFromId}::uuid) or i.same_as_id = ${id} or i.split_from_id = ${id}
      order by i.known_at, i.id`);
    const unit = await ctx.row<{ name: string }>(sql`select name from unit where id = ${row.transferredUnitId}::uuid`);
    const due = await ctx.row<{ dueAt: Date }>(sql`select due_at from clock where subject_register = 'intake'
      and subject_id = ${id} and name = 'initial_report' and ended_at is null`);
    return {
      ...row,
      number: row.number ?? '',
      reportDueAt: due?.dueAt ?? null,
      sameAs: others.find((one) => one.id === row.sameAsId) ?? null,
      splitFrom: others.find((one) => one.id === row.splitFromId) ?? null,
      joined: others.filter((one) => one.sameAsId === id),
      parts: others.filter((one) => one.splitFromId === id),
      transferredTo: unit?.name ?? row.transferredTo,
      steps: transitionsFrom(intakeLifecycle, row.state),
    };
  },
});
