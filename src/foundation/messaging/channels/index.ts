import type { Channel } from '../define.ts';
import { dingtalk, feishu, wecom } from './chat.channels.ts';
import { broadcast, door, fax, phone, radio, tv, vehicle } from './hand.channels.ts';
import { inApp } from './in-app.channel.ts';
import { mqtt } from './mqtt.channel.ts';
import type { ChannelName } from './names.rules.ts';
import { sms } from './sms.channel.ts';
import { smtp } from './smtp.channel.ts';

/** The channels of `names.rules.ts`, in that order. */
export const CHANNELS = [
  inApp,
  sms,
  smtp,
  wecom,
  dingtalk,
  feishu,
  mqtt,
  phone,
  tv,
  broadcast,
  radio,
  fax,
  vehicle,
  door,
] as const satisfies readonly Channel<ChannelName>[];
