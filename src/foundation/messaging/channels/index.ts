import type { Channel } from '../define.ts';
import { inApp } from './in-app.channel.ts';
import { smtp } from './smtp.channel.ts';

/** Every way to reach people, in the order in which they are offered. */
export const CHANNELS = [inApp, smtp] as const satisfies readonly Channel[];

export type ChannelName = (typeof CHANNELS)[number]['name'];
