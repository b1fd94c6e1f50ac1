import type { ReactNode } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { Button, Time, useCalm, useKeys, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Draft } from './draft.part.tsx';
import type { readWords } from './read-text.views.ts';
import { CASUALTY_LABELS_OF } from './reading/casualties.rules.ts';
import { CERTAIN, READ_FIELDS } from './reading/read-text.rules.ts';
import './intake.css';

const WORDS = {
  title: { zh: '从文字中读出（待确认）', en: 'Read from the words (to be confirmed)' },
  all: { zh: '全部采用（Ctrl I）', en: 'Take all (Ctrl I)' },
  take: { zh: '采用', en: 'Take' },
  replace: { zh: '改用', en: 'Use instead' },
  or: { zh: '或', en: 'or' },
  taken: { zh: '已填', en: 'Filled in' },
  located: { zh: '定位到 {title}', en: 'Found: {title}' },
  matters: {
    zh: '文字里像有 {count} 件事：先存这一件，存后按「拆分」把其余的另存',
    en: 'The words seem to tell of {count} matters: save this one, then split the others off',
  },
  unlocated: { zh: '名册中未找到，请在地图上标', en: 'Not in our registers; mark it on the map' },
} as const satisfies Record<string, Phrase>;

type Answer = OutputOf<typeof readWords>;
type Reading = Answer['proposals'][number];
type Field = Reading['field'];

const LABELS: Readonly<Record<Field, Phrase>> = {
  occurredAt: { zh: '发生时间', en: 'Occurred' },
  place: { zh: '地点', en: 'Place' },
  kind: { zh: '类别', en: 'Kind' },
  damage: { zh: '损失', en: 'Damage' },
  ...CASUALTY_LABELS_OF,
};

/** Fewer characters say nothing that could be read. */
const LEAST = 4;
/** Of one field. */
const MOST_OTHERS = 2;

/**
 * What rules read in the words typed so far, field by field, with the words it came from marked. Nothing is filled in by
 * itself: a person takes one, or all that are certain by one key; what was typed by hand is replaced only one by one.
 */
export function Readings({ draft, set }: { draft: Draft; set: (changes: Partial<Draft>) => void }) {
  const say = useSay();
  const text = useCalm(draft.text, 250);
  const view = useView<typeof readWords>(
    'intake.readText',
    { text, ...(draft.knownAt ? { at: draft.knownAt } : {}) },
    { isEnabled: text.trim().length >= LEAST, keepsPrevious: true },
  );
  // While the next answer is under way the former one stays, as far as its words still stand there.
  const all = text.trim().length < LEAST ? [] : (view.data?.proposals ?? []);
  const readings = all.filter((one) => text.slice(one.start, one.end) === one.text);
  const fields = READ_FIELDS.filter((field) => readings.some((one) => one.field === field));
  const best = fields.flatMap((field) => readings.find((one) => one.field === field) ?? []);
  const certain = best.filter((one) => one.confidence >= CERTAIN && isEmpty(draft, one.field));
  const takeAll = () => set(Object.assign({}, ...certain.map(changesOf)));
  useKeys(certain.length > 0 ? [{ keys: 'ctrl i', label: WORDS.all, act: takeAll }] : []);
  if (best.length === 0) return null;
  return (
    <section className="readings" aria-label={say(WORDS.title)}>
      <div className="row">
        <h2>{say(WORDS.title)}</h2>
        <Button disabled={certain.length === 0} onClick={takeAll}>
          {say(WORDS.all)}
        </Button>
      </div>
      <p className="readings-text">{marked(text, best, say)}</p>
      <ul>
        {best.map((one) => (
          <ReadingLine
            key={one.field}
            reading={one}
            others={readings.filter((other) => other.field === one.field && other !== one).slice(0, MOST_OTHERS)}
            draft={draft}
            set={set}
          />
        ))}
      </ul>
      {(view.data?.matters.length ?? 0) > 1 && (
        <p className="stale-note" role="status">
          {say(WORDS.matters, { count: view.data?.matters.length ?? 0 })}
        </p>
      )}
      {(view.data?.doubts ?? []).map(({ field, message }) => (
        <p className="readings-doubt" role="alert" key={`${field} ${message.zh}`}>
          {say(message)}
        </p>
      ))}
    </section>
  );
}

function ReadingLine({
  reading,
  others,
  draft,
  set,
}: {
  reading: Reading;
  others: readonly Reading[];
  draft: Draft;
  set: (changes: Partial<Draft>) => void;
}) {
  const say = useSay();
  const label = say(LABELS[reading.field]);
  const take = (one: Reading) => set(changesOf(one));
  const isTaken = isIn(draft, reading);
  const words = say(isEmpty(draft, reading.field) ? WORDS.take : WORDS.replace);
  const [place] = reading.places ?? [];
  return (
    <li className={isTaken ? 'is-taken' : ''}>
      <span className="soft" id={`reading-${reading.field}`}>
        {label}
      </span>
      <span>
        <b>
          <Value of={reading} />
        </b>
        {reading.field === 'place' && (
          <small className="soft">{place ? say(WORDS.located, { title: place.title }) : say(WORDS.unlocated)}</small>
        )}
      </span>
      <span className="row">
        {isTaken ? (
          <span className="soft">✓ {say(WORDS.taken)}</span>
        ) : (
          <Button aria-describedby={`reading-${reading.field}`} onClick={() => take(reading)}>
            {words}
          </Button>
        )}
        {others.length > 0 && <span className="soft">{say(WORDS.or)}</span>}
        {others.map((other) => (
          <Button key={`${other.start} ${other.value}`} onClick={() => take(other)} disabled={isIn(draft, other)}>
            <Value of={other} />
          </Button>
        ))}
      </span>
    </li>
  );
}

function Value({ of: { field, value } }: { of: Reading }) {
  const say = useSay();
  if (field === 'occurredAt') return <Time at={String(value)} />;
  return field === 'kind' ? say(labelOf(INCIDENT_KINDS, String(value))) : String(value);
}

/** The text with the words of each first proposal marked; what lies within another mark is not marked twice. */
function marked(text: string, best: readonly Reading[], say: (phrase: Phrase) => string): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, field } of best.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark key={`${field} ${start}`} title={say(LABELS[field])}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function changesOf({ field, value, point }: Reading): Partial<Draft> {
  if (field === 'place') return { placeText: String(value), ...(point ? { place: point } : {}) };
  return { [field]: value };
}

function isEmpty(draft: Draft, field: Field): boolean {
  const value = field === 'place' ? draft.placeText : draft[field];
  return value === undefined || value === null || value === '';
}

function isIn(draft: Draft, { field, value }: Reading): boolean {
  if (field === 'occurredAt') return Date.parse(draft.occurredAt ?? '') === Date.parse(String(value));
  return (field === 'place' ? draft.placeText : draft[field]) === value;
}
