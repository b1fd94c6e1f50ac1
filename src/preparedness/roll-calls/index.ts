import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { answerRate } from './answer-rate.views.ts';
import { callRoll } from './call-roll.job.ts';
import { rollCallAnswerLifecycle, rollCallLifecycle } from './roll-call.lifecycle.ts';
import {
  answerRollCall,
  closeRollCall,
  holdRollCall,
  readRollCall,
  readRollCallAnswer,
} from './roll-call.permissions.ts';
import { rollCall } from './roll-call.register.ts';
import { ROLL_CALL, ROLL_CALL_LADDERS, ROLL_CALL_RULES } from './roll-call.rules.ts';
import { rollCallAnswer } from './roll-call-answer.register.ts';
import { rollCallPlans } from './roll-call-plan.register.ts';
import { answer, close, enter, hold } from './roll-calls.commands.ts';
import { onWindowOver } from './roll-calls.reactions.ts';
import { list, mine, record } from './roll-calls.views.ts';

const plans = allOf(registerOperations(rollCallPlans, { without: ['merge', 'unmerge', 'duplicates'] }));

/** 点名. */
export const rollCalls = capability({
  name: 'roll-calls',
  label: { zh: '点名', en: 'Roll calls' },
  ...plans,
  registers: [...plans.registers, rollCall, rollCallAnswer],
  lifecycles: [...plans.lifecycles, rollCallLifecycle, rollCallAnswerLifecycle],
  permissions: [...plans.permissions, readRollCall, readRollCallAnswer, holdRollCall, answerRollCall, closeRollCall],
  commands: [...plans.commands, hold, answer, enter, close],
  views: [...plans.views, list, record, mine],
  reactions: [onWindowOver],
  jobs: [callRoll],
  ruleSets: [ROLL_CALL_RULES, ROLL_CALL_LADDERS],
  messageTemplates: [ROLL_CALL],
  indicators: [answerRate],
  facts: {
    'roll_call_answer.settled': { zh: '点名结果', en: 'Result of a roll call' },
    'roll_call.closed': { zh: '点名结束', en: 'Roll call closed' },
  },
});
