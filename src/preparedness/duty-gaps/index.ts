import { capability } from '../../foundation/api/define.ts';
import { dutyGapLifecycle } from './duty-gap.lifecycle.ts';
import { explainGap, findGap, readGap } from './duty-gap.permissions.ts';
import { dutyGap } from './duty-gap.register.ts';
import { GAP_FOUND } from './duty-gap-messages.rules.ts';
import { explain, find } from './duty-gaps.commands.ts';
import { list, record } from './duty-gaps.views.ts';
import { findGaps } from './find-gaps.job.ts';

export { keeperOf } from './keeper.views.ts';

/** 值班空缺: found by the server, told to a named human, followed until somebody is there. */
export const dutyGaps = capability({
  name: 'duty-gaps',
  label: { zh: '值班空缺', en: 'Empty posts' },
  registers: [dutyGap],
  lifecycles: [dutyGapLifecycle],
  permissions: [readGap, findGap, explainGap],
  commands: [find, explain],
  views: [list, record],
  jobs: [findGaps],
  messageTemplates: [GAP_FOUND],
  facts: {
    'duty_gap.found': { zh: '发现值班空缺', en: 'Empty post found' },
    'duty_gap.filled': { zh: '值班空缺已补齐', en: 'Empty post filled' },
  },
});
