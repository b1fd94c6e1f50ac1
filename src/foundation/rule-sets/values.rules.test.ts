import { describe, expect, it } from 'vitest';
import { defineRuleSet, faultsOfRuleSet, type RuleSetDefinition } from './define.ts';
import { group, MINUTES, oneOf, rows, someOf, whole } from './leaf.type.ts';
import { differences, leavesOf, lifted, showValue } from './values.rules.ts';

const CHANNELS = [
  { id: 'in_app', label: { zh: '站内', en: 'In the app' } },
  { id: 'sms', label: { zh: '短信', en: 'SMS' } },
] as const;
const wait = whole({ label: { zh: '等待', en: 'Wait' }, unit: MINUTES, min: 1, max: 60 });
const LADDER = defineRuleSet('ladder', {
  label: { zh: '阶梯', en: 'Ladder' },
  about: { zh: '消息阶梯', en: 'How a message climbs' },
  citation: '测试',
  ownerRole: 'duty_leader',
  schema: group({
    limits: group({ wait }, { zh: '时限', en: 'Limits' }),
    roles: someOf({ label: { zh: '渠道', en: 'Channels' }, options: CHANNELS, always: ['in_app'] }),
    steps: rows({
      label: { zh: '步骤', en: 'Steps' },
      columns: { channel: oneOf({ label: { zh: '渠道', en: 'Channel' }, options: CHANNELS }), wait },
      min: 1,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '测试',
    values: { limits: { wait: 5 }, roles: ['in_app'], steps: [{ channel: 'sms', wait: 3 }] },
  },
});

describe('leaves', () => {
  it('are found in the order of the form, with heading, unit and bounds', () => {
    expect(leavesOf(LADDER.schema).map(({ path, group: heading }) => [path, heading?.en])).toEqual([
      ['limits.wait', 'Limits'],
      ['roles', undefined],
      ['steps', undefined],
    ]);
    const [limit, , steps] = leavesOf(LADDER.schema);
    expect(limit).toMatchObject({ type: 'whole', unit: MINUTES, min: 1, max: 60 });
    expect(steps?.columns?.map(({ path }) => path)).toEqual(['channel', 'wait']);
  });

  it('say a value in words', () => {
    const [limit, roles, steps] = leavesOf(LADDER.schema);
    const { values } = LADDER.initial;
    expect(limit && showValue(limit, 5, 'en')).toBe('5 min');
    expect(roles && showValue(roles, values.roles, 'zh')).toBe('站内');
    expect(steps && showValue(steps, values.steps, 'zh')).toBe('1. 短信、3 分钟');
  });

  it('differ where a value differs, whatever the order of the keys', () => {
    const leaves = leavesOf(LADDER.schema);
    const same = { steps: [{ wait: 3, channel: 'sms' }], roles: ['in_app'], limits: { wait: 5 } };
    expect(differences(leaves, LADDER.initial.values, same)).toEqual([]);
    const changed = { ...same, steps: [...same.steps, { channel: 'in_app', wait: 1 }] };
    expect(differences(leaves, same, changed).map(({ leaf }) => leaf.path)).toEqual(['steps']);
  });
});

describe('stored values', () => {
  it('of an older release take the initial value of a figure added since, and lose what was taken out', () => {
    const old = { limits: { wait: 9, patience: 1 }, roles: ['in_app', 'sms'] };
    expect(lifted(LADDER, old)).toEqual({ ...LADDER.initial.values, limits: { wait: 9 }, roles: ['in_app', 'sms'] });
  });

  it.each([
    ['above the bound', { ...LADDER.initial.values, limits: { wait: 61 } }],
    ['a choice taken out that must stay', { ...LADDER.initial.values, roles: ['sms'] }],
    ['no step', { ...LADDER.initial.values, steps: [] }],
    ['a figure nobody knows', { ...LADDER.initial.values, patience: 1 }],
  ])('are refused: %s', (_, values) => {
    expect(LADDER.schema.safeParse(values).success).toBe(false);
  });
});

describe('a declaration', () => {
  const broken = (change: object) => faultsOfRuleSet({ ...LADDER, ...change } as unknown as RuleSetDefinition);

  it('that is sound has no faults', () => expect(faultsOfRuleSet(LADDER)).toEqual([]));

  it.each([
    ['an administrator as owner', { ownerRole: 'security_administrator' }, 'security_administrator owns no rules'],
    ['no citation', { citation: '' }, 'no citation'],
    [
      'an initial value out of bounds',
      { initial: { ...LADDER.initial, values: { limits: { wait: 0 } } } },
      'limits.wait',
    ],
    [
      'a figure without label',
      { schema: group({ wait: whole({ label: { zh: '', en: '' }, min: 0, max: 1 }) }) },
      'label',
    ],
  ])('stops the start with %s', (_, change, words) => {
    expect(broken(change).join('\n')).toContain(words);
  });
});
