import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { answerRollCall, closeRollCall, holdRollCall } from './roll-call.permissions.ts';
import { rollCall } from './roll-call.register.ts';
import { rollCallAnswer } from './roll-call-answer.register.ts';

export const rollCallLifecycle = defineLifecycle(rollCall, {
  initial: 'open',
  states: { open: { zh: '点名中', en: 'Being called' }, closed: { zh: '已结束', en: 'Closed' } },
  transitions: {
    close: {
      label: { zh: '结束点名', en: 'Close' },
      from: ['open'],
      to: 'closed',
      may: closeRollCall,
      requires: ['closedAt'],
    },
  },
});

/** Results of a roll call (domain facts §4); a late answer ends the silence, and is still no answer in time. */
export const rollCallAnswerLifecycle = defineLifecycle(rollCallAnswer, {
  initial: 'waiting',
  states: {
    waiting: { zh: '待应答', en: 'Not yet' },
    on_time: { zh: '按时', en: 'In time' },
    late: { zh: '迟答', en: 'Late' },
    no_answer: { zh: '未应答', en: 'No answer' },
    not_at_post: { zh: '不在岗', en: 'Not at the post' },
    excused: { zh: '已说明', en: 'Excused' },
  },
  transitions: {
    answer: {
      label: { zh: '应答', en: 'Answer' },
      from: ['waiting'],
      to: 'on_time',
      may: answerRollCall,
      requires: ['answeredAt'],
    },
    answerLate: {
      label: { zh: '补答', en: 'Answer late' },
      from: ['waiting', 'no_answer'],
      to: 'late',
      may: answerRollCall,
      requires: ['answeredAt'],
    },
    miss: { label: { zh: '未应答', en: 'No answer' }, from: ['waiting'], to: 'no_answer', may: closeRollCall },
    absent: {
      label: { zh: '不在岗', en: 'Not at the post' },
      from: ['waiting', 'no_answer'],
      to: 'not_at_post',
      may: holdRollCall,
    },
    excuse: {
      label: { zh: '说明原因', en: 'Excuse' },
      from: ['waiting', 'no_answer', 'not_at_post'],
      to: 'excused',
      may: holdRollCall,
      requires: ['note'],
    },
  },
});
