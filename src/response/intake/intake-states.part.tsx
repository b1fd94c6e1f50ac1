import { intakeLifecycle } from './intake.lifecycle.ts';

export const STATES = intakeLifecycle.states;

const TONES: Readonly<Record<keyof typeof STATES, 'waiting' | 'active' | 'done' | 'ended'>> = {
  received: 'waiting',
  verifying: 'active',
  accepted: 'done',
  false_report: 'ended',
  duplicate: 'done',
  transferred: 'ended',
};

export const toneOf = (state: string) => TONES[state as keyof typeof STATES] ?? 'active';
