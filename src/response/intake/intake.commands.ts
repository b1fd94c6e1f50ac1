import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, renameClock, startClock } from '../../foundation/clocks/index.ts';
import { textDigest } from '../../foundation/personal-data/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { correctFields } from '../../foundation/registers/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { intakeLifecycle } from './intake.lifecycle.ts';
import { decideIntake, takeIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';
import { REPORT_CLOCKS, timeFault } from './intake.rules.ts';

const { fields: of } = intake;

export const intakeInput = z.object({
  sourceChannel: of.sourceChannel.input,
  kind: of.kind.input,
  knownAt: of.knownAt.input,
  occurredAt: of.occurredAt.input,
  place: of.place.input,
  placeText: of.placeText.input,
  text: z.string().min(1).max(8000).transform(cleanText),
  deaths: of.deaths.input,
  missing: of.missing.input,
  seriousInjuries: of.seriousInjuries.input,
  minorInjuries: of.minorInjuries.input,
  trapped: of.trapped.input,
  damage: of.damage.input,
  measuresTaken: of.measuresTaken.input,
  callerName: of.callerName.input,
  callerPhone: of.callerPhone.input,
  mark: z.enum(['real', 'drill', 'test']).default('real'),
});

const initialReport = (placeText: string) => ({ zh: `书面初报 ${placeText}`, en: `Initial report ${placeText}` });

const decided = z.object({ id: z.string(), state: z.string(), version: z.number() });

/** Files a call. It never waits for a cause or for a complete picture: 快报事实、慎报原因、续报详情. */
export const take = command('intake.take', {
  label: { zh: '接报', en: 'Take a report' },
  may: takeIntake,
  input: intakeInput,
  output: z.object({ id: z.string(), number: z.string(), version: z.number(), areaCode: z.string() }),
  records: ['intake.received'],
  async run(ctx, input) {
    const fault = timeFault(input, ctx.now);
    if (fault) throw problem('input.field', { label: of[fault.field].label, reason: fault.reason }, fault.field);
    // By the rule of the moment it became known: who types late is not judged by a rule that came meanwhile.
    const limits = ctx.rules(REPORT_CLOCKS, input.knownAt);
    const row = await ctx.insert(intake, {
      ...input,
      textDigest: textDigest(input.text),
      reportRule: ruleUsed(limits),
    });
    const clock = await startClock(ctx, {
      subject: { register: 'intake', id: row.id },
      name: 'initial_report',
      label: initialReport(row.placeText),
      from: input.knownAt,
      limit: { minutes: limits.values.writtenMinutes },
      warnMinutesBefore: limits.values.warnMinutes,
      citation: limits.citation,
      ruleVersion: ruleWord(limits),
    });
    ctx.fact({
      kind: 'intake.received',
      subject: { register: 'intake', id: row.id },
      happenedAt: input.knownAt,
      concerns: [clock],
      payload: {
        number: row.number,
        kind: row.kind,
        sourceChannel: row.sourceChannel,
        placeText: row.placeText,
        textDigest: row.textDigest,
      },
    });
    return { id: row.id, number: row.number ?? '', version: row.version, areaCode: row.areaCode };
  },
});

/**
 * 更正接报: what was misheard or mistyped is put right, with a reason, by whoever takes calls; what was and what is stands on the
 * timeline, the first words stay on the record. Clocks go on as they run: a limit is no matter of typing. An incident that
 * came of it is not touched: its own correction is offered on the report's page.
 */
export const correct = command('intake.correct', {
  label: { zh: '更正接报', en: 'Correct a report' },
  may: takeIntake,
  input: intakeInput
    .omit({ mark: true })
    .partial()
    .extend({ id: idInput, reason: z.string().min(2).max(500) }),
  output: decided,
  records: ['intake.corrected'],
  async run(ctx, { id, reason, ...given }) {
    const before = await ctx.load(intake, id);
    const fault = timeFault({ ...before, ...defined(given) }, ctx.now);
    if (fault) throw problem('input.field', { label: of[fault.field].label, reason: fault.reason }, fault.field);
    const isReworded = given.text !== undefined && given.text !== before.text;
    const { row, changes } = await correctFields(ctx, intake, before, given, {
      ...(isReworded && given.text ? { textDigest: textDigest(given.text) } : {}),
      ...(isReworded && before.firstText === null ? { firstText: before.text } : {}),
    });
    const subject = { register: 'intake', id };
    const clocks =
      'placeText' in changes ? await renameClock(ctx, subject, 'initial_report', initialReport(row.placeText)) : [];
    ctx.fact({
      kind: 'intake.corrected',
      subject,
      concerns: [...clocks, ...(row.incidentId ? [{ register: 'incident', id: row.incidentId }] : [])],
      payload: { number: row.number, changes, reason },
    });
    return row;
  },
});

const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

export const verify = command('intake.verify', {
  label: { zh: '核实接报', en: 'Start verifying a report' },
  may: decideIntake,
  input: z.object({ id: idInput }),
  output: decided,
  records: ['intake.verifying'],
  async run(ctx, { id }) {
    const row = await ctx.transition(intakeLifecycle, await ctx.load(intake, id), 'verify');
    ctx.fact({ kind: 'intake.verifying', subject: { register: 'intake', id } });
    return row;
  },
});

export const dismiss = command('intake.dismiss', {
  label: { zh: '判为误报', en: 'Dismiss a report as false' },
  may: decideIntake,
  input: z.object({ id: idInput, reason: z.string().min(2).max(500) }),
  output: decided,
  records: ['intake.dismissed'],
  run: (ctx, { id, reason }) => endWithout(ctx, id, 'dismiss', 'intake.dismissed', reason),
});

export const transfer = command('intake.transfer', {
  label: { zh: '转办接报', en: 'Transfer a report' },
  may: decideIntake,
  input: z.object({ id: idInput, reason: z.string().min(2).max(500) }),
  output: decided,
  records: ['intake.transferred'],
  run: (ctx, { id, reason }) => endWithout(ctx, id, 'transfer', 'intake.transferred', reason),
});

async function endWithout(
  ctx: CommandContext,
  id: string,
  step: 'dismiss' | 'transfer',
  kind: string,
  reason: string,
): Promise<RowOf<typeof intake>> {
  const row = await ctx.transition(intakeLifecycle, await ctx.load(intake, id), step, { outcomeReason: reason });
  const clocks = await cancelClock(ctx, { register: 'intake', id });
  ctx.fact({ kind, subject: { register: 'intake', id }, concerns: clocks, payload: { reason } });
  return row;
}

/**
 * Takes a report out of the incident it was merged into: it waits to be decided on anew. Its clock was never stopped and
 * goes on; the caller records its own fact.
 * @returns the incident it belonged to
 */
export async function leaveIncident(ctx: CommandContext, id: string): Promise<string> {
  const row = await ctx.load(intake, id, decideIntake);
  await ctx.transition(intakeLifecycle, row, 'unmerge', { incidentId: null });
  return row.incidentId ?? '';
}

/**
 * Turns a report into (part of) an incident: the first opens it, later ones are merged into it. Clocks go on running
 * from the time known; the caller records its own fact.
 */
export async function joinIncident(
  ctx: CommandContext,
  id: string,
  incidentId: string,
  step: 'accept' | 'merge',
): Promise<RowOf<typeof intake>> {
  const row = await ctx.load(intake, id, decideIntake);
  return ctx.transition(intakeLifecycle, row, step, { incidentId });
}
