import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { showTime } from '../../kernel/calendar.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { recordHandover } from './command-handover.permissions.ts';
import { commandHandover } from './command-handover.register.ts';
import { COMMAND_TAKEN } from './command-handover.rules.ts';

const { fields: of } = commandHandover;
const CLOSED = { zh: '事件已办结', en: 'The incident is closed' };
const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };
const BEFORE_KNOWN = { zh: '早于事件获悉时间', en: 'lies before the incident was known' };
const BEFORE_LAST = { zh: '早于前次移交', en: 'lies before the last hand-over' };

/**
 * 移交指挥权: both sides named, with the moment and what goes with it. It is built on the hand-over the giver saw last: of two at
 * once one is recorded, and the other one is told who has command now.
 */
export const record = command('commandHandovers.record', {
  label: { zh: '移交指挥权', en: 'Hand over command' },
  may: recordHandover,
  input: z.object({
    incidentId: idInput,
    target: of.target.input,
    fromBody: of.fromBody.input,
    fromName: of.fromName.input,
    toBody: of.toBody.input,
    toName: of.toName.input,
    toPersonId: of.toPersonId.input,
    handedAt: of.handedAt.input,
    matters: of.matters.input,
    previousId: of.previousId.input,
  }),
  output: z.object({ id: z.string(), number: z.string() }),
  records: ['command_handover.recorded', 'message.sent'],
  async run(ctx, input) {
    const matter = await ctx.load(incident, input.incidentId);
    if (matter.state === 'closed') throw problem('state.guard', { reason: CLOSED });
    const last = await ctx.row<{ id: string; toBody: string; toName: string; handedAt: Date }>(sql`
      select id, to_body, to_name, handed_at from command_handover
      where incident_id = ${matter.id} order by created_at desc, id desc limit 1`);
    if ((last?.id ?? null) !== input.previousId) {
      throw problem('command_handover.taken', {
        body: last?.toBody ?? '',
        who: last?.toName ?? '',
        at: last ? showTime(last.handedAt, ctx.now) : '',
      });
    }
    const reason = liesAfter(input.handedAt, ctx.now)
      ? IN_FUTURE
      : input.handedAt < matter.knownAt
        ? BEFORE_KNOWN
        : last && input.handedAt < last.handedAt
          ? BEFORE_LAST
          : undefined;
    if (reason) throw problem('input.field', { label: of.handedAt.label, reason }, 'handedAt');
    if (input.toPersonId) {
      const known = await ctx.row(sql`select 1 from person where id = ${input.toPersonId}`);
      if (!known) throw problem('record.unknown', {}, 'toPersonId');
    }
    const row = await ctx.insert(commandHandover, { ...input, mark: matter.mark, areaCode: matter.areaCode });
    const subject = { register: 'incident', id: matter.id };
    ctx.fact({
      kind: 'command_handover.recorded',
      subject: { register: 'command_handover', id: row.id },
      concerns: [subject],
      happenedAt: row.handedAt,
      payload: {
        number: row.number,
        title: `${row.fromBody} → ${row.toBody}`,
        target: row.target,
        fromBody: row.fromBody,
        toBody: row.toBody,
      },
    });
    if (row.toPersonId) {
      await ctx.involve(incident, matter.id, { personId: row.toPersonId });
      await ctx.involve(commandHandover, row.id, { personId: row.toPersonId });
      await sendMessage(ctx, {
        to: row.toPersonId === ctx.viewer.personId ? [] : [row.toPersonId],
        ...told(COMMAND_TAKEN, { number: matter.number ?? '', title: matter.title }),
        priority: 'urgent',
        about: subject,
        mark: row.mark,
      });
    }
    return { id: row.id, number: row.number ?? '' };
  },
});
