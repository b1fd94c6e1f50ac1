import type { OutputOf } from '../../foundation/api/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { planLifecycle } from './plan.lifecycle.ts';
import type { adopt } from './plans.commands.ts';
import type { record } from './plans.views.ts';

export type Plan = OutputOf<typeof record>;
export type PlanRecord = typeof record;
export type Adopt = typeof adopt;
export type Action = Plan['actions'][number];

const { states } = planLifecycle;
export const STATES = states;

export const isInForce = ({ state }: { readonly state: string }) => state === 'in_force';
export const stateLabel = (state: string): Phrase => states[state as keyof typeof states] ?? { zh: state, en: state };
export const toneOf = (state: string) => (state === 'in_force' ? 'active' : 'ended');

export const EDITION: Phrase = { zh: '第 {edition} 版', en: 'Edition {edition}' };
export const EVERY_LEVEL: Phrase = { zh: '各级', en: 'Every level' };
export { NUMERALS, roleLabel, unitWords } from './plan-words.rules.ts';
