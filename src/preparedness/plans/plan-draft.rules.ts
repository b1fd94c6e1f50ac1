import type { IncidentKindId, ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import type { Evidence, Fulfilment } from '../../foundation/orders/define.ts';
import { fill, type Phrase } from '../../kernel/phrases.ts';

export interface LevelDraft {
  readonly level: ResponseLevel;
  readonly conditions: string;
  readonly expectedHours: number | null;
  readonly measures: string;
}

export interface ActionDraft {
  /** Only to tell lines apart while they are edited. */
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly content: string;
  readonly groupName: string;
  readonly role: string;
  readonly unitRule: 'named' | 'street_of_incident';
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** Minutes after T0. */
  readonly offsetMinutes: number | null;
  readonly priority: 'extra_urgent' | 'urgent' | 'normal';
  readonly placeRule: 'incident' | 'command_center' | 'own_unit';
  readonly resources: readonly string[];
  readonly evidenceAsked: Evidence;
  readonly fulfilledBy: Fulfilment | null;
  readonly levels: readonly string[];
}

/** The next edition of a plan while it is written. */
export interface PlanDraft {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly incidentKind: IncidentKindId | '';
  readonly levels: readonly LevelDraft[];
  readonly actions: readonly ActionDraft[];
}

export const CLAUSE = /^\d{1,4}(\.\d{1,4})*$/;

const WORDS = {
  head: { zh: '名称、编号、类型、适用事件没有填全', en: 'Name, key, type or kind of incident is missing' },
  noLevel: { zh: '没有响应级别', en: 'There is no response level' },
  level: {
    zh: '{level} 级的条件、期限、措施没有填全',
    en: 'Conditions, hours or measures of level {level} are missing',
  },
  noAction: { zh: '没有行动', en: 'There is no action' },
  twice: { zh: '条款 {clause} 重复', en: 'Clause {clause} stands twice' },
  noLevels: { zh: '条款 {clause} 没有选级别', en: 'Clause {clause} belongs to no level' },
  noUnit: { zh: '条款 {clause} 没有承办单位', en: 'Clause {clause} has no unit' },
} as const satisfies Record<string, Phrase>;

/** Why a draft cannot be adopted yet; empty when it can. */
export function faultsOf({ name, key, type, incidentKind, levels, actions }: PlanDraft): Phrase[] {
  const given = new Set<string>(levels.map(({ level }) => level));
  const isBlank = (text: string) => text.trim() === '';
  const seen = new Set<string>();
  return [
    ...([name, key, type, incidentKind].some(isBlank) ? [WORDS.head] : []),
    ...(levels.length === 0 ? [WORDS.noLevel] : []),
    ...levels
      .filter((one) => isBlank(one.conditions) || isBlank(one.measures) || !one.expectedHours)
      .map((one) => fill(WORDS.level, { level: one.level })),
    ...(actions.length === 0 ? [WORDS.noAction] : []),
    ...actions.flatMap((action) => {
      const { clause } = action;
      const isTwice = seen.has(clause);
      seen.add(clause);
      return [
        ...(isTwice ? [fill(WORDS.twice, { clause })] : []),
        ...(action.levels.some((level) => given.has(level)) ? [] : [fill(WORDS.noLevels, { clause })]),
        ...(action.unitRule === 'named' && !action.unitId ? [fill(WORDS.noUnit, { clause })] : []),
      ];
    }),
  ];
}

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

export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Response levels that are new, gone or worded differently. */
  readonly levels: readonly string[];
  readonly isHeadChanged: boolean;
}

/** What a draft does to the edition it was begun on, by clause and by level; what a person signs off with the new edition. */
export function changesOf(before: PlanDraft, after: PlanDraft): Changes {
  const same = (one: object | undefined, other: object) => JSON.stringify(one) === JSON.stringify(other);
  const old = new Map(before.actions.map((action) => [action.id, action]));
  const kept = new Set(after.actions.map(({ id }) => id));
  const levels = new Map(before.levels.map((level) => [level.level, level]));
  const given = new Set(after.levels.map(({ level }) => level));
  return {
    added: after.actions.filter(({ id }) => !old.has(id)).map(({ clause }) => clause),
    changed: after.actions
      .filter((action) => old.has(action.id) && !same(old.get(action.id), action))
      .map(({ clause }) => clause),
    removed: before.actions.filter(({ id }) => !kept.has(id)).map(({ clause }) => clause),
    levels: [
      ...after.levels.filter((level) => !same(levels.get(level.level), level)).map(({ level }) => level),
      ...before.levels.filter(({ level }) => !given.has(level)).map(({ level }) => level),
    ],
    isHeadChanged: (['name', 'key', 'type', 'incidentKind'] as const).some((field) => before[field] !== after[field]),
  };
}

export const isChanged = ({ added, changed, removed, levels, isHeadChanged }: Changes) =>
  isHeadChanged || [added, changed, removed, levels].some((list) => list.length > 0);
