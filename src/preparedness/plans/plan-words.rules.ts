import { ROLES } from '../../foundation/identity/define.ts';
import { INCIDENT_KINDS, type ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import { EVIDENCE, type Evidence, FULFILMENTS, type Fulfilment } from '../../foundation/orders/define.ts';
import { PRIORITIES } from '../../foundation/orders/order.register.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { showCounts } from '../../foundation/registers/types/counts.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { PLAN_TYPES, plan } from './plan.register.ts';
import { dueText } from './plan.rules.ts';
import { PLACE_RULES, planAction, UNIT_RULES } from './plan-action.register.ts';
import { planGroup } from './plan-group.register.ts';
import { planLevel } from './plan-level.register.ts';
import { planSeat } from './plan-seat.register.ts';

export interface LevelWords {
  readonly level: ResponseLevel;
  readonly conditions: string;
  readonly expectedHours: number | null;
  readonly measures: string;
}

export interface GroupWords {
  readonly name: string;
  readonly duties: string | null;
  readonly leadUnitId: string | null;
  readonly leadUnitName: string | null;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export interface SeatWords {
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly role: string;
}

export interface ActionWords {
  readonly clause: string;
  readonly title: string;
  readonly content: string;
  readonly groupName: string;
  readonly role: string;
  readonly unitRule: 'named' | 'street_of_incident';
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** A post of the unit by name, instead of whoever holds the role. */
  readonly postId: string | null;
  readonly postName: string | null;
  /** Minutes after T0, or after the order goes out where it waits for another clause. */
  readonly offsetMinutes: number | null;
  readonly afterClause: string | null;
  readonly delayMinutes: number | null;
  readonly priority: 'extra_urgent' | 'urgent' | 'normal';
  readonly placeRule: 'incident' | 'command_center' | 'own_unit';
  readonly resources: readonly string[];
  readonly evidenceAsked: Evidence;
  readonly fulfilledBy: Fulfilment | null;
  readonly levels: readonly string[];
}

/** All that one edition of a plan says, whether it is in force or still written. */
export interface PlanWords {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly incidentKind: string;
  readonly endConditions: readonly string[];
  readonly seats: readonly SeatWords[];
  readonly groups: readonly GroupWords[];
  readonly levels: readonly LevelWords[];
  readonly actions: readonly ActionWords[];
}

export const CLAUSE = /^\d{1,4}(\.\d{1,4})*$/;
export const NUMERALS: Readonly<Record<string, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ' };

/** Clauses by number: 4.2.10 after 4.2.9. */
export function byClause(one: { readonly clause: string }, other: { readonly clause: string }): number {
  const left = one.clause.split('.').map(Number);
  const right = other.clause.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const roleLabel = (role: string): Phrase => ROLES[role as keyof typeof ROLES] ?? same(role);

/** The named unit, or the rule by which the unit is found when the plan is activated. */
export const unitWords = ({ unitRule, unitName }: Pick<ActionWords, 'unitRule' | 'unitName'>): Phrase =>
  unitRule === 'named' ? same(unitName ?? '—') : labelOf(UNIT_RULES, unitRule);

export interface Difference {
  readonly part: 'head' | 'seat' | 'group' | 'level' | 'action';
  /** Clause, level or name by which people call it. */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly { readonly label: Phrase; readonly before: Phrase; readonly after: Phrase }[];
}

type Face<T> = readonly [label: Phrase, show: (one: T) => Phrase];
const same = (text: string): Phrase => ({ zh: text, en: text });
const NOTHING = same('');

const HEAD: readonly Face<PlanWords>[] = [
  [plan.fields.name.label, ({ name }) => same(name)],
  [plan.fields.key.label, ({ key }) => same(key)],
  [plan.fields.type.label, ({ type }) => labelOf(PLAN_TYPES, type)],
  [plan.fields.incidentKind.label, ({ incidentKind }) => labelOf(INCIDENT_KINDS, incidentKind)],
  [plan.fields.endConditions.label, ({ endConditions }) => same(endConditions.join('\n'))],
];
const SEAT: readonly Face<SeatWords>[] = [
  [planSeat.fields.unitId.label, ({ unitName }) => same(unitName ?? '')],
  [planSeat.fields.role.label, ({ role }) => roleLabel(role)],
];
const GROUP: readonly Face<GroupWords>[] = [
  [planGroup.fields.leadUnitId.label, ({ leadUnitName }) => same(leadUnitName ?? '')],
  [planGroup.fields.memberUnitIds.label, ({ members }) => same(members.map(({ name }) => name).join('、'))],
  [planGroup.fields.duties.label, ({ duties }) => same(duties ?? '')],
];
const LEVEL: readonly Face<LevelWords>[] = [
  [planLevel.fields.conditions.label, ({ conditions }) => same(conditions)],
  [planLevel.fields.expectedHours.label, ({ expectedHours }) => same(`${expectedHours ?? ''}`)],
  [planLevel.fields.measures.label, ({ measures }) => same(measures)],
];
const { fields } = planAction;
const ACTION: readonly Face<ActionWords>[] = [
  [fields.clause.label, ({ clause }) => same(clause)],
  [fields.title.label, ({ title }) => same(title)],
  [fields.content.label, ({ content }) => same(content)],
  [fields.groupName.label, ({ groupName }) => same(groupName)],
  [fields.unitId.label, unitWords],
  [fields.role.label, ({ role, postName }) => (postName ? same(postName) : roleLabel(role))],
  [{ zh: '时限', en: 'Due' }, dueText],
  [fields.priority.label, ({ priority }) => labelOf(PRIORITIES, priority)],
  [fields.placeRule.label, ({ placeRule }) => labelOf(PLACE_RULES, placeRule)],
  [fields.resources.label, ({ resources }) => same(resources.join('、'))],
  [fields.evidenceAsked.label, ({ evidenceAsked }) => showCounts(EVIDENCE, evidenceAsked)],
  [fields.fulfilledBy.label, ({ fulfilledBy }) => (fulfilledBy ? labelOf(FULFILMENTS, fulfilledBy) : NOTHING)],
  [fields.levels.label, ({ levels }) => same(levels.map((level) => NUMERALS[level] ?? level).join(' '))],
];

/**
 * What is different between two editions, part by part and field by field, in the order of the plan. Actions are the same
 * by their clause unless `keyOf` knows better: while a plan is written a clause may be numbered anew.
 */
export function differencesOf<Action extends ActionWords>(
  before: Omit<PlanWords, 'actions'> & { actions: readonly Action[] },
  after: Omit<PlanWords, 'actions'> & { actions: readonly Action[] },
  keyOf: (action: Action) => string = ({ clause }) => clause,
): Difference[] {
  const head = fieldsOf(HEAD, before, after);
  const byName = ({ name }: { name: string }) => name;
  return [
    ...(head.length > 0 ? [{ part: 'head' as const, name: after.name, change: 'changed' as const, fields: head }] : []),
    ...between('seat', before.seats, after.seats, byName, byName, SEAT),
    ...between('group', before.groups, after.groups, byName, byName, GROUP),
    ...between(
      'level',
      before.levels,
      after.levels,
      ({ level }) => level,
      ({ level }) => level,
      LEVEL,
    ),
    ...between('action', before.actions, after.actions, keyOf, ({ clause }) => clause, ACTION),
  ];
}

function between<T>(
  part: Difference['part'],
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  nameOf: (one: T) => string,
  faces: readonly Face<T>[],
): Difference[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.flatMap((one): Difference[] => {
      const former = old.get(keyOf(one));
      const fields = fieldsOf(faces, former, one);
      if (former && fields.length === 0) return [];
      return [{ part, name: nameOf(one), change: former ? 'changed' : 'added', fields }];
    }),
    ...before
      .filter((one) => !kept.has(keyOf(one)))
      .map((one) => ({ part, name: nameOf(one), change: 'removed' as const, fields: fieldsOf(faces, one, undefined) })),
  ];
}

function fieldsOf<T>(faces: readonly Face<T>[], before: T | undefined, after: T | undefined): Difference['fields'] {
  const shown = (one: T | undefined, show: (one: T) => Phrase) => (one === undefined ? NOTHING : show(one));
  return faces
    .map(([label, show]) => ({ label, before: shown(before, show), after: shown(after, show) }))
    .filter((field) => field.before.zh !== field.after.zh);
}
