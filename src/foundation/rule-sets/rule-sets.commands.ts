import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { readInput } from '../api/index.ts';
import { ROLES } from '../identity/define.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import type { BusinessRole, RuleSetDefinition } from './define.ts';
import { RULES_CHANNEL, reloadRules } from './rule-book.ts';
import { approveRules, loadRules, proposeRules } from './rule-set.permissions.ts';
import { ruleSetVersionLifecycle } from './rule-set-version.lifecycle.ts';
import { ruleSetVersion } from './rule-set-version.register.ts';

const { fields: of } = ruleSetVersion;
type Version = RowOf<typeof ruleSetVersion>;

const proposal = {
  values: of.values.input,
  effectiveFrom: of.effectiveFrom.input,
  citation: of.citation.input,
  note: of.note.input,
  isAssumed: z.boolean().default(false),
};
const answer = z.object({ id: z.string(), state: z.string(), version: z.number(), versionNumber: z.number() });
const subject = ({ id }: { id: string }) => ({ register: 'rule_set_version', id });

export const propose = command('ruleSets.propose', {
  label: { zh: '拟定规则修改', en: 'Draft a change of rules' },
  may: proposeRules,
  input: z.object({ kind: of.kind.input, ...proposal }),
  output: answer,
  records: ['rule_set_version.drafted'],
  async run(ctx, { kind: name, ...input }) {
    const kind = kindOf(ctx, name);
    assertRole(ctx, kind.ownerRole, 'rule_set.not_owner');
    const values = checked(kind, input.values);
    const row = await ctx.insert(ruleSetVersion, {
      ...input,
      kind: name,
      values,
      versionNumber: await nextVersion(ctx, name),
      basedOn: ctx.rules(kind).version,
      proposedBy: ctx.viewer.personId,
    });
    ctx.fact({ kind: 'rule_set_version.drafted', subject: subject(row), payload: payloadOf(row) });
    return row;
  },
});

export const revise = command('ruleSets.revise', {
  label: { zh: '修改规则草稿', en: 'Revise the draft of a change of rules' },
  may: proposeRules,
  input: z.object({ id: idInput, ...proposal }),
  output: answer,
  records: ['rule_set_version.revised'],
  async run(ctx, { id, ...input }) {
    const row = await ownProposal(ctx, id);
    if (row.state !== 'draft') throw problem('rule_set.not_draft');
    const values = checked(kindOf(ctx, row.kind), input.values);
    const next = await ctx.update(ruleSetVersion, row, { ...input, values });
    ctx.fact({ kind: 'rule_set_version.revised', subject: subject(row), payload: payloadOf(next) });
    return next;
  },
});

export const submit = command('ruleSets.submit', {
  label: { zh: '提交规则审批', en: 'Submit a change of rules' },
  may: proposeRules,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['rule_set_version.submitted'],
  async run(ctx, { id }) {
    const row = await ownProposal(ctx, id);
    const next = await ctx.transition(ruleSetVersionLifecycle, row, 'submit', { submittedAt: ctx.now });
    ctx.fact({ kind: 'rule_set_version.submitted', subject: subject(row), payload: payloadOf(row) });
    return next;
  },
});

export const withdraw = command('ruleSets.withdraw', {
  label: { zh: '撤回规则修改', en: 'Withdraw a change of rules' },
  may: proposeRules,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['rule_set_version.withdrawn'],
  async run(ctx, { id }) {
    const row = await ownProposal(ctx, id);
    const next = await ctx.transition(ruleSetVersionLifecycle, row, 'withdraw');
    ctx.fact({ kind: 'rule_set_version.withdrawn', subject: subject(row), payload: payloadOf(row) });
    return next;
  },
});

/** Takes effect on the day asked for, or now where that day has passed: never for what happened before. */
export const approve = command('ruleSets.approve', {
  label: { zh: '批准规则修改', en: 'Approve a change of rules' },
  may: approveRules,
  input: z.object({ id: idInput, reason: of.decisionReason.input }),
  output: answer.extend({ inForceFrom: z.date() }),
  records: ['rule_set_version.approved'],
  async run(ctx, { id, reason }) {
    const row = await othersProposal(ctx, id);
    checked(kindOf(ctx, row.kind), row.values);
    const inForceFrom = new Date(Math.max(row.effectiveFrom.getTime(), ctx.now.getTime()));
    const next = await ctx.transition(ruleSetVersionLifecycle, row, 'approve', {
      ...decision(ctx, reason),
      inForceFrom,
    });
    ctx.fact({
      kind: 'rule_set_version.approved',
      subject: subject(row),
      payload: { ...payloadOf(row), inForceFrom, reason },
    });
    tellRules(ctx);
    return { ...next, inForceFrom };
  },
});

export const reject = command('ruleSets.reject', {
  label: { zh: '不批准规则修改', en: 'Reject a change of rules' },
  may: approveRules,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(500) }),
  output: answer,
  records: ['rule_set_version.rejected'],
  async run(ctx, { id, reason }) {
    const row = await othersProposal(ctx, id);
    const next = await ctx.transition(ruleSetVersionLifecycle, row, 'reject', decision(ctx, reason));
    ctx.fact({ kind: 'rule_set_version.rejected', subject: subject(row), payload: { ...payloadOf(row), reason } });
    return next;
  },
});

/** An approval is taken back as long as nothing was judged by it. */
export const revoke = command('ruleSets.revoke', {
  label: { zh: '撤销规则批准', en: 'Revoke the approval of rules' },
  may: approveRules,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(500) }),
  output: answer,
  records: ['rule_set_version.revoked'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(ruleSetVersion, id);
    assertRole(ctx, kindOf(ctx, row.kind).approverRole, 'rule_set.not_approver');
    if (row.inForceFrom && row.inForceFrom <= ctx.now) throw problem('rule_set.in_force');
    const next = await ctx.transition(ruleSetVersionLifecycle, row, 'revoke', decision(ctx, reason));
    ctx.fact({ kind: 'rule_set_version.revoked', subject: subject(row), payload: { ...payloadOf(row), reason } });
    tellRules(ctx);
    return next;
  },
});

/** What an installation starts with; a kind that has versions already keeps them, whatever a new release would say. */
export const load = command('ruleSets.load', {
  label: { zh: '载入初始规则', en: 'Load initial rules' },
  may: loadRules,
  input: z.object({}),
  output: z.object({ kinds: z.array(z.string()) }),
  records: ['rule_set_version.loaded'],
  async run(ctx) {
    // Two replicas may start at once: the second waits and finds everything there.
    await sql`select pg_advisory_xact_lock(hashtext('rule_set_version'))`.execute(ctx.tx);
    const known = await ctx.rows<{ kind: string }>(sql`select distinct kind from rule_set_version`);
    const missing = [...ctx.catalogue.ruleSets.values()].filter(({ name }) => !known.some(({ kind }) => kind === name));
    if (missing.length === 0) throw problem('rule_set.nothing_new');
    for (const { name, initial } of missing) {
      const from = new Date(initial.effectiveFrom);
      const row = await ctx.insert(ruleSetVersion, {
        kind: name,
        versionNumber: 1,
        state: 'approved',
        values: initial.values as Record<string, unknown>,
        effectiveFrom: from,
        inForceFrom: from,
        citation: initial.citation,
        isAssumed: initial.isAssumed,
      });
      ctx.fact({ kind: 'rule_set_version.loaded', subject: subject(row), payload: payloadOf(row) });
    }
    return { kinds: missing.map(({ name }) => name) };
  },
});

function kindOf(ctx: CommandContext, name: string): RuleSetDefinition {
  const kind = ctx.catalogue.ruleSets.get(name);
  if (!kind) throw problem('input.field', { label: of.kind.label, reason: name }, 'kind');
  return kind;
}

/** @throws `input.invalid`, every wrong figure named by its path: `values.receiveMinutes.urgent` */
function checked(kind: RuleSetDefinition, values: unknown): Record<string, unknown> {
  const read = readInput(z.object({ values: kind.schema }), { values }, kind.label) as { values: unknown };
  return read.values as Record<string, unknown>;
}

/** The hat somebody acts with must be the owner's or approver's of this very rule. */
function assertRole(
  ctx: CommandContext,
  role: BusinessRole,
  key: 'rule_set.not_owner' | 'rule_set.not_approver',
): void {
  if (!ctx.viewer.hats.some((hat) => hat.role === role)) throw problem(key, { role: ROLES[role] });
}

/** Whoever wrote a proposal goes on with it; nobody signs another's words. */
async function ownProposal(ctx: CommandContext, id: string): Promise<Version> {
  const row = await ctx.load(ruleSetVersion, id);
  assertRole(ctx, kindOf(ctx, row.kind).ownerRole, 'rule_set.not_owner');
  if (row.proposedBy !== ctx.viewer.personId) throw problem('rule_set.not_yours');
  return row;
}

async function othersProposal(ctx: CommandContext, id: string): Promise<Version> {
  const row = await ctx.load(ruleSetVersion, id);
  if (row.proposedBy === ctx.viewer.personId) throw problem('rule_set.same_person');
  assertRole(ctx, kindOf(ctx, row.kind).approverRole, 'rule_set.not_approver');
  return row;
}

/** Gapless per kind; the lock makes two proposals at once take different numbers. */
async function nextVersion(ctx: CommandContext, kind: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('rule_set_version'))`.execute(ctx.tx);
  const last = await ctx.row<{ last: number | null }>(
    sql`select max(version_number) as last from rule_set_version where kind = ${kind}`,
  );
  return (last?.last ?? 0) + 1;
}

const decision = (ctx: CommandContext, reason: string | null) => ({
  decidedBy: ctx.viewer.personId,
  decidedAt: ctx.now,
  decisionReason: reason,
});

const payloadOf = (row: Version) => ({
  kind: row.kind,
  versionNumber: row.versionNumber,
  effectiveFrom: row.effectiveFrom,
  isAssumed: row.isAssumed,
  values: row.values,
});

function tellRules(ctx: CommandContext): void {
  const { catalogue } = ctx;
  ctx.afterCommit(() => reloadRules(catalogue));
  ctx.tellReplicas(RULES_CHANNEL, '');
}
