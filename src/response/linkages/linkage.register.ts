import { MESSAGE_PRIORITIES } from '../../foundation/messaging/message.register.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { list, person, reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText, text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

/** What a linkage wants of those it reaches. */
export const LINKAGE_ASKS = [
  { id: 'receipt', label: { zh: '须回执', en: 'To be confirmed' } },
  { id: 'answer', label: { zh: '须答复', en: 'To be answered' } },
] as const;

/** 一键通: one action that reaches everybody who must know of a matter, and follows them until a human has answered for each. */
export const linkage = defineRegister('linkage', {
  plural: 'linkages',
  label: { zh: '一键通', en: 'Linkage' },
  fields: {
    /** Names records and places, never people: it is the heading of the message. */
    title: text({ label: { zh: '标题', en: 'Heading' }, required: true, max: 120 }),
    words: personalText({ label: { zh: '正文', en: 'Text' }, class: 'narrative', max: 2000 }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: MESSAGE_PRIORITIES, required: true }),
    asks: choice({ label: { zh: '要求', en: 'Asks for' }, options: LINKAGE_ASKS, required: true }),
    choices: list({ label: { zh: '可选答复', en: 'Answers to choose from' } }),
    matterRegister: text({ label: { zh: '事项台账', en: 'Register of the matter' } }),
    matterId: recordId({ label: { zh: '事项', en: 'Matter' }, registerIn: 'matterRegister' }),
    /** Ground as addresses carry it: `lng,lat;…` or `lng,lat,metres`. */
    ground: text({ label: { zh: '圈定范围', en: 'Ground' }, max: 6000 }),
    place: place({ label: { zh: '位置', en: 'Position' } }),
    placeText: text({ label: { zh: '地点', en: 'Place' }, max: 300 }),
    /** Where those who are reached meet: meeting ways by their names. */
    meetings: list({ label: { zh: '会商方式', en: 'Where they meet' } }),
    people: whole({ label: { zh: '拟通知人数', en: 'People' }, required: true, min: 0 }),
    startedAt: instant({ label: { zh: '发起时间', en: 'Started at' }, required: true }),
    answerMinutes: whole({ label: { zh: '答复时限', en: 'To be answered within' }, required: true, min: 1 }),
    sentAt: instant({ label: { zh: '发出时间', en: 'Sent at' } }),
    answerDueAt: instant({ label: { zh: '答复截止', en: 'To be answered by' } }),
    settledAt: instant({ label: { zh: '全部落实时间', en: 'All settled at' } }),
    /** Who looked at a very large send before it went out; never whoever started it. */
    secondPersonId: person({ label: { zh: '复核人', en: 'Second person' } }),
    refusedReason: text({ label: { zh: '退回理由', en: 'Why it was refused' }, max: 300 }),
    messageId: reference({ label: { zh: '消息', en: 'Message' }, to: 'message' }),
    ruleUsed: ruleUse({ label: { zh: '一键通规则', en: 'Rules of linkages' } }),
  },
  processing: {
    subjects: { zh: '通知正文中提到的人', en: 'People whom the texts speak of' },
    purpose: { zh: '联动处置突发事件', en: 'To act together on an incident' },
    basis: ['duty', 'emergency'],
    keeping: 'message',
    ended: 'select id, started_at as ended_at from linkage',
  },
  title: 'title',
  list: ['title', 'priority', 'people', 'startedAt', 'sentAt'],
  numbered: { prefix: '通' },
  constraints: ['check ((matter_register is null) = (matter_id is null))'],
});
