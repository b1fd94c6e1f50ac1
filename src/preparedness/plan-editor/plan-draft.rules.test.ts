import { describe, expect, it } from 'vitest';
import { byClause, faultsOf, findingsOf } from '../plans/define.ts';
import { type ActionDraft, changesOf, draftDifferences, isChanged, type PlanDraft } from './plan-draft.rules.ts';

const action = (id: string, clause: string, changes: Partial<ActionDraft> = {}): ActionDraft => ({
  id,
  clause,
  title: '关阀',
  content: '关闭上下游阀门',
  groupName: '抢险救援组',
  role: 'utility_contact',
  unitRule: 'named',
  unitId: 'gas',
  unitName: '燃气所',
  postId: null,
  postName: null,
  offsetMinutes: 15,
  afterClause: null,
  delayMinutes: null,
  priority: 'urgent',
  placeRule: 'incident',
  resources: [],
  evidenceAsked: { photo: 1 },
  fulfilledBy: null,
  levels: ['IV'],
  ...changes,
});
const plan: PlanDraft = {
  name: '燃气预案',
  key: 'gas',
  type: 'special',
  incidentKind: 'utility.gas',
  endConditions: ['险情消除'],
  seats: [{ name: '总指挥', unitId: 'hq', unitName: '燃气指挥部', role: 'commander' }],
  groups: [{ name: '抢险救援组', duties: null, leadUnitId: 'gas', leadUnitName: '燃气所', members: [] }],
  levels: [{ level: 'IV', conditions: '泄漏', expectedHours: 12, measures: '关阀' }],
  actions: [action('1', '4.1.1'), action('2', '4.1.2')],
};
const words = (draft: PlanDraft) => faultsOf(draft).map(({ zh }) => zh);

describe('a plan while it is written', () => {
  it('can be adopted when nothing is missing', () => expect(faultsOf(plan)).toEqual([]));
  it('names what is missing, with its clause', () => {
    expect(words({ ...plan, name: ' ', levels: [], actions: [] })).toEqual([
      '名称、编号、类型、适用事件没有填全',
      '没有响应级别',
      '没有行动',
    ]);
    expect(words({ ...plan, actions: [action('1', '4.1.1', { unitId: null }), action('2', '4.1.1')] })).toEqual([
      '条款 4.1.1 没有承办单位',
      '条款 4.1.1 重复',
    ]);
  });
  it('notices an action whose only level was taken out of the plan', () => {
    expect(words({ ...plan, actions: [action('1', '4.1.1', { levels: ['II'] })] })).toEqual(['条款 4.1.1 没有选级别']);
  });
  it('needs no unit where the street of the incident acts', () => {
    const street = action('1', '4.1.1', { unitRule: 'street_of_incident', unitId: null });
    expect(faultsOf({ ...plan, actions: [street] })).toEqual([]);
  });
});

describe('what a new edition changes', () => {
  it('is nothing at first', () => expect(isChanged(changesOf(plan, plan))).toBe(false));
  it('tells added, changed and removed clauses and levels apart', () => {
    const after: PlanDraft = {
      ...plan,
      levels: [{ level: 'III', conditions: '爆燃', expectedHours: 24, measures: '扩大警戒' }],
      actions: [action('1', '4.1.1', { offsetMinutes: 10 }), action('3', '4.2.1')],
    };
    expect(changesOf(plan, after)).toEqual({
      added: ['4.2.1'],
      changed: ['4.1.1'],
      removed: ['4.1.2'],
      levels: ['III', 'IV'],
      command: [],
      isHeadChanged: false,
    });
  });
  it('stands side by side, field by field, in words', () => {
    const after = {
      ...plan,
      actions: [action('1', '4.1.5', { offsetMinutes: 10, afterClause: '4.1.2' }), action('2', '4.1.2')],
    };
    const [first, ...more] = draftDifferences(plan, after);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ part: 'action', name: '4.1.5', change: 'changed' });
    expect(first?.fields.map(({ before, after: now }) => [before.zh, now.zh])).toEqual([
      ['4.1.1', '4.1.5'],
      ['T0+15分', '4.1.2 完成后下达，10分内办结'],
    ]);
  });
});

it('orders clauses as numbers', () => {
  const clauses = ['4.2.10', '4.2', '4.10.1', '4.2.9'].map((clause) => ({ clause }));
  expect(clauses.sort(byClause).map(({ clause }) => clause)).toEqual(['4.2', '4.2.9', '4.2.10', '4.10.1']);
});

describe('what is noticed while a plan is written', () => {
  const standing = {
    held: new Set(['gas utility_contact', 'hq commander', 'street-1 street_officer']),
    posts: new Set(['post-1']),
    streets: [
      { id: 'street-1', name: '古城街道' },
      { id: 'street-2', name: '八角街道' },
    ],
    resources: ['潜水泵', '警戒带'],
  };
  const evacuation = action('2', '4.1.2', { title: '疏散居民' });
  const good: PlanDraft = { ...plan, actions: [action('1', '4.1.1'), evacuation] };
  const found = (draft: PlanDraft) =>
    findingsOf(draft, standing).map(({ severity, words: { zh } }) => `${severity} ${zh}`);
  const withFirst = (changes: Partial<ActionDraft>) => ({
    ...good,
    actions: [action('1', '4.1.1', changes), evacuation],
  });

  it('is nothing where nothing is wrong', () => expect(found(good)).toEqual([]));
  it.each<[string, PlanDraft]>([
    ['warning 条款 4.1.1 所指岗位无人担任', withFirst({ role: 'team_leader' })],
    ['warning 条款 4.1.1 所指岗位无人担任', withFirst({ postId: 'post-2' })],
    [
      'warning 条款 4.1.1 所指岗位在 八角街道 无人担任',
      withFirst({ unitRule: 'street_of_incident', unitId: null, role: 'street_officer' }),
    ],
    [
      'warning 条款 4.1.1 的资源「冲锋舟 2 艘」不在物资、装备、车辆、队伍台账里',
      withFirst({ resources: ['水泵 4 台', '冲锋舟 2 艘'] }),
    ],
    ['warning 条款 4.1.1 的工作组「医疗组」不在组织指挥里', withFirst({ groupName: '医疗组' })],
    ['warning 条款 4.1.1 提到的条款 5.2 不存在', withFirst({ content: '按 5.2 的要求办理' })],
    ['fault 条款 4.1.1 等待的条款 4.9.9 不存在', withFirst({ afterClause: '4.9.9' })],
    ['warning 最高级（Ⅳ 级）没有疏散转移的行动', plan],
    ['warning 没有响应终止条件', { ...good, endConditions: [] }],
    [
      'warning 指挥岗位「总指挥」无人担任',
      { ...good, seats: [{ name: '总指挥', unitId: 'hq', unitName: '', role: 'duty_leader' }] },
    ],
    ['fault Ⅳ 级没有启动条件', { ...good, levels: good.levels.map((level) => ({ ...level, conditions: ' ' })) }],
  ])('%s', (words, draft) => expect(found(draft)).toEqual([words]));
  it('finds a circle of clauses that wait for one another, and nothing wrong in a chain', () => {
    const chain = (...after: (string | null)[]) => ({
      ...good,
      actions: [
        action('1', '1', { afterClause: after[0] ?? null }),
        action('2', '2', { afterClause: after[1] ?? null }),
        { ...evacuation, clause: '3', afterClause: after[2] ?? null },
      ],
    });
    expect(found(chain(null, '1', '2'))).toEqual([]);
    expect(found(chain('3', '1', '2'))).toEqual([
      'fault 条款 1 互相等待：1 → 3 → 2 → 1',
      'fault 条款 2 互相等待：2 → 1 → 3 → 2',
      'fault 条款 3 互相等待：3 → 2 → 1 → 3',
    ]);
    // Who only waits for a circle is not in it, and the search ends.
    expect(
      found({
        ...good,
        actions: [action('1', '1', { afterClause: '2' }), { ...evacuation, clause: '2', afterClause: '2' }],
      }),
    ).toEqual(['fault 条款 2 互相等待：2 → 2']);
  });
});
