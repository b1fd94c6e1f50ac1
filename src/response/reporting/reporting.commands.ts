import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { meetClock, type RecordRef, startClock } from '../../foundation/clocks/index.ts';
import { INCIDENT_GRADES, INCIDENT_KINDS, RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { FULFIL_RECORDS, fulfilOrders } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { figuresInput, readIncident, verifyCasualties } from '../incidents/index.ts';
import { issuersOf, issuingHeads } from './issuers.views.ts';
import { owedOf } from './owed.views.ts';
import { sendTo } from './report-recipients.commands.ts';
import { FOLLOW_UP_CLOCKS, followUpHours } from './report-recipients.rules.ts';
import { situationOf } from './situation.views.ts';
import { situationReportLifecycle } from './situation-report.lifecycle.ts';
import { draftReport, issueReport, readReport } from './situation-report.permissions.ts';
import { REPORT_KINDS, situationReport } from './situation-report.register.ts';
import {
  basicSituation,
  casualtiesAndLosses,
  changesSince,
  type Earlier,
  nextSteps,
  progress,
  reportTitle,
  sentence,
  verifiedCasualties,
} from './situation-report.rules.ts';

const { fields: of } = situationReport;
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
/**
 * 起草: text, figures and orders are drawn from the record as of now; a person edits and signs off. A verified report brings
 * figures of its own with a reason, a correction names what was wrong; every other report says what changed since the last.
 */
export const draft = command('reporting.draft', {
  label: { zh: '起草专报', en: 'Draft a situation report' },
  may: draftReport,
  input: z.object({
    incidentId: idInput,
    kind: z.enum(REPORT_KINDS.map((kind) => kind.id)),
    verified: figuresInput.optional(),
    reason: z.string().trim().min(2).max(500).optional(),
  }),
  output: answer,
  records: ['situation_report.drafted'],
  async run(ctx, { incidentId, kind, verified, reason }) {
    const matter = await ctx.record(incident, incidentId, readIncident);
    const situation = await situationOf(ctx, matter);
    const isVerified = kind === 'verified_report';
    if (isVerified && !verified) throw problem('input.required', { label: of.deaths.label }, 'verified');
    if ((isVerified || kind === 'correction_report') && !reason)
      throw problem('input.required', { label: of.reason.label }, 'reason');
    const earlier = await lastIssued(ctx, incidentId);
    if (kind === 'correction_report' && !earlier) throw problem('state.guard', { reason: NOTHING_TO_CORRECT });
    const before = await ctx.row<{ count: number }>(sql`
      select count(*)::int as count from situation_report where incident_id = ${incidentId} and kind = ${kind}`);
    const sequence = (before?.count ?? 0) + 1;
    const kindOfReport = labelOf(REPORT_KINDS, kind);
    const cited = isVerified && verified ? verified : matter;
    const owed = await owedOf(ctx, matter);
    const row = await ctx.insert(situationReport, {
      incidentId,
      kind,
      sequence,
      title: reportTitle(matter.placeText, labelOf(INCIDENT_KINDS, matter.kind), kindOfReport, sequence),
      urgency: kind === 'initial_report' ? '特急' : '加急',
      basicSituation:
        kind === 'correction_report' && earlier
          ? `对${earlier.number ?? ''}《${earlier.title}》作如下更正：${sentence(reason ?? '')}\n${basicSituation(situation)}`
          : basicSituation(situation),
      casualtiesAndLosses:
        isVerified && verified ? verifiedCasualties(matter, verified, reason ?? '') : casualtiesAndLosses(situation),
      progress: [...(earlier ? [changesSince(toldBy(earlier), situation)] : []), progress(situation)].join('\n'),
      nextSteps: nextSteps(situation),
      coordinationNeeded: '无',
      handler: ctx.viewer.name,
      sentTo: owed.filter(({ isCopy }) => !isCopy).map(({ recipient }) => recipient),
      copiedTo: owed.filter(({ isCopy }) => isCopy).map(({ recipient }) => recipient),
      ...figuresInput.parse(cited),
      casualtiesVersion: matter.casualtiesVersion,
      grade: matter.grade,
      responseLevel: matter.responseLevel,
      reason: reason ?? null,
      correctsId: kind === 'correction_report' ? (earlier?.id ?? null) : null,
      asOf: ctx.now,
      mark: matter.mark,
      areaCode: matter.areaCode,
    });
    ctx.fact({
      kind: 'situation_report.drafted',
      subject: { register: 'situation_report', id: row.id },
      concerns: [{ register: 'incident', id: incidentId }],
      payload: { kind, sequence },
    });
    return row;
  },
});

const NOTHING_TO_CORRECT = {
  zh: '还没有报送过专报，没有可更正的',
  en: 'no report has been issued yet: there is none to correct',
};

async function lastIssued(ctx: CommandContext, incidentId: string): Promise<RowOf<typeof situationReport> | undefined> {
  const last = await ctx.row<{ id: string }>(sql`
    select id from situation_report where incident_id = ${incidentId} and state = 'issued'
    order by issued_at desc, id desc limit 1`);
  return last && ctx.record(situationReport, last.id, readReport);
}

function toldBy({ kind, sequence, grade, responseLevel, ...report }: RowOf<typeof situationReport>): Earlier {
  const { zh } = labelOf(REPORT_KINDS, kind);
  return {
    ...report,
    name: kind === 'followup_report' ? `${zh}${sequence}` : zh,
    gradeLabel: grade ? labelOf(INCIDENT_GRADES, grade).zh : null,
    levelLabel: responseLevel ? labelOf(RESPONSE_LEVELS, responseLevel).zh : null,
  };
}

const paragraphs = {
  title: of.title.input,
  urgency: of.urgency.input,
  basicSituation: of.basicSituation.input,
  casualtiesAndLosses: of.casualtiesAndLosses.input,
  progress: of.progress.input,
  nextSteps: of.nextSteps.input,
  coordinationNeeded: of.coordinationNeeded.input,
  sentTo: of.sentTo.input,
  copiedTo: of.copiedTo.input,
};

export const revise = command('reporting.revise', {
  label: { zh: '修改专报草稿', en: 'Revise a draft' },
  may: draftReport,
  input: z.object({ id: idInput, ...paragraphs }),
  output: answer,
  records: ['situation_report.revised'],
  async run(ctx, { id, ...changes }) {
    const before = await ctx.load(situationReport, id);
    if (before.state !== 'draft') throw problem('situation_report.issued');
    const row = await ctx.update(situationReport, before, changes);
    ctx.fact({
      kind: 'situation_report.revised',
      subject: { register: 'situation_report', id },
      concerns: [{ register: 'incident', id: row.incidentId }],
    });
    return row;
  },
});

const NOT_ENTITLED = {
  zh: '今天不在该发文身份的签发岗位上',
  en: 'holds no post today that signs off reports under this name',
};

/**
 * 报送: the number is given, the text is fixed, the clocks of all reports of the incident are met, and orders that ask for this
 * report are fulfilled.
 */
export const issue = command('reporting.issue', {
  label: { zh: '报送专报', en: 'Issue a situation report' },
  may: issueReport,
  input: z.object({
    id: idInput,
    issuerId: idInput,
    /** Under whose name and numbers it goes; the duty room's own unless told. */
    letterheadId: idInput.optional(),
  }),
  output: answer.extend({ number: z.string() }),
  records: ['situation_report.issued', 'incident.casualties_corrected', ...FULFIL_RECORDS],
  async run(ctx, { id, issuerId, letterheadId }) {
    const before = await ctx.load(situationReport, id);
    if (before.state !== 'draft') throw problem('situation_report.issued');
    const [head] = letterheadId ? await issuingHeads(ctx, letterheadId) : [];
    if (letterheadId && !head) throw problem('record.unknown', {}, 'letterheadId');
    const [issuer] = await issuersOf(ctx, { personId: issuerId, unitId: head?.unitId ?? null });
    if (!issuer) throw problem('input.field', { label: of.issuerId.label, reason: NOT_ENTITLED }, 'issuerId');
    const number = await ctx.nextNumber(head?.series ?? '值班信息');
    const row = await ctx.transition(situationReportLifecycle, before, 'issue', {
      issuerId,
      issuer: issuer.name,
      letterheadId: head?.id ?? null,
      officialName: head?.officialName ?? null,
      issuedAt: ctx.now,
    });
    await sql`update situation_report set number = ${number} where id = ${id}`.execute(ctx.tx);
    const matter = await ctx.record(incident, row.incidentId, readIncident);
    if (row.kind === 'verified_report')
      await verifyCasualties(ctx, row.incidentId, {
        ...row,
        source: `核报 ${number}：${row.reason ?? ''}`.slice(0, 200),
      });
    await sendTo(ctx, row, matter);
    const intakes = await ctx.rows<{ id: string }>(sql`select id from intake where incident_id = ${row.incidentId}`);
    const met = [];
    for (const report of intakes)
      met.push(...(await meetClock(ctx, { register: 'intake', id: report.id }, 'initial_report')));
    met.push(...(await nextReport(ctx, matter, row.kind)));
    ctx.fact({
      kind: 'situation_report.issued',
      subject: { register: 'situation_report', id },
      concerns: [{ register: 'incident', id: row.incidentId }, ...met],
      payload: { number, title: row.title, kind: row.kind, sentTo: row.sentTo, copiedTo: row.copiedTo },
    });
    // A correction puts an earlier paper right and is none that was asked for.
    if (row.kind === 'correction_report') return { ...row, number };
    await fulfilOrders(
      ctx,
      { register: 'incident', id: row.incidentId },
      row.kind,
      `已报出 ${number}《${row.title}》，签发人${issuer.name}`,
    );
    return { ...row, number };
  },
});

/** 续报直至处置结束 (北京办法 第38条): each report meets the limit of the last and starts the next, until the final one. */
async function nextReport(
  ctx: CommandContext,
  matter: RowOf<typeof incident>,
  kind: RowOf<typeof situationReport>['kind'],
): Promise<RecordRef[]> {
  const subject = { register: 'incident', id: matter.id };
  const met = await meetClock(ctx, subject, 'followup_report');
  if (kind === 'final_report') return [...met, ...(await meetClock(ctx, subject, 'final_report'))];
  if (matter.state === 'closed') return met;
  const rules = ctx.rules(FOLLOW_UP_CLOCKS);
  const started = await startClock(ctx, {
    subject,
    name: 'followup_report',
    label: { zh: '续报', en: 'Follow-up report' },
    from: ctx.now,
    limit: { minutes: followUpHours(matter.grade, rules.values) * 60 },
    warnMinutesBefore: rules.values.warnMinutes,
    citation: rules.citation,
    ruleVersion: ruleWord(rules),
  });
  return [...met, started];
}
