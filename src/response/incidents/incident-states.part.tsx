import type { Phrase } from '../../kernel/phrases.ts';
import { incidentLifecycle } from './incident.lifecycle.ts';

export const STATES = incidentLifecycle.states;

const TONES: Readonly<Record<keyof typeof STATES, 'active' | 'done' | 'ended'>> = {
  handling: 'active',
  controlled: 'done',
  closed: 'ended',
};

export const toneOf = (state: string) => TONES[state as keyof typeof STATES] ?? 'active';
export const stateLabel = (state: string): Phrase => STATES[state as keyof typeof STATES] ?? { zh: state, en: state };
