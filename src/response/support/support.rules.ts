import { defineTemplate } from '../../foundation/messaging/define.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, HOURS, MINUTES, whole } from '../../foundation/rule-sets/leaf.type.ts';

/** When support must be there, and by what a gap outweighs nearness. */
export const SUPPORT_LIMITS = defineRuleSet('support_limits', {
  label: { zh: '支援到达时限与排序', en: 'Arrival of support and its ranking' },
  about: {
    zh: '首批支援自事发起多少小时内到达；推荐时一项不足按晚到多少分钟计',
    en: 'Within how many hours of the event the first support arrives; by how many minutes later a gap counts when ranking',
  },
  citation: '突发事件应对法 第76条；石景山区“十四五”应急管理规划（首批救援物资 6 小时内到达）',
  ownerRole: 'duty_leader',
  schema: group({
    arriveHours: whole({ label: { zh: '到达时限', en: 'To arrive within' }, unit: HOURS, min: 1, max: 72 }),
    warnMinutes: whole({ label: { zh: '提前提醒', en: 'Warned before' }, unit: MINUTES, min: 5, max: 720 }),
    gapMinutes: whole({ label: { zh: '每项不足折算', en: 'A gap counts as' }, unit: MINUTES, min: 0, max: 240 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '石景山区“十四五”应急管理规划：首批救援物资 6 小时内到达；队伍、车辆同此时限、折算分钟数暂定',
    values: { arriveHours: 6, warnMinutes: 60, gapMinutes: 10 },
  },
});

const HOUR = 3_600_000;

/**
 * From when the limit counts and when it ends. The first support of an incident counts from the event, as the plan has it; what is
 * asked later, and what is asked when that limit has passed, counts from the request.
 */
export function arrivalLimit(
  { eventAt, requestedAt, isFirst }: { eventAt: Date; requestedAt: Date; isFirst: boolean },
  hours: number,
): { from: Date; dueAt: Date } {
  const fromEvent = new Date(eventAt.getTime() + hours * HOUR);
  const from = isFirst && fromEvent > requestedAt ? eventAt : requestedAt;
  return { from, dueAt: new Date(from.getTime() + hours * HOUR) };
}

/** What speaks for or against a candidate; the screen says each in words. */
export const REASONS = [
  { id: 'fits', label: { zh: '符合要求', en: 'Fits' } },
  { id: 'unfit', label: { zh: '专长或类型不符', en: 'Not what was asked' } },
  { id: 'people', label: { zh: '人数不足', en: 'Too few people' } },
  { id: 'equipment', label: { zh: '装备未达标', en: 'Equipment below standard' } },
  { id: 'training', label: { zh: '久未训练', en: 'Not trained lately' } },
  { id: 'insurance', label: { zh: '保险缺失或过期', en: 'Insurance missing or expired' } },
  { id: 'inspection', label: { zh: '检验过期', en: 'Inspection expired' } },
  { id: 'partial', label: { zh: '数量不足', en: 'Not enough of it' } },
  { id: 'no_room', label: { zh: '余位不足', en: 'Not enough room' } },
  { id: 'no_login', label: { zh: '只能电话邀请', en: 'By telephone only' } },
  { id: 'term_ended', label: { zh: '聘期已满', en: 'Term has ended' } },
] as const;
export type Reason = (typeof REASONS)[number]['id'];

export interface Ranked {
  /** It can be sent now. */
  readonly isAvailable: boolean;
  readonly reasons: readonly Reason[];
  /** Until it would be there: turnout and way; null where its place is not known. */
  readonly minutes: number | null;
}

/** Where nobody knows where it stands it comes after everything that has a place. */
const UNKNOWN_MINUTES = 720;
const SILENT: readonly Reason[] = ['fits', 'no_login'];

/** Minutes as they are compared: what a candidate lacks makes it later. */
export function weightOf({ reasons, minutes }: Ranked, gapMinutes: number): number {
  const gaps = reasons.filter((one) => one !== 'unfit' && !SILENT.includes(one)).length;
  return (minutes ?? UNKNOWN_MINUTES) + gaps * gapMinutes;
}

/**
 * 推荐顺序: what was asked for before what was not, whatever the way; what can be sent before what is out, which is named all the
 * same with who has it; then by weight, the nearer of two equals first.
 */
export function ranked<C extends Ranked & { readonly title: string }>(
  candidates: readonly C[],
  gapMinutes: number,
): C[] {
  const isFit = ({ reasons }: C) => Number(!reasons.includes('unfit'));
  return candidates.toSorted(
    (one, other) =>
      isFit(other) - isFit(one) ||
      Number(other.isAvailable) - Number(one.isAvailable) ||
      weightOf(one, gapMinutes) - weightOf(other, gapMinutes) ||
      (one.minutes ?? Infinity) - (other.minutes ?? Infinity) ||
      one.title.localeCompare(other.title, 'zh'),
  );
}

export interface ArrivalRow {
  readonly dispatchedAt: Date;
  readonly arrivedAt: Date | null;
  readonly arriveDueAt: Date;
}

/** A team's history: how often it came, how often in time, and in how many minutes as a rule (the median). */
export function arrivalsOf(rows: readonly ArrivalRow[]): {
  came: number;
  inTime: number;
  medianMinutes: number | null;
} {
  const minutes = rows
    .flatMap(({ dispatchedAt, arrivedAt }) =>
      arrivedAt ? [Math.round((arrivedAt.getTime() - dispatchedAt.getTime()) / 60_000)] : [],
    )
    .toSorted((one, other) => one - other);
  const middle = minutes.length / 2;
  const median = Number.isInteger(middle)
    ? ((minutes[middle - 1] ?? 0) + (minutes[middle] ?? 0)) / 2
    : (minutes[Math.floor(middle)] ?? 0);
  return {
    came: minutes.length,
    inTime: rows.filter(({ arrivedAt, arriveDueAt }) => arrivedAt !== null && arrivedAt <= arriveDueAt).length,
    medianMinutes: minutes.length === 0 ? null : Math.round(median),
  };
}

export const SUPPORT_REQUESTED = defineTemplate('support.requested', {
  label: { zh: '支援申请待审批', en: 'A support request waits' },
  heading: { zh: '请审批支援申请 {number}（{unit}）', en: 'Please decide on support request {number} ({unit})' },
});

export const SUPPORT_DECIDED = defineTemplate('support.decided', {
  label: { zh: '支援申请已审批', en: 'A support request was decided' },
  heading: { zh: '支援申请 {number}：{decision}', en: 'Support request {number}: {decision}' },
});

export const SUPPORT_SENT = defineTemplate('support.sent', {
  label: { zh: '支援任务', en: 'Support to give' },
  heading: { zh: '请出动：{title}，支援 {number}', en: 'Please set off: {title}, support {number}' },
});

export const SUPPORT_ARRIVED = defineTemplate('support.arrived', {
  label: { zh: '支援到达', en: 'Support has arrived' },
  heading: { zh: '支援已到达：{title}（{number}）', en: 'Support has arrived: {title} ({number})' },
});

export const SUPPORT_RECALLED = defineTemplate('support.recalled', {
  label: { zh: '支援召回', en: 'Support recalled' },
  heading: { zh: '已召回：{title}（{number}）', en: 'Recalled: {title} ({number})' },
});

export const SUPPORT_LATE = defineTemplate('support.late', {
  label: { zh: '支援逾期未到', en: 'Support is late' },
  heading: { zh: '支援逾期未到：{number}', en: 'Support has not arrived in time: {number}' },
});

export const SUPPORT_MESSAGES = [
  SUPPORT_REQUESTED,
  SUPPORT_DECIDED,
  SUPPORT_SENT,
  SUPPORT_ARRIVED,
  SUPPORT_RECALLED,
  SUPPORT_LATE,
];
