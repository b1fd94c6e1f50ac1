import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { answerRevision } from './plan-revision.permissions.ts';
import { planRevision } from './plan-revision.register.ts';

export const planRevisionLifecycle = defineLifecycle(planRevision, {
  initial: 'open',
  states: {
    open: { zh: '待办理', en: 'Open' },
    accepted: { zh: '修订中', en: 'Under revision' },
    declined: { zh: '不予修订', en: 'Declined' },
    done: { zh: '已修订', en: 'Revised' },
  },
  transitions: {
    accept: { label: { zh: '启动修订', en: 'Accept' }, from: ['open'], to: 'accepted', may: answerRevision },
    decline: {
      label: { zh: '不予修订', en: 'Decline' },
      from: ['open', 'accepted'],
      to: 'declined',
      may: answerRevision,
      requires: ['answer'],
    },
    settle: {
      label: { zh: '新版已发布', en: 'Taken in by a new edition' },
      from: ['open', 'accepted'],
      to: 'done',
      may: answerRevision,
      requires: ['revisedById'],
      cites: '突发事件应急预案管理办法 第36条',
    },
  },
});
