import { type Fact, reaction } from '../../foundation/timeline/define.ts';
import { RESOURCE_FACTS, RISK_FACTS, RULES_OF_PLANS } from './plan-revision.rules.ts';
import {
  hadDuties,
  planById,
  plansBelow,
  plansCountingOn,
  plansInForce,
  plansNaming,
  raiseOn,
  settleBy,
} from './plan-revisions.commands.ts';

const recordOf = ({ register, subjectId }: Fact) => ({ register, id: subjectId });
const words = (payload: Fact['payload'], name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

/** 第35条（一）: a rule by which plans work was approved in another version. */
export const onRuleApproved = reaction(
  'plan_revisions.on_rule_approved',
  ['rule_set_version.approved'],
  async (ctx, fact) => {
    const kind = words(fact.payload, 'kind');
    if (!RULES_OF_PLANS.includes(kind)) return;
    const label = ctx.catalogue.ruleSets.get(kind)?.label.zh ?? kind;
    await raiseOn(ctx, await plansInForce(ctx), {
      cause: 'law_changed',
      about: `规则「${label}」已批准新版本，请核对响应级别、指挥权限和期限`,
      record: recordOf(fact),
    });
  },
);

/** 第35条（一） again: the plan above has a new edition; and what was asked of the plan itself is taken in by its own. */
export const onPlanAdopted = reaction('plan_revisions.on_plan_adopted', ['plan.adopted'], async (ctx, fact) => {
  const { payload, subjectId } = fact;
  await settleBy(ctx, subjectId, words(payload, 'key'));
  if (payload.edition === 1) return;
  const below = await plansBelow(ctx, subjectId, words(payload, 'type'), words(payload, 'incidentKind'));
  await raiseOn(ctx, below, {
    cause: 'law_changed',
    about: `上位预案《${words(payload, 'name')}》已发布第 ${payload.edition} 版`,
    record: recordOf(fact),
  });
});

/** 第35条（二） and 三定: duties or place of a unit that the plan names. */
export const onDutiesChanged = reaction(
  'plan_revisions.on_duties_changed',
  ['duty_list.changed', 'unit.moved', 'unit.renamed'],
  async (ctx, fact) => {
    const unitId = fact.register === 'unit' ? fact.subjectId : words(fact.payload, 'unitId');
    if (!unitId) return;
    const isName = fact.kind === 'unit.renamed';
    // The first list of a unit is an entry and no adjustment; without this every new district begins with requests.
    if (fact.kind === 'duty_list.changed' && !(await hadDuties(ctx, unitId, fact.recordedAt))) return;
    await raiseOn(ctx, await plansNaming(ctx, unitId), {
      cause: isName ? 'other_information' : 'organs_changed',
      about: isName
        ? `预案所列单位更名：${words(fact.payload, 'before')} → ${words(fact.payload, 'name')}`
        : fact.kind === 'unit.moved'
          ? '预案所列单位的隶属关系已调整'
          : '预案所列单位的职责（三定）已调整',
      record: { register: 'unit', id: unitId },
    });
  },
);

/** 第35条（三）: what the plan is about has become more, less or otherwise. */
export const onRiskChanged = reaction('plan_revisions.on_risk_changed', Object.keys(RISK_FACTS), async (ctx, fact) => {
  const label = ctx.catalogue.registers.get(fact.register)?.label.zh ?? fact.register;
  await raiseOn(ctx, await plansInForce(ctx, RISK_FACTS[fact.kind]), {
    cause: 'risks_changed',
    about: `${label}「${words(fact.payload, 'title')}」的情况有变化，请核对风险和响应条件`,
    record: recordOf(fact),
  });
});

/** 第35条（四）: something that clauses count on is gone. */
export const onResourceGone = reaction('plan_revisions.on_resource_gone', [...RESOURCE_FACTS], async (ctx, fact) => {
  const title = words(fact.payload, 'title');
  if (title.length < 2) return;
  const label = ctx.catalogue.registers.get(fact.register)?.label.zh ?? fact.register;
  await raiseOn(ctx, await plansCountingOn(ctx, title), {
    cause: 'resources_changed',
    about: `预案所列${label}「${title}」已不在册`,
    record: recordOf(fact),
  });
});

/** 第35条（五）: what a response showed: clauses not executed, orders late or unanswered, conditions not met at its end. */
export const onResponseEnded = reaction(
  'plan_revisions.on_response_ended',
  ['activation.terminated'],
  async (ctx, fact) => {
    const {
      planId,
      leftOut = 0,
      late = 0,
      unanswered = 0,
    } = fact.payload as {
      planId?: string;
      leftOut?: number;
      late?: number;
      unanswered?: number;
    };
    if (!planId || fact.mark === 'test' || leftOut + late + unanswered === 0) return;
    const found = [
      ...(leftOut > 0 ? [`未执行条款 ${leftOut} 条`] : []),
      ...(late > 0 ? [`逾期指令 ${late} 条`] : []),
      ...(unanswered > 0 ? [`无人应答 ${unanswered} 次`] : []),
    ];
    await raiseOn(ctx, await planById(ctx, planId), {
      cause: 'problem_found',
      about: `${fact.mark === 'drill' ? '演练' : '实战'}响应${words(fact.payload, 'number')}中发现：${found.join('，')}`,
      record: recordOf(fact),
    });
  },
);

/** 第35条（五） again: what a review made a finding of the plan. */
export const onReviewFinding = reaction(
  'plan_revisions.on_review_finding',
  ['review_finding.revision_asked'],
  async (ctx, fact) => {
    if (fact.mark === 'test') return;
    const [clause, reason] = [words(fact.payload, 'clause'), words(fact.payload, 'reason')];
    await raiseOn(ctx, await planById(ctx, words(fact.payload, 'planId')), {
      cause: 'problem_found',
      about: `${fact.mark === 'drill' ? '演练' : ''}复盘评估提出：${[clause && `条款 ${clause}`, reason].filter(Boolean).join('，')}`,
      record: recordOf(fact),
    });
  },
);

/** 第34条: three years have passed since it was issued. */
export const onEvaluationDue = reaction('plan_revisions.on_evaluation_due', ['clock.fell_due'], async (ctx, fact) => {
  const { subject, name } = fact.payload as { subject?: { register?: string; id?: string }; name?: string };
  if (subject?.register !== 'plan' || name !== 'evaluation' || !subject.id) return;
  await raiseOn(ctx, await planById(ctx, subject.id), {
    cause: 'evaluation_due',
    about: '预案印发已满评估周期，请评估并决定是否修订',
    record: { register: 'plan', id: subject.id },
  });
});
