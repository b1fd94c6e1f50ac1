import type { Permission } from '../../foundation/identity/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, group, whole } from '../../foundation/rule-sets/leaf.type.ts';

/** What a test leaves on whatever is tested; who tested it stands on its timeline. */
export const TEST_FIELDS = {
  testedAt: instant({ label: { zh: '最近测试', en: 'Last test' } }),
  testFinding: text({ label: { zh: '测试情况', en: 'What the test showed' }, max: 300 }),
} as const;

/** What works until a test says otherwise, and works again when a test says so. */
export const TEST_STATES = {
  active: { zh: '在用', en: 'In use' },
  faulty: { zh: '故障', en: 'Faulty' },
} as const;

/** A test passed or failed; a failed one becomes an order to whoever keeps it. */
export const testSteps = (may: Permission['granted']) =>
  ({
    passTest: {
      label: { zh: '测试合格', en: 'Test passed' },
      from: ['active', 'faulty'],
      to: 'active',
      fact: 'test_passed',
      may,
      asks: ['testedAt', 'testFinding'],
      requires: ['testedAt'],
    },
    failTest: {
      label: { zh: '测试不合格', en: 'Test failed' },
      from: ['active', 'faulty'],
      to: 'faulty',
      fact: 'test_failed',
      may,
      asks: ['testedAt', 'testFinding'],
      requires: ['testedAt', 'testFinding'],
    },
  }) as const;

/** For how long a passed test is believed, and by when a failed one is put right. */
export const LINE_TESTS = defineRuleSet('line_tests', {
  label: { zh: '触达终端与通信手段测试规则', en: 'Tests of endpoints and means of communication' },
  about: {
    zh: '测试合格多少天内算可用，测试不合格后多少天内修复',
    en: 'How many days a passed test counts, and in how many a failed one is put right',
  },
  citation: '《中华人民共和国突发事件应对法》第四十九条（应急通信、应急广播保障体系）',
  ownerRole: 'duty_leader',
  schema: group({
    believedDays: whole({ label: { zh: '测试有效期', en: 'A test counts for' }, unit: DAYS, min: 1, max: 366 }),
    mendDays: whole({ label: { zh: '修复期限', en: 'To be mended within' }, unit: DAYS, min: 1, max: 60 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '每季度测试一次、三天内修复（暂定）',
    values: { believedDays: 92, mendDays: 3 },
  },
});
