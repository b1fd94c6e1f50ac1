import { sql } from 'kysely';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { CommandContext, NewValues } from '../api/context.ts';
import { type ClockStart, type RecordRef, startClocks } from '../clocks/index.ts';
import { type MessageInput, sendMessages, told } from '../messaging/index.ts';
import type { Mark, RegisterDefinition, RowOf } from '../registers/define.ts';
import { type RuleInForce, ruleUsed, ruleWord } from '../rule-sets/define.ts';
import { assignment } from './assignment.register.ts';
import type { Evidence, Fulfilment } from './define.ts';
import { order } from './order.register.ts';
import { ORDER_LIMITS, type OrderLimits, type Priority, receiveDueAt } from './order.rules.ts';
import type { Difference } from './order-changes.rules.ts';
import { ASSIGNMENT_CHANGED, ASSIGNMENT_ISSUED } from './order-messages.rules.ts';
import { involveAll, mattersRef, type Part } from './parts.ts';
import { type Assignee, peopleOf } from './people.ts';

export interface OrderInput {
  /** The matter it belongs to; the caller has loaded it and so knows that it is there and may be acted on. */
  readonly concerns?: RecordRef;
  readonly title: string;
  readonly content: string;
  readonly groupName?: string;
  readonly priority: Priority;
  /** Longitude and latitude in CGCS2000. */
  readonly place?: Point;
  readonly placeText?: string;
  readonly resources?: readonly string[];
  readonly evidenceAsked: Evidence;
  readonly fulfilledBy?: Fulfilment;
  /** Who issues it, where no acting hat does: an order that waited for another goes out by itself. */
  readonly ownerUnitId?: string;
  readonly basisClause?: string;
  readonly basisPlan?: string;
  readonly startDueAt?: Date;
  readonly finishDueAt?: Date;
  /** The order whose place it takes: its receivers read what is different, and why. */
  readonly previous?: {
    readonly id: string;
    readonly number: string;
    readonly reason: string;
    readonly differences: readonly Difference[];
  };
  readonly assignees: readonly Assignee[];
}

export interface IssuedOrder {
  readonly id: string;
  readonly number: string;
  readonly assignments: readonly { readonly id: string; readonly assignee: Assignee }[];
}

type Order = RowOf<typeof order>;
type Assignment = RowOf<typeof assignment>;

/** Facts that issuing writes: a command that issues orders lists them among its `records`. */
export const ISSUE_RECORDS = ['order.issued', 'assignment.issued', 'message.sent'] as const;

/** Issues one order to its assignees: see `issueOrders`. */
export async function issueOrder(ctx: CommandContext, input: OrderInput): Promise<IssuedOrder> {
  const [issued] = await issueOrders(ctx, [input]);
  return issued as IssuedOrder;
}

/**
 * Issues orders in the command's transaction: order, assignments, rights of everybody concerned (on the matter too),
 * clocks and messages. A plan's activation hands over all of its orders at once; what can be one statement is one.
 */
export async function issueOrders(ctx: CommandContext, inputs: readonly OrderInput[]): Promise<IssuedOrder[]> {
  const matters = await mattersOf(ctx, inputs);
  const orders = await insertWhole(
    ctx,
    order,
    inputs.map((input) => orderValues(ctx, input, input.concerns && matters.get(input.concerns.id))),
  );
  const owed = orders.flatMap((row, index) => (inputs[index]?.assignees ?? []).map((assignee) => ({ row, assignee })));
  const assignments = await insertWhole(
    ctx,
    assignment,
    owed.map(({ row, assignee }) => assignmentValues(ctx, row, assignee)),
  );
  const issued = orders.map((row) => ({
    row,
    parts: owed.flatMap(({ row: of, assignee }, index) =>
      of === row ? [{ row: assignments[index] as Assignment, assignee }] : [],
    ),
  }));
  const parts = issued.flatMap(({ row, parts }) => parts.map((part) => ({ order: row, assignment: part.row })));
  const previous = new Map(inputs.map((input, index) => [issued[index]?.row.id, input.previous]));
  await announce(ctx, parts, [], (row) => previous.get(row.id));
  for (const { row, parts } of issued) {
    ctx.fact({
      kind: 'order.issued',
      subject: { register: 'order', id: row.id },
      concerns: mattersRef(row),
      payload: {
        number: row.number,
        priority: row.priority,
        assignees: parts.length,
        clause: row.basisClause,
        finishDueAt: row.finishDueAt,
      },
    });
  }
  return issued.map(({ row, parts }) => ({
    id: row.id,
    number: row.number ?? '',
    assignments: parts.map((part) => ({ id: part.row.id, assignee: part.assignee })),
  }));
}

/** What a part has from the part it follows or was cut from. */
export type PartOf = Partial<Pick<Assignment, 'previousAssignmentId' | 'parentAssignmentId' | 'task' | 'finishDueAt'>>;

/** One more part of an order: for reassignment, deputies and delegation; the caller announces it. */
export function insertAssignment(
  ctx: CommandContext,
  row: Order,
  assignee: Assignee,
  partOf: PartOf = {},
): Promise<Assignment> {
  return ctx.insert(assignment, assignmentValues(ctx, row, assignee, partOf));
}

/** Many records in one statement, each whole as one alone would come back: every field of them is given. */
async function insertWhole<R extends RegisterDefinition>(
  ctx: CommandContext,
  register: R,
  values: readonly NewValues<R>[],
): Promise<RowOf<R>[]> {
  const nothing = Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]));
  const rows = await ctx.insertMany(register, values);
  return rows.map((row, index) => ({ ...nothing, ...values[index], ...row }) as unknown as RowOf<R>);
}

function assignmentValues(
  ctx: CommandContext,
  row: Order,
  assignee: Assignee,
  partOf: PartOf = {},
): NewValues<typeof assignment> {
  const limits = ctx.rules(ORDER_LIMITS);
  return {
    orderId: row.id,
    assigneeUnitId: assignee.unitId,
    assigneePersonId: assignee.personId ?? null,
    assigneePostId: assignee.postId ?? null,
    evidenceAsked: row.evidenceAsked,
    // A part handed on later gets the whole time again.
    receiveDueAt: receiveDueAt(row.priority, ctx.now, limits.values),
    receiveRule: ruleUsed(limits),
    feedbackCount: 0,
    evidenceGiven: {},
    ...partOf,
    mark: row.mark,
    ownerUnitId: assignee.unitId,
    areaCode: row.areaCode,
  };
}

/** A part that takes another's place keeps its work, its limit and the part above it. */
export function successorOf(row: Assignment): PartOf {
  const { id, parentAssignmentId, task, finishDueAt } = row;
  return { previousAssignmentId: id, parentAssignmentId, task, finishDueAt };
}

/** Opens new parts to their people, starts their clocks, tells everybody and records it. */
export async function announce(
  ctx: CommandContext,
  parts: readonly Part[],
  others?: readonly RecordRef[],
  previousOf?: (row: Order) => OrderInput['previous'],
): Promise<void> {
  await involveAll(ctx, parts);
  const started = parts.map((part) => clocksOf(part, ctx.rules(ORDER_LIMITS)));
  const clocks = await startClocks(ctx, started.flat());
  const people = await peopleOf(
    ctx,
    parts.map(({ assignment }) => assigneeOf(assignment)),
  );
  await sendMessages(
    ctx,
    parts.map((part, index) => issuedMessage(part, people[index] ?? [], previousOf?.(part.order))),
  );
  for (const [index, { order, assignment }] of parts.entries()) {
    const own = clocks.splice(0, started[index]?.length ?? 0);
    ctx.fact({
      kind: 'assignment.issued',
      subject: { register: 'assignment', id: assignment.id },
      concerns: [{ register: 'order', id: order.id }, ...mattersRef(order), ...own, ...(others ?? [])],
      payload: {
        number: order.number,
        unitId: assignment.assigneeUnitId,
        personId: assignment.assigneePersonId,
        receiveDueAt: assignment.receiveDueAt,
      },
    });
  }
}

export function assigneeOf(row: Assignment): Assignee {
  return {
    unitId: row.assigneeUnitId,
    ...(row.assigneePersonId ? { personId: row.assigneePersonId } : {}),
    ...(row.assigneePostId ? { postId: row.assigneePostId } : {}),
  };
}

function clocksOf({ order, assignment }: Part, limits: RuleInForce<OrderLimits>): ClockStart[] {
  const subject = { register: 'assignment', id: assignment.id };
  const concerns = [{ register: 'order', id: order.id }, ...mattersRef(order)];
  const rule = { ruleVersion: ruleWord(limits), concerns, subject };
  const receive: ClockStart = {
    ...rule,
    name: 'receive',
    label: { zh: `签收 ${order.number}`, en: `Receive ${order.number}` },
    from: assignment.createdAt,
    limit: { dueAt: assignment.receiveDueAt },
    citation: limits.citation,
  };
  const finishDueAt = assignment.finishDueAt ?? order.finishDueAt;
  if (!finishDueAt) return [receive];
  const finish: ClockStart = {
    ...rule,
    name: 'finish',
    label: { zh: `办结 ${order.number}`, en: `Finish ${order.number}` },
    from: assignment.createdAt,
    limit: { dueAt: finishDueAt },
    warnMinutesBefore: limits.values.finishWarnMinutes,
    citation: order.basisPlan ? `${order.basisPlan} ${order.basisClause ?? ''}`.trim() : '指令办结时限',
  };
  return [receive, finish];
}

function issuedMessage(
  { order, assignment }: Part,
  to: readonly string[],
  previous?: OrderInput['previous'],
): MessageInput {
  const words = { number: order.number ?? '', title: order.title };
  return {
    to,
    ...(previous
      ? { ...told(ASSIGNMENT_CHANGED, { ...words, before: previous.number }), text: changeText(previous) }
      : told(ASSIGNMENT_ISSUED, words)),
    priority: order.priority,
    about: { register: 'assignment', id: assignment.id },
    mark: order.mark,
  };
}

function changeText({ reason, differences }: NonNullable<OrderInput['previous']>): Phrase {
  const lines = (language: 'zh' | 'en') =>
    differences.map(({ label, before, after }) =>
      language === 'zh'
        ? `${label.zh}：${before.zh || '无'} → ${after.zh || '无'}`
        : `${label.en}: ${before.en || 'none'} → ${after.en || 'none'}`,
    );
  return {
    zh: [...lines('zh'), `原因：${reason}`].join('\n').slice(0, 4000),
    en: [...lines('en'), `Reason: ${reason}`].join('\n').slice(0, 4000),
  };
}

interface Matter {
  place?: Point | null;
  placeText?: string | null;
  id: string;
  mark: Mark;
  areaCode: string;
}

async function mattersOf(ctx: CommandContext, inputs: readonly OrderInput[]): Promise<Map<string, Matter>> {
  const found = new Map<string, Matter>();
  const matters = inputs.flatMap((input) => (input.concerns ? [input.concerns] : []));
  for (const register of new Set(matters.map((matter) => matter.register))) {
    const ids = matters.flatMap((matter) => (matter.register === register ? [matter.id] : []));
    const rows = await ctx.rows<Matter>(
      sql`select id, mark, area_code ${whereOf(ctx, register)} from ${sql.table(register)} where id = any(${ids}::uuid[])`,
    );
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Where a matter lies, in words and as a point, as far as its register knows. */
function whereOf(ctx: CommandContext, register: string) {
  const fields = ctx.catalogue.registers.get(register)?.fields ?? {};
  return sql`${fields.placeText?.type === 'text' ? sql`, place_text` : sql``} ${
    fields.place?.type === 'place'
      ? sql`, case when place is not null then jsonb_build_object('lng', st_x(place), 'lat', st_y(place)) end as place`
      : sql``
  }`;
}

function orderValues(ctx: CommandContext, input: OrderInput, matter: Matter | undefined): NewValues<typeof order> {
  return {
    matterRegister: input.concerns?.register ?? null,
    matterId: input.concerns?.id ?? null,
    title: input.title,
    content: input.content,
    groupName: input.groupName ?? null,
    priority: input.priority,
    // Given out without a place it is carried out where its matter lies.
    place: input.place ?? (input.placeText ? null : (matter?.place ?? null)),
    placeText: input.placeText || (matter?.placeText ?? null),
    resources: [...(input.resources ?? [])],
    evidenceAsked: input.evidenceAsked,
    fulfilledBy: input.fulfilledBy ?? null,
    basisClause: input.basisClause ?? null,
    basisPlan: input.basisPlan ?? null,
    issuedAt: ctx.now,
    receiveDueAt: receiveDueAt(input.priority, ctx.now, ctx.rules(ORDER_LIMITS).values),
    startDueAt: input.startDueAt ?? null,
    finishDueAt: input.finishDueAt ?? null,
    previousOrderId: input.previous?.id ?? null,
    ...(matter ? { mark: matter.mark } : {}),
    // Without a place of its own an order lies where its matter lies.
    ...(matter && !input.place ? { areaCode: matter.areaCode } : {}),
    ...(input.ownerUnitId ? { ownerUnitId: input.ownerUnitId } : {}),
  };
}
