import { capability } from '../api/define.ts';
import { ADDRESSEES } from './addressees/index.ts';
import { CHANNEL_LIMITS } from './channel-limits.rules.ts';
import { channels } from './channels.views.ts';
import { record, sent } from './follow.views.ts';
import { enterHandReceipt, followUp } from './hand/by-hand.commands.ts';
import { byHand } from './hand/by-hand.views.ts';
import { MESSAGE_LADDERS } from './ladder/ladder.rules.ts';
import { climb, escalate, resend, takeOver } from './ladder/ladders.commands.ts';
import { ofRecord } from './ladders-of-record.views.ts';
import {
  climbLadders,
  followMessage,
  sendMessages as maySend,
  readChannels,
  readMessage,
  settleDelivery,
  tellByHand,
} from './message.permissions.ts';
import { message } from './message.register.ts';
import { DELIVERY_RULES } from './message.rules.ts';
import { answer, arrive, NOTE, read, send, settle } from './messages.commands.ts';
import { onFailed } from './messages.reactions.ts';
import { deliveriesOf, inbox } from './messages.views.ts';
import { lettersByHand, unansweredMessages } from './needs.views.ts';
import { hearReply, judgeReceipts } from './replies/heard.commands.ts';
import { readReply } from './replies/message-reply.permissions.ts';
import { messageReply } from './replies/message-reply.register.ts';
import { replies, replyRecord } from './replies/replies.views.ts';
import { REPLY_TO_READ } from './replies/reply-messages.rules.ts';

export { person, post, roleInArea, unitDuty } from './addressees/index.ts';
export { boardFields, boardOf } from './board.views.ts';
export { CHANNELS } from './channels/index.ts';
export { type ChannelName, TO_PHONE_AND_DESK } from './channels/names.rules.ts';
export { type AddresseeRef, addressedTo, defineAddressee, defineTemplate, told } from './define.ts';
export { type Unanswered, unanswered } from './follow.views.ts';
export { stopLadders } from './ladder/climb.ts';
export { type LadderRunner, runLadders } from './ladder/run-ladders.ts';
export { marked } from './message.rules.ts';
export { checkedAddressee } from './messages.commands.ts';
export { messageRoutes } from './replies/heard.routes.ts';
export { runSender, type Sender } from './run-sender.ts';
export { type MessageInput, sendMessage, sendMessages } from './send.ts';
export { message, readMessage };

export const messaging = capability({
  name: 'messaging',
  label: { zh: '消息', en: 'Messages' },
  registers: [message, messageReply],
  permissions: [readMessage, readReply, maySend, readChannels, settleDelivery, climbLadders, followMessage, tellByHand],
  addressees: ADDRESSEES,
  messageTemplates: [NOTE, REPLY_TO_READ],
  commands: [
    send,
    arrive,
    read,
    answer,
    settle,
    judgeReceipts,
    hearReply,
    climb,
    takeOver,
    resend,
    escalate,
    enterHandReceipt,
    followUp,
  ],
  ruleSets: [DELIVERY_RULES, CHANNEL_LIMITS, MESSAGE_LADDERS],
  views: [inbox, deliveriesOf, channels, record, sent, ofRecord, replies, replyRecord, byHand],
  reactions: [onFailed],
  needs: [unansweredMessages, lettersByHand],
  facts: {
    'message.sent': { zh: '发出消息', en: 'Message sent' },
    'message.delivered': { zh: '消息送达', en: 'Message delivered' },
    'message.read': { zh: '消息已读', en: 'Message read' },
    'message.handed_over': { zh: '消息已交渠道发出', en: 'Handed over to the channel' },
    'message.failed': { zh: '消息未送达', en: 'Message not delivered' },
    'message.repeated': { zh: '消息再次发出', en: 'Message repeated' },
    'message.escalated': { zh: '消息升级', en: 'Message escalated' },
    'message.handed_to_human': { zh: '消息转具名人员处置', en: 'Message handed to a named human' },
    'message.taken_over': { zh: '未送达消息已接手', en: 'Unanswered message taken over' },
    'message.settled': { zh: '消息所请已办', en: 'What a message asked is done' },
    'message.replied': { zh: '收到消息回复', en: 'Reply to a message' },
    'message.answered': { zh: '消息已答复', en: 'Message answered' },
  },
});
