import type { Choice } from '../../registers/define.ts';

/** Every way to reach people, in the order in which they are offered; rules name them, channels carry them out. */
export const CHANNEL_CHOICES = [
  { id: 'in_app', label: { zh: '站内消息', en: 'In the app' } },
  { id: 'sms', label: { zh: '短信', en: 'Short message' } },
  { id: 'smtp', label: { zh: '电子邮件', en: 'E-mail' } },
] as const satisfies readonly Choice[];

export type ChannelName = (typeof CHANNEL_CHOICES)[number]['id'];

/** The ways by which whoever must know is told at once: those that are on. */
export const TO_PHONE_AND_DESK: readonly ChannelName[] = ['in_app', 'sms', 'smtp'];
