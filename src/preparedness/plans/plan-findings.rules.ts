import { fill, type Phrase } from '../../kernel/phrases.ts';
import { type ActionWords, NUMERALS, type PlanWords } from './plan-words.rules.ts';

/** What the district has today, against which a plan is read. */
export interface Standing {
  /** `unitId role` of every post that somebody holds. */
  readonly held: ReadonlySet<string>;
  /** Posts that somebody holds. */
  readonly posts: ReadonlySet<string>;
  readonly streets: readonly { readonly id: string; readonly name: string }[];
  /** Names of goods, equipment, vehicles and teams that are on the books. */
  readonly resources: readonly string[];
}

export interface Finding {
  /** A fault keeps the plan from being adopted; a warning is shown and may be lived with. */
  readonly severity: 'fault' | 'warning';
  readonly part: 'head' | 'seat' | 'group' | 'level' | 'action';
  /** Clause, level or name of what it is about; empty for the plan as a whole. */
  readonly name: string;
  readonly words: Phrase;
}

const WORDS = {
  head: { zh: '名称、编号、类型、适用事件没有填全', en: 'Name, key, type or kind of incident is missing' },
  noLevel: { zh: '没有响应级别', en: 'There is no response level' },
  noCondition: { zh: '{level} 级没有启动条件', en: 'Level {level} has no start condition' },
  level: { zh: '{level} 级的预计期限或措施没有填', en: 'Hours or measures of level {level} are missing' },
  emptyLevel: { zh: '{level} 级没有一条行动', en: 'Level {level} has no action' },
  noAction: { zh: '没有行动', en: 'There is no action' },
  twice: { zh: '条款 {clause} 重复', en: 'Clause {clause} stands twice' },
  noLevels: { zh: '条款 {clause} 没有选级别', en: 'Clause {clause} belongs to no level' },
  noUnit: { zh: '条款 {clause} 没有承办单位', en: 'Clause {clause} has no unit' },
  seat: { zh: '指挥岗位「{name}」没有填全或重名', en: 'The seat “{name}” is not complete or stands twice' },
  group: { zh: '工作组「{name}」没有牵头单位或重名', en: 'The group “{name}” has no lead unit or stands twice' },
  afterUnknown: {
    zh: '条款 {clause} 等待的条款 {after} 不存在',
    en: 'Clause {clause} waits for {after}, which is not there',
  },
  circle: {
    zh: '条款 {clause} 互相等待：{path}',
    en: 'Clause {clause} waits for itself: {path}',
  },
  afterElsewhere: {
    zh: '条款 {clause} 等待的 {after} 不在 {level} 级：该级启动时立即下达',
    en: 'Clause {clause} waits for {after}, which is not at level {level}: there it goes out at once',
  },
  nobody: { zh: '条款 {clause} 所指岗位无人担任', en: 'Clause {clause} names a post nobody holds' },
  nobodyInStreets: {
    zh: '条款 {clause} 所指岗位在 {streets} 无人担任',
    en: 'Clause {clause} names a post nobody holds in {streets}',
  },
  seatEmpty: { zh: '指挥岗位「{name}」无人担任', en: 'Nobody holds the seat “{name}”' },
  resource: {
    zh: '条款 {clause} 的资源「{name}」不在物资、装备、车辆、队伍台账里',
    en: '“{name}” of clause {clause} is on no register of goods, equipment, vehicles or teams',
  },
  groupUnknown: {
    zh: '条款 {clause} 的工作组「{name}」不在组织指挥里',
    en: 'The group “{name}” of clause {clause} is not in the command structure',
  },
  outsider: {
    zh: '条款 {clause} 的承办单位不是「{name}」的成员',
    en: 'The unit of clause {clause} is no member of “{name}”',
  },
  clauseUnknown: {
    zh: '条款 {clause} 提到的条款 {other} 不存在',
    en: 'Clause {clause} speaks of {other}, which is not there',
  },
  idleGroup: { zh: '工作组「{name}」没有一条行动', en: 'The group “{name}” has nothing to do' },
  noEvacuation: {
    zh: '最高级（{level} 级）没有疏散转移的行动',
    en: 'The highest level ({level}) has no evacuation',
  },
  dropped: {
    zh: '条款 {clause} 在 {lower} 级有，更高的 {higher} 级没有',
    en: 'Clause {clause} is at level {lower}, but not at the higher level {higher}',
  },
  noEnd: { zh: '没有响应终止条件', en: 'There are no conditions for ending the response' },
  noSeat: { zh: '没有指挥岗位', en: 'The command has no seats' },
} as const satisfies Record<string, Phrase>;

const ORDER = ['I', 'II', 'III', 'IV'];
const EVACUATION = /疏散|转移|撤离|避险|安置/;
const MENTIONED = /(?:条款|按照?|依照?|第)\s*(\d{1,2}(?:\.\d{1,3}){1,3})/g;
const isBlank = (text: string) => text.trim() === '';
const numeral = (level: string) => NUMERALS[level] ?? level;

/**
 * What is wrong with a plan, or would fail when it is activated today; faults first. `standing` is left out where nobody
 * can say what the district has: then only the plan itself is read.
 */
export function findingsOf(plan: PlanWords, standing?: Standing): Finding[] {
  const found = [...ofHead(plan), ...ofLevels(plan), ...ofCommand(plan, standing), ...ofActions(plan, standing)];
  return [
    ...found.filter(({ severity }) => severity === 'fault'),
    ...found.filter(({ severity }) => severity !== 'fault'),
  ];
}

/** Why a plan cannot be adopted yet; empty when it can. */
export const faultsOf = (plan: PlanWords): Phrase[] =>
  findingsOf(plan)
    .filter(({ severity }) => severity === 'fault')
    .map(({ words }) => words);

function ofHead({ name, key, type, incidentKind, endConditions }: PlanWords): Finding[] {
  return [
    ...([name, key, type, incidentKind].some(isBlank) ? [fault('head', '', WORDS.head)] : []),
    ...(endConditions.length === 0 ? [warning('head', '', WORDS.noEnd)] : []),
  ];
}

function ofLevels({ levels, actions }: PlanWords): Finding[] {
  const highest = levels.map(({ level }) => level).sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))[0];
  const isEvacuated = actions.some(
    ({ levels: at, title, content, groupName }) =>
      highest !== undefined && at.includes(highest) && EVACUATION.test(`${title}${content}${groupName}`),
  );
  return [
    ...(levels.length === 0 ? [fault('level', '', WORDS.noLevel)] : []),
    ...levels.flatMap(({ level, conditions, measures, expectedHours }) => {
      const words = { level: numeral(level) };
      return [
        ...(isBlank(conditions) ? [fault('level', level, WORDS.noCondition, words)] : []),
        ...(isBlank(measures) || !expectedHours ? [fault('level', level, WORDS.level, words)] : []),
        ...(actions.length > 0 && !actions.some(({ levels: at }) => at.includes(level))
          ? [warning('level', level, WORDS.emptyLevel, words)]
          : []),
      ];
    }),
    ...(highest !== undefined && actions.length > 0 && !isEvacuated
      ? [warning('level', highest, WORDS.noEvacuation, { level: numeral(highest) })]
      : []),
  ];
}

function ofCommand({ seats, groups, actions }: PlanWords, standing: Standing | undefined): Finding[] {
  const isDouble = (names: readonly { name: string }[], name: string) =>
    names.filter((one) => one.name.trim() === name.trim()).length > 1;
  return [
    ...(seats.length === 0 ? [warning('seat', '', WORDS.noSeat)] : []),
    ...seats.flatMap(({ name, unitId, role }) => {
      if (isBlank(name) || !unitId || isBlank(role) || isDouble(seats, name))
        return [fault('seat', name, WORDS.seat, { name })];
      return standing && !standing.held.has(`${unitId} ${role}`)
        ? [warning('seat', name, WORDS.seatEmpty, { name })]
        : [];
    }),
    ...groups.flatMap(({ name, leadUnitId }) => {
      if (isBlank(name) || !leadUnitId || isDouble(groups, name)) return [fault('group', name, WORDS.group, { name })];
      return actions.length > 0 && !actions.some(({ groupName }) => groupName === name)
        ? [warning('group', name, WORDS.idleGroup, { name })]
        : [];
    }),
  ];
}

function ofActions(plan: PlanWords, standing: Standing | undefined): Finding[] {
  const { actions } = plan;
  if (actions.length === 0) return [fault('action', '', WORDS.noAction)];
  const seen = new Set<string>();
  const clauses = new Map(actions.map((action) => [action.clause, action]));
  return actions.flatMap((action) => {
    const isTwice = seen.has(action.clause);
    seen.add(action.clause);
    const { clause } = action;
    return [
      ...(isTwice ? [fault('action', clause, WORDS.twice, { clause })] : []),
      ...ofLevelsOf(action, plan),
      ...(action.unitRule === 'named' && !action.unitId ? [fault('action', clause, WORDS.noUnit, { clause })] : []),
      ...ofWaiting(action, clauses),
      ...ofMeaning(action, plan, clauses),
      ...(standing ? ofStanding(action, standing) : []),
    ];
  });
}

function ofLevelsOf({ clause, levels }: ActionWords, plan: PlanWords): Finding[] {
  const given = ORDER.filter((level) => plan.levels.some((one) => one.level === level));
  const at = given.filter((level) => levels.includes(level));
  if (at.length === 0) return [fault('action', clause, WORDS.noLevels, { clause })];
  // Each level asks for what the one below asks for, and more: a hole is more often a slip than meant.
  const hole = given.filter((level) => given.indexOf(level) < given.indexOf(at[0] as string)).at(-1);
  return hole && at.length > 0 && at.length < given.length && at.includes(given.at(-1) as string)
    ? [warning('action', clause, WORDS.dropped, { clause, lower: numeral(at[0] as string), higher: numeral(hole) })]
    : [];
}

function ofWaiting(action: ActionWords, clauses: ReadonlyMap<string, ActionWords>): Finding[] {
  const { clause, afterClause, levels } = action;
  if (!afterClause) return [];
  const before = clauses.get(afterClause);
  if (!before) return [fault('action', clause, WORDS.afterUnknown, { clause, after: afterClause })];
  const path = circleFrom(action, clauses);
  if (path) return [fault('action', clause, WORDS.circle, { clause, path: path.join(' → ') })];
  const missing = levels.filter((level) => !before.levels.includes(level));
  return missing.length > 0
    ? [
        warning('action', clause, WORDS.afterElsewhere, {
          clause,
          after: afterClause,
          level: missing.map(numeral).join('、'),
        }),
      ]
    : [];
}

/** The way from a clause back to itself; undefined when it waits for no circle through itself. */
function circleFrom(start: ActionWords, clauses: ReadonlyMap<string, ActionWords>): string[] | undefined {
  const path = [start.clause];
  for (
    let next = start.afterClause;
    next && path.length <= clauses.size + 1;
    next = clauses.get(next)?.afterClause ?? null
  ) {
    path.push(next);
    if (next === start.clause) return path;
  }
  return undefined;
}

function ofMeaning(action: ActionWords, plan: PlanWords, clauses: ReadonlyMap<string, ActionWords>): Finding[] {
  const { clause, groupName, content, unitId, unitRule } = action;
  const mentioned = [...content.matchAll(MENTIONED)].map(([, other]) => other as string);
  const group = plan.groups.find(({ name }) => name === groupName);
  const isMember = (id: string) => group?.leadUnitId === id || group?.members.some((member) => member.id === id);
  return [
    ...(plan.groups.length > 0 && !group
      ? [warning('action', clause, WORDS.groupUnknown, { clause, name: groupName })]
      : []),
    ...(group && unitRule === 'named' && unitId && !isMember(unitId)
      ? [warning('action', clause, WORDS.outsider, { clause, name: groupName })]
      : []),
    ...[...new Set(mentioned)]
      .filter((other) => !clauses.has(other) && ![...clauses.keys()].some((one) => one.startsWith(`${other}.`)))
      .map((other) => warning('action', clause, WORDS.clauseUnknown, { clause, other })),
  ];
}

function ofStanding(action: ActionWords, { held, posts, streets, resources }: Standing): Finding[] {
  const { clause, role, unitId, unitRule, postId } = action;
  const empty = streets.filter(({ id }) => unitRule === 'street_of_incident' && !held.has(`${id} ${role}`));
  const isNobody =
    unitRule === 'named' && unitId !== null && (postId ? !posts.has(postId) : !held.has(`${unitId} ${role}`));
  return [
    ...(isNobody ? [warning('action', clause, WORDS.nobody, { clause })] : []),
    ...(empty.length > 0
      ? [
          warning('action', clause, WORDS.nobodyInStreets, {
            clause,
            streets: empty.map(({ name }) => name).join('、'),
          }),
        ]
      : []),
    ...action.resources
      .filter((name) => !isOnTheBooks(name, resources))
      .map((name) => warning('action', clause, WORDS.resource, { clause, name })),
  ];
}

/** 「水泵 4 台」 is on the books when some 水泵 is: the name without its figure, as a part of a name or around one. */
export function isOnTheBooks(resource: string, names: readonly string[]): boolean {
  const wanted = withoutFigure(resource);
  return wanted !== '' && names.some((name) => name.includes(wanted) || (name.length > 1 && wanted.includes(name)));
}

/** 「水泵 4 台」 asks for 水泵. */
export const withoutFigure = (resource: string): string =>
  resource.replace(/[\s　]*\d[\d.]*\s*[^\d\s]{0,3}$/, '').trim();

type Part = Finding['part'];
const of =
  (severity: Finding['severity']) =>
  (part: Part, name: string, words: Phrase, values: Record<string, string> = {}): Finding => ({
    severity,
    part,
    name,
    words: fill(words, values),
  });
const fault = of('fault');
const warning = of('warning');
