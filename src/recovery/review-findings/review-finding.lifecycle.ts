import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { keepFinding } from './review-finding.permissions.ts';
import { reviewFinding } from './review-finding.register.ts';

export const reviewFindingLifecycle = defineLifecycle(reviewFinding, {
  initial: 'noted',
  states: {
    noted: { zh: '已列出', en: 'Noted' },
    ordered: { zh: '整改中', en: 'Being mended' },
    done: { zh: '已整改', en: 'Mended' },
  },
  transitions: {
    order: {
      label: { zh: '下达整改', en: 'Order the measure' },
      from: ['noted'],
      to: 'ordered',
      may: keepFinding,
      requires: ['unitId', 'dueAt', 'orderId'],
    },
    finish: {
      label: { zh: '整改完成', en: 'Mended' },
      from: ['ordered'],
      to: 'done',
      may: keepFinding,
      requires: ['doneAt'],
    },
  },
});
