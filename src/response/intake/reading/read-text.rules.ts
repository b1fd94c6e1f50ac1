import type { IncidentKindId } from '../../../foundation/incident-kinds/define.ts';
import { type Figure, figuresOf } from './casualties.rules.ts';
import { damageOf } from './damage.rules.ts';
import { eventsOf } from './events.rules.ts';
import { kindsOf } from './kinds.rules.ts';
import { placesOf } from './places.rules.ts';
import { clausesOf, heard, mastheads, original, type Span, without } from './said.rules.ts';
import { timesOf } from './times.rules.ts';

/** What one piece of a text says of one field. */
interface Of<Field extends string, Value> extends Span {
  readonly field: Field;
  readonly value: Value;
  /** The words it was read from: `given.slice(start, end)`. */
  readonly text: string;
  /** 0–1; from `CERTAIN` on it may be taken with all others at once. */
  readonly confidence: number;
}

export type Proposal =
  | Of<'occurredAt', string>
  | Of<'place', string>
  | Of<'kind', IncidentKindId>
  | Of<Figure, number>
  | Of<'damage', string>;

export const READ_FIELDS = [
  'occurredAt',
  'place',
  'kind',
  'deaths',
  'missing',
  'seriousInjuries',
  'minorInjuries',
  'trapped',
  'damage',
] as const satisfies readonly Proposal['field'][];

/** From so sure on one key takes proposals over, all together. */
export const CERTAIN = 0.55;

/** More than anybody tells in one report. */
export const MOST_TEXT = 20_000;

/**
 * Fields that a report in free Chinese words speaks of, by rules alone: field by field, best first within each.
 * `start` and `end` are offsets in UTF-16 code units of the text given, and `text` is what lies between. `occurredAt` is an
 * ISO instant in UTC, read in Asia/Shanghai relative to `at`. Takes time linear in the text.
 */
export function readText(given: string, at: Date): Proposal[] {
  const said = heard(given);
  const own = without(said.plain, mastheads(said.plain));
  const clauses = clausesOf(own);
  const events = eventsOf(own, clauses);
  const times = timesOf(own, { clauses, events, at });
  const timeless = without(own, times);
  const piece = ({ start, end }: Span) => original(said, { start, end });
  const found: Proposal[] = [
    ...times.slice(0, MOST_OF_A_FIELD).map((one) => ({
      ...{ field: 'occurredAt' as const, value: one.at.toISOString() },
      ...{ ...piece(one), confidence: one.confidence },
    })),
    ...placesOf(timeless, { clauses, events }).map((one) => {
      const words = piece(one);
      return {
        field: 'place' as const,
        value: words.text.replaceAll(/\s+/g, ''),
        ...words,
        confidence: one.confidence,
      };
    }),
    ...kindsOf(timeless, events).map((one) => ({
      ...{ field: 'kind' as const, value: one.kind },
      ...{ ...piece(one), confidence: one.confidence },
    })),
    ...figuresOf(timeless).map((one) => ({
      field: one.field,
      value: one.value,
      ...piece(one),
      confidence: one.confidence,
    })),
    ...damageOf(timeless).map((one) => {
      const words = piece(one);
      return {
        field: 'damage' as const,
        value: words.text.replaceAll(/\s+/g, ''),
        ...words,
        confidence: one.confidence,
      };
    }),
  ];
  return READ_FIELDS.flatMap((field) => sinking(found.filter((one) => one.field === field)));
}

const MOST_OF_A_FIELD = 8;

/** What comes later is never surer than what comes first. */
function sinking(proposals: readonly Proposal[]): Proposal[] {
  let most = 1;
  return proposals.map((one) => {
    most = Math.min(most, Math.round(one.confidence * 100) / 100);
    return { ...one, confidence: most };
  });
}
