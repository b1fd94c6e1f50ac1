import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, meetClock, startClocks } from '../../foundation/clocks/index.ts';
import { sendMessage, TO_PHONE_AND_DESK } from '../../foundation/messaging/index.ts';
import { answerersOfUnit, dutyPeopleOf } from '../../foundation/orders/index.ts';
import { commandCentre } from '../../foundation/organisation/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { departmentAnswer } from './department-answer.register.ts';
import { departmentAnswerLifecycle, streetWhistleLifecycle } from './street-whistle.lifecycle.ts';
import { answerWhistle, blowWhistle, readAnswer, readWhistle } from './street-whistle.permissions.ts';
import { streetWhistle } from './street-whistle.register.ts';
import { WHISTLE_LIMITS } from './street-whistle.rules.ts';

type Answer = RowOf<typeof departmentAnswer>;

const { fields: of } = streetWhistle;
const { fields: ofAnswer } = departmentAnswer;
const filled = (max: number) =>
  z
    .string()
    .max(max)
    .transform(cleanText)
    .refine((text) => text.length > 0, { params: { required: true } });
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });

/** 吹哨: the street names the matter, the place and the departments it needs; each has the limit of the rule to answer. */
export const blow = command('streetWhistles.blow', {
  label: { zh: '吹哨', en: 'Blow a whistle' },
  may: blowWhistle,
  input: z.object({
    title: of.title.input,
    content: of.content.input,
    priority: of.priority.input,
    place: of.place.input,
    placeText: of.placeText.input,
    departments: z.array(idInput).min(1).max(20),
    /** The incident it is blown for; the departments called then see the incident too. */
    incidentId: idInput.optional(),
  }),
  output: z.object({ id: z.string(), number: z.string(), answers: z.array(z.object({ id: z.string() })) }),
  records: ['street_whistle.blown', 'message.sent'],
  async run(ctx, { departments, incidentId, ...input }) {
    const matter = incidentId ? await openMatter(ctx, incidentId) : undefined;
    const unitIds = [...new Set(departments)];
    const units = await ctx.rows<{ id: string; areaCode: string }>(sql`select id, area_code from unit
      where id = any(${unitIds}::uuid[]) and kind in ('department', 'utility', 'special_headquarters', 'office')`);
    for (const [index, id] of unitIds.entries()) {
      if (!units.some((unit) => unit.id === id)) throw problem('record.unknown', {}, `departments.${index}`);
    }
    const rules = ctx.rules(WHISTLE_LIMITS);
    const minutes = rules.values.answerMinutes[input.priority as keyof typeof rules.values.answerMinutes];
    const answerDueAt = new Date(ctx.now.getTime() + minutes * 60_000);
    // It lies in the street, whether or not somebody picked the point.
    const own = ctx.viewer.acting?.unit.areaCode;
    const row = await ctx.insert(streetWhistle, {
      ...input,
      incidentId: incidentId ?? null,
      ...(matter ? { mark: matter.mark } : {}),
      blownAt: ctx.now,
      answerDueAt,
      answerRule: ruleUsed(rules),
      ...(input.place || !own ? {} : { areaCode: own }),
    });
    const answers: Answer[] = [];
    for (const unitId of unitIds) {
      const answer = await ctx.insert(departmentAnswer, {
        whistleId: row.id,
        unitId,
        answerDueAt,
        ownerUnitId: unitId,
        areaCode: row.areaCode,
        mark: row.mark,
      });
      answers.push(answer);
      await ctx.involve(streetWhistle, row.id, { unitId });
      await ctx.involve(departmentAnswer, answer.id, { unitId: row.ownerUnitId });
      if (matter) await ctx.involve(incident, matter.id, { unitId });
    }
    const clocks = await startClocks(
      ctx,
      answers.map((answer) => ({
        subject: refOf(answer),
        name: 'answer',
        label: { zh: `报到 ${row.number}`, en: `Answer ${row.number}` },
        from: ctx.now,
        limit: { dueAt: answerDueAt },
        citation: rules.citation,
        ruleVersion: ruleWord(rules),
        concerns: [whistleRef(row.id)],
      })),
    );
    ctx.fact({
      kind: 'street_whistle.blown',
      subject: whistleRef(row.id),
      concerns: [...answers.map(refOf), ...matterOf(row), ...clocks],
      payload: { number: row.number, departments: unitIds, priority: row.priority, answerDueAt },
    });
    for (const answer of answers) {
      await sendMessage(ctx, {
        to: await answerersOfUnit(ctx, answer.unitId),
        template: 'street_whistle.blown',
        heading: {
          zh: `街道吹哨 ${row.number}：${row.title}，请报到`,
          en: `A street whistles, ${row.number}: ${row.title}. Please answer`,
        },
        priority: row.priority,
        channels: TO_PHONE_AND_DESK,
        about: whistleRef(row.id),
        mark: row.mark,
      });
    }
    return { id: row.id, number: row.number ?? '', answers: answers.map(({ id }) => ({ id })) };
  },
});

/** 报到: who comes and what is done about it. Late answers count as late, and still stop the asking. */
export const answer = command('departmentAnswers.answer', {
  label: { zh: '报到', en: 'Answer a whistle' },
  may: answerWhistle,
  input: z.object({ id: idInput, measures: filled(1000) }),
  output: stepped,
  records: ['department_answer.answered', 'message.sent'],
  async run(ctx, { id, measures }) {
    const row = await ctx.load(departmentAnswer, id);
    const from = await ctx.record(streetWhistle, row.whistleId, readWhistle);
    const next = await ctx.transition(departmentAnswerLifecycle, row, 'answer', {
      answeredAt: ctx.now,
      answeredById: ctx.viewer.personId,
      measures,
    });
    const clocks = await meetClock(ctx, refOf(row), 'answer');
    ctx.fact({
      kind: 'department_answer.answered',
      subject: refOf(row),
      concerns: [whistleRef(from.id), ...matterOf(from), ...clocks],
      payload: { number: from.number, unitId: row.unitId, isLate: ctx.now > row.answerDueAt },
    });
    await sendMessage(ctx, {
      to: [...new Set([...(await answerersOfUnit(ctx, from.ownerUnitId)), from.createdBy])],
      template: 'department_answer.answered',
      heading: {
        zh: `部门已报到 ${from.number}：${from.title}`,
        en: `A department has answered ${from.number}: ${from.title}`,
      },
      priority: from.priority,
      about: whistleRef(from.id),
      mark: from.mark,
    });
    return next;
  },
});

/** 评价: 到场、解决、满意, by the street; the last rating closes the whistle. */
export const rateAnswer = command('departmentAnswers.rate', {
  label: { zh: '评价部门报到', en: 'Rate an answer' },
  may: blowWhistle,
  input: z.object({
    id: idInput,
    presence: ofAnswer.presence.input,
    solved: ofAnswer.solved.input,
    satisfaction: ofAnswer.satisfaction.input,
    remark: ofAnswer.remark.input,
  }),
  output: stepped,
  records: ['department_answer.rated', 'street_whistle.closed'],
  async run(ctx, { id, ...rating }) {
    const { whistleId } = await ctx.record(departmentAnswer, id, readAnswer);
    const from = await ctx.load(streetWhistle, whistleId, blowWhistle);
    const row = await ctx.load(departmentAnswer, id, readAnswer);
    const next = await ctx.transition(departmentAnswerLifecycle, row, 'rate', { ...rating, ratedAt: ctx.now });
    const clocks = row.state === 'called' ? await cancelClock(ctx, refOf(row)) : [];
    ctx.fact({
      kind: 'department_answer.rated',
      subject: refOf(row),
      concerns: [whistleRef(from.id), ...matterOf(from), ...clocks],
      payload: { number: from.number, unitId: row.unitId, ...rating, remark: undefined },
    });
    const open = await ctx.row(sql`select id from department_answer
      where whistle_id = ${from.id} and state in ('called', 'answered') limit 1`);
    if (!open) {
      await ctx.transition(streetWhistleLifecycle, from, 'close');
      ctx.fact({
        kind: 'street_whistle.closed',
        subject: whistleRef(from.id),
        concerns: matterOf(from),
        payload: { number: from.number },
      });
    }
    return next;
  },
});

/** 撤哨: the matter is settled or was a mistake; every department that was called is told why. */
export const withdraw = command('streetWhistles.withdraw', {
  label: { zh: '撤哨', en: 'Withdraw a whistle' },
  may: blowWhistle,
  input: z.object({ id: idInput, reason: filled(500) }),
  output: stepped,
  records: ['street_whistle.withdrawn', 'message.sent'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(streetWhistle, id);
    const next = await ctx.transition(streetWhistleLifecycle, row, 'withdraw', { reason });
    const open = await ctx.rows<{ id: string }>(sql`select id from department_answer
      where whistle_id = ${id} and state in ('called', 'answered') order by id`);
    const answers = [];
    for (const one of open) answers.push(await ctx.load(departmentAnswer, one.id, readAnswer));
    const clocks = [];
    const people = [];
    for (const one of answers) {
      await ctx.transition(departmentAnswerLifecycle, one, 'withdraw');
      clocks.push(...(await cancelClock(ctx, refOf(one))));
      people.push(...(await answerersOfUnit(ctx, one.unitId)));
    }
    ctx.fact({
      kind: 'street_whistle.withdrawn',
      subject: whistleRef(id),
      concerns: [...answers.map(refOf), ...matterOf(row), ...clocks],
      payload: { number: row.number, reason },
    });
    await sendMessage(ctx, {
      to: [...new Set(people)],
      template: 'street_whistle.withdrawn',
      heading: { zh: `已撤哨 ${row.number}：${row.title}`, en: `Withdrawn, ${row.number}: ${row.title}` },
      text: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
      priority: 'normal',
      about: whistleRef(id),
      mark: row.mark,
    });
    return next;
  },
});

/** Nobody answered in time: the command centre is told, once; the department may still answer. */
export async function escalate(ctx: CommandContext, id: string): Promise<void> {
  const row = await ctx.load(departmentAnswer, id);
  if (row.state !== 'called' || row.escalatedAt) return;
  const from = await ctx.record(streetWhistle, row.whistleId);
  const unit = await ctx.row<{ name: string }>(sql`select short_name as name from unit where id = ${row.unitId}`);
  const centre = await commandCentre(ctx);
  await ctx.update(departmentAnswer, row, { escalatedAt: ctx.now });
  ctx.fact({
    kind: 'department_answer.escalated',
    subject: refOf(row),
    concerns: [whistleRef(from.id), ...matterOf(from)],
    payload: { number: from.number, unitId: row.unitId },
  });
  await sendMessage(ctx, {
    to: centre ? await dutyPeopleOf(ctx, centre.id) : [],
    template: 'department_answer.escalated',
    heading: {
      zh: `${unit?.name ?? ''}逾期未报到 ${from.number}：${from.title}`,
      en: `${unit?.name ?? ''} has not answered ${from.number}: ${from.title}`,
    },
    priority: from.priority,
    channels: TO_PHONE_AND_DESK,
    about: whistleRef(from.id),
    mark: from.mark,
  });
}

/** An incident that is still open, seen by whoever whistles. */
async function openMatter(ctx: CommandContext, id: string) {
  if (!(await ctx.maySee('incident', id))) throw problem('record.unknown', {}, 'incidentId');
  const row = await ctx.record(incident, id, readIncident);
  if (row.state === 'closed') {
    throw problem(
      'state.guard',
      { reason: { zh: '事件已办结，请另行吹哨', en: 'The incident is closed; whistle without it' } },
      'incidentId',
    );
  }
  return row;
}

const matterOf = ({ incidentId }: { incidentId: string | null }) =>
  incidentId ? [{ register: 'incident', id: incidentId }] : [];
const refOf = ({ id }: { id: string }) => ({ register: 'department_answer', id });
const whistleRef = (id: string) => ({ register: 'street_whistle', id });
