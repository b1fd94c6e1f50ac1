import { defineRegister } from '../../registers/define.ts';
import { choice } from '../../registers/types/choice.type.ts';
import { instant } from '../../registers/types/instant.type.ts';
import { phone } from '../../registers/types/phone.type.ts';
import { person, reference } from '../../registers/types/reference.type.ts';
import { personalText, text } from '../../registers/types/text.type.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import { MEANINGS } from './reply.rules.ts';

/** 回复: what somebody wrote back to a message, word for word, and how it was understood. */
export const messageReply = defineRegister('message_reply', {
  plural: 'message_replies',
  label: { zh: '消息回复', en: 'Reply to a message' },
  fields: {
    channel: choice({ label: { zh: '渠道', en: 'Channel' }, options: CHANNEL_CHOICES, required: true }),
    /** The message that it answers and who wrote it; empty for a stranger. */
    messageId: reference({ label: { zh: '所答消息', en: 'Message it answers' }, to: 'message' }),
    personId: person({ label: { zh: '回复人', en: 'Who wrote' } }),
    phone: phone({ label: { zh: '来自号码', en: 'From number' } }),
    words: personalText({ label: { zh: '原文', en: 'Words' }, class: 'narrative', max: 2000, required: true }),
    meaning: choice({ label: { zh: '理解为', en: 'Understood as' }, options: MEANINGS, required: true }),
    heardAt: instant({ label: { zh: '收到时间', en: 'Heard at' }, required: true }),
    /** The other side's name for it, by which one that comes twice is known. */
    reference: text({ label: { zh: '对方编号', en: "The other side's number" }, max: 120 }),
  },
  processing: {
    subjects: { zh: '回复消息的人', en: 'People who answered a message' },
    purpose: { zh: '确认通知已到人、掌握答复', en: 'To know that people were reached and what they answered' },
    basis: ['duty', 'emergency'],
    keeping: 'message',
    ended: `select id, heard_at as ended_at from message_reply`,
  },
  title: 'meaning',
  list: ['heardAt', 'channel', 'meaning'],
  constraints: ['unique (channel, reference)'],
});
