import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { addressedTo, sendMessage, stopLadders, told, unitDuty } from '../../foundation/messaging/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';
import { dutyGapLifecycle } from './duty-gap.lifecycle.ts';
import { explainGap, findGap } from './duty-gap.permissions.ts';
import { dutyGap } from './duty-gap.register.ts';
import { GAP_FOUND } from './duty-gap-messages.rules.ts';
import { keeperOf } from './keeper.views.ts';
import { gapsAhead } from './look-ahead.views.ts';

const LABELS = new Map(DUTY_KINDS.map(({ id, label }) => [id as DutyKind, label]));
const NOTHING = { zh: '没有变化', en: 'nothing has changed' };

const refOf = (id: string) => ({ register: 'duty_gap', id });

/**
 * 查找空缺: empty posts of a unit within the hours of the rule are noted once and told to whoever keeps its roster, by name;
 * one that has been filled is closed.
 */
export const find = command('dutyGaps.find', {
  label: { zh: '查找值班空缺', en: 'Find empty posts' },
  may: findGap,
  input: z.object({ unitId: idInput }),
  output: z.object({ found: z.number(), filled: z.number() }),
  records: ['duty_gap.found', 'duty_gap.filled', 'message.sent'],
  async run(ctx, { unitId }) {
    const unit = await ctx.row<{ id: string; path: string; areaCode: string; shortName: string }>(
      sql`select id, path, area_code, short_name from unit where id = ${unitId}`,
    );
    if (!unit) throw problem('record.unknown', {}, 'unitId');
    const gaps = await gapsAhead(ctx, unitId);
    const noted = await ctx.rows<{ id: string; dutyKind: DutyKind; startsAt: Date; endsAt: Date }>(
      sql`select id, duty_kind, starts_at, ends_at from duty_gap where unit_id = ${unitId} and state in ('open', 'explained')
        and ends_at > ${ctx.now}::timestamptz`,
    );
    const open = await ctx.rows<{ id: string; dutyKind: DutyKind; startsAt: Date; endsAt: Date }>(
      sql`select id, duty_kind, starts_at, ends_at from duty_gap where unit_id = ${unitId} and state = 'open'`,
    );
    let filled = 0;
    for (const { id, dutyKind, startsAt, endsAt } of open) {
      const isEmpty = gaps.some(
        (gap) => gap.dutyKind === dutyKind && gap.from < endsAt.getTime() && gap.to > startsAt.getTime(),
      );
      if (isEmpty) continue;
      const row = await ctx.transition(dutyGapLifecycle, await ctx.load(dutyGap, id), 'fill', { endedAt: ctx.now });
      const settled = await stopLadders(ctx, refOf(id));
      ctx.fact({
        kind: 'duty_gap.filled',
        subject: refOf(id),
        concerns: [{ register: 'unit', id: unitId }, ...settled],
        payload: { number: row.number, unitId, dutyKind },
      });
      filled += 1;
    }
    const fresh = gaps.filter(
      (gap) =>
        !noted.some(
          (one) => one.dutyKind === gap.dutyKind && one.startsAt.getTime() < gap.to && one.endsAt.getTime() > gap.from,
        ),
    );
    const keeper = fresh.length > 0 ? await keeperOf(ctx, unit) : undefined;
    for (const { dutyKind, from, to, count } of fresh) {
      const row = await ctx.insert(dutyGap, {
        unitId,
        dutyKind,
        startsAt: new Date(from),
        endsAt: new Date(to),
        missing: count,
        toldId: keeper ?? null,
        ownerUnitId: unit.id,
        areaCode: unit.areaCode,
        state: 'open',
      });
      ctx.fact({
        kind: 'duty_gap.found',
        subject: refOf(row.id),
        concerns: [{ register: 'unit', id: unitId }],
        payload: { number: row.number, unitId, dutyKind, startsAt: row.startsAt, endsAt: row.endsAt, missing: count },
      });
      await sendMessage(ctx, {
        to: [keeper ?? addressedTo(unitDuty, { unitId })],
        ...told(GAP_FOUND, {
          unit: unit.shortName,
          post: LABELS.get(dutyKind) ?? { zh: dutyKind, en: dutyKind },
          from: officialTime(row.startsAt),
          count,
        }),
        about: refOf(row.id),
      });
    }
    if (fresh.length + filled === 0) throw problem('state.guard', { reason: NOTHING });
    return { found: fresh.length, filled };
  },
});

/** 说明原因: why a post stays empty, by whoever keeps the roster; nobody is asked about it any more. */
export const explain = command('dutyGaps.explain', {
  label: { zh: '说明值班空缺', en: 'Explain an empty post' },
  may: explainGap,
  input: z.object({ id: idInput, explanation: z.string().trim().min(2).max(300) }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['duty_gap.explained'],
  async run(ctx: CommandContext, { id, explanation }) {
    const row = await ctx.transition(dutyGapLifecycle, await ctx.load(dutyGap, id), 'explain', {
      explanation,
      endedAt: ctx.now,
    });
    const settled = await stopLadders(ctx, refOf(id));
    ctx.fact({
      kind: 'duty_gap.explained',
      subject: refOf(id),
      concerns: [{ register: 'unit', id: row.unitId }, ...settled],
      payload: { number: row.number, unitId: row.unitId, dutyKind: row.dutyKind },
    });
    return row;
  },
});
