import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { leadEvacuation, reportDoor } from './evacuation.permissions.ts';
import { evacuation } from './evacuation.register.ts';
import { evacuationHousehold } from './evacuation-household.register.ts';

export const evacuationLifecycle = defineLifecycle(evacuation, {
  initial: 'listed',
  states: {
    listed: { zh: '名单已列', en: 'Listed' },
    under_way: { zh: '转移中', en: 'Under way' },
    ended: { zh: '转移结束', en: 'Ended' },
    returning: { zh: '返家中', en: 'Going home' },
    returned: { zh: '已返家', en: 'Home' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  },
  transitions: {
    start: { label: { zh: '开始转移', en: 'Start' }, from: ['listed'], to: 'under_way', may: leadEvacuation },
    // Who remains is known by the command that ends it: with people remaining a reason is asked.
    end: { label: { zh: '结束转移', en: 'End' }, from: ['under_way'], to: 'ended', may: leadEvacuation },
    allow_home: {
      label: { zh: '允许返家', en: 'Let people home' },
      from: ['ended'],
      to: 'returning',
      may: leadEvacuation,
      cites: '突发事件应对法 第86条',
    },
    return: { label: { zh: '全部返家', en: 'All home' }, from: ['returning'], to: 'returned', may: reportDoor },
    withdraw: {
      label: { zh: '撤销', en: 'Withdraw' },
      from: ['listed', 'under_way'],
      to: 'withdrawn',
      may: leadEvacuation,
      requires: ['endReason'],
    },
  },
});

export const evacuationHouseholdLifecycle = defineLifecycle(evacuationHousehold, {
  initial: 'open',
  states: {
    open: { zh: '待入户', en: 'To be asked' },
    answered: { zh: '已入户', en: 'Asked' },
    home: { zh: '已返家', en: 'Home' },
  },
  transitions: {
    report: {
      label: { zh: '登记入户结果', en: 'Report' },
      from: ['open', 'answered'],
      to: 'answered',
      may: reportDoor,
      requires: ['outcome', 'outcomeAt'],
    },
    go_home: {
      label: { zh: '已返家', en: 'Home' },
      from: ['answered'],
      to: 'home',
      may: reportDoor,
      requires: ['returnedAt'],
    },
  },
});
