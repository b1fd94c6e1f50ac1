import type { OutputOf } from '../../foundation/api/web.ts';
import { StateBadge } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { rollCallAnswerLifecycle, rollCallLifecycle } from './roll-call.lifecycle.ts';
import { ROLL_CALL_KINDS, ROLL_CALL_MODES } from './roll-call.register.ts';
import type { record } from './roll-calls.views.ts';

export type Board = OutputOf<typeof record>;
export type Answer = Board['answers'][number];

const MODES = new Map<string, Phrase>(ROLL_CALL_MODES.map(({ id, label }) => [id, label]));
const KINDS = new Map<string, Phrase>(ROLL_CALL_KINDS.map(({ id, label }) => [id, label]));
export const modeLabel = (id: string): Phrase => MODES.get(id) ?? { zh: id, en: id };
export const kindLabel = (id: string): Phrase => KINDS.get(id) ?? { zh: id, en: id };

const TONES = {
  waiting: 'active',
  on_time: 'done',
  late: 'waiting',
  no_answer: 'waiting',
  not_at_post: 'waiting',
  excused: 'ended',
} as const;

export function AnswerState({ state }: { state: Answer['state'] }) {
  return <StateBadge label={rollCallAnswerLifecycle.states[state]} tone={TONES[state]} />;
}

export function CallState({ state }: { state: Board['state'] }) {
  return <StateBadge label={rollCallLifecycle.states[state]} tone={state === 'open' ? 'active' : 'done'} />;
}

/** Per cent of those called who answered in time, to one place; a dash before anybody was called. */
export const rateText = ({ called, onTime }: { called: number; onTime: number }): string =>
  called === 0 ? '—' : `${Math.round((onTime / called) * 1000) / 10} %`;
