import type { Choice } from '../../registers/define.ts';

/** 人工渠道: ways on which a named person tells it and signs for it. */
export const HAND_CHOICES = [
  { id: 'phone', label: { zh: '人工电话', en: 'By telephone' } },
  { id: 'tv', label: { zh: '电视', en: 'Television' } },
  { id: 'broadcast', label: { zh: '广播', en: 'Broadcast' } },
  { id: 'radio', label: { zh: '800 兆电台', en: '800 MHz radio' } },
  { id: 'fax', label: { zh: '传真', en: 'Fax' } },
  { id: 'vehicle', label: { zh: '宣传车', en: 'Loudspeaker van' } },
  { id: 'door', label: { zh: '上门', en: 'At the door' } },
] as const satisfies readonly Choice[];

/** Every way to reach people, in the order in which they are offered; rules name them, channels carry them out. */
export const CHANNEL_CHOICES = [
  { id: 'in_app', label: { zh: '站内消息', en: 'In the app' } },
  { id: 'sms', label: { zh: '短信', en: 'Short message' } },
  { id: 'smtp', label: { zh: '电子邮件', en: 'E-mail' } },
  { id: 'wecom', label: { zh: '企业微信群', en: 'WeCom group' } },
  { id: 'dingtalk', label: { zh: '钉钉群', en: 'DingTalk group' } },
  { id: 'feishu', label: { zh: '飞书群', en: 'Feishu group' } },
  { id: 'mqtt', label: { zh: '警报、显示屏、广播终端', en: 'Sirens, displays, loudspeakers' } },
  ...HAND_CHOICES,
] as const satisfies readonly Choice[];

export type ChannelName = (typeof CHANNEL_CHOICES)[number]['id'];

/** The ways by which whoever must know is told at once: those that are on. */
export const TO_PHONE_AND_DESK: readonly ChannelName[] = ['in_app', 'sms', 'smtp'];
