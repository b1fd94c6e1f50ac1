import { INCIDENT_KIND_WORDS, type IncidentKindId } from '../../../foundation/incident-kinds/define.ts';
import type { Event } from './events.rules.ts';
import type { Span } from './said.rules.ts';

export interface FoundKind extends Span {
  readonly kind: IncidentKindId;
  /** 0–1 */
  readonly confidence: number;
}

const WORDS = Object.entries(INCIDENT_KIND_WORDS) as [IncidentKindId, readonly string[]][];
/** So far into a text a kind is looked for: what it is about stands in front. */
const READ = 4000;

/** Kinds that a text may be about, likeliest first, each with the word that says most. Early words and long ones weigh more. */
export function kindsOf(whole: string, events: readonly Event[]): FoundKind[] {
  const text = whole.slice(0, READ);
  const from = events[0]?.start ?? 0;
  const weighed = WORDS.flatMap(([kind, words]) => {
    const found = words.flatMap((word) => weighedWord(text, word, from));
    if (found.length === 0) return [];
    const ordered = found.toSorted((one, other) => other.weight - one.weight);
    // Each further word says less: ten words of one kind are not ten times as sure.
    const score = ordered.slice(0, 5).reduce((sum, { weight }, rank) => sum + weight / (1 + rank * 0.8), 0);
    const [best] = ordered;
    return best ? [{ kind, score, start: best.start, end: best.end }] : [];
  }).toSorted((one, other) => other.score - one.score);
  const total = weighed.slice(0, 3).reduce((sum, { score }) => sum + score, 0);
  return weighed.slice(0, 5).map(({ score, ...one }) => ({
    ...one,
    confidence: Math.max(0.1, Math.min(0.95, 0.2 + (score / (total || 1)) * 0.6 + Math.min(0.15, score * 0.02))),
  }));
}

function weighedWord(text: string, word: string, from: number): { weight: number; start: number; end: number }[] {
  const start = text.indexOf(word);
  if (start < 0) return [];
  const distance = Math.max(0, start - from);
  const length = 1 + (word.length - 2) * 0.7;
  let repeats = 0;
  for (let at = text.indexOf(word, start + 1); at >= 0 && repeats < 4; at = text.indexOf(word, at + 1)) repeats += 1;
  return [
    {
      weight: Math.max(0.4, length) * (0.35 + 1 / (1 + distance * 0.02)) * (1 + repeats * 0.12),
      start,
      end: start + word.length,
    },
  ];
}
