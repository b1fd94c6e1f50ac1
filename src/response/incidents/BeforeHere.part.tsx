import { useState } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { Go, Section, Shown, Tag, Time, useSay } from '../../foundation/design-system/web.ts';
import { useRecordPath } from '../../foundation/timeline/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { books, similarCases } from './before.views.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from './incident-anchors.part.tsx';

type Book = OutputOf<typeof books>['books'][number];

const WORDS = {
  within: { zh: '{metres} 米内', en: 'within {metres} m' },
  metres: { zh: '{metres} 米', en: '{metres} m' },
  nothing: { zh: '查过，没有：{books}', en: 'Looked, found nothing: {books}' },
  more: { zh: '另有 {count} 条', en: '{count} more' },
  noPlace: {
    zh: '没有标位置，只按地点名称查找',
    en: 'No position is marked: only the words of the place were compared',
  },
  similar: { zh: '相似案例', en: 'Similar past cases' },
  none: { zh: '没有相似的已办结事件', en: 'No closed incident is like this one' },
} as const satisfies Record<string, Phrase>;

const REACHES = [100, 300, 500, 1000] as const;

/** 这里以前有过什么: what every register knew of this place before, and which former cases are like this one. */
export default function BeforeHere({ incident }: IncidentPartProps) {
  const say = useSay();
  const [metres, setMetres] = useState(300);
  const view = useView<typeof books>('incidents.books', { id: incident.id, metres }, { keepsPrevious: true });
  const aside = (
    <select
      aria-label={say(WORDS.within, { metres })}
      value={metres}
      onChange={({ target }) => setMetres(Number(target.value))}
    >
      {REACHES.map((reach) => (
        <option key={reach} value={reach}>
          {say(WORDS.within, { metres: reach })}
        </option>
      ))}
    </select>
  );
  return (
    <Section id="before" title={INCIDENT_ANCHORS.before} aside={aside}>
      <Shown of={view} rows={4}>
        {({ books: all, hasPlace }) => {
          const found = all.filter(({ total }) => total > 0);
          const nothing = all.filter(({ total }) => total === 0);
          return (
            <>
              {!hasPlace && <p className="soft">{say(WORDS.noPlace)}</p>}
              {found.map((book) => (
                <OpenBook key={book.register} book={book} />
              ))}
              {nothing.length > 0 && (
                <p className="soft">
                  {say(WORDS.nothing, { books: nothing.map(({ label }) => say(label)).join('、') })}
                </p>
              )}
            </>
          );
        }}
      </Shown>
      <SimilarCases id={incident.id} />
    </Section>
  );
}

function OpenBook({ book }: { book: Book }) {
  const say = useSay();
  const pathOf = useRecordPath();
  return (
    <>
      <h3>
        {say(book.label)} {book.total}
      </h3>
      <ul className="similar">
        {book.entries.map((entry) => {
          const path = pathOf({ plural: book.plural, id: entry.id });
          const title = [entry.number, entry.title].filter(Boolean).join(' ');
          return (
            <li key={entry.id}>
              <Time at={entry.at} />
              {path ? <Go to={path}>{title}</Go> : <span>{title}</span>}
              {say(entry.state) && <Tag>{say(entry.state)}</Tag>}
              {entry.metres !== null && (
                <span className="soft">{say(WORDS.metres, { metres: Math.round(entry.metres) })}</span>
              )}
            </li>
          );
        })}
      </ul>
      {book.total > book.entries.length && (
        <p className="soft">{say(WORDS.more, { count: book.total - book.entries.length })}</p>
      )}
    </>
  );
}

function SimilarCases({ id }: { id: string }) {
  const say = useSay();
  const view = useView<typeof similarCases>('incidents.similarCases', { id });
  return (
    <>
      <h3>{say(WORDS.similar)}</h3>
      <Shown of={view} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <ul className="similar">
              {items.map((one) => (
                <li key={one.id}>
                  <Time at={one.knownAt} />
                  <Go to={`/incidents/${one.id}`}>
                    {one.number} {one.title}
                  </Go>
                  <span className="soft">{one.why.map((why) => say(why)).join('、')}</span>
                  {one.closingSummary && <span>{one.closingSummary}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}
