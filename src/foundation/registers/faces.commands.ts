import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext, NewValues } from '../api/context.ts';
import { type AnyCommand, command } from '../api/define.ts';
import { attachFiles } from '../files/index.ts';
import { textDigest } from '../personal-data/index.ts';
import type { FieldType, RegisterDefinition, RegisterFaces, RowOf } from './define.ts';
import { completed, faultOf } from './soundness.rules.ts';
import { snakeCase } from './table.ts';
import { idInput } from './types/reference.type.ts';
import { cleanText } from './types/text.type.ts';

type Values = Record<string, unknown>;
type Row = RowOf<RegisterDefinition> & Values;

const reason = z.string().min(2).max(500).transform(cleanText);
const answered = z.object({ id: z.string(), state: z.string(), version: z.number() });
export const NOTHING_CHANGED = { zh: '没有任何改动', en: 'Nothing was changed' };
const WITHDRAWN = { zh: '已注销，恢复后才能更正', en: 'It is withdrawn; restore it before correcting it' };

/** Register, correct, withdraw, restore one record; change many at once. */
export function recordCommands(faces: RegisterFaces): AnyCommand[] {
  const { register, keep } = faces;
  const { name, plural, label, fields } = register;
  const noun = label.en.toLowerCase();
  const inputs = Object.entries(fields).map(([field, { input }]) => [field, input] as const);
  const whole = z.object({ ownerUnitId: idInput.optional(), ...Object.fromEntries(inputs) });
  const partial = z.object(Object.fromEntries(inputs.map(([field, input]) => [field, input.optional()])));

  const add = command(`${plural}.register`, {
    label: { zh: `登记${label.zh}`, en: `Register: ${noun}` },
    may: keep,
    input: whole,
    output: answered,
    records: [`${name}.registered`],
    async run(ctx, { ownerUnitId, ...given }) {
      const values = completed(faces, given);
      await assertSound(ctx, faces, values);
      await assertAlone(ctx, faces, values);
      const row = await ctx.insert(register, {
        ...values,
        ...(ownerUnitId ? { ownerUnitId } : {}),
      } as NewValues<never>);
      await bindFiles(ctx, register, row.id, values);
      ctx.fact({ kind: `${name}.registered`, subject: { register: name, id: row.id }, payload: titled(faces, row) });
      return row;
    },
  });

  const correct = command(`${plural}.correct`, {
    label: { zh: `更正${label.zh}`, en: `Correct: ${noun}` },
    may: keep,
    input: partial.extend({ id: idInput, reason: reason.optional() }),
    output: answered,
    records: [`${name}.corrected`],
    async run(ctx, { id, reason: why, ...changes }) {
      return change(ctx, faces, id, changes, why);
    },
  });

  const changeMany = command(`${plural}.changeMany`, {
    label: { zh: `批量修改${label.zh}`, en: `Change many: ${noun}` },
    may: keep,
    input: z.object({ ids: z.array(idInput).min(1).max(500), changes: partial, reason }),
    output: z.object({ count: z.number() }),
    records: [`${name}.corrected`],
    async run(ctx, { ids, changes, reason: why }) {
      for (const key of faces.keys) {
        if (key in changes)
          throw problem('input.field', { label: fields[key]?.label, reason: ONE_BY_ONE }, `changes.${key}`);
      }
      let count = 0;
      for (const id of new Set(ids)) {
        const row = await ctx.load(register, id);
        if (differing(faces, row, changes).length === 0) continue;
        await correctRow(ctx, faces, row, changes, why);
        count += 1;
      }
      if (count === 0) throw problem('state.guard', { reason: NOTHING_CHANGED });
      return { count };
    },
  });

  const withdraw = command(`${plural}.withdraw`, {
    label: { zh: `注销${label.zh}`, en: `Withdraw: ${noun}` },
    may: keep,
    input: z.object({ id: idInput, reason }),
    output: answered,
    records: [`${name}.withdrawn`],
    run: (ctx, input) => step(ctx, faces, 'withdraw', input),
  });

  const restore = command(`${plural}.restore`, {
    label: { zh: `恢复${label.zh}`, en: `Restore: ${noun}` },
    may: keep,
    input: z.object({ id: idInput, reason }),
    output: answered,
    records: [`${name}.restored`],
    run: (ctx, input) => step(ctx, faces, 'restore', input),
  });

  return [add, correct, changeMany, withdraw, restore, ...ownSteps(faces)];
}

/** A command for each step of the register's own that has a fact. */
function ownSteps(faces: RegisterFaces): AnyCommand[] {
  const { register, lifecycle, steps } = faces;
  const { name, plural, label, fields } = register;
  return Object.entries(steps).flatMap(([key, { label: verb, fact, asks = [], needsReason = false }]) => {
    const may = lifecycle.transitions[key]?.may;
    if (!fact || !may) return [];
    const asked = Object.fromEntries(asks.map((field) => [field, (fields[field] as FieldType).input]));
    return [
      command(`${plural}.${key}`, {
        label: { zh: `${verb.zh}${label.zh}`, en: `${verb.en}: ${label.en.toLowerCase()}` },
        may,
        input: z.object({ ...asked, id: idInput, reason: needsReason ? reason : reason.optional() }),
        output: answered,
        records: [`${name}.${fact}`],
        async run(ctx, { id, reason: why, ...given }) {
          const row = await ctx.load(register, id);
          await assertSound(ctx, faces, { ...row, ...given });
          const after = await ctx.transition(lifecycle, row, key, given as NewValues<never>);
          await bindFiles(ctx, register, id, given, row as Row);
          const told = changesOf(faces, row, given);
          ctx.fact({
            kind: `${name}.${fact}`,
            subject: { register: name, id },
            payload: {
              ...titled(faces, after),
              ...(Object.keys(told).length > 0 ? { changes: told } : {}),
              ...(why ? { reason: why } : {}),
            },
          });
          return after;
        },
      }),
    ];
  });
}

/** What no single field can know. */
async function assertSound(ctx: CommandContext, faces: RegisterFaces, values: Values): Promise<void> {
  const fault = faultOf(faces, values) ?? (await faces.judge?.(ctx, values));
  if (!fault) return;
  const { label } = faces.register.fields[fault.field] ?? {};
  throw problem('input.field', { label, reason: fault.reason }, fault.field);
}

const ONE_BY_ONE = { zh: '只能逐条修改', en: 'can be changed one by one only' };

async function change(ctx: CommandContext, faces: RegisterFaces, id: string, changes: Values, why?: string) {
  const row = await ctx.load(faces.register, id);
  if (differing(faces, row, changes).length === 0) throw problem('state.guard', { reason: NOTHING_CHANGED });
  await assertAlone(ctx, faces, { ...(row as Row), ...changes }, id, Object.keys(changes));
  return correctRow(ctx, faces, row, changes, why);
}

/** Writes what differs to a loaded record, with the fact of what was and what is. */
export async function correctRow(
  ctx: CommandContext,
  faces: RegisterFaces,
  row: RowOf<RegisterDefinition>,
  given: Values,
  why: string | undefined,
) {
  const { register } = faces;
  if (!faces.inUse.includes(row.state)) throw problem('state.guard', { reason: WITHDRAWN });
  const changes = completed(faces, given, row as Row);
  await assertSound(ctx, faces, { ...row, ...changes });
  const told = changesOf(faces, row, changes);
  const after = await ctx.update(register, row, changes as NewValues<never>);
  await bindFiles(ctx, register, row.id, changes, row as Row);
  ctx.fact({
    kind: `${register.name}.corrected`,
    subject: { register: register.name, id: row.id },
    payload: { ...titled(faces, after), changes: told, ...(why ? { reason: why } : {}) },
  });
  return after;
}

async function step(
  ctx: CommandContext,
  faces: RegisterFaces,
  name: 'withdraw' | 'restore',
  input: { id: string; reason: string },
) {
  const { register, lifecycle } = faces;
  const row = await ctx.load(register, input.id);
  if (name === 'restore') await assertAlone(ctx, faces, row as Row, row.id);
  const needed = name === 'withdraw' ? await faces.needed?.(ctx, row.id) : undefined;
  if (needed) throw problem('state.guard', { reason: needed });
  const after = await ctx.transition(lifecycle, row, name);
  ctx.fact({
    kind: `${register.name}.${name === 'withdraw' ? 'withdrawn' : 'restored'}`,
    subject: { register: register.name, id: row.id },
    payload: { ...titled(faces, after), reason: input.reason },
  });
  return after;
}

/** Facts carry no personal text: a record whose title is sealed is known by its number. */
export function titled({ register }: RegisterFaces, row: RowOf<RegisterDefinition>): Record<string, unknown> {
  const title = register.fields[register.title]?.personal ? undefined : (row as Row)[register.title];
  return { ...(title ? { title } : {}), ...(row.number ? { number: row.number } : {}) };
}

/** Files named for the first time become the record's own. */
async function bindFiles(
  ctx: CommandContext,
  { name, fields }: RegisterDefinition,
  id: string,
  values: Values,
  before: Values = {},
): Promise<void> {
  for (const [field, { holdsFiles }] of Object.entries(fields)) {
    if (!holdsFiles || !values[field]) continue;
    const had = new Set((before[field] as string[] | undefined) ?? []);
    const added = (values[field] as string[]).filter((file) => !had.has(file));
    await attachFiles(ctx, added, { register: name, id });
  }
}

/** As JSON, whatever order the database gives the parts of a value in. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
const same = (one: unknown, other: unknown) => isDeepStrictEqual(plain(one), plain(other));

type OfRegister = Pick<RegisterFaces, 'register'>;

export function differing({ register }: OfRegister, row: object, changes: Values): string[] {
  return Object.keys(changes).filter((field) => field in register.fields && !same((row as Row)[field], changes[field]));
}

/** What was and what is, by field; of personal text only that it changed, with its digest. */
export function changesOf(faces: OfRegister, row: object, changes: Values): Values {
  const { fields } = faces.register;
  return Object.fromEntries(
    differing(faces, row, changes).map((field) => {
      const after = changes[field] ?? null;
      if (fields[field]?.personal) return [field, { digest: after === null ? null : textDigest(String(after)) }];
      return [field, { from: (row as Row)[field] ?? null, to: after }];
    }),
  );
}

/**
 * No other record in use has the same key, or shares all of what must differ together. Two at the same instant are kept
 * apart by the table's unique indexes; this check is for the words.
 */
async function assertAlone(
  ctx: CommandContext,
  faces: RegisterFaces,
  values: Values,
  ownId?: string,
  changed?: readonly string[],
): Promise<void> {
  for (const fields of [...faces.keys.map((key) => [key]), ...faces.together]) {
    if (changed && !fields.some((field) => changed.includes(field))) continue;
    const pairs = fields.map((field) => [field, values[field] ?? null] as const);
    if (pairs.some(([, value]) => value === null || value === '')) continue;
    const same = pairs.map(([field, value]) => sql`${sql.ref(snakeCase(field))} = ${value}`);
    const found = await ctx.row(sql`select id from ${sql.table(faces.register.name)} where ${sql.join(same, sql` and `)}
      and state not in ('withdrawn', 'merged') and id is distinct from ${ownId ?? null}::uuid limit 1`);
    const [field, value] = pairs.at(-1) ?? [''];
    const type = faces.register.fields[field];
    if (found) throw problem('record.doubled', { label: type?.label, value: type?.show(value, 'zh') ?? '' }, field);
  }
}
