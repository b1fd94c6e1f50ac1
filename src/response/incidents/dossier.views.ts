import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import type { PaperBlock } from '../../foundation/documents/define.ts';
import { defineDossierSection, dossierTable, MOST_ROWS } from '../../foundation/dossiers/define.ts';
import { dossierOf } from '../../foundation/dossiers/index.ts';
import { INCIDENT_GRADES, INCIDENT_KINDS, RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { assignmentLifecycle, readOrder } from '../../foundation/orders/index.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { readIntake } from '../intake/index.ts';
import { intake, SOURCE_CHANNELS } from '../intake/intake.register.ts';
import { incidentLifecycle } from './incident.lifecycle.ts';
import { readIncident } from './incident.permissions.ts';
import { FIGURES, incident } from './incident.register.ts';
import { commandRule } from './incidents.views.ts';

const OF = incident.name;
const PEOPLE = ['deaths', 'missing', 'seriousInjuries', 'minorInjuries', 'trapped'] as const;
const time = (at: Date | null) => (at ? officialTime(at) : '—');

const block = z.custom<PaperBlock>();

/** 事件案卷: everything of an incident as a paper tells it, as far as the viewer may read each part. */
export const dossier = view('incidents.dossier', {
  label: { zh: '事件案卷', en: 'The whole file of an incident' },
  may: readIncident,
  input: z.object({ id: idInput }),
  output: z.object({
    number: z.string(),
    title: z.string(),
    mark: z.enum(['real', 'drill', 'test']),
    unitName: z.string(),
    at: z.date(),
    body: z.array(block),
  }),
  reads: [incident],
  async run(ctx, { id }) {
    const row = await ctx.record(incident, id);
    const unit = await ctx.row<{ name: string }>(sql`select name from unit where id = ${row.ownerUnitId}`);
    return {
      number: row.number ?? '',
      title: row.title,
      mark: row.mark,
      unitName: unit?.name ?? '',
      at: ctx.now,
      body: await dossierOf(ctx, OF, id),
    };
  },
});

/** The head: what it is, how bad, who commands. */
export const headSection = defineDossierSection('incident.head', {
  of: OF,
  label: { zh: '基本情况', en: 'Head' },
  order: 10,
  may: readIncident,
  async run(ctx, id) {
    const row = await ctx.record(incident, id, readIncident);
    const people = PEOPLE.map((name) => `${FIGURES[name].label.zh}${row[name] ?? '不详'}`).join('，');
    return dossierTable(
      ['项目', '内容'],
      [1, 4],
      [
        ['类别', labelOf(INCIDENT_KINDS, row.kind).zh],
        ['状态', incidentLifecycle.states[row.state as keyof typeof incidentLifecycle.states].zh],
        ['事件等级', row.grade ? `${labelOf(INCIDENT_GRADES, row.grade).zh}（${row.gradeReason ?? ''}）` : '未定级'],
        ['响应级别', row.responseLevel ? labelOf(RESPONSE_LEVELS, row.responseLevel).zh : '未启动'],
        ['指挥', commandRule(ctx, row).reason.zh],
        ['发生时间', time(row.occurredAt)],
        ['获悉时间', time(row.knownAt)],
        ['地点', row.placeText],
        ['伤亡', `${people}${row.casualtiesVersion ? `（口径第 ${row.casualtiesVersion} 版）` : ''}`],
        ['直接经济损失', row.directLoss === null ? '不详' : `${row.directLoss} 万元`],
        ['控制时间', time(row.controlledAt)],
        ['办结', row.closedAt ? `${time(row.closedAt)}　${row.closingSummary ?? ''}` : '未办结'],
      ],
    );
  },
});

/** The calls it came from. */
export const sourcesSection = defineDossierSection('incident.sources', {
  of: OF,
  label: { zh: '来源接报', en: 'Reports taken' },
  order: 20,
  may: readIntake,
  async run(ctx, id) {
    const rows = await ctx.rows<{
      number: string;
      sourceChannel: string;
      knownAt: Date;
      placeText: string;
      total: number;
    }>(sql`
      select coalesce(i.number, '') as number, i.source_channel, i.known_at, i.place_text, count(*) over ()::int as total
      from ${ctx.visible(intake, readIntake)} i where i.incident_id = ${id} order by i.known_at limit ${MOST_ROWS}`);
    return dossierTable(
      ['编号', '来源', '获悉', '地点'],
      [2, 2, 2, 4],
      rows.map((row) => [row.number, labelOf(SOURCE_CHANNELS, row.sourceChannel).zh, time(row.knownAt), row.placeText]),
      rows[0]?.total,
    );
  },
});

/** Every order with who has it and what became of it. */
export const ordersSection = defineDossierSection('incident.orders', {
  of: OF,
  label: { zh: '指令', en: 'Orders' },
  order: 60,
  may: readOrder,
  async run(ctx, id) {
    type Row = Record<'number' | 'title' | 'who' | 'state', string> &
      Record<'issuedAt' | 'receivedAt' | 'doneAt', Date | null>;
    const rows = await ctx.rows<Row & { total: number }>(sql`
      select coalesce(o.number, '') as number, o.title, concat_ws(' ', u.short_name, p.name) as who, a.state, o.issued_at, a.received_at,
        a.done_at, count(*) over ()::int as total
      from "order" o join assignment a on a.order_id = o.id left join unit u on u.id = a.assignee_unit_id
      left join person p on p.id = a.assignee_person_id
      where o.matter_register = 'incident' and o.matter_id = ${id} order by o.issued_at, o.number, a.id limit ${MOST_ROWS}`);
    const states: Readonly<Record<string, { zh: string }>> = assignmentLifecycle.states;
    return dossierTable(
      ['指令', '承办', '下达', '签收', '办结', '状态'],
      [4, 3, 2, 2, 2, 2],
      rows.map((row) => [
        `${row.number} ${row.title}`,
        row.who,
        time(row.issuedAt),
        time(row.receivedAt),
        time(row.doneAt),
        states[row.state]?.zh ?? row.state,
      ]),
      rows[0]?.total,
    );
  },
});

/** 大事记: the newest so many entries of the timeline, in their order. */
export const timelineSection = defineDossierSection('incident.timeline', {
  of: OF,
  label: { zh: '大事记', en: 'Timeline' },
  order: 90,
  may: readIncident,
  async run(ctx, id) {
    const concern = JSON.stringify([{ register: OF, id }]);
    type Row = {
      kind: string;
      happenedAt: Date;
      actor: string | null;
      payload: Record<string, unknown>;
      total: number;
    };
    const rows = await ctx.rows<Row>(sql`
      select f.kind, f.happened_at, p.name as actor, f.payload, count(*) over ()::int as total
      from fact f left join person p on p.id = f.actor_id
      where (f.register = ${OF} and f.subject_id = ${id}) or f.concerns @> ${concern}::jsonb
      order by f.sequence desc limit ${MOST_ROWS}`);
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    return dossierTable(
      ['时间', '事项', '内容', '人员'],
      [3, 3, 5, 2],
      rows
        .toReversed()
        .map(({ kind, happenedAt, actor, payload }) => [
          time(happenedAt),
          ctx.catalogue.factLabels.get(kind)?.zh ?? kind,
          [text(payload.number), text(payload.title)].filter(Boolean).join(' ') || text(payload.reason),
          actor ?? '系统',
        ]),
      rows[0]?.total,
    );
  },
});
