import { CHANNELS } from '../channels/index.ts';
import type { Channel } from '../define.ts';

/** Channels whose letters a person carries. */
export const HAND_CHANNELS: readonly string[] = (CHANNELS as readonly Channel[])
  .filter(({ reaches }) => reaches === 'hand')
  .map(({ name }) => name);
