import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext, NewValues } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { showTime } from '../../kernel/calendar.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { COMMAND_AUTHORITIES, incident } from '../incidents/incident.register.ts';
import { setCommandAuthority } from '../incidents/index.ts';
import { recordHandover } from './command-handover.permissions.ts';
import { commandHandover, type HandoverTarget } from './command-handover.register.ts';
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
    const last = await lastOf(ctx, matter.id);
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
    const row = await keep(ctx, matter, input, AUTHORITY_AFTER[input.target]);
    const subject = { register: 'incident', id: matter.id };
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

type Incident = RowOf<typeof incident>;
type Authority = Incident['commandAuthority'];

/** Who is answerable after it; within the district that is nobody new. */
const AUTHORITY_AFTER: Partial<Record<HandoverTarget, Authority>> = {
  city: 'city_headquarters',
  district: 'district_committee',
};

/** The hand-over by which somebody has command now. */
const lastOf = (ctx: CommandContext, incidentId: string) =>
  ctx.row<{ id: string; toBody: string; toName: string; handedAt: Date }>(sql`
    select id, to_body, to_name, handed_at from command_handover
    where incident_id = ${incidentId} order by created_at desc, id desc limit 1`);

async function keep(
  ctx: CommandContext,
  matter: Incident,
  values: NewValues<typeof commandHandover>,
  authority: Authority | undefined,
) {
  const row = await ctx.insert(commandHandover, { ...values, mark: matter.mark, areaCode: matter.areaCode });
  // Whoever of the city's has it already by the rule keeps it: a headquarters is no committee.
  const isTheirs = authority === 'city_headquarters' && matter.commandAuthority !== 'district_committee';
  if (authority && !isTheirs) await setCommandAuthority(ctx, matter.id, authority);
  ctx.fact({
    kind: 'command_handover.recorded',
    subject: { register: 'command_handover', id: row.id },
    concerns: [{ register: 'incident', id: matter.id }],
    happenedAt: row.handedAt,
    payload: {
      number: row.number,
      title: `${row.fromBody} → ${row.toBody}`,
      target: row.target,
      fromBody: row.fromBody,
      toBody: row.toBody,
    },
  });
  return row;
}

/**
 * Door: the superior has taken the command (应对法 第17条); recorded as every hand-over is, after the last one. The caller lists
 * `command_handover.recorded`.
 */
export async function takenBySuperior(
  ctx: CommandContext,
  matter: Incident,
  { authority, superiorName, at, matters }: { authority: Authority; superiorName: string; at: Date; matters: string },
): Promise<void> {
  const last = await lastOf(ctx, matter.id);
  const values = {
    incidentId: matter.id,
    target: 'city' as const,
    fromBody: last?.toBody ?? labelOf(COMMAND_AUTHORITIES, matter.commandAuthority).zh,
    fromName: last?.toName ?? ctx.viewer.name,
    toBody: labelOf(COMMAND_AUTHORITIES, authority).zh,
    toName: superiorName,
    toPersonId: null,
    handedAt: at,
    matters,
    previousId: last?.id ?? null,
  };
  await keep(ctx, matter, values, undefined);
  await setCommandAuthority(ctx, matter.id, authority);
}
