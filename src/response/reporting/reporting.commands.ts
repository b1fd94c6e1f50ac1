import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { meetClock } from '../../foundation/clocks/index.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { FULFIL_RECORDS, fulfilOrders } from '../../foundation/orders/index.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { issuersOf } from './issuers.views.ts';
import { situationOf } from './situation.views.ts';
import { situationReportLifecycle } from './situation-report.lifecycle.ts';
import { draftReport, issueReport } from './situation-report.permissions.ts';
import { REPORT_KINDS, situationReport } from './situation-report.register.ts';
import { basicSituation, casualtiesAndLosses, nextSteps, progress, reportTitle } from './situation-report.rules.ts';

const { fields: of } = situationReport;
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
/** Recipients of 区 reports by 北京办法 第37条; assumed defaults until the recipient matrix is a rule set. */
const RECIPIENTS = {
  sentTo: ['市应急管理局', '市应急指挥中心', '区委办公室', '区政府办公室'],
  copiedTo: ['市主管部门', '事发地街道办事处'],
};

/** 起草: text, figures and orders are drawn from the record as of now; a person edits and signs off. */
export const draft = command('reporting.draft', {
  label: { zh: '起草专报', en: 'Draft a situation report' },
  may: draftReport,
  input: z.object({ incidentId: idInput, kind: z.enum(REPORT_KINDS.map((kind) => kind.id)) }),
  output: answer,
  records: ['situation_report.drafted'],
  async run(ctx, { incidentId, kind }) {
    const matter = await ctx.record(incident, incidentId, readIncident);
    const situation = await situationOf(ctx, matter);
    const earlier = await ctx.row<{ count: number }>(sql`
      select count(*)::int as count from situation_report where incident_id = ${incidentId} and kind = ${kind}`);
    const sequence = (earlier?.count ?? 0) + 1;
    const kindOfReport = labelOf(REPORT_KINDS, kind);
    const row = await ctx.insert(situationReport, {
      incidentId,
      kind,
      sequence,
      title: reportTitle(matter.placeText, labelOf(INCIDENT_KINDS, matter.kind), kindOfReport, sequence),
      urgency: kind === 'initial_report' ? '特急' : '加急',
      basicSituation: basicSituation(situation),
      casualtiesAndLosses: casualtiesAndLosses(situation),
      progress: progress(situation),
      nextSteps: nextSteps(situation),
      coordinationNeeded: '无',
      handler: ctx.viewer.name,
      ...RECIPIENTS,
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

const NOT_ENTITLED = { zh: '今天不在签发岗位上', en: 'holds no post today that signs off reports' };

/**
 * 报送: the number is given, the text is fixed, the clocks of all reports of the incident are met, and orders that ask for this
 * report are fulfilled.
 */
export const issue = command('reporting.issue', {
  label: { zh: '报送专报', en: 'Issue a situation report' },
  may: issueReport,
  input: z.object({ id: idInput, issuerId: idInput }),
  output: answer.extend({ number: z.string() }),
  records: ['situation_report.issued', ...FULFIL_RECORDS],
  async run(ctx, { id, issuerId }) {
    const before = await ctx.load(situationReport, id);
    if (before.state !== 'draft') throw problem('situation_report.issued');
    const [issuer] = await issuersOf(ctx, issuerId);
    if (!issuer) throw problem('input.field', { label: of.issuerId.label, reason: NOT_ENTITLED }, 'issuerId');
    const number = await ctx.nextNumber('值班信息');
    const row = await ctx.transition(situationReportLifecycle, before, 'issue', {
      issuerId,
      issuer: issuer.name,
      issuedAt: ctx.now,
    });
    await sql`update situation_report set number = ${number} where id = ${id}`.execute(ctx.tx);
    const intakes = await ctx.rows<{ id: string }>(sql`select id from intake where incident_id = ${row.incidentId}`);
    const met = [];
    for (const report of intakes)
      met.push(...(await meetClock(ctx, { register: 'intake', id: report.id }, 'initial_report')));
    ctx.fact({
      kind: 'situation_report.issued',
      subject: { register: 'situation_report', id },
      concerns: [{ register: 'incident', id: row.incidentId }, ...met],
      payload: { number, title: row.title, kind: row.kind, sentTo: row.sentTo, copiedTo: row.copiedTo },
    });
    await fulfilOrders(
      ctx,
      { register: 'incident', id: row.incidentId },
      row.kind,
      `已报出 ${number}《${row.title}》，签发人${issuer.name}`,
    );
    return { ...row, number };
  },
});
