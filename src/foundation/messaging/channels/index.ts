import type { Channel } from '../define.ts';
import { inApp } from './in-app.channel.ts';
import type { ChannelName } from './names.rules.ts';
import { sms } from './sms.channel.ts';
import { smtp } from './smtp.channel.ts';

/** The channels of `names.rules.ts`, in that order. */
export const CHANNELS = [inApp, sms, smtp] as const satisfies readonly Channel<ChannelName>[];
