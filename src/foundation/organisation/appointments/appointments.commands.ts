import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import type { CommandContext } from '../../api/context.ts';
import { command } from '../../api/define.ts';
import { ROLES, type Role } from '../../identity/define.ts';
import { isSeparated, tellSessions } from '../../identity/index.ts';
import { instantInput } from '../../registers/types/instant.type.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { appointPermission } from '../organisation.permissions.ts';
import { appointerOf } from './appointing.rules.ts';
import { appointment } from './appointment.register.ts';
import { believe } from './beliefs.ts';

const { fields: of } = appointment;
const answer = z.object({ id: z.string(), version: z.number() });

/** 任命: a person takes a post, or stands in for the person who holds it. */
export const appoint = command('appointments.appoint', {
  label: { zh: '任命', en: 'Appoint' },
  may: appointPermission,
  input: z.object({
    personId: idInput,
    postId: idInput,
    from: instantInput.optional(),
    until: instantInput.optional(),
    deputisesFor: idInput.optional(),
    /** 代理主持: the deputy acts for the holder meanwhile, until a day that is named. */
    actingReason: z.string().min(2).max(200).transform(cleanText).optional(),
  }),
  output: answer,
  records: ['appointment.made'],
  async run(ctx, { personId, postId, from, until, deputisesFor, actingReason }) {
    const validFrom = from ?? ctx.now;
    assertOrder(validFrom, until ?? null, 'until');
    if (actingReason && !deputisesFor)
      throw problem('input.required', { label: of.deputisesFor.label }, 'deputisesFor');
    if (actingReason && !until) throw problem('input.required', { label: of.validTo.label }, 'until');
    // Appointments of one person queue here, so that two at once cannot together break the separation of posts.
    const someone = await ctx.row(sql`select id from person where id = ${personId} for update`);
    const post = await ctx.row<{ role: Role; unitId: string }>(
      sql`select role, unit_id from post where id = ${postId}`,
    );
    if (!someone) throw problem('record.unknown', {}, 'personId');
    if (!post) throw problem('record.unknown', {}, 'postId');
    assertMayAppoint(ctx, post.role);
    await assertAlone(ctx, { personId, postId, role: post.role, validFrom, validTo: until ?? null });
    const row = await ctx.insert(appointment, {
      personId,
      postId,
      validFrom,
      validTo: until ?? null,
      deputisesFor: deputisesFor ?? null,
      actingReason: actingReason ?? null,
      ownerUnitId: post.unitId,
    });
    await believe(ctx, row);
    ctx.fact({
      kind: 'appointment.made',
      subject: { register: 'appointment', id: row.id },
      concerns: [{ register: 'person', id: personId }],
      payload: {
        postId,
        validFrom,
        validTo: row.validTo,
        deputisesFor: row.deputisesFor,
        actingReason: row.actingReason,
      },
    });
    tellSessions(ctx);
    return row;
  },
});

/** 免职: rights end at the instant named, now unless told. */
export const end = command('appointments.end', {
  label: { zh: '免职', en: 'End an appointment' },
  may: appointPermission,
  input: z.object({ id: idInput, at: instantInput.optional() }),
  output: answer,
  records: ['appointment.ended'],
  async run(ctx, { id, at }) {
    const before = await ctx.load(appointment, id);
    const post = await ctx.row<{ role: Role }>(sql`select role from post where id = ${before.postId}`);
    assertMayAppoint(ctx, post?.role);
    if (before.validTo && before.validTo <= ctx.now) throw problem('appointment.ended');
    const validTo = at ?? ctx.now;
    assertOrder(before.validFrom, validTo, 'at');
    const row = await ctx.update(appointment, before, { validTo });
    await believe(ctx, row);
    ctx.fact({
      kind: 'appointment.ended',
      subject: { register: 'appointment', id },
      concerns: [{ register: 'person', id: row.personId }],
      payload: { validTo: row.validTo },
    });
    tellSessions(ctx);
    return row;
  },
});

/** 更正任职: what was recorded was wrong. What was believed until now stays on record with the time until which it was. */
export const correct = command('appointments.correct', {
  label: { zh: '更正任职', en: 'Correct an appointment' },
  may: appointPermission,
  input: z.object({
    id: idInput,
    from: instantInput,
    /** Null: it has no end. */
    until: instantInput.nullable(),
    reason: z.string().min(2).max(300).transform(cleanText),
  }),
  output: answer,
  records: ['appointment.corrected'],
  async run(ctx, { id, from: validFrom, until: validTo, reason }) {
    const before = await ctx.load(appointment, id);
    const { personId, postId } = before;
    await ctx.row(sql`select id from person where id = ${personId} for update`);
    const post = await ctx.row<{ role: Role }>(sql`select role from post where id = ${postId}`);
    if (!post) throw problem('record.unknown', {}, 'id');
    assertMayAppoint(ctx, post.role);
    assertOrder(validFrom, validTo, 'until');
    if (before.actingReason && !validTo) throw problem('input.required', { label: of.validTo.label }, 'until');
    await assertAlone(ctx, { personId, postId, role: post.role, validFrom, validTo, except: id });
    const row = await ctx.update(appointment, before, { validFrom, validTo });
    await believe(ctx, row, reason);
    ctx.fact({
      kind: 'appointment.corrected',
      subject: { register: 'appointment', id },
      concerns: [{ register: 'person', id: personId }],
      payload: { from: { validFrom: before.validFrom, validTo: before.validTo }, to: { validFrom, validTo }, reason },
    });
    tellSessions(ctx);
    return row;
  },
});

function assertOrder(validFrom: Date, validTo: Date | null, field: string): void {
  if (!validTo || validTo > validFrom) return;
  const reason = { zh: '离任时间须晚于任职时间', en: 'it must end after it begins' };
  throw problem('input.field', { label: of.validTo.label, reason }, field);
}

/** Nobody holds one post twice at a time, nor posts that are kept apart. */
async function assertAlone(
  ctx: CommandContext,
  {
    personId,
    postId,
    role,
    validFrom,
    validTo,
    except,
  }: { personId: string; postId: string; role: Role; validFrom: Date; validTo: Date | null; except?: string },
): Promise<void> {
  const held = await ctx.rows<{ role: Role; postId: string }>(sql`
    select t.role, t.id as post_id from appointment a join post t on t.id = a.post_id
    where a.person_id = ${personId} and a.id is distinct from ${except ?? null}::uuid
      and (a.valid_to is null or a.valid_to > ${validFrom})
      and (${validTo}::timestamptz is null or a.valid_from < ${validTo}::timestamptz)`);
  if (held.some((one) => one.postId === postId)) throw problem('appointment.doubled', {}, 'postId');
  if (!isSeparated([...held.map((one) => one.role), role])) throw problem('permission.administrators_separate');
}

function assertMayAppoint(ctx: CommandContext, role: Role | undefined): void {
  if (ctx.viewer.isSystem) return;
  const wanted = appointerOf(role);
  if (ctx.viewer.hats.some((hat) => hat.role === wanted)) return;
  throw problem('permission.missing', { permission: appointPermission.label, who: ROLES[wanted] });
}
