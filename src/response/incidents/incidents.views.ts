import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { transitionsFrom } from '../../foundation/lifecycle/define.ts';
import { assignmentLifecycle } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { touchesText, withinInput } from '../../foundation/registers/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { containing } from '../../kernel/like.ts';
import { amendableUntil, GRADE_RULES, suggestedGrade } from './grade.rules.ts';
import { incidentLifecycle } from './incident.lifecycle.ts';
import { closeIncident, handleIncident, readIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';
import { COMMAND_AUTHORITY, commandAuthorityFor, commandReason } from './incident.rules.ts';

const count = z.number().nullable();
const point = z.object({ lng: z.number(), lat: z.number() }).nullable();

const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  title: z.string(),
  kind: z.string(),
  grade: z.enum(['extraordinary', 'major', 'large', 'general']).nullable(),
  responseLevel: z.enum(['I', 'II', 'III', 'IV']).nullable(),
  commandAuthority: z.enum(['district_committee', 'city_headquarters', 'city_committee']),
  knownAt: z.date(),
  placeText: z.string(),
  place: point,
  areaName: z.string(),
  deaths: count,
  missing: count,
  seriousInjuries: count,
  minorInjuries: count,
  trapped: count,
  directLoss: z.number().nullable(),
});
type Item = z.input<typeof item>;

const ITEM = sql`i.id, i.number, i.version, i.state, i.mark, i.title, i.kind, i.grade, i.response_level,
  i.command_authority, i.known_at, i.place_text, i.deaths, i.missing, i.serious_injuries, i.minor_injuries, i.trapped, i.direct_loss,
  case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place,
  coalesce(a.name, '') as area_name`;

/** 事件: open ones first, newest first. */
export const list = view('incidents.list', {
  label: { zh: '事件列表', en: 'Incidents' },
  may: readIncident,
  input: z.object({
    state: z.enum(['open', 'handling', 'controlled', 'closed']).optional(),
    /** A part of number, title or place. */
    q: z.string().max(60).optional(),
    within: withinInput.optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [incident],
  async run(ctx, { state, q, within, limit }) {
    const inState = state === 'open' ? sql`i.state <> 'closed'` : state ? sql`i.state = ${state}` : sql`true`;
    const part = containing((q ?? '').trim());
    const named = q?.trim()
      ? sql`(i.number ilike ${part} or i.title ilike ${part} or i.place_text ilike ${part})`
      : sql`true`;
    const wanted = sql`${inState} and ${named} and ${touchesText(sql`i.place`, within)}`;
    const items = await ctx.rows<Item>(sql`
      select ${ITEM} from ${ctx.visible(incident)} i left join area a on a.code = i.area_code
      where ${wanted} order by (i.state = 'closed'), i.known_at desc, i.id desc limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(incident)} i where ${wanted}`,
    );
    return { items, total: counted?.total ?? 0 };
  },
});

const phrase = z.object({ zh: z.string(), en: z.string() });

const clockOutput = z.object({
  name: z.string(),
  label: phrase,
  dueAt: z.date(),
  state: z.string(),
  citation: z.string(),
});

/** Who commands and why: by the rule of the day the incident was known and its text, or because it was handed over. */
export function commandRule(
  ctx: ReadContext,
  { grade, commandAuthority, knownAt }: Pick<RowOf<typeof incident>, 'grade' | 'commandAuthority' | 'knownAt'>,
) {
  const { citation, isAssumed, values } = ctx.rules(COMMAND_AUTHORITY, knownAt);
  const isByRule = commandAuthorityFor(grade, values) === commandAuthority;
  return { reason: commandReason(grade, commandAuthority, values), isByRule, citation, isAssumed };
}

/** The head of an incident's file: facts, level, who commands, running clocks, what may be done now. */
export const record = view('incidents.record', {
  label: { zh: '事件', en: 'Incident' },
  may: readIncident,
  input: z.object({ id: idInput }),
  output: item.extend({
    occurredAt: z.date().nullable(),
    damage: z.string().nullable(),
    gradeReason: z.string().nullable(),
    gbt35561Code: z.string().nullable(),
    controlledAt: z.date().nullable(),
    closedAt: z.date().nullable(),
    closingSummary: z.string().nullable(),
    unitName: z.string(),
    /** Who commands by rule, why, and by which text. */
    command: z.object({ reason: phrase, isByRule: z.boolean(), citation: z.string(), isAssumed: z.boolean() }),
    clocks: z.array(clockOutput),
    /** The released figures that every paper cites: which version, of when, from whom; 0 before the first release. */
    casualties: z.object({
      version: z.number(),
      at: z.date().nullable(),
      source: z.string().nullable(),
      certainty: z.enum(['initial', 'confirmed']).nullable(),
      /** Until when changes are still to be reported. */
      amendableUntil: z.date(),
    }),
    /** The grade that the figures reach, where a text has a table for the kind. */
    suggestedGrade: z
      .object({
        grade: z.enum(['extraordinary', 'major', 'large', 'general']),
        criterion: phrase,
        citation: z.string(),
      })
      .nullable(),
    /** All that was ordered, each order once, by the state it is in; what was withdrawn too. */
    orders: z.object({ total: z.number(), states: z.array(z.object({ state: z.string(), count: z.number() })) }),
    steps: z.array(z.string()),
  }),
  reads: [incident],
  async run(ctx, { id }) {
    const row = await ctx.record(incident, id);
    const more = await ctx.row<{ areaName: string; unitName: string }>(sql`
      select coalesce((select name from area where code = ${row.areaCode}), '') as area_name,
        coalesce((select name from unit where id = ${row.ownerUnitId}), '') as unit_name`);
    const clocks = await ctx.rows<{
      name: string;
      labelZh: string;
      labelEn: string;
      dueAt: Date;
      state: string;
      citation: string;
    }>(
      sql`select c.name, c.label_zh, c.label_en, c.due_at, c.state, c.citation from clock c
        where c.ended_at is null and ((c.subject_register = 'incident' and c.subject_id = ${id})
          or (c.subject_register = 'intake' and c.subject_id in (select i.id from intake i where i.incident_id = ${id})))
        order by c.due_at`,
    );
    // Passed to a deputy or reassigned, an order is still one; parts cut from it are no orders of their own.
    const states = await ctx.rows<{ state: string; count: number }>(sql`
      select a.state, count(*)::int as count
      from assignment a join "order" o on o.id = a.order_id
      where o.matter_register = 'incident' and o.matter_id = ${id} and a.parent_assignment_id is null
        and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)
      group by a.state order by array_position(${Object.keys(assignmentLifecycle.states)}::text[], a.state)`);
    const rules = ctx.rules(GRADE_RULES, row.knownAt);
    const suggestion = suggestedGrade(row.kind, row, rules.values);
    const total = states.reduce((sum, { count }) => sum + count, 0);
    return {
      ...row,
      number: row.number ?? '',
      areaName: more?.areaName ?? '',
      unitName: more?.unitName ?? '',
      clocks: clocks.map(({ labelZh, labelEn, ...clock }) => ({ ...clock, label: { zh: labelZh, en: labelEn } })),
      command: commandRule(ctx, row),
      orders: { total, states },
      casualties: {
        version: row.casualtiesVersion ?? 0,
        at: row.casualtiesAt,
        source: row.casualtiesSource,
        certainty: row.casualtiesCertainty,
        amendableUntil: amendableUntil(row, rules.values),
      },
      suggestedGrade: suggestion ? { ...suggestion, citation: rules.citation } : null,
      steps: transitionsFrom(incidentLifecycle, row.state).filter((step) =>
        ctx.holds(step === 'control' ? handleIncident : closeIncident),
      ),
    };
  },
});
