import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { owedOf } from './owed.views.ts';
import { reportRecipient, reportRecipientLifecycle } from './report-recipient.register.ts';
import { fulfils, REPORT_CHANNELS } from './report-recipients.rules.ts';
import { issueReport } from './situation-report.permissions.ts';
import type { situationReport } from './situation-report.register.ts';

const { fields: of } = reportRecipient;
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };

/** 电话报告: somebody was told by word of mouth, at a moment that may lie a little back. Late, it says why. */
export const tell = command('reporting.tell', {
  label: { zh: '登记已报告', en: 'Note that somebody was told' },
  may: issueReport,
  input: z.object({
    incidentId: idInput,
    recipient: z.string().trim().min(1).max(60),
    channel: z.enum(REPORT_CHANNELS.map(({ id }) => id)),
    sentAt: of.sentAt.input.optional(),
    receivedBy: z.string().trim().min(1).max(60),
    lateReason: z.string().trim().min(2).max(500).optional(),
  }),
  output: answer,
  records: ['report_recipient.told'],
  async run(ctx, { incidentId, sentAt = ctx.now, receivedBy, lateReason, ...given }) {
    const matter = await ctx.record(incident, incidentId, readIncident);
    if (liesAfter(sentAt, ctx.now))
      throw problem('input.field', { label: of.sentAt.label, reason: IN_FUTURE }, 'sentAt');
    const named = (await owedOf(ctx, matter)).find(({ recipient }) => recipient === given.recipient);
    // A fax to somebody who is to be rung up is noted and leaves the call owed.
    const owed = named && fulfils(named.channel, given.channel) ? named : undefined;
    if (owed && sentAt > owed.dueAt && !lateReason)
      throw problem('input.required', { label: of.lateReason.label }, 'lateReason');
    const row = await ctx.insert(reportRecipient, {
      ...given,
      incidentId,
      isCopy: named?.isCopy ?? false,
      dueAt: owed?.dueAt ?? null,
      sentAt,
      receivedAt: sentAt,
      receivedBy,
      lateReason: lateReason ?? null,
      state: 'received',
      mark: matter.mark,
      areaCode: matter.areaCode,
    });
    note(ctx, 'report_recipient.told', row, sentAt);
    return row;
  },
});

/** What came back: who took the paper in, or that it was read. */
export const acknowledge = command('reporting.acknowledge', {
  label: { zh: '登记回执', en: 'Note a confirmation' },
  may: issueReport,
  input: z.object({ id: idInput, step: z.enum(['receive', 'read']), receivedBy: z.string().trim().min(1).max(60) }),
  output: answer,
  records: ['report_recipient.received', 'report_recipient.read'],
  async run(ctx, { id, step, receivedBy }) {
    const before = await ctx.load(reportRecipient, id);
    const row = await ctx.transition(reportRecipientLifecycle, before, step, {
      receivedBy,
      receivedAt: before.receivedAt ?? ctx.now,
      ...(step === 'read' ? { readAt: ctx.now } : {}),
    });
    note(ctx, step === 'read' ? 'report_recipient.read' : 'report_recipient.received', row, ctx.now);
    return row;
  },
});

/** A report that went out late keeps its reason; it is given once and stands. */
export const explainLate = command('reporting.explainLate', {
  label: { zh: '说明迟报原因', en: 'Say why it was late' },
  may: issueReport,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(500) }),
  output: answer,
  records: ['report_recipient.explained'],
  async run(ctx, { id, reason }) {
    const before = await ctx.load(reportRecipient, id);
    if (before.lateReason !== null) throw problem('state.guard', { reason: EXPLAINED });
    if (!before.dueAt || before.sentAt <= before.dueAt) throw problem('state.guard', { reason: IN_TIME });
    const row = await ctx.update(reportRecipient, before, { lateReason: reason });
    note(ctx, 'report_recipient.explained', row, ctx.now);
    return row;
  },
});

const EXPLAINED = { zh: '原因已经说明，不再更改', en: 'the reason was given and stands' };
const IN_TIME = { zh: '按时报送，无须说明', en: 'it was in time: there is nothing to explain' };

/** Door for the paper: everybody it names was sent it at this moment. */
export async function sendTo(
  ctx: CommandContext,
  report: RowOf<typeof situationReport>,
  matter: RowOf<typeof incident>,
): Promise<void> {
  const owed = new Map((await owedOf(ctx, matter)).map((one) => [one.recipient, one]));
  const named = [
    ...report.sentTo.map((recipient) => ({ recipient, isCopy: false })),
    ...report.copiedTo.map((recipient) => ({ recipient, isCopy: true })),
  ];
  // Only the first report has the limits of the matrix: follow-ups run by clocks of their own.
  const isFirst = report.kind === 'initial_report' && report.sequence === 1;
  await ctx.insertMany(
    reportRecipient,
    named.map(({ recipient, isCopy }) => {
      const { channel = 'phone', dueAt = null } = owed.get(recipient) ?? {};
      // Those to be rung up get the paper as well; their limit is one of the telephone.
      return {
        incidentId: report.incidentId,
        reportId: report.id,
        recipient,
        isCopy,
        channel: channel === 'phone' ? 'government_network' : channel,
        dueAt: isFirst && channel !== 'phone' ? dueAt : null,
        sentAt: ctx.now,
        mark: report.mark,
        areaCode: report.areaCode,
      };
    }),
  );
}

function note(ctx: CommandContext, kind: string, row: RowOf<typeof reportRecipient>, happenedAt: Date): void {
  ctx.fact({
    kind,
    subject: { register: 'report_recipient', id: row.id },
    happenedAt,
    concerns: [
      { register: 'incident', id: row.incidentId },
      ...(row.reportId ? [{ register: 'situation_report', id: row.reportId }] : []),
    ],
    payload: { title: row.recipient, channel: row.channel, reason: row.lateReason },
  });
}
