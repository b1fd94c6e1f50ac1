import type { OutputOf } from '../../foundation/api/web.ts';
import { ROLES } from '../../foundation/identity/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { planLifecycle } from './plan.lifecycle.ts';
import { UNIT_RULES } from './plan-action.register.ts';
import type { record } from './plans.views.ts';

export type Plan = OutputOf<typeof record>;
export type Action = Plan['actions'][number];

const { states } = planLifecycle;
export const STATES = states;

export const isInForce = ({ state }: { readonly state: string }) => state === 'in_force';
export const stateLabel = (state: string): Phrase => states[state as keyof typeof states] ?? { zh: state, en: state };
export const toneOf = (state: string) => (state === 'in_force' ? 'active' : 'ended');

export const EDITION: Phrase = { zh: '第 {edition} 版', en: 'Edition {edition}' };
export const EVERY_LEVEL: Phrase = { zh: '各级', en: 'Every level' };
export const NUMERALS: Readonly<Record<string, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ' };

export const roleLabel = (role: string): Phrase => ROLES[role as keyof typeof ROLES] ?? { zh: role, en: role };

/** The named unit, or the rule by which the unit is found when the plan is activated. */
export const unitWords = ({ unitRule, unitName }: Pick<Action, 'unitRule' | 'unitName'>): Phrase =>
  unitRule === 'named'
    ? { zh: unitName ?? '—', en: unitName ?? '—' }
    : (UNIT_RULES.find(({ id }) => id === unitRule)?.label ?? { zh: unitRule, en: unitRule });
