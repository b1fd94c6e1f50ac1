/**
 * Rules of orders that a district may set for itself. [assumed]: no stored text gives these figures (domain facts
 * §9.3); they are the draft's defaults, dated, so that the version used stays on each clock.
 */
export const ORDER_RULES = {
  version: '2026-11-24',
  isAssumed: true,
  citation: '指令签收时限（暂定：特急 5 分钟、紧急 15 分钟、一般 30 分钟）',
  receiveMinutes: { extra_urgent: 5, urgent: 15, normal: 30 },
  /** Told this long before the finish is due. */
  finishWarnMinutes: 10,
} as const;

export type Priority = keyof typeof ORDER_RULES.receiveMinutes;

const MINUTE = 60_000;

/** When an order issued at `issuedAt` must have been received. */
export function receiveDueAt(priority: Priority, issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + ORDER_RULES.receiveMinutes[priority] * MINUTE);
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
