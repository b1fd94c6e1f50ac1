import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { type MessageInput, sendMessages, told } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed } from '../../foundation/rule-sets/define.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { type NamedUnit, unitWithin } from '../duty-posts/index.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { planShift } from '../duty-shifts/index.ts';
import { basesOf, elsewhereOf, type Shift, shiftsIn } from './basis.views.ts';
import { type Breach, breachesOf } from './breaches.rules.ts';
import { DUTY_RULES } from './duty.rules.ts';
import { ROSTER_PUBLISHED } from './duty-messages.rules.ts';
import { dutyRosterLifecycle } from './duty-roster.lifecycle.ts';
import { publishRoster } from './duty-roster.permissions.ts';
import { dutyRoster } from './duty-roster.register.ts';
import { type Proposed, propose as proposed } from './proposal.rules.ts';
import { monthInput, type RosterBasis, type Sitting, slotKey } from './roster.rules.ts';

/** Most units whose month is planned in one go. */
const MOST_UNITS = 300;
const NO_POSTS = { zh: '还没有设置值班岗位', en: 'has no duty posts yet' };

/** The roster of a unit's month, opened when it is not there yet. */
export async function rosterOf(ctx: CommandContext, unit: NamedUnit, month: string): Promise<RowOf<typeof dutyRoster>> {
  const found = await ctx.row<{ id: string }>(
    sql`select id from duty_roster where unit_id = ${unit.id} and month = ${month}`,
  );
  if (found) return ctx.load(dutyRoster, found.id);
  return ctx.insert(dutyRoster, {
    unitId: unit.id,
    month,
    ownerUnitId: unit.id,
    areaCode: unit.areaCode,
    state: 'draft',
  });
}

/**
 * 自动排班: plans a month by the rules for one unit or many. What is fixed and what has begun stays; every other seat is
 * given out anew. Published rosters remain published, with the people they have then.
 */
export const propose = command('dutyRosters.propose', {
  label: { zh: '自动排班', en: 'Plan by the rules' },
  may: planShift,
  input: z.object({ unitIds: z.array(idInput).min(1).max(MOST_UNITS), month: monthInput }),
  output: z.object({ planned: z.number(), empty: z.number(), kept: z.number() }),
  records: ['duty_roster.proposed'],
  async run(ctx, { unitIds, month }) {
    const units: NamedUnit[] = [];
    for (const id of new Set(unitIds)) units.push(await unitWithin(ctx, planShift, id));
    const ids = units.map(({ id }) => id);
    const bases = await basesOf(ctx, ids, month);
    const there = Map.groupBy(await shiftsIn(ctx, ids, month), (one) => one.unitId);
    const people = [...bases.values()].flatMap(({ members }) => members.map(({ personId }) => personId));
    const elsewhere: Sitting[] = await elsewhereOf(ctx, ids, month, [...new Set(people)]);
    const total = { planned: 0, empty: 0, kept: 0 };
    for (const unit of units) {
      const basis = bases.get(unit.id) as RosterBasis;
      if (basis.posts.length === 0) {
        if (units.length === 1) throw problem('state.guard', { reason: NO_POSTS });
        continue;
      }
      const shifts = there.get(unit.id) ?? [];
      const kept = shifts.filter(({ isFixed, startsAt }) => isFixed || startsAt <= ctx.now.getTime());
      const seats = proposed(basis, kept, elsewhere);
      const roster = await rosterOf(ctx, unit, month);
      await write(
        ctx,
        { unit, month, state: roster.state },
        shifts.filter((one) => !kept.includes(one)),
        seats,
      );
      elsewhere.push(...kept, ...seats.map((one) => ({ ...one, id: newId() })));
      const counts = {
        planned: seats.filter(({ personId }) => personId).length,
        empty: seats.filter(({ personId }) => !personId).length,
        kept: kept.length,
      };
      for (const key of ['planned', 'empty', 'kept'] as const) total[key] += counts[key];
      ctx.fact({
        kind: 'duty_roster.proposed',
        subject: { register: 'duty_roster', id: roster.id },
        concerns: [{ register: 'unit', id: unit.id }],
        payload: { month, unitId: unit.id, ...counts },
      });
    }
    return total;
  },
});

/** Seats that are there keep their record and get other people; new ones are added, and what has no seat is cancelled. */
async function write(
  ctx: CommandContext,
  { unit, month, state }: { unit: NamedUnit; month: string; state: string },
  open: readonly Shift[],
  seats: readonly Proposed[],
): Promise<void> {
  const bySlot = new Map(open.map((one) => [slotKey(one), one]));
  const renewed = seats.flatMap((seat) => {
    const shift = bySlot.get(slotKey(seat));
    bySlot.delete(slotKey(seat));
    return shift ? [{ id: shift.id, person_id: seat.personId, substitute_id: seat.substituteId }] : [];
  });
  const isThere = new Set(open.map(slotKey));
  const stamp = sql`version = s.version + 1, changed_at = ${ctx.now}::timestamptz, changed_by = ${ctx.viewer.personId}::uuid`;
  if (renewed.length > 0)
    ctx.write(sql`update duty_shift s set person_id = g.person_id, substitute_id = g.substitute_id, ${stamp}
      from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) as g(id uuid, person_id uuid, substitute_id uuid)
      where s.id = g.id and (s.person_id, s.substitute_id) is distinct from (g.person_id, g.substitute_id)`);
  if (bySlot.size > 0)
    ctx.write(sql`update duty_shift s set state = 'cancelled', ${stamp}
      where s.id = any(${[...bySlot.values()].map(({ id }) => id)}::uuid[])`);
  const added = seats.filter((seat) => !isThere.has(slotKey(seat)));
  await ctx.insertMany(
    dutyShift,
    added.map(({ dutyKind, seat, startsAt, endsAt, personId, substituteId }) => ({
      unitId: unit.id,
      month,
      dutyKind,
      seat,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      personId,
      substituteId,
      isFixed: false,
      state: state === 'published' ? 'published' : 'planned',
      ownerUnitId: unit.id,
      areaCode: unit.areaCode,
    })),
  );
}

const NOTHING_PLANNED = { zh: '还没有排班', en: 'nothing is planned yet' };
const reasonInput = z.string().trim().min(2).max(500).optional();
const UNREASONED = { zh: '有未满足的规则，须写明理由', en: 'a rule is not kept: say why it is published all the same' };

/** 发布值班表: from now on it is relied on; everybody in it is told. What breaks rest or doubles a person is never published. */
export const publish = command('dutyRosters.publish', {
  label: { zh: '发布值班表', en: 'Publish a roster' },
  may: publishRoster,
  input: z.object({ id: idInput, reason: reasonInput }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['duty_roster.published', 'message.sent'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(dutyRoster, id);
    const unit = await unitWithin(ctx, publishRoster, row.unitId);
    return (await publishRosters(ctx, [unit], row.month, reason))[0] as RowOf<typeof dutyRoster>;
  },
});

/** 批量发布: the rosters of a month that are being planned, of many units at once; each by the same rules. */
export const publishAll = command('dutyRosters.publishAll', {
  label: { zh: '批量发布值班表', en: 'Publish many rosters' },
  may: publishRoster,
  input: z.object({ unitIds: z.array(idInput).min(1).max(MOST_UNITS), month: monthInput, reason: reasonInput }),
  output: z.object({ published: z.number() }),
  records: ['duty_roster.published', 'message.sent'],
  async run(ctx, { unitIds, month, reason }) {
    const units: NamedUnit[] = [];
    for (const id of new Set(unitIds)) units.push(await unitWithin(ctx, publishRoster, id));
    return { published: (await publishRosters(ctx, units, month, reason)).length };
  },
});

async function publishRosters(
  ctx: CommandContext,
  units: readonly NamedUnit[],
  month: string,
  reason: string | undefined,
): Promise<RowOf<typeof dutyRoster>[]> {
  const ids = units.map(({ id }) => id);
  const shifts = Map.groupBy(await shiftsIn(ctx, ids, month), ({ unitId }) => unitId);
  const bases = await basesOf(ctx, ids, month);
  const everybody = [...new Set([...shifts.values()].flat().flatMap(({ personId }) => (personId ? [personId] : [])))];
  const elsewhere = [...(await elsewhereOf(ctx, ids, month, everybody)), ...[...shifts.values()].flat()];
  const published: RowOf<typeof dutyRoster>[] = [];
  const messages: MessageInput[] = [];
  for (const unit of units) {
    const own = shifts.get(unit.id) ?? [];
    if (own.length === 0) continue;
    const isOwn = new Set(own.map(({ id }) => id));
    const breaches = breachesOf(
      bases.get(unit.id) as RosterBasis,
      own,
      elsewhere.filter(({ id }) => !isOwn.has(id)),
    );
    assertAllowed(breaches, reason);
    const isExcused = breaches.some(({ weight }) => weight === 'reason');
    const row = await ctx.transition(dutyRosterLifecycle, await rosterOf(ctx, unit, month), 'publish', {
      publishedAt: ctx.now,
      breachReason: isExcused ? (reason ?? null) : null,
      ruleUsed: ruleUsed(ctx.rules(DUTY_RULES)),
    });
    published.push(row);
    ctx.fact({
      kind: 'duty_roster.published',
      subject: { register: 'duty_roster', id: row.id },
      concerns: [{ register: 'unit', id: unit.id }],
      payload: { month, unitId: unit.id, shifts: own.length, breaches: breaches.length },
    });
    messages.push({
      to: [...new Set(own.flatMap(({ personId }) => (personId ? [personId] : [])))],
      ...told(ROSTER_PUBLISHED, { unit: unit.shortName, month }),
      about: { register: 'duty_roster', id: row.id },
    });
  }
  if (published.length === 0) throw problem('state.guard', { reason: NOTHING_PLANNED });
  ctx.write(sql`update duty_shift set state = 'published', version = version + 1, changed_at = ${ctx.now}::timestamptz,
    changed_by = ${ctx.viewer.personId}::uuid
    where unit_id = any(${published.map(({ unitId }) => unitId)}::uuid[]) and month = ${month} and state = 'planned'`);
  await sendMessages(ctx, messages);
  return published;
}

/** @throws in the words of what may never be published, or of what needs a reason and has none */
function assertAllowed(breaches: readonly Breach[], reason: string | undefined): void {
  const refused = breaches.find(({ weight }) => weight === 'refused');
  if (refused) throw problem('state.guard', { reason: refused.words });
  const first = breaches.find(({ weight }) => weight === 'reason');
  if (!first || reason) return;
  const why = { zh: `${UNREASONED.zh}：${first.words.zh}`, en: `${UNREASONED.en}: ${first.words.en}` };
  throw problem('input.field', { label: dutyRoster.fields.breachReason.label, reason: why }, 'reason');
}
