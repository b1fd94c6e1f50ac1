import { z } from 'zod';
import type { CommandContext, NewValues } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { type RecordRef, renameClock, startClock } from '../../foundation/clocks/index.ts';
import { attachFiles } from '../../foundation/files/index.ts';
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

export const decided = z.object({ id: z.string(), state: z.string(), version: z.number() });

/** Files a call. It never waits for a cause or for a complete picture: 快报事实、慎报原因、续报详情. */
export const take = command('intake.take', {
  label: { zh: '接报', en: 'Take a report' },
  may: takeIntake,
  input: intakeInput.extend({
    /** 录音、传真、扫描件, uploaded before: they belong to the call from its first moment. */
    files: z.array(idInput).max(20).default([]),
  }),
  output: z.object({ id: z.string(), number: z.string(), version: z.number(), areaCode: z.string() }),
  records: ['intake.received'],
  async run(ctx, { files, ...input }) {
    const { row, clock } = await fileReport(ctx, input);
    const kept = await attachFiles(ctx, files, { register: 'intake', id: row.id });
    ctx.fact({
      kind: 'intake.received',
      subject: { register: 'intake', id: row.id },
      happenedAt: input.knownAt,
      concerns: [clock, ...kept.map(({ id }) => ({ register: 'file', id }))],
      payload: receivedPayload(row, kept),
    });
    return { id: row.id, number: row.number ?? '', version: row.version, areaCode: row.areaCode };
  },
});

/** What the timeline says of a call: no words of people, only their digest; of its files the digests. */
export const receivedPayload = (row: RowOf<typeof intake>, files: readonly { sha256: string }[] = []) => ({
  number: row.number,
  kind: row.kind,
  sourceChannel: row.sourceChannel,
  placeText: row.placeText,
  textDigest: row.textDigest,
  ...(files.length > 0 ? { files: files.map(({ sha256 }) => sha256) } : {}),
});

type Filed = z.output<typeof intakeInput> & Pick<NewValues<typeof intake>, 'splitFromId'>;

/** The row of a report with its clock, which runs from the time known; the caller records its own fact. */
export async function fileReport(
  ctx: CommandContext,
  input: Filed,
): Promise<{ row: RowOf<typeof intake>; clock: RecordRef }> {
  const fault = timeFault(input, ctx.now);
  if (fault) throw problem('input.field', { label: of[fault.field].label, reason: fault.reason }, fault.field);
  // By the rule of the moment it became known: who types late is not judged by a rule that came meanwhile.
  const limits = ctx.rules(REPORT_CLOCKS, input.knownAt);
  const row = await ctx.insert(intake, { ...input, textDigest: textDigest(input.text), reportRule: ruleUsed(limits) });
  return { row, clock: await startReportClock(ctx, row) };
}

/** 书面初报: from the time known, whenever it is started. */
function startReportClock(ctx: CommandContext, { id, knownAt, placeText }: RowOf<typeof intake>): Promise<RecordRef> {
  const limits = ctx.rules(REPORT_CLOCKS, knownAt);
  return startClock(ctx, {
    subject: { register: 'intake', id },
    name: 'initial_report',
    label: initialReport(placeText),
    from: knownAt,
    limit: { minutes: limits.values.writtenMinutes },
    warnMinutesBefore: limits.values.warnMinutes,
    citation: limits.citation,
    ruleVersion: ruleWord(limits),
  });
}

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
