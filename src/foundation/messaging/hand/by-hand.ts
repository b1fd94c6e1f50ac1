import { HAND_CHOICES } from '../channels/names.rules.ts';

/** Channels whose letters a person carries. */
export const HAND_CHANNELS: readonly string[] = HAND_CHOICES.map(({ id }) => id);
