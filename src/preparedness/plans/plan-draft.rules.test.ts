import { describe, expect, it } from 'vitest';
import { type ActionDraft, byClause, changesOf, faultsOf, isChanged, type PlanDraft } from './plan-draft.rules.ts';

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
  offsetMinutes: 15,
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
      isHeadChanged: false,
    });
  });
});

it('orders clauses as numbers', () => {
  const clauses = ['4.2.10', '4.2', '4.10.1', '4.2.9'].map((clause) => ({ clause }));
  expect(clauses.sort(byClause).map(({ clause }) => clause)).toEqual(['4.2', '4.2.9', '4.2.10', '4.10.1']);
});
