import type { IncidentKindId } from '../../../foundation/incident-kinds/define.ts';
import { eventsOf } from './events.rules.ts';
import { kindsOf } from './kinds.rules.ts';
import { placesOf } from './places.rules.ts';
import { clausesOf, heard, mastheads, original, type Span, without } from './said.rules.ts';
import { timesOf } from './times.rules.ts';

/** One of several matters that a text tells of. */
export interface Matter extends Span {
  readonly text: string;
  readonly kind: IncidentKindId | null;
  readonly place: string | null;
}

/** With these words a caller goes on to something else. */
const ANOTHER =
  /^(?:另外|此外|还有|另有|另(?=[^一])|再(?:一个|说|就是)|同时(?=[^发])|除此之外|第[二三四]|[二三四2-4][、.是])/;

const classOf = (kind: string | null) => kind?.split('.')[0] ?? '';

interface Sentence extends Span {
  readonly kind: IncidentKindId | null;
  readonly place: string | null;
  readonly isOther: boolean;
}

/**
 * Matters that a report tells of, in its order: a sentence begins another one when it says that something happened and either leads
 * over to it in words or tells of another kind at a place of its own. One matter is answered as none: there is nothing to split.
 */
export function mattersOf(given: string, at: Date): Matter[] {
  const said = heard(given);
  const own = without(said.plain, mastheads(said.plain));
  const clauses = clausesOf(own);
  const events = eventsOf(own, clauses);
  const timeless = without(own, timesOf(own, { clauses, events, at }));
  const told: Sentence[] = [];
  for (const number of new Set(clauses.map(({ sentence }) => sentence))) {
    const parts = clauses.filter(({ sentence }) => sentence === number);
    const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
    const happened = events.filter(({ sentence }) => sentence === number);
    if (happened.length === 0) continue;
    const words = timeless.slice(start, end);
    const [kind] = kindsOf(
      words,
      happened.map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
    );
    const [place] = placesOf(timeless, { clauses: parts, events: happened });
    told.push({
      ...{ start, end, kind: kind?.kind ?? null },
      place:
        place && place.confidence >= LEAST_PLACE
          ? original(said, place).text.replaceAll(/\s+/g, '').replace(ANOTHER, '')
          : null,
      isOther: ANOTHER.test(own.slice(start, end)),
    });
  }
  const matters: Sentence[] = [];
  for (const one of told) {
    const last = matters.at(-1);
    if (last && !isAnother(last, one)) continue;
    matters.push(one);
  }
  if (matters.length < 2) return [];
  return matters.map(({ kind, place, start }, index) => {
    const until = matters[index + 1]?.start ?? own.length;
    return { kind, place, ...original(said, { start, end: until }) };
  });
}

/** Less sure it is a piece of a sentence, and no place to send anybody to. */
const LEAST_PLACE = 0.4;

function isAnother(last: Sentence, now: Sentence): boolean {
  if (now.kind === null) return false;
  const isOtherKind = last.kind !== now.kind;
  const isElsewhere = now.place !== null && last.place !== null && now.place !== last.place;
  if (now.isOther) return isOtherKind || isElsewhere;
  return isElsewhere && classOf(last.kind) !== classOf(now.kind);
}
