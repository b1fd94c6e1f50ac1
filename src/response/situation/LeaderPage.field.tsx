import type { OutputOf } from '../../foundation/api/web.ts';
import { useView } from '../../foundation/api/web.ts';
import {
  Contributions,
  Elapsed,
  Empty,
  GradeBadge,
  LevelBadge,
  MarkBadge,
  Page,
  Shown,
  StateBadge,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { Casualties } from '../intake/web.ts';
import { Instruct } from './Instruct.part.tsx';
import type { leaderPage } from './leader-page.views.ts';
import './situation.css';

type Leading = OutputOf<typeof leaderPage>;
export type LedIncident = Leading['incidents'][number];

const WORDS = {
  title: { zh: '态势', en: 'Situation' },
  open: { zh: '在办事件', en: 'Open incidents' },
  waiting: { zh: '待办', en: 'Waiting' },
  late: { zh: '逾期', en: 'Late' },
  quiet: { zh: '没有在办事件', en: 'No incident is open' },
  decisions: { zh: '待您决定', en: 'For you to decide' },
  nothing: { zh: '没有待决定的事', en: 'Nothing waits for a decision' },
  mine: { zh: '我的批示', en: 'My instructions' },
  command: { zh: '指挥', en: 'Command' },
  now: { zh: '现由 {who} 指挥', en: 'In command now: {who}' },
  orders: { zh: '指令 {done}/{all}', en: 'Orders {done}/{all}' },
  ordersLate: { zh: '逾期 {late}', en: '{late} late' },
  under_way: { zh: '办理中', en: 'Under way' },
  finished: { zh: '待反馈', en: 'To be answered' },
  answered: { zh: '已反馈', en: 'Answered' },
} as const satisfies Record<string, Phrase>;

const STATES: Readonly<Record<string, { label: Phrase; tone: 'active' | 'done' }>> = {
  under_way: { label: WORDS.under_way, tone: 'active' },
  finished: { label: WORDS.finished, tone: 'active' },
  answered: { label: WORDS.answered, tone: 'done' },
};

/** 领导页 on a phone: what is going on, its figures, what waits for a word; an instruction is one tap. */
export default function LeaderPage() {
  const say = useSay();
  const view = useView<typeof leaderPage>(
    'situation.leaderPage',
    {},
    { topics: ['incident', 'assignment', 'command_handover', 'leader_instruction', 'clock', 'intake'] },
  );
  return (
    <Page title={WORDS.title}>
      <Shown of={view} rows={6}>
        {({ incidents, decisions, waiting, instructions }) => (
          <div className="leader-page">
            <ul className="figures">
              {[
                { label: WORDS.open, value: incidents.length },
                { label: WORDS.waiting, value: waiting.total },
                { label: WORDS.late, value: waiting.late },
              ].map(({ label, value }) => (
                <li key={label.en}>
                  <span className="big-number">{value}</span>
                  <span>{say(label)}</span>
                </li>
              ))}
            </ul>
            <section>
              <h2>{say(WORDS.decisions)}</h2>
              {decisions.length === 0 && <p className="soft">{say(WORDS.nothing)}</p>}
              <ul className="leader-list">
                {decisions.map((need) => (
                  <li key={need.about}>
                    <p>
                      <MarkBadge mark={need.mark} />
                      {say(need.title)}
                    </p>
                    {/* Beyond the field app: the console has the whole record. */}
                    <a className="button" href={need.to} aria-label={`${say(need.act)}: ${say(need.title)}`}>
                      {say(need.act)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2>{say(WORDS.open)}</h2>
              {incidents.length === 0 && <Empty title={WORDS.quiet} />}
              {incidents.map((one) => (
                <Led key={one.id} incident={one} />
              ))}
            </section>
            {instructions.length > 0 && (
              <section>
                <h2>{say(WORDS.mine)}</h2>
                <ul className="leader-list">
                  {instructions.map(({ id, number, subject, state }) => (
                    <li key={id}>
                      <p>
                        {number} {subject}
                      </p>
                      <StateBadge
                        label={STATES[state]?.label ?? { zh: state, en: state }}
                        tone={STATES[state]?.tone ?? 'active'}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Led({ incident }: { incident: LedIncident }) {
  const say = useSay();
  const { orders, ordersDone, ordersLate, commander } = incident;
  return (
    <article className="led-incident">
      <h3>
        <MarkBadge mark={incident.mark} />
        <a href={`/incidents/${incident.id}`}>{incident.title}</a>
      </h3>
      <p className="row">
        <GradeBadge grade={incident.grade} />
        <LevelBadge level={incident.responseLevel} />
        <Elapsed since={incident.knownAt} />
      </p>
      <p>{incident.placeText}</p>
      <p>
        <Casualties of={incident} />
      </p>
      <p>{commander ? say(WORDS.now, { who: commander }) : say(incident.command)}</p>
      <p className="row">
        <span>{say(WORDS.orders, { done: ordersDone, all: orders })}</span>
        {ordersLate > 0 && <strong>{say(WORDS.ordersLate, { late: ordersLate })}</strong>}
      </p>
      <Contributions at="leader.incident" props={{ incidentId: incident.id }} />
      <Instruct incident={incident} />
    </article>
  );
}
