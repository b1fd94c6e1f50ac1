import { defineTemplate } from '../define.ts';

/** A reply that answers nothing: somebody must read it. */
export const REPLY_TO_READ = defineTemplate('message_reply.to_read', {
  label: { zh: '有短信回复须人工处理', en: 'A reply that a human must read' },
  asks: 'receipt',
  priority: 'urgent',
  heading: { zh: '消息回复须人工处理：{meaning}', en: 'A reply to be read by a human: {meaning}' },
});
