import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { startClock } from '../../foundation/clocks/index.ts';
import { grantsOf } from '../../foundation/identity/define.ts';
import { addressedTo, sendMessages, stopLadders, told } from '../../foundation/messaging/index.ts';
import { ISSUE_RECORDS, issueOrder } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { dutyOf, isOnAt } from '../duty-shifts/index.ts';
import { rollCallAnswerLifecycle, rollCallLifecycle } from './roll-call.lifecycle.ts';
import { answerRollCall, closeRollCall, holdRollCall } from './roll-call.permissions.ts';
import { ROLL_CALL_KINDS, ROLL_CALL_MODES, rollCall } from './roll-call.register.ts';
import { ROLL_CALL, ROLL_CALL_RULES, windowOf } from './roll-call.rules.ts';
import { rollCallAnswer } from './roll-call-answer.register.ts';
import { scopeInput, type Target, targetsOf } from './targets.views.ts';

type Answer = RowOf<typeof rollCallAnswer>;

const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
const NOBODY = { zh: '范围内没有需要值班的单位', en: 'no unit that keeps duty is in this scope' };
const NOT_YOURS = { zh: '不是您单位的点名', en: 'this call is not to your unit' };
const ENDED = { zh: '已有结果', en: 'there is a result already' };

export const refOf = (id: string) => ({ register: 'roll_call', id });
const answerRef = (id: string) => ({ register: 'roll_call_answer', id });

/**
 * 点名: every unit in the scope is called at once. By app and telephone a message climbs its ladder until somebody answers;
 * by radio and video the caller enters the results as they come.
 */
export const hold = command('rollCalls.hold', {
  label: { zh: '发起点名', en: 'Hold a roll call' },
  may: holdRollCall,
  input: scopeInput.extend({
    title: z.string().trim().min(2).max(80),
    callKind: z.enum(ROLL_CALL_KINDS.map(({ id }) => id)),
    callMode: z.enum(ROLL_CALL_MODES.map(({ id }) => id)),
    planId: idInput.optional(),
  }),
  output: stepped.extend({ number: z.string(), called: z.number() }),
  records: ['roll_call.held', 'message.sent'],
  async run(ctx, { title, callKind, callMode, planId, ...scope }) {
    const hats = ctx.viewer.acting ? [ctx.viewer.acting] : ctx.viewer.hats;
    const grants = grantsOf(holdRollCall, hats);
    const isWithin = (path: string) =>
      ctx.viewer.isSystem || grants.some(({ scope: reach, hat }) => reach === 'all' || path.startsWith(hat.unit.path));
    const targets = await targetsOf(ctx, scope, isWithin);
    if (targets.length === 0) throw problem('state.guard', { reason: NOBODY });
    const rules = ctx.rules(ROLL_CALL_RULES);
    const mark = callKind === 'drill' ? 'drill' : 'real';
    const closesAt = new Date(ctx.now.getTime() + windowOf(callMode, rules.values));
    const call = await ctx.insert(rollCall, {
      title,
      callKind,
      callMode,
      subject: scope.subject,
      calledAt: ctx.now,
      closesAt,
      tries: rules.values.tries,
      planId: planId ?? null,
      ruleUsed: ruleUsed(rules),
      state: 'open',
      mark,
    });
    const answers = await ctx.insertMany(
      rollCallAnswer,
      targets.map(({ unitId, personId, areaCode }) => ({
        rollCallId: call.id,
        unitId,
        personId,
        calledAt: ctx.now,
        isOnDuty: false,
        state: 'waiting',
        mark,
        ownerUnitId: unitId,
        areaCode,
      })),
    );
    for (const [index, { personId }] of targets.entries())
      if (personId) await ctx.involve(rollCallAnswer, answers[index]?.id ?? '', { personId });
    const clock = await startClock(ctx, {
      subject: refOf(call.id),
      name: 'roll_call_window',
      label: { zh: '点名应答', en: 'Answers to a roll call' },
      from: ctx.now,
      limit: { dueAt: closesAt },
      citation: rules.citation,
      ruleVersion: ruleWord(rules),
    });
    ctx.fact({
      kind: 'roll_call.held',
      subject: refOf(call.id),
      concerns: [clock],
      payload: { number: call.number, callKind, callMode, called: targets.length },
    });
    if (callMode === 'app' || callMode === 'voice')
      await sendMessages(
        ctx,
        targets.map((target, index) => ({
          to: [addresseeOf(target, scope.subject)],
          ...told(ROLL_CALL, { number: call.number ?? '', unit: target.unitName }),
          about: answerRef(answers[index]?.id ?? ''),
          mark,
        })),
      );
    return { ...call, number: call.number ?? '', called: targets.length };
  },
});

const addresseeOf = ({ unitId, personId }: Target, subject: 'duty' | 'leader' | 'grid_worker') =>
  subject === 'grid_worker' && personId
    ? personId
    : addressedTo(dutyOf, { unitId, ...(subject === 'leader' ? { dutyKind: 'leader' as const } : {}) });

async function settle(ctx: CommandContext, row: Answer, payload: object): Promise<void> {
  const settled = await stopLadders(ctx, answerRef(row.id));
  ctx.fact({
    kind: 'roll_call_answer.settled',
    subject: answerRef(row.id),
    concerns: [refOf(row.rollCallId), { register: 'unit', id: row.unitId }, ...settled],
    payload: { unitId: row.unitId, result: row.state, ...payload },
  });
}

/** 应答 in one tap: by whoever is on duty in the unit, or holds a post in it. */
export const answer = command('rollCalls.answer', {
  label: { zh: '点名应答', en: 'Answer a roll call' },
  may: answerRollCall,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['roll_call_answer.settled'],
  async run(ctx, { id }) {
    const loaded = await ctx.load(rollCallAnswer, id);
    const me = ctx.viewer.personId;
    const isCalled = loaded.personId === me || ctx.viewer.hats.some(({ unit }) => unit.id === loaded.unitId);
    if (!isCalled) throw problem('state.guard', { reason: NOT_YOURS });
    const call = await ctx.row<{ closesAt: Date }>(
      sql`select closes_at from roll_call where id = ${loaded.rollCallId}`,
    );
    const duty = await ctx.row(sql`select 1 from duty_shift s
      where s.unit_id = ${loaded.unitId} and s.person_id = ${me} and ${isOnAt(ctx.now)} limit 1`);
    const isInTime = call !== undefined && ctx.now <= call.closesAt;
    const row = await ctx.transition(rollCallAnswerLifecycle, loaded, isInTime ? 'answer' : 'answerLate', {
      answeredAt: ctx.now,
      answeredById: me,
      isOnDuty: duty !== undefined,
    });
    await settle(ctx, row, { isOnDuty: duty !== undefined });
    return row;
  },
});

/** 登记结果 of a call by radio, video or telephone, and of a silence that was looked into. */
export const enter = command('rollCalls.enter', {
  label: { zh: '登记点名结果', en: 'Enter a result' },
  may: holdRollCall,
  input: z.object({
    id: idInput,
    result: z.enum(['answered', 'not_at_post', 'excused']),
    note: z.string().trim().max(200).optional(),
  }),
  output: stepped,
  records: ['roll_call_answer.settled'],
  async run(ctx, { id, result, note }) {
    const loaded = await ctx.load(rollCallAnswer, id);
    if (loaded.state === 'on_time' || loaded.state === 'late') throw problem('state.guard', { reason: ENDED });
    const call = await ctx.row<{ closesAt: Date }>(
      sql`select closes_at from roll_call where id = ${loaded.rollCallId}`,
    );
    const isInTime = call !== undefined && ctx.now <= call.closesAt && loaded.state === 'waiting';
    const steps = { answered: isInTime ? 'answer' : 'answerLate', not_at_post: 'absent', excused: 'excuse' } as const;
    const told = { ...(note ? { note } : {}) };
    const row = await ctx.transition(
      rollCallAnswerLifecycle,
      loaded,
      steps[result],
      result === 'answered'
        ? { ...told, answeredAt: ctx.now, answeredById: loaded.personId, isOnDuty: loaded.personId !== null }
        : told,
    );
    await settle(ctx, row, {});
    return row;
  },
});

/** When the window is over the silent are named, and each of their units gets an order to say why. */
export const close = command('rollCalls.close', {
  label: { zh: '结束点名', en: 'Close a roll call' },
  may: closeRollCall,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['roll_call.closed', 'roll_call_answer.settled', ...ISSUE_RECORDS],
  async run(ctx, { id }) {
    const call = await ctx.transition(rollCallLifecycle, await ctx.load(rollCall, id), 'close', { closedAt: ctx.now });
    const silent = await ctx.rows<{ id: string }>(
      sql`select id from roll_call_answer where roll_call_id = ${id} and state = 'waiting' order by id`,
    );
    const rules = ctx.rules(ROLL_CALL_RULES, call.calledAt).values;
    const rows: Answer[] = [];
    for (const one of silent)
      rows.push(await ctx.transition(rollCallAnswerLifecycle, await ctx.load(rollCallAnswer, one.id), 'miss'));
    // Of many grid workers of one community its office is asked once.
    const units = [...new Set(rows.map(({ unitId }) => unitId))];
    const order =
      units.length > 0
        ? await issueOrder(ctx, {
            concerns: refOf(id),
            title: `说明点名未应答原因：${call.title}`,
            content: `${call.number} 点名截止时未应答。请核实值班人员在岗情况，说明原因并补岗。`,
            priority: 'urgent',
            evidenceAsked: { text: 1 },
            basisClause: call.number ?? '',
            finishDueAt: new Date(ctx.now.getTime() + rules.explainMinutes * 60_000),
            assignees: units.map((unitId) => ({ unitId })),
          })
        : undefined;
    for (const row of rows) {
      await ctx.update(rollCallAnswer, row, { orderId: order?.id ?? null });
      ctx.fact({
        kind: 'roll_call_answer.settled',
        subject: answerRef(row.id),
        concerns: [refOf(id), { register: 'unit', id: row.unitId }],
        payload: { unitId: row.unitId, result: 'no_answer' },
      });
    }
    ctx.fact({
      kind: 'roll_call.closed',
      subject: refOf(id),
      payload: { number: call.number, silent: rows.length },
    });
    return call;
  },
});
