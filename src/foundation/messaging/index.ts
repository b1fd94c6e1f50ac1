import { capability } from '../api/define.ts';
import { sendMessages as maySend, readChannels, readMessage, settleDelivery } from './message.permissions.ts';
import { message } from './message.register.ts';
import { DELIVERY_RULES } from './message.rules.ts';
import { arrive, read, send, settle } from './messages.commands.ts';
import { onFailed } from './messages.reactions.ts';
import { channels, deliveriesOf, inbox } from './messages.views.ts';

export { CHANNELS, type ChannelName } from './channels/index.ts';
export { runSender, type Sender } from './run-sender.ts';
export { type MessageInput, sendMessage, sendMessages } from './send.ts';
export { message, readMessage };

export const messaging = capability({
  name: 'messaging',
  label: { zh: '消息', en: 'Messages' },
  registers: [message],
  permissions: [readMessage, maySend, readChannels, settleDelivery],
  commands: [send, arrive, read, settle],
  ruleSets: [DELIVERY_RULES],
  views: [inbox, deliveriesOf, channels],
  reactions: [onFailed],
  facts: {
    'message.sent': { zh: '发出消息', en: 'Message sent' },
    'message.delivered': { zh: '消息送达', en: 'Message delivered' },
    'message.read': { zh: '消息已读', en: 'Message read' },
    'message.handed_over': { zh: '邮件已交付', en: 'E-mail handed over' },
    'message.failed': { zh: '消息未送达', en: 'Message not delivered' },
  },
});
