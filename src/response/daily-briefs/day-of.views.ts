import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { activation } from '../command/activation.register.ts';
import { readActivation } from '../command/index.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { readIntake } from '../intake/index.ts';
import { intake, SOURCE_CHANNELS } from '../intake/intake.register.ts';
import { readInstruction } from '../leader-instructions/index.ts';
import { leaderInstruction } from '../leader-instructions/leader-instruction.register.ts';
import { readZeroReport } from '../zero-reports/index.ts';
import { zeroReport } from '../zero-reports/zero-report.register.ts';
import { dayFrom, instantOn } from './daily-brief.rules.ts';

/** What one day was, as the records have it; drills and tests are none of it. */
export interface DayOf {
  readonly incidents: number;
  readonly incidentsBefore: number;
  /** «古城大街……（燃气管线事故，一般，死亡 0 人 受伤 2 人，处置中）», those of the day. */
  readonly told: readonly string[];
  readonly open: readonly string[];
  readonly responses: readonly string[];
  readonly reports: number;
  readonly reportsBefore: number;
  /** 「12345 市民热线 3」 */
  readonly channels: readonly string[];
  readonly lateReports: number;
  readonly zero: { readonly all: number; readonly reported: number; readonly missing: readonly string[] };
  readonly instructions: { readonly given: number; readonly open: number };
}

const STATES: Record<string, string> = { handling: '处置中', controlled: '已控制', closed: '已办结' };
const GRADES: Record<string, string> = { extraordinary: '特别重大', major: '重大', large: '较大', general: '一般' };

interface Row {
  title: string;
  kind: string;
  grade: string | null;
  state: string;
  deaths: number | null;
  injured: number | null;
}

export async function dayOf(ctx: ReadContext, day: string): Promise<DayOf> {
  const [from, until, before] = [instantOn(day), instantOn(dayFrom(day, 1)), instantOn(dayFrom(day, -1))];
  const count = async (query: ReturnType<typeof sql>) => (await ctx.row<{ count: number }>(query))?.count ?? 0;
  const between = (start: Date, end: Date) => sql`mark = 'real' and known_at >= ${start} and known_at < ${end}`;
  const incidents = ctx.visible(incident, readIncident);
  const reports = ctx.visible(intake, readIntake);
  const rows = (condition: ReturnType<typeof sql>) =>
    ctx.rows<Row>(sql`select title, kind, grade, state, deaths, coalesce(serious_injuries, 0) + coalesce(minor_injuries, 0) as injured
      from ${incidents} i where ${condition} order by known_at`);
  const zero = await ctx.rows<{ name: string; state: string }>(sql`
    select u.short_name as name, r.state from ${ctx.visible(zeroReport, readZeroReport)} r join unit u on u.id = r.unit_id
    where r.day = ${day}::date order by u.path`);
  const channels = await ctx.rows<{ channel: string; count: number }>(sql`
    select source_channel as channel, count(*)::int as count from ${reports} i where ${between(from, until)}
    group by 1 order by 2 desc, 1`);
  const told = await rows(between(from, until));
  const open = await rows(sql`mark = 'real' and known_at < ${from} and (closed_at is null or closed_at >= ${until})`);
  return {
    incidents: told.length,
    incidentsBefore: await count(sql`select count(*)::int as count from ${incidents} i where ${between(before, from)}`),
    told: told.map(lineOf),
    open: open.map(lineOf),
    responses: (
      await ctx.rows<{ name: string; level: string }>(sql`
        select p.name, a.level from ${ctx.visible(activation, readActivation)} a join plan p on p.id = a.plan_id
        where a.mark = 'real' and a.started_at < ${until} and (a.ended_at is null or a.ended_at >= ${from}) order by a.started_at`)
    ).map(({ name, level }) => `${name} ${level} 级`),
    reports: channels.reduce((sum, one) => sum + one.count, 0),
    reportsBefore: await count(sql`select count(*)::int as count from ${reports} i where ${between(before, from)}`),
    channels: channels.map(({ channel, count: many }) => `${labelOf(SOURCE_CHANNELS, channel).zh} ${many}`),
    lateReports:
      await count(sql`select count(*)::int as count from ${reports} i join clock c on c.subject_register = 'intake'
      and c.subject_id = i.id and c.name = 'initial_report' and c.state = 'late'
      where i.mark = 'real' and i.known_at >= ${from} and i.known_at < ${until}`),
    zero: {
      all: zero.length,
      reported: zero.filter(({ state }) => state === 'reported').length,
      missing: zero.filter(({ state }) => state === 'owed').map(({ name }) => name),
    },
    instructions: {
      given: await count(sql`select count(*)::int as count from ${ctx.visible(leaderInstruction, readInstruction)} l
        where mark = 'real' and given_at >= ${from} and given_at < ${until}`),
      open: await count(sql`select count(*)::int as count from ${ctx.visible(leaderInstruction, readInstruction)} l
        where mark = 'real' and given_at < ${until} and state = 'under_way'`),
    },
  };
}

function lineOf({ title, kind, grade, state, deaths, injured }: Row): string {
  const people = [
    deaths === null ? '死亡人数不详' : deaths > 0 ? `死亡 ${deaths} 人` : '',
    injured ? `受伤 ${injured} 人` : '',
  ].filter(Boolean);
  const parts = [
    labelOf(INCIDENT_KINDS, kind).zh,
    grade ? (GRADES[grade] ?? '') : '未定级',
    ...people,
    STATES[state] ?? state,
  ];
  return `${title}（${parts.filter(Boolean).join('，')}）`;
}
