import { showTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { Problem, problem } from '../../../kernel/problems.ts';

export interface SourceState {
  readonly state: 'untried' | 'answering' | 'silent';
  /** When it last answered or failed. */
  readonly at: Date | null;
  readonly reason: Phrase | null;
}

export interface Patience {
  readonly failures: number;
  readonly restSeconds: number;
}

interface Kept {
  failures: number;
  at: Date | null;
  reason: Phrase | null;
  /** Until then nobody is sent there; then one goes first, and the others when that one came back. */
  restsUntil: number;
}

const UNTRIED: SourceState = { state: 'untried', at: null, reason: null };

/**
 * What is known of outside sources, in the memory of this process. A source that fails several times in a row rests: whoever asks
 * is told at once what happened, instead of waiting for it with every tile (circuit breaker).
 */
export function sourceHealth(now: () => Date) {
  const known = new Map<string, Kept>();

  function note(id: string, more: Partial<Kept>): Kept {
    const kept = { failures: 0, at: null, reason: null, restsUntil: 0, ...known.get(id), ...more };
    known.set(id, kept);
    return kept;
  }

  return {
    stateOf(id: string): SourceState {
      const kept = known.get(id);
      if (!kept?.at) return UNTRIED;
      return { state: kept.failures > 0 ? 'silent' : 'answering', at: kept.at, reason: kept.reason };
    },

    /** Asks the source, unless it rests. @throws `map.source_silent` for whatever went wrong, with when and why */
    async ask<T>(id: string, { failures, restSeconds }: Patience, work: () => Promise<T>): Promise<T> {
      const kept = known.get(id);
      if (kept && kept.failures >= failures) {
        if (now().getTime() < kept.restsUntil) throw silent(kept, now());
        kept.restsUntil = now().getTime() + restSeconds * 1000;
      }
      try {
        const answer = await work();
        note(id, { failures: 0, at: now(), reason: null });
        return answer;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const failed = (known.get(id)?.failures ?? 0) + 1;
        const restsUntil = now().getTime() + restSeconds * 1000;
        throw silent(note(id, { failures: failed, at: now(), reason: reasonOf(error), restsUntil }), now());
      }
    },
  };
}

const silent = ({ at, reason }: Kept, now: Date) =>
  problem('map.source_silent', { at: at ? showTime(at, now) : '', reason });

/** What is said of an unreachable server is said once. */
function reasonOf({ key, phrase, params }: Problem): Phrase {
  const { reason } = params;
  if (key !== 'external.unreachable') return phrase;
  return typeof reason === 'string' ? { zh: reason, en: reason } : (reason as Phrase);
}
