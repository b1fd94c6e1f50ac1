import { useView } from '../api/web.ts';
import { Go, Shown, Time, useSay } from '../design-system/web.ts';
import { useRecordPath } from '../timeline/web.ts';
import type { tryOut } from './rule-sets.views.ts';

const WORDS = {
  examined: { zh: '按最近 {count} 条记录试算', en: 'Tried on the last {count} records' },
  since: { zh: '，自', en: ', since ' },
  none: { zh: '没有可供试算的记录', en: 'There are no records to try it on' },
  same: { zh: '没有一条记录会有不同结果', en: 'No record would have come out differently' },
  figure: { zh: '结果', en: 'Outcome' },
  today: { zh: '按现行', en: 'By the rule in force' },
  proposed: { zh: '按此版', en: 'By this version' },
  cases: { zh: '结果不同的记录', en: 'Records that would have come out differently' },
  record: { zh: '记录', en: 'Record' },
} as const;

/** What this version would have meant for what has happened, beside what the rule in force means. */
export function TryOut({ id }: { id: string }) {
  const say = useSay();
  const view = useView<typeof tryOut>('ruleSets.tryOut', { id });
  return (
    <Shown of={view} rows={3}>
      {({ examined, since, figures, cases }) =>
        examined === 0 ? (
          <p>{say(WORDS.none)}</p>
        ) : (
          <>
            <p>
              {say(WORDS.examined, { count: examined })}
              {since && (
                <>
                  {say(WORDS.since)}
                  <Time at={since} />
                </>
              )}
            </p>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{say(WORDS.figure)}</th>
                  <th scope="col" className="is-number">
                    {say(WORDS.today)}
                  </th>
                  <th scope="col" className="is-number">
                    {say(WORDS.proposed)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {figures.map((figure) => (
                  <tr key={figure.label.zh}>
                    <th scope="row">{say(figure.label)}</th>
                    <td className="is-number">{withUnit(figure.current, figure.unit && say(figure.unit))}</td>
                    <td className="is-number">{withUnit(figure.proposed, figure.unit && say(figure.unit))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {cases.length === 0 ? <p>{say(WORDS.same)}</p> : <Cases cases={cases} />}
          </>
        )
      }
    </Shown>
  );
}

const withUnit = (figure: number, unit: string | undefined) => (unit ? `${figure} ${unit}` : figure);

type Case = NonNullable<(typeof tryOut)['Output']>['cases'][number];

function Cases({ cases }: { cases: readonly Case[] }) {
  const say = useSay();
  const recordPath = useRecordPath();
  return (
    <table className="table">
      <caption>{say(WORDS.cases)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.record)}</th>
          <th scope="col">{say(WORDS.today)}</th>
          <th scope="col">{say(WORDS.proposed)}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map(({ id, plural, title, current, proposed }) => {
          const path = recordPath({ plural, id });
          return (
            <tr key={id}>
              <th scope="row">{path ? <Go to={path}>{title}</Go> : title}</th>
              <td>{say(current)}</td>
              <td>{say(proposed)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
