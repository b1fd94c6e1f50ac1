import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ViewContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { ROLES, SIGNED_IN } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import type { RuleSetDefinition } from './define.ts';
import { ruleSetVersion } from './rule-set-version.register.ts';
import { STEPS, stepsOf } from './steps.rules.ts';
import { leavesOf } from './values.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const values = z.record(z.string(), z.unknown());

const version = z.object({
  id: z.string(),
  version: z.number(),
  versionNumber: z.number(),
  state: z.string(),
  values,
  effectiveFrom: z.date(),
  inForceFrom: z.date().nullable(),
  citation: z.string(),
  note: z.string().nullable(),
  isAssumed: z.boolean(),
  basedOn: z.number().nullable(),
  proposedBy: z.string().nullable(),
  proposerName: z.string().nullable(),
  submittedAt: z.date().nullable(),
  deciderName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decisionReason: z.string().nullable(),
});
type VersionRow = z.input<typeof version>;

const leaf = z.object({
  path: z.string(),
  type: z.enum(['whole', 'decimal', 'boolean', 'text', 'choice', 'choices', 'rows']),
  label: phrase,
  unit: phrase.optional(),
  group: phrase.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  options: z.array(z.object({ id: z.string(), label: phrase })).optional(),
  always: z.array(z.string()).optional(),
});
const leaves = z.array(leaf.extend({ columns: z.array(leaf).optional() }));

const kindOutput = z.object({
  name: z.string(),
  label: phrase,
  about: phrase,
  citation: z.string(),
  owner: z.object({ role: z.string(), label: phrase }),
  approver: z.object({ role: z.string(), label: phrase }),
  hasTryOut: z.boolean(),
  /** Number of the version in force at this instant. */
  inForce: z.number(),
});

export const list = view('ruleSets.list', {
  label: { zh: '规则一览', en: 'Rules' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({
    items: z.array(
      kindOutput.extend({
        since: z.date(),
        isAssumed: z.boolean(),
        source: z.string(),
        /** The approved version that takes over next, where there is one. */
        next: z.object({ versionNumber: z.number(), from: z.date() }).nullable(),
        submitted: z.number(),
        drafts: z.number(),
      }),
    ),
  }),
  reads: [ruleSetVersion],
  async run(ctx) {
    const rows = await ctx.rows<{ kind: string; submitted: number; drafts: number; nextFrom: Date; next: number }>(sql`
      select kind, (count(*) filter (where state = 'submitted'))::int as submitted,
        (count(*) filter (where state = 'draft'))::int as drafts,
        min(in_force_from) filter (where state = 'approved' and in_force_from > ${ctx.now}) as next_from,
        (array_agg(version_number order by in_force_from)
          filter (where state = 'approved' and in_force_from > ${ctx.now}))[1] as next
      from ${ctx.visible(ruleSetVersion)} v group by kind`);
    const counted = new Map(rows.map((row) => [row.kind, row]));
    return {
      items: [...ctx.catalogue.ruleSets.values()].map((kind) => {
        const rule = ctx.rules(kind);
        const found = counted.get(kind.name);
        return {
          ...described(ctx, kind),
          since: rule.since,
          isAssumed: rule.isAssumed,
          source: rule.citation,
          next: found?.nextFrom ? { versionNumber: found.next, from: found.nextFrom } : null,
          submitted: found?.submitted ?? 0,
          drafts: found?.drafts ?? 0,
        };
      }),
    };
  },
});

const fileOutput = kindOutput.extend({
  leaves,
  current: values,
  /** Newest first, whatever became of them. */
  versions: z.array(version),
  mayPropose: z.boolean(),
});

/** One kind of rule: what holds, and every version there ever was. */
export const ofKind = view('ruleSets.ofKind', {
  label: { zh: '规则详情', en: 'One rule with its versions' },
  may: SIGNED_IN,
  input: z.object({ kind: z.string().max(60) }),
  output: fileOutput,
  reads: [ruleSetVersion],
  run: (ctx, { kind }) => fileOf(ctx, kindOf(ctx, kind)),
});

export const record = view('ruleSets.record', {
  label: { zh: '规则版本', en: 'A version of a rule' },
  may: SIGNED_IN,
  input: z.object({ id: idInput }),
  output: z.object({ kind: fileOutput, version, steps: z.array(z.enum(STEPS)) }),
  reads: [ruleSetVersion],
  async run(ctx, { id }) {
    const { kind: name } = await ctx.record(ruleSetVersion, id);
    const kind = kindOf(ctx, name);
    const file = await fileOf(ctx, kind);
    const found = file.versions.find((one) => one.id === id);
    if (!found) throw problem('record.unknown', {}, 'id');
    const roles = ctx.viewer.hats.map((hat) => hat.role);
    return {
      kind: file,
      version: found,
      steps: stepsOf(found, kind, { personId: ctx.viewer.personId, roles }, ctx.now),
    };
  },
});

const figure = z.object({ label: phrase, unit: phrase.optional(), current: z.number(), proposed: z.number() });
const changed = z.object({
  register: z.string(),
  /** Of the register: where the record's page is found. */
  plural: z.string(),
  id: z.string(),
  title: z.string(),
  current: phrase,
  proposed: phrase,
});

/** The figures of a version against those in force, on what has happened and the viewer may see. */
export const tryOut = view('ruleSets.tryOut', {
  label: { zh: '规则试算', en: 'Try a version out' },
  may: SIGNED_IN,
  input: z.object({ id: idInput }),
  output: z.object({
    examined: z.number(),
    since: z.date().nullable(),
    figures: z.array(figure),
    cases: z.array(changed),
  }),
  reads: [ruleSetVersion],
  async run(ctx, { id }) {
    const row = await ctx.record(ruleSetVersion, id);
    const kind = kindOf(ctx, row.kind);
    const run = ctx.catalogue.tryOuts.get(kind.name);
    if (!run) throw problem('rule_set.no_try_out');
    const proposed = kind.schema.parse(row.values);
    const { figures, cases, ...rest } = await run.run(ctx, {
      current: ctx.rules(kind).values as never,
      proposed: proposed as never,
    });
    const pluralOf = (name: string) => ctx.catalogue.registers.get(name)?.plural ?? '';
    return {
      ...rest,
      figures: [...figures],
      cases: cases.map((one) => ({ ...one, plural: pluralOf(one.register) })),
    };
  },
});

/** The figures that hold now, for a screen that counts with them before it sends anything. */
export const inForce = view('ruleSets.inForce', {
  label: { zh: '现行规则', en: 'Rule in force' },
  may: SIGNED_IN,
  input: z.object({ kind: z.string().max(60) }),
  output: z.object({
    kind: z.string(),
    version: z.number(),
    values,
    citation: z.string(),
    isAssumed: z.boolean(),
    since: z.date(),
  }),
  reads: [ruleSetVersion],
  async run(ctx, { kind: name }) {
    const rule = ctx.rules(kindOf(ctx, name));
    return { ...rule, values: rule.values as Record<string, unknown> };
  },
});

function kindOf(ctx: ViewContext, name: string): RuleSetDefinition {
  const kind = ctx.catalogue.ruleSets.get(name);
  if (!kind) throw problem('record.unknown', {}, 'kind');
  return kind;
}

function described(ctx: ViewContext, kind: RuleSetDefinition): z.input<typeof kindOutput> {
  const { name, label, about, citation, ownerRole, approverRole } = kind;
  return {
    name,
    label,
    about,
    citation,
    owner: { role: ownerRole, label: ROLES[ownerRole] },
    approver: { role: approverRole, label: ROLES[approverRole] },
    hasTryOut: ctx.catalogue.tryOuts.has(name),
    inForce: ctx.rules(kind).version,
  };
}

async function fileOf(ctx: ViewContext, kind: RuleSetDefinition): Promise<z.input<typeof fileOutput>> {
  const versions = await ctx.rows<VersionRow>(sql`
    select v.*, p.name as proposer_name, d.name as decider_name
    from ${ctx.visible(ruleSetVersion)} v
    left join person p on p.id = v.proposed_by left join person d on d.id = v.decided_by
    where v.kind = ${kind.name} order by v.version_number desc`);
  return {
    ...described(ctx, kind),
    // As JSON: what a leaf has not, its description has not either.
    leaves: leavesOf(kind.schema) as z.input<typeof leaves>,
    current: ctx.rules(kind).values as Record<string, unknown>,
    versions,
    mayPropose: ctx.viewer.hats.some((hat) => hat.role === kind.ownerRole),
  };
}
