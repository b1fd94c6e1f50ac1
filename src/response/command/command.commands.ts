import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { startClock } from '../../foundation/clocks/index.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { ISSUE_RECORDS } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { setResponseLevel } from '../incidents/index.ts';
import { activatePlan } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { expectedEnd, LEVEL_BY_GRADE, suggestedLevel } from './activation.rules.ts';
import { clausesOf, lineInput, putOut } from './activation-lines.commands.ts';

const level = z.enum(RESPONSE_LEVELS.map((one) => one.id));
const { fields: of } = activation;

/** One confirmation, all orders: what the preview showed, as the commander left it. */
export const activate = command('command.activate', {
  label: { zh: '启动应急响应', en: 'Activate a plan' },
  may: activatePlan,
  input: z.object({
    incidentId: idInput,
    planId: idInput,
    level,
    matter: of.matter.input,
    expectedHours: of.expectedHours.input,
    measures: of.measures.input,
    actions: z.array(lineInput).min(1).max(500),
  }),
  output: z.object({ id: z.string(), number: z.string(), orders: z.number(), waiting: z.number() }),
  records: ['activation.started', ...ISSUE_RECORDS],
  async run(ctx, input) {
    const matter = await ctx.load(incident, input.incidentId);
    if (matter.state === 'closed') throw problem('state.guard', { reason: CLOSED }, 'incidentId');
    const running = await ctx.row(sql`select 1 from activation where incident_id = ${matter.id} and state = 'active'`);
    if (running) throw problem('activation.running');
    const edition = await ctx.record(plan, input.planId, readPlan);
    if (edition.state !== 'in_force') throw problem('plan.superseded', {}, 'planId');
    const rule = ctx.rules(LEVEL_BY_GRADE);
    const row = await ctx.insert(activation, {
      incidentId: matter.id,
      planId: edition.id,
      matter: input.matter,
      level: input.level,
      suggestedLevel: suggestedLevel(matter.grade, rule.values),
      levelRule: ruleUsed(rule),
      expectedHours: input.expectedHours,
      measures: input.measures,
      startedAt: ctx.now,
      superiorCommands: false,
      mark: matter.mark,
      areaCode: matter.areaCode,
    });
    const asked = (await clausesOf(ctx, edition.id)).filter(({ levels }) => levels.includes(input.level));
    const { orders, waiting, leftOut } = await putOut(
      ctx,
      { row, matter, edition },
      { level: input.level, asked, lines: input.actions },
    );
    const clock = await startClock(ctx, expectedEnd(row, ctx.now));
    ctx.fact({
      kind: 'activation.started',
      subject: { register: 'activation', id: row.id },
      concerns: [{ register: 'incident', id: matter.id }, clock],
      payload: {
        number: row.number,
        plan: edition.name,
        edition: edition.edition,
        level: row.level,
        matter: row.matter,
        expectedHours: row.expectedHours,
        measures: row.measures,
        orders,
        waiting,
        leftOut,
      },
    });
    await setResponseLevel(ctx, matter.id, input.level);
    return { id: row.id, number: row.number ?? '', orders, waiting };
  },
});

const CLOSED = { zh: '事件已办结，重新办理后才能启动响应', en: 'The incident is closed; reopen it first' };
