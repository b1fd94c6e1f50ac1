import { type OutputOf, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Go,
  roughDuration,
  Section,
  Shown,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { assignmentLifecycle } from '../../foundation/orders/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { assessment } from './assessment.views.ts';
import type { ReviewPartProps } from './review-states.part.tsx';

type Drawn = OutputOf<typeof assessment>;

const WORDS = {
  steps: { zh: '各环节用时', en: 'Times between steps' },
  step: { zh: '环节', en: 'Step' },
  at: { zh: '时间', en: 'At' },
  between: { zh: '距上一环节', en: 'Since the step before' },
  known: { zh: '距获悉', en: 'Since known' },
  missing: { zh: '没有记录', en: 'not recorded' },
  clocks: { zh: '时限', en: 'Clocks' },
  clocksCount: { zh: '按时 {met} · 逾期 {late}', en: '{met} met · {late} late' },
  allMet: { zh: '没有逾期的时限', en: 'No limit was missed' },
  due: { zh: '到期', en: 'Due' },
  late: { zh: '逾期', en: 'Late by' },
  reason: { zh: '原因', en: 'Why' },
  noReason: { zh: '未说明', en: 'not explained' },
  parts: { zh: '谁在何时看到、办理', en: 'Who saw what when' },
  partsCount: { zh: '共 {total} 项，逾期 {late}', en: '{total} in all, {late} late' },
  order: { zh: '指令', en: 'Order' },
  who: { zh: '承办', en: 'Who' },
  issued: { zh: '下达', en: 'Issued' },
  delivered: { zh: '送达', en: 'Delivered' },
  received: { zh: '签收', en: 'Received' },
  done: { zh: '办结', en: 'Done' },
  state: { zh: '状态', en: 'State' },
  lateBy: { zh: '迟 {time}', en: '{time} late' },
  clauses: { zh: '预案条款执行', en: 'Clauses of the plan' },
  clausesCount: { zh: '{done}/{total} 条已执行', en: '{done} of {total} executed' },
  none: { zh: '没有启动过预案', en: 'No plan was activated' },
  raise: { zh: '列为问题', en: 'Make it a finding' },
} as const satisfies Record<string, Phrase>;

const CLAUSES = {
  not_ordered: { zh: '未下达', en: 'Never ordered' },
  called_off: { zh: '已取消', en: 'Called off' },
  unfinished: { zh: '未完成', en: 'Not finished' },
  done: { zh: '已执行', en: 'Executed' },
} as const satisfies Record<Drawn['clauses'][number]['state'], Phrase>;

const MINUTE = 60_000;

/** 复盘数据: everything drawn from the record; what went wrong becomes a finding with one press. */
export function Assessment({ review }: ReviewPartProps) {
  const view = useView<typeof assessment>('reviews.assessment', { id: review.id });
  return (
    <Shown of={view} rows={8}>
      {(drawn) => (
        <>
          <Steps steps={drawn.steps} />
          <Clocks clocks={drawn.clocks} isFinished={review.state === 'finished'} />
          <Clauses clauses={drawn.clauses} isFinished={review.state === 'finished'} />
          <Parts parts={drawn.parts} total={drawn.partsTotal} isFinished={review.state === 'finished'} />
        </>
      )}
    </Shown>
  );
}

function useMinutes() {
  const say = useSay();
  return (minutes: number | null) => (minutes === null ? '—' : say(roughDuration(minutes * MINUTE)));
}

/** Bars of one scale beside their table: where the time went is seen before it is read. */
function Steps({ steps }: Pick<Drawn, 'steps'>) {
  const say = useSay();
  const minutes = useMinutes();
  const longest = Math.max(1, ...steps.map((step) => step.minutes ?? 0));
  return (
    <Section title={WORDS.steps}>
      <table className="table review-steps">
        <thead>
          <tr>
            {[WORDS.step, WORDS.at, WORDS.between, WORDS.known].map((word) => (
              <th key={word.en} scope="col">
                {say(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.key}>
              <th scope="row">{say(step.label)}</th>
              <td>{step.at ? <Time at={step.at} /> : <span className="soft">{say(WORDS.missing)}</span>}</td>
              <td>
                <span className="review-bar" style={{ inlineSize: `${((step.minutes ?? 0) / longest) * 60}%` }} />
                {minutes(step.minutes)}
              </td>
              <td>{minutes(step.sinceKnown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Clocks({ clocks, isFinished }: Pick<Drawn, 'clocks'> & { isFinished: boolean }) {
  const say = useSay();
  const minutes = useMinutes();
  return (
    <Section
      title={WORDS.clocks}
      aside={<span className="soft">{say(WORDS.clocksCount, { met: clocks.met, late: clocks.late })}</span>}
    >
      {clocks.missed.length === 0 ? (
        <p className="quiet">{say(WORDS.allMet)}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              {[WORDS.clocks, WORDS.who, WORDS.due, WORDS.late, WORDS.reason].map((word) => (
                <th key={word.en} scope="col">
                  {say(word)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {clocks.missed.map((one) => (
              <tr key={one.id}>
                <th scope="row">{say(one.label)}</th>
                <td>{one.who}</td>
                <td>
                  <Time at={one.dueAt} />
                </td>
                <td>{minutes(one.minutesLate)}</td>
                <td>{one.reason ?? <span className="soft">{say(WORDS.noReason)}</span>}</td>
                <td>
                  <Raise about={`clock/${one.id}`} name={say(one.label)} isFinished={isFinished} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Clauses({ clauses, isFinished }: Pick<Drawn, 'clauses'> & { isFinished: boolean }) {
  const say = useSay();
  const done = clauses.filter(({ state }) => state === 'done').length;
  const left = clauses.filter(({ state }) => state !== 'done');
  return (
    <Section
      title={WORDS.clauses}
      aside={
        clauses.length > 0 && <span className="soft">{say(WORDS.clausesCount, { done, total: clauses.length })}</span>
      }
    >
      {clauses.length === 0 ? (
        <p className="quiet">{say(WORDS.none)}</p>
      ) : (
        <table className="table">
          <tbody>
            {left.map((one) => (
              <tr key={`${one.planId} ${one.clause}`}>
                <th scope="row">
                  {one.planName} {one.clause}
                </th>
                <td>{one.title}</td>
                <td>{say(CLAUSES[one.state])}</td>
                <td>
                  <Raise
                    about={`clause/${one.planId}/${one.clause}`}
                    name={`${one.clause} ${one.title}`}
                    isFinished={isFinished}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Parts({ parts, total, isFinished }: Pick<Drawn, 'parts'> & { total: number; isFinished: boolean }) {
  const say = useSay();
  const minutes = useMinutes();
  const isLate = (part: Drawn['parts'][number]) => part.receiptLate > 0 || part.finishLate > 0;
  const late = parts.filter(isLate).length;
  const moment = (at: string | null, lateBy: number) => (
    <>
      <Time at={at} />
      {lateBy > 0 && <div className="soft">{say(WORDS.lateBy, { time: minutes(lateBy) })}</div>}
    </>
  );
  return (
    <Section title={WORDS.parts} aside={<span className="soft">{say(WORDS.partsCount, { total, late })}</span>}>
      <div className="review-parts">
        <table className="table">
          <thead>
            <tr>
              {[WORDS.order, WORDS.who, WORDS.issued, WORDS.delivered, WORDS.received, WORDS.done, WORDS.state].map(
                (word) => (
                  <th key={word.en} scope="col">
                    {say(word)}
                  </th>
                ),
              )}
              <td />
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.id}>
                <th scope="row">
                  <Go to={`/assignments/${part.id}`}>
                    {part.number} {part.title}
                  </Go>
                </th>
                <td>{[part.unitName, part.personName].filter(Boolean).join(' · ')}</td>
                <td>
                  <Time at={part.issuedAt} />
                </td>
                <td>
                  <Time at={part.deliveredAt} />
                </td>
                <td>{moment(part.receivedAt, part.receiptLate)}</td>
                <td>{moment(part.doneAt, part.finishLate)}</td>
                <td>
                  {say(
                    assignmentLifecycle.states[part.state as keyof typeof assignmentLifecycle.states] ?? {
                      zh: part.state,
                      en: part.state,
                    },
                  )}
                </td>
                <td>
                  {isLate(part) && (
                    <Raise about={`part/${part.id}`} name={`${part.number} ${part.title}`} isFinished={isFinished} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** The findings' own form takes over from the address: what it is about, and nothing that names a person. */
function Raise({ about, name, isFinished }: { about: string; name: string; isFinished: boolean }) {
  const say = useSay();
  const may = useMay();
  const [, change] = useSearch();
  if (isFinished || !may('review_finding.keep')) return null;
  return (
    <Button onClick={() => change({ act: 'finding', about })} aria-label={`${say(WORDS.raise)}: ${name}`}>
      {say(WORDS.raise)}
    </Button>
  );
}
