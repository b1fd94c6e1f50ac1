import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext, NewValues } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { INCIDENT_GRADES } from '../../foundation/incident-kinds/define.ts';
import { demandOrder } from '../../foundation/lifecycle/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { correctFields } from '../../foundation/registers/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { joinedTo, joinIncident, leaveIncident, timeFault } from '../intake/index.ts';
import { intake } from '../intake/intake.register.ts';
import { amendableUntil, GRADE_RULES, suggestedGrade } from './grade.rules.ts';
import { incidentLifecycle } from './incident.lifecycle.ts';
import { closeIncident, handleIncident, openIncident } from './incident.permissions.ts';
import { CERTAINTIES, FIGURES, incident } from './incident.register.ts';
import { COMMAND_AUTHORITY, casualtyFault, commandAuthorityFor } from './incident.rules.ts';

const { fields: of } = incident;
const grade = z.enum(INCIDENT_GRADES.map((one) => one.id));
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
const CLOSED = { zh: '已办结，重新办理后才能更正', en: 'It is closed; reopen it before correcting it' };
const reason = z.string().min(2).max(500);

/** Figures as a command takes them; every other field of a row that is given is left out. */
export const figuresInput = z.object({
  deaths: FIGURES.deaths.input,
  missing: FIGURES.missing.input,
  seriousInjuries: FIGURES.seriousInjuries.input,
  minorInjuries: FIGURES.minorInjuries.input,
  trapped: FIGURES.trapped.input,
  directLoss: FIGURES.directLoss.input,
});
const certainty = z.enum(CERTAINTIES.map((one) => one.id));

/** 立案: the first report becomes an incident; grade by hand and with a reason, because 一般 is not a default. */
export const open = command('incidents.open', {
  label: { zh: '立案', en: 'Open an incident' },
  may: openIncident,
  input: z.object({
    intakeId: idInput,
    title: of.title.input,
    grade: grade.optional(),
    gradeReason: reason.optional(),
  }),
  output: answer.extend({ number: z.string() }),
  records: ['incident.opened', 'intake.accepted', 'incident.graded', 'message.sent'],
  async run(ctx, input) {
    if (input.grade && !input.gradeReason)
      throw problem('input.required', { label: of.gradeReason.label }, 'gradeReason');
    const report = await ctx.record(intake, input.intakeId);
    // What was merged into it is the same matter: it was known from the first of them on.
    const reports = [report, ...(await joinedTo(ctx, report.id))];
    const knownAt = new Date(Math.min(...reports.map((one) => one.knownAt.getTime())));
    const row = await ctx.insert(incident, {
      title: input.title,
      kind: report.kind,
      commandAuthority: commandAuthorityFor(input.grade ?? null, ctx.rules(COMMAND_AUTHORITY, knownAt).values),
      grade: input.grade ?? null,
      gradeReason: input.gradeReason ?? null,
      knownAt,
      occurredAt: report.occurredAt,
      place: report.place,
      placeText: report.placeText,
      deaths: report.deaths,
      missing: report.missing,
      seriousInjuries: report.seriousInjuries,
      minorInjuries: report.minorInjuries,
      trapped: report.trapped,
      damage: reports.find(({ damage }) => damage)?.damage ?? null,
      mark: report.mark,
      areaCode: report.areaCode,
    });
    const subject = { register: 'incident', id: row.id };
    ctx.fact({
      kind: 'incident.opened',
      subject,
      payload: { number: row.number, title: row.title, kind: row.kind, placeText: row.placeText },
    });
    const { joined } = await joinIncident(ctx, report.id, row.id, 'accept');
    ctx.fact({
      kind: 'intake.accepted',
      subject: { register: 'intake', id: report.id },
      concerns: [subject, ...joined],
    });
    if (input.grade) {
      ctx.fact({ kind: 'incident.graded', subject, payload: { grade: input.grade, reason: input.gradeReason } });
    }
    return { ...row, number: row.number ?? '' };
  },
});

/**
 * 并入: another report of the same matter. The report is kept, and its clock goes on from its own time known; the incident was
 * known from the first of its reports on, and has the damage of the first that told of any.
 */
export const merge = command('incidents.merge', {
  label: { zh: '并入事件', en: 'Merge a report into an incident' },
  may: openIncident,
  input: z.object({ id: idInput, intakeId: idInput }),
  output: answer,
  records: ['intake.merged', 'message.sent'],
  async run(ctx, { id, intakeId }) {
    const before = await ctx.load(incident, id);
    const { row: report, joined } = await joinIncident(ctx, intakeId, id, 'merge');
    ctx.fact({
      kind: 'intake.merged',
      subject: { register: 'intake', id: intakeId },
      concerns: [{ register: 'incident', id }, ...joined],
    });
    const changes = {
      ...(report.knownAt < before.knownAt ? { knownAt: report.knownAt } : {}),
      ...(before.damage === null && report.damage !== null ? { damage: report.damage } : {}),
    };
    return Object.keys(changes).length > 0 ? ctx.update(incident, before, changes) : before;
  },
});

/** 撤销并入: what was no part of the incident leaves it, with a reason; both timelines say so. */
export const unmerge = command('incidents.unmerge', {
  label: { zh: '撤销并入', en: 'Undo a merge' },
  may: openIncident,
  input: z.object({ intakeId: idInput, reason }),
  output: z.object({ id: z.string(), incidentId: z.string() }),
  records: ['intake.unmerged'],
  async run(ctx, input) {
    const { before: report, joined } = await leaveIncident(ctx, input.intakeId);
    const incidentId = report.incidentId ?? '';
    ctx.fact({
      kind: 'intake.unmerged',
      subject: { register: 'intake', id: input.intakeId },
      concerns: [{ register: 'incident', id: incidentId }, ...joined],
      payload: { reason: input.reason },
    });
    const matter = await ctx.load(incident, incidentId, openIncident);
    const left = await ctx.row<{ knownAt: Date | null }>(
      sql`select min(known_at) as known_at from intake where incident_id = ${incidentId}`,
    );
    // It had been known earlier by this report alone.
    if (left?.knownAt && matter.knownAt.getTime() === report.knownAt.getTime() && left.knownAt > matter.knownAt)
      await ctx.update(incident, matter, { knownAt: left.knownAt });
    return { id: input.intakeId, incidentId };
  },
});

/** 定级: a person decides and says why; who commands follows from the grade by rule. */
export const setGrade = command('incidents.grade', {
  label: { zh: '定级', en: 'Grade an incident' },
  may: handleIncident,
  input: z.object({ id: idInput, grade, reason }),
  output: answer,
  records: ['incident.graded'],
  async run(ctx, input) {
    const before = await ctx.load(incident, input.id);
    const row = await ctx.update(incident, before, {
      grade: input.grade,
      gradeReason: input.reason,
      commandAuthority: commandAuthorityFor(input.grade, ctx.rules(COMMAND_AUTHORITY, before.knownAt).values),
    });
    ctx.fact({
      kind: 'incident.graded',
      subject: { register: 'incident', id: row.id },
      payload: { before: before.grade, grade: row.grade, reason: input.reason, commandAuthority: row.commandAuthority },
    });
    return row;
  },
});

/**
 * 更正事件: its head, with a reason; what was and what is stands on the timeline. Clocks, orders and a response under way stay as
 * they are: a plan is chosen by the kind when it is activated, and nobody is called off by a correction.
 */
export const correct = command('incidents.correct', {
  label: { zh: '更正事件', en: 'Correct an incident' },
  may: handleIncident,
  input: z
    .object({
      title: of.title.input,
      kind: of.kind.input,
      /** Official code of the kind, as a person has checked it. */
      gbt35561Code: of.gbt35561Code.input,
      knownAt: of.knownAt.input,
      occurredAt: of.occurredAt.input,
      place: of.place.input,
      placeText: of.placeText.input,
      damage: of.damage.input,
    })
    .partial()
    .extend({ id: idInput, reason }),
  output: answer,
  records: ['incident.corrected'],
  async run(ctx, { id, reason: why, ...given }) {
    const before = await ctx.load(incident, id);
    if (before.state === 'closed') throw problem('state.guard', { reason: CLOSED });
    const { knownAt = before.knownAt, occurredAt = before.occurredAt } = given;
    const fault = timeFault({ knownAt, occurredAt }, ctx.now);
    if (fault) throw problem('input.field', { label: of[fault.field].label, reason: fault.reason }, fault.field);
    const { row, changes } = await correctFields(ctx, incident, before, given);
    ctx.fact({
      kind: 'incident.corrected',
      subject: { register: 'incident', id },
      payload: { number: row.number, changes, reason: why },
    });
    return row;
  },
});

const AMENDED_NO_MORE = {
  zh: '已办结且过了伤亡补报期，重新办理后才能更新',
  en: 'It is closed and the time for amending casualties is over; reopen it first',
};

/**
 * 更新伤亡: the figures of the moment become the released ones (口径), each version on the timeline. Deaths fall only by a verified
 * report. A closed incident takes them as long as the law asks for them.
 */
export const correctCasualties = command('incidents.correctCasualties', {
  label: { zh: '更新伤亡情况', en: 'Update casualties' },
  may: handleIncident,
  input: figuresInput.extend({
    id: idInput,
    certainty: certainty.default('initial'),
    source: z.string().trim().min(1).max(200),
  }),
  output: answer,
  records: ['incident.casualties_corrected'],
  async run(ctx, { id, ...now }) {
    const before = await ctx.load(incident, id);
    const fault = casualtyFault(before, now);
    if (fault) throw problem('input.field', { label: of.deaths.label, reason: fault }, 'deaths');
    if (before.state === 'closed' && ctx.now >= amendableUntil(before, ctx.rules(GRADE_RULES, before.knownAt).values))
      throw problem('state.guard', { reason: AMENDED_NO_MORE });
    return release(ctx, before, now);
  },
});

type Released = z.output<typeof figuresInput> & { certainty: 'initial' | 'confirmed'; source: string };

async function release(
  ctx: CommandContext,
  before: RowOf<typeof incident>,
  { certainty: sure, source, ...now }: Released,
) {
  const version = (before.casualtiesVersion ?? 0) + 1;
  const row = await ctx.update(incident, before, {
    ...now,
    casualtiesVersion: version,
    casualtiesAt: ctx.now,
    casualtiesSource: source,
    casualtiesCertainty: sure,
  });
  const suggestion = suggestedGrade(row.kind, row, ctx.rules(GRADE_RULES, row.knownAt).values);
  ctx.fact({
    kind: 'incident.casualties_corrected',
    subject: { register: 'incident', id: row.id },
    payload: { ...now, version, certainty: sure, source, suggestedGrade: suggestion?.grade ?? null },
  });
  return row;
}

/** Door: a verified report (核报) was issued; by it alone the number of dead may fall. */
export async function verifyCasualties(
  ctx: CommandContext,
  id: string,
  verified: Omit<Released, 'certainty'>,
): Promise<void> {
  const before = await ctx.load(incident, id, handleIncident);
  await release(ctx, before, { ...figuresInput.parse(verified), source: verified.source, certainty: 'confirmed' });
}

export const control = command('incidents.control', {
  label: { zh: '事态已控制', en: 'Mark as controlled' },
  may: handleIncident,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['incident.controlled'],
  run: (ctx, { id }) => step(ctx, id, 'control', 'incident.controlled', { controlledAt: ctx.now }),
});

/** 办结: what the law asks for is looked at first (`incidents.closing`); what is left all the same needs a word why. */
export const close = command('incidents.close', {
  label: { zh: '办结事件', en: 'Close an incident' },
  may: closeIncident,
  input: z.object({
    id: idInput,
    summary: z.string().min(2).max(2000),
    /** Why it is closed although something is left undone; asked for only then. */
    leftReason: z.string().max(500).optional(),
  }),
  output: answer,
  records: ['incident.closed'],
  async run(ctx, { id, summary, leftReason }) {
    await ctx.load(incident, id);
    const left = await demandOrder(ctx, 'incident', 'close', id, leftReason);
    const payload = left.length > 0 ? { left: left.map(({ name }) => name), reason: leftReason } : {};
    return step(ctx, id, 'close', 'incident.closed', { closedAt: ctx.now, closingSummary: summary }, payload);
  },
});

export const reopen = command('incidents.reopen', {
  label: { zh: '重新办理', en: 'Reopen an incident' },
  may: closeIncident,
  input: z.object({ id: idInput, reason }),
  output: answer,
  records: ['incident.reopened'],
  run: (ctx, input) => step(ctx, input.id, 'reopen', 'incident.reopened', { closedAt: null }, { reason: input.reason }),
});

async function step(
  ctx: CommandContext,
  id: string,
  name: 'control' | 'close' | 'reopen',
  kind: string,
  changes: NewValues<typeof incident>,
  payload: Record<string, unknown> = {},
) {
  const row = await ctx.transition(incidentLifecycle, await ctx.load(incident, id), name, changes);
  ctx.fact({ kind, subject: { register: 'incident', id }, payload });
  return row;
}

/** Door: the response level follows the activation of a plan. */
export async function setResponseLevel(
  ctx: CommandContext,
  id: string,
  responseLevel: 'I' | 'II' | 'III' | 'IV' | null,
): Promise<void> {
  await ctx.update(incident, await ctx.load(incident, id), { responseLevel });
}

/** Door: command has gone to others (应对法 第17条) and is theirs from now on; whoever calls it writes the fact of the hand-over. */
export async function setCommandAuthority(
  ctx: CommandContext,
  id: string,
  commandAuthority: RowOf<typeof incident>['commandAuthority'],
): Promise<void> {
  const before = await ctx.load(incident, id);
  if (before.commandAuthority !== commandAuthority) await ctx.update(incident, before, { commandAuthority });
}
