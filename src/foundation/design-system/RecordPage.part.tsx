import type { ReactNode } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Mark } from '../registers/define.ts';
import { MarkBadge, MarkBand } from './Badges.part.tsx';
import { useSay } from './language.ts';
import { usePageTitle } from './page-title.ts';

/** A record on one page: head, main facts left, timeline right, actions at the foot. */
export function RecordPage({
  number,
  title,
  mark = 'real',
  badges,
  clocks,
  owner,
  sections = [],
  children,
  timeline,
  actions,
}: {
  number?: string | undefined;
  title: string;
  mark?: Mark;
  /** Grade, level, state. */
  badges?: ReactNode;
  /** Running countdowns. */
  clocks?: ReactNode;
  /** Who answers for it now. */
  owner?: ReactNode;
  /** Anchors under the head: one page with places in it, no tabs that hide. Each id is a `Section`'s. */
  sections?: readonly { id: string; title: Phrase }[];
  children: ReactNode;
  timeline?: ReactNode;
  /** An `ActionBar`. */
  actions?: ReactNode;
}) {
  const say = useSay();
  usePageTitle(title, mark);
  return (
    <article className="record">
      <MarkBand mark={mark} />
      <header className="record-head">
        <div className="record-title">
          {number && <span className="record-number">{number}</span>}
          <h1 tabIndex={-1}>
            <MarkBadge mark={mark} />
            {title}
          </h1>
        </div>
        <div className="record-badges">
          {badges}
          {clocks}
          {owner && <span className="record-owner">{owner}</span>}
        </div>
        {sections.length > 0 && (
          <nav className="record-anchors" aria-label={say({ zh: '本页', en: 'On this page' })}>
            {sections.map((section) => (
              <a
                key={section.id}
                href={`#${section.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(section.id)?.scrollIntoView();
                }}
              >
                {say(section.title)}
              </a>
            ))}
          </nav>
        )}
      </header>
      <div className={timeline ? 'record-body has-aside' : 'record-body'}>
        <div className="record-main">{children}</div>
        {timeline && <aside aria-label={say({ zh: '时间线', en: 'Timeline' })}>{timeline}</aside>}
      </div>
      {actions}
    </article>
  );
}

/** A part of a page under its heading. */
export function Section({
  id,
  title,
  aside,
  children,
}: {
  id?: string;
  title: Phrase;
  /** Beside the heading: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const say = useSay();
  return (
    <section className="section" id={id}>
      <header>
        <h2>{say(title)}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Facts as words and values in two columns; what is null is shown as «—», never hidden: a gap is a fact, too. */
export function Facts({ facts }: { facts: readonly { label: Phrase; value: ReactNode }[] }) {
  const say = useSay();
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label.zh}>
          <dt>{say(label)}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An ordinary page: its heading, what belongs beside it, its content. */
export function Page({
  title,
  aside,
  children,
  mark = 'real',
}: {
  title: Phrase;
  aside?: ReactNode;
  children: ReactNode;
  mark?: Mark;
}) {
  const say = useSay();
  usePageTitle(say(title), mark);
  return (
    <div className="page">
      <MarkBand mark={mark} />
      <header className="page-head">
        <h1 tabIndex={-1}>{say(title)}</h1>
        {aside}
      </header>
      {children}
    </div>
  );
}
