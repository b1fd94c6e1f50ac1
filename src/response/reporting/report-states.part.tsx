import type { Phrase } from '../../kernel/phrases.ts';
import { situationReportLifecycle } from './situation-report.lifecycle.ts';

const { states } = situationReportLifecycle;
export const STATES = states;

export const isDraft = ({ state }: { readonly state: string }) => state === 'draft';
export const toneOf = (state: string) => (state === 'draft' ? 'waiting' : 'done');
export const stateLabel = (state: string): Phrase => states[state as keyof typeof states] ?? { zh: state, en: state };
