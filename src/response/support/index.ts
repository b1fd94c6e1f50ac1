import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { candidates } from './candidates.views.ts';
import { supportIsBack } from './closing.views.ts';
import { supportDispatchLifecycle, supportRequestLifecycle } from './support.lifecycle.ts';
import { dispatchSupport, moveSupport, readDispatch, readRequest, requestSupport } from './support.permissions.ts';
import { onCall, onFellDue, onShelter, onTeam, onTransfer, onVehicle } from './support.reactions.ts';
import { SUPPORT_LIMITS, SUPPORT_MESSAGES } from './support.rules.ts';
import { list, mine, ofTeam, record, sentRecord } from './support.views.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { arrive, comeBack, depart, leaveScene, recall, send } from './support-dispatches.commands.ts';
import { supportRequest } from './support-request.register.ts';
import { approve, make, reject, withdraw } from './support-requests.commands.ts';

/** 应急保障: what an incident needs and what is sent for it; teams, vehicles, goods, shelters and experts move in their own registers. */
export const support = capability({
  name: 'support',
  label: { zh: '应急保障', en: 'Support' },
  searches: [defineSearch(supportRequest, { words: ['content', 'placeText'], line: ['placeText'] })],
  registers: [supportRequest, supportDispatch],
  lifecycles: [supportRequestLifecycle, supportDispatchLifecycle],
  permissions: [readRequest, readDispatch, requestSupport, dispatchSupport, moveSupport],
  commands: [make, approve, reject, withdraw, send, depart, arrive, leaveScene, comeBack, recall],
  views: [list, record, candidates, mine, sentRecord, ofTeam],
  ruleSets: [SUPPORT_LIMITS],
  messageTemplates: SUPPORT_MESSAGES,
  stepChecks: [supportIsBack],
  reactions: [onTeam, onVehicle, onTransfer, onShelter, onCall, onFellDue],
  facts: {
    'support_request.late': { zh: '支援逾期未到', en: 'Support is late' },
    'support_request.arrived': { zh: '支援到位', en: 'Support has arrived' },
    'support_request.closed': { zh: '支援全部归队', en: 'All support is back' },
    'support_request.reopened': { zh: '支援召回，待重新派出', en: 'Recalled, to be sent again' },
    'support_request.dispatched': { zh: '支援派出', en: 'Support sent' },
    'support_dispatch.sent': { zh: '派出支援', en: 'Sent' },
    'support_dispatch.departed': { zh: '支援出发', en: 'Set off' },
    'support_dispatch.arrived': { zh: '支援到达', en: 'Arrived' },
    'support_dispatch.left': { zh: '支援撤离', en: 'Left the scene' },
    'support_dispatch.returned': { zh: '支援归队', en: 'Back' },
    'support_dispatch.recalled': { zh: '支援召回', en: 'Recalled' },
  },
});
