import { defineRuleSet } from '../rule-sets/define.ts';
import { group, MINUTES, whole } from '../rule-sets/leaf.type.ts';
import { PRIORITIES } from './order.register.ts';

export type Priority = (typeof PRIORITIES)[number]['id'];

const [extraUrgent, urgent, normal] = PRIORITIES;
const within = (label: (typeof PRIORITIES)[number]['label']) => whole({ label, unit: MINUTES, min: 1, max: 1440 });

/** Assumed: no stored text gives these figures (domain facts §9.3). */
export const ORDER_LIMITS = defineRuleSet('order_limits', {
  label: { zh: '指令时限', en: 'Limits of orders' },
  about: {
    zh: '各紧急程度的指令须在多少分钟内签收；未签收的转代理人并通知值班室',
    en: 'Within how many minutes an order must be received; unreceived ones pass to the deputy and the duty room is told',
  },
  citation: '突发事件应对法 第72条、第73条（处置措施的落实）',
  ownerRole: 'duty_leader',
  schema: group({
    receiveMinutes: group(
      {
        extra_urgent: within(extraUrgent.label),
        urgent: within(urgent.label),
        normal: within(normal.label),
      },
      { zh: '签收时限', en: 'To be received within' },
    ),
    finishWarnMinutes: whole({
      label: { zh: '办结到期前提醒', en: 'Warning before the finish is due' },
      unit: MINUTES,
      min: 0,
      max: 1440,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '指令签收时限（暂定：特急 5 分钟、紧急 15 分钟、一般 30 分钟）',
    values: { receiveMinutes: { extra_urgent: 5, urgent: 15, normal: 30 }, finishWarnMinutes: 10 },
  },
});

export type OrderLimits = (typeof ORDER_LIMITS)['initial']['values'];

const MINUTE = 60_000;

/** When an order issued at `issuedAt` must have been received. */
export function receiveDueAt(priority: Priority, issuedAt: Date, limits: OrderLimits): Date {
  return new Date(issuedAt.getTime() + limits.receiveMinutes[priority] * MINUTE);
}

export type BoardColumn = 'unreceived' | 'under_way' | 'done' | 'verified' | 'ended';

/** Where an assignment stands on the board: 未签收 · 进行 · 已完成 · 已核; what ended otherwise stands apart. */
export function boardColumn(state: string): BoardColumn {
  switch (state) {
    case 'issued':
    case 'delivered':
      return 'unreceived';
    case 'received':
    case 'under_way':
      return 'under_way';
    case 'done':
      return 'done';
    case 'verified':
      return 'verified';
    default:
      return 'ended';
  }
}

/** What the assignee must do next, and until when; undefined when nothing is owed. */
export function nextDue(assignment: { state: string; receiveDueAt: Date }, finishDueAt: Date | null): Date | undefined {
  const column = boardColumn(assignment.state);
  if (column === 'unreceived') return assignment.receiveDueAt;
  return column === 'under_way' ? (finishDueAt ?? undefined) : undefined;
}

/** Late work first, then what is due first, then what has no limit; equal ones in the order they were issued. */
export function byUrgency(
  one: { dueAt: Date | undefined; issuedAt: Date },
  other: { dueAt: Date | undefined; issuedAt: Date },
): number {
  const far = Number.MAX_SAFE_INTEGER;
  const due = (one.dueAt?.getTime() ?? far) - (other.dueAt?.getTime() ?? far);
  return due || one.issuedAt.getTime() - other.issuedAt.getTime();
}

/**
 * Who answers an assignment: the person it was given to, or whoever stands for the unit in one of its answering posts.
 * Seeing it is not enough: the room that issued it sees it too.
 */
export function mayAnswer(
  viewer: { personId: string; hats: readonly { role: string; unit: { id: string } }[] },
  assignment: { assigneePersonId: string | null; assigneeUnitId: string },
  answeringRoles: readonly string[],
): boolean {
  if (assignment.assigneePersonId === viewer.personId) return true;
  return viewer.hats.some((hat) => hat.unit.id === assignment.assigneeUnitId && answeringRoles.includes(hat.role));
}

/**
 * To whom a unit may hand parts of its work: itself, the units below it, and — a street or a community — whatever lies in
 * its area: the street's squad stands beside its office in the tree, not below it. Never upwards.
 */
export function mayDelegateTo(
  own: { readonly path: string; readonly areaCode: string },
  target: { readonly path: string; readonly areaCode: string },
): boolean {
  if (target.path.startsWith(own.path)) return true;
  const isAbove = own.path.startsWith(target.path);
  return own.areaCode.length > DISTRICT_DIGITS && target.areaCode.startsWith(own.areaCode) && !isAbove;
}

/** A division code of the district has six digits, of a street nine, of a community twelve. */
const DISTRICT_DIGITS = 6;

export interface Receipt {
  readonly priority: Priority;
  readonly issuedAt: Date;
  /** When it was received; null where nobody has yet. */
  readonly receivedAt: Date | null;
  /** When waiting ended without a receipt: it was passed on, or this is now. */
  readonly waitedUntil: Date;
}

/**
 * Would it have been late? Undefined where nobody can know: it was taken away unreceived before the limit in question.
 */
export function isReceiptLate(receipt: Receipt, limits: OrderLimits): boolean | undefined {
  const dueAt = receiveDueAt(receipt.priority, receipt.issuedAt, limits);
  if (receipt.receivedAt) return receipt.receivedAt > dueAt;
  return receipt.waitedUntil >= dueAt ? true : undefined;
}
