import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { explainGap, findGap } from './duty-gap.permissions.ts';
import { dutyGap } from './duty-gap.register.ts';

export const dutyGapLifecycle = defineLifecycle(dutyGap, {
  initial: 'open',
  states: {
    open: { zh: '空缺', en: 'Empty' },
    filled: { zh: '已补齐', en: 'Filled' },
    explained: { zh: '已说明', en: 'Explained' },
  },
  transitions: {
    fill: { label: { zh: '补齐', en: 'Filled' }, from: ['open'], to: 'filled', may: findGap, requires: ['endedAt'] },
    explain: {
      label: { zh: '说明原因', en: 'Explain' },
      from: ['open'],
      to: 'explained',
      may: explainGap,
      requires: ['explanation', 'endedAt'],
    },
  },
});
