import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';
import { ruleUse } from '../rule-sets/rule-use.type.ts';
import { ASKS } from './ladder/ladder.rules.ts';

export const MESSAGE_PRIORITIES = [
  { id: 'extra_urgent', label: { zh: '特急', en: 'Extra urgent' } },
  { id: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
  { id: 'normal', label: { zh: '一般', en: 'Normal' } },
] as const;

/**
 * 消息: what people are told, once for all addressees. Who got it by which channel stands in the
 * `delivery` table, how far it has gone for each addressee in `ladder`.
 * The heading names records, never people; the text may name people and is sealed under the message's own key.
 */
export const message = defineRegister('message', {
  plural: 'messages',
  label: { zh: '消息', en: 'Message' },
  fields: {
    template: text({ label: { zh: '模板', en: 'Template' }, required: true }),
    headingZh: text({ label: { zh: '标题', en: 'Heading in Chinese' }, required: true, max: 300 }),
    headingEn: text({ label: { zh: '英文标题', en: 'Heading in English' }, required: true, max: 300 }),
    textZh: personalText({ label: { zh: '正文', en: 'Text in Chinese' }, class: 'narrative', max: 4000 }),
    textEn: personalText({ label: { zh: '英文正文', en: 'Text in English' }, class: 'narrative', max: 4000 }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: MESSAGE_PRIORITIES, required: true }),
    asks: choice({ label: { zh: '要求', en: 'Asks for' }, options: ASKS, required: true }),
    /** Whose waits and steps its ladders follow; it stays when the rule changes. */
    ladderRule: ruleUse({ label: { zh: '升级规则', en: 'Ladder rule' } }),
    subjectRegister: text({ label: { zh: '所涉台账', en: 'Register it is about' } }),
    subjectId: recordId({ label: { zh: '所涉记录', en: 'Record it is about' }, registerIn: 'subjectRegister' }),
    sentAt: instant({ label: { zh: '发送时间', en: 'Sent at' }, required: true }),
  },
  processing: {
    subjects: { zh: '消息中提到的人', en: 'People whom messages speak of' },
    purpose: { zh: '通知和叫应有关人员', en: 'To tell and call those concerned' },
    basis: ['duty', 'emergency'],
    keeping: 'message',
    ended: `select id, sent_at as ended_at from message`,
  },
  title: 'headingZh',
  list: ['headingZh', 'priority', 'sentAt'],
  constraints: ['check ((subject_register is null) = (subject_id is null))'],
});
