import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, type RecordRef } from '../../foundation/clocks/index.ts';
import { addressedTo, sendMessage, told, unitDuty } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { decided } from './intake.commands.ts';
import { intakeLifecycle } from './intake.lifecycle.ts';
import {
  INTAKE_ACCEPTED,
  INTAKE_DUPLICATE,
  INTAKE_FALSE,
  INTAKE_PASSED_ON,
  INTAKE_TRANSFERRED,
} from './intake.messages.rules.ts';
import { decideIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';

const { fields: of } = intake;
const reason = z.string().trim().min(2).max(500);
export const refTo = (id: string): RecordRef => ({ register: 'intake', id });

export const dismiss = command('intake.dismiss', {
  label: { zh: '判为误报', en: 'Dismiss a report as false' },
  may: decideIntake,
  input: z.object({ id: idInput, reason }),
  output: decided,
  records: ['intake.dismissed', 'message.sent'],
  async run(ctx, { id, reason: why }) {
    const row = await ctx.transition(intakeLifecycle, await ctx.load(intake, id), 'dismiss', { outcomeReason: why });
    await end(ctx, row, 'intake.dismissed', { reason: why });
    await tellReporter(ctx, row, INTAKE_FALSE);
    return row;
  },
});

/** 转办 (应对法 第9条): what is another's duty goes to them, who are told and take it over; outside the district by name. */
export const transfer = command('intake.transfer', {
  label: { zh: '转办接报', en: 'Transfer a report' },
  may: decideIntake,
  input: z.object({
    id: idInput,
    unitId: idInput.optional(),
    to: of.transferredTo.input,
    reason,
  }),
  output: decided,
  records: ['intake.transferred', 'message.sent'],
  async run(ctx, { id, unitId, to, reason: why }) {
    const unit = unitId && (await ctx.row<{ name: string }>(sql`select name from unit where id = ${unitId}`));
    if (unitId && !unit) throw problem('record.unknown', {}, 'unitId');
    const row = await ctx.transition(intakeLifecycle, await ctx.load(intake, id), 'transfer', {
      outcomeReason: why,
      transferredUnitId: unitId ?? null,
      transferredTo: unitId ? null : to,
    });
    await end(ctx, row, 'intake.transferred', { reason: why, to: unit ? unit.name : to });
    if (unitId) {
      await ctx.involve(intake, id, { unitId });
      await sendMessage(ctx, {
        to: [addressedTo(unitDuty, { unitId })],
        ...told(INTAKE_TRANSFERRED, { number: row.number ?? '', place: row.placeText }),
        // On a phone the message is all they see at first.
        text: { zh: `${why}\n${row.text ?? ''}`, en: `${why}\n${row.text ?? ''}` },
        priority: 'urgent',
        about: refTo(id),
        mark: row.mark,
      });
    }
    await tellReporter(ctx, row, INTAKE_PASSED_ON);
    return row;
  },
});

/** It becomes no incident: nothing is owed for it any more, nor for what was merged into it. */
async function end(ctx: CommandContext, row: RowOf<typeof intake>, kind: string, payload: Record<string, unknown>) {
  const joined = await joinedTo(ctx, row.id);
  const clocks = [];
  for (const id of [row.id, ...joined.map((one) => one.id)]) clocks.push(...(await cancelClock(ctx, refTo(id))));
  ctx.fact({ kind, subject: refTo(row.id), concerns: [...clocks, ...joined.map(({ id }) => refTo(id))], payload });
}

type Outcome = typeof INTAKE_FALSE | typeof INTAKE_DUPLICATE | typeof INTAKE_ACCEPTED | typeof INTAKE_PASSED_ON;

/** Who took the call hears what became of it, when somebody else decided. */
export async function tellReporter(ctx: CommandContext, row: RowOf<typeof intake>, outcome: Outcome): Promise<void> {
  const { ownerUnitId: unitId } = row;
  if (unitId === ctx.viewer.acting?.unit.id) return;
  await sendMessage(ctx, {
    to: [addressedTo(unitDuty, { unitId })],
    ...told(outcome, { number: row.number ?? '' }),
    about: refTo(row.id),
    mark: row.mark,
  });
}

export interface Joined {
  readonly id: string;
  readonly knownAt: Date;
  readonly damage: string | null;
}

/** Reports that were merged into this one before it became anything, the earliest first. */
export const joinedTo = (ctx: CommandContext, id: string): Promise<Joined[]> =>
  ctx.rows<Joined>(sql`select id, known_at, damage from intake
    where same_as_id = ${id} and state = 'duplicate' order by known_at, id`);

/** Into which incident reports merged into this one belong: they go where it goes. Their clocks run on. */
async function follow(ctx: CommandContext, id: string, incidentId: string | null): Promise<RecordRef[]> {
  const joined = await joinedTo(ctx, id);
  ctx.write(sql`update intake set incident_id = ${incidentId}, version = version + 1, changed_at = ${ctx.now},
    changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}
    where same_as_id = ${id} and state = 'duplicate'`);
  return joined.map((one) => refTo(one.id));
}

/**
 * Takes a report out of the incident it was merged into, with what was merged into it: it waits to be decided on anew. Its clock
 * was never stopped and goes on; the caller records its own fact.
 * @returns the report as it was, and what went with it
 */
export async function leaveIncident(
  ctx: CommandContext,
  id: string,
): Promise<{ before: RowOf<typeof intake>; joined: RecordRef[] }> {
  const before = await ctx.load(intake, id, decideIntake);
  await ctx.transition(intakeLifecycle, before, 'unmerge', { incidentId: null, sameAsId: null });
  return { before, joined: await follow(ctx, id, null) };
}

/**
 * Turns a report into (part of) an incident, with all that was merged into it: the first opens it, later ones are merged into it.
 * Clocks go on running from the time known; the caller records its own fact.
 */
export async function joinIncident(
  ctx: CommandContext,
  id: string,
  incidentId: string,
  step: 'accept' | 'merge',
): Promise<{ row: RowOf<typeof intake>; joined: RecordRef[] }> {
  const row = await ctx.transition(intakeLifecycle, await ctx.load(intake, id, decideIntake), step, { incidentId });
  const joined = await follow(ctx, id, incidentId);
  await tellReporter(ctx, row, step === 'accept' ? INTAKE_ACCEPTED : INTAKE_DUPLICATE);
  return { row, joined };
}
