import { webContribution } from '../design-system/web.ts';

export { type Addressee, AddresseeFields } from './AddresseeFields.part.tsx';
export { type FollowedUp, FollowUpDialog, OpenFollowUp } from './FollowUpButton.part.tsx';
export { LaddersOfRecord } from './LaddersOfRecord.part.tsx';
export { TakeOverButton } from './TakeOverButton.part.tsx';

const title = { zh: '消息', en: 'Messages' } as const;

/** Messages in the browser: the inbox in both apps, and the count that also confirms their arrival. */
export const messagingWeb = webContribution({
  name: 'messaging',
  screens: [
    {
      path: '/messages',
      title,
      menu: { group: 'response', order: 90, key: 'm' },
      load: () => import('./MessageInbox.screen.tsx'),
    },
    {
      path: '/messages/:id',
      title: { zh: '消息送达', en: 'Delivery of a message' },
      permission: 'message.follow',
      load: () => import('./MessageFile.screen.tsx'),
    },
    {
      path: '/message-replies',
      title: { zh: '消息回复', en: 'Replies' },
      permission: 'message_reply.read',
      menu: { group: 'response', order: 91 },
      load: () => import('./replies/MessageReplies.screen.tsx'),
    },
    {
      path: '/message-replies/:id',
      title: { zh: '消息回复', en: 'Reply' },
      permission: 'message_reply.read',
      load: () => import('./replies/MessageReplyFile.screen.tsx'),
    },
    {
      path: '/manual-deliveries',
      title: { zh: '人工渠道', en: 'Told by hand' },
      permission: 'message.by_hand',
      menu: { group: 'response', order: 92 },
      load: () => import('./hand/ByHand.screen.tsx'),
    },
    {
      path: '/message-channels',
      title: { zh: '消息渠道', en: 'Message channels' },
      permission: 'message.channels',
      menu: { group: 'settings', order: 70 },
      load: () => import('./channels/MessageChannels.screen.tsx'),
    },
  ],
  fieldScreens: [{ path: '/messages', title, load: () => import('./PhoneInbox.field.tsx') }],
  parts: [
    { at: 'shell.duty', name: 'messaging.unread', order: 10, load: () => import('./UnreadMessages.part.tsx') },
    { at: 'field.thumb', name: 'messaging.thumb', order: 90, load: () => import('./ThumbMessages.part.tsx') },
  ],
});
