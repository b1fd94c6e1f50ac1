import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { owedOf } from './owed.views.ts';
import { reportRecipient } from './report-recipient.register.ts';
import { fulfils, REPORT_RECIPIENTS } from './report-recipients.rules.ts';
import { readRecipient } from './situation-report.permissions.ts';

const told = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['sent', 'received', 'read']),
  channel: z.string(),
  reportId: z.string().nullable(),
  reportNumber: z.string().nullable(),
  sentAt: z.date(),
  receivedAt: z.date().nullable(),
  readAt: z.date().nullable(),
  receivedBy: z.string().nullable(),
  isLate: z.boolean(),
  lateReason: z.string().nullable(),
});
type Told = z.input<typeof told>;

const item = z.object({
  recipient: z.string(),
  isCopy: z.boolean(),
  /** How the matrix wants them told; null for those a paper named beside it. */
  channel: z.string().nullable(),
  dueAt: z.date().nullable(),
  isAcknowledged: z.boolean(),
  /** Not told yet in the way the matrix wants: a paper sent by network does not ring anybody up. */
  isOwed: z.boolean(),
  /** Each time they were told, newest first. */
  told: z.array(told),
});

/** Whom to tell next and by when, who was told, and what came back. */
export const recipients = view('reporting.recipients', {
  label: { zh: '报送对象', en: 'Recipients of reports' },
  may: readRecipient,
  input: z.object({ incidentId: idInput }),
  output: z.object({ items: z.array(item), citation: z.string(), isAssumed: z.boolean() }),
  reads: [reportRecipient],
  async run(ctx, { incidentId }) {
    const matter = await ctx.record(incident, incidentId, readIncident);
    const rows = await ctx.rows<Told & { recipient: string; isCopy: boolean | null; dueAt: Date | null }>(sql`
      select r.id, r.version, r.state, r.recipient, r.is_copy, r.channel, r.report_id, p.number as report_number, r.due_at,
        r.sent_at, r.received_at, r.read_at, r.received_by, r.late_reason,
        coalesce(r.sent_at > r.due_at, false) as is_late
      from ${ctx.visible(reportRecipient)} r left join situation_report p on p.id = r.report_id
      where r.incident_id = ${incidentId} order by r.sent_at desc, r.id desc`);
    const byName = Map.groupBy(rows, ({ recipient }) => recipient);
    const owed = await owedOf(ctx, matter);
    const named = new Set(owed.map(({ recipient }) => recipient));
    const others = [...byName.keys()].filter((recipient) => !named.has(recipient));
    const { citation, isAssumed } = ctx.rules(REPORT_RECIPIENTS, matter.knownAt);
    return {
      items: [
        ...owed.map((one) => {
          const told = byName.get(one.recipient) ?? [];
          return { ...one, told, isOwed: !told.some(({ channel }) => fulfils(one.channel, channel)) };
        }),
        ...others.map((recipient) => ({
          recipient,
          isCopy: byName.get(recipient)?.[0]?.isCopy ?? false,
          channel: null,
          dueAt: null,
          isAcknowledged: false,
          isOwed: false,
          told: byName.get(recipient) ?? [],
        })),
      ],
      citation,
      isAssumed,
    };
  },
});
