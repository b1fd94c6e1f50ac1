import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { DayField, Empty, Page, Shown, useSay, useSearch } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { rate } from './street-whistle.rules.ts';
import type { statistics } from './street-whistles.views.ts';

type Row = OutputOf<typeof statistics>['items'][number];

const WORDS = {
  title: { zh: '报到统计', en: 'Answers counted' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  total: { zh: '吹哨 {count} 次', en: '{count} whistles' },
  none: { zh: '这段时间没有吹哨', en: 'No whistle in that time' },
  department: { zh: '部门', en: 'Department' },
  called: { zh: '被呼叫', en: 'Called' },
  inTime: { zh: '按时报到', en: 'In time' },
  late: { zh: '逾期报到', en: 'Late' },
  silent: { zh: '未报到', en: 'Silent' },
  answerRate: { zh: '报到率', en: 'Answer rate' },
  presentRate: { zh: '到场率', en: 'Came' },
  solvedRate: { zh: '解决率', en: 'Solved' },
  satisfiedRate: { zh: '满意率', en: 'Satisfied' },
} as const satisfies Record<string, Phrase>;

const COLUMNS: readonly { name: keyof typeof WORDS; value: (row: Row) => string | number }[] = [
  { name: 'called', value: (row) => row.called },
  { name: 'inTime', value: (row) => row.inTime },
  { name: 'late', value: (row) => row.late },
  { name: 'silent', value: (row) => row.silent },
  { name: 'answerRate', value: (row) => percent(row.inTime, row.inTime + row.late + row.silent) },
  { name: 'presentRate', value: (row) => percent(row.present, row.rated) },
  { name: 'solvedRate', value: (row) => percent(row.solved, row.rated) },
  { name: 'satisfiedRate', value: (row) => percent(row.satisfied, row.rated) },
];

function percent(part: number, whole: number): string {
  const value = rate(part, whole);
  return value === undefined ? '—' : `${value}%`;
}

/** 报到统计 for the district: by department, how often it answered in time and what the streets thought of it. */
export default function WhistleStatistics() {
  const say = useSay();
  const [search, change] = useSearch();
  const view = useView<typeof statistics>(
    'streetWhistles.statistics',
    { ...(search.from ? { from: search.from } : {}), ...(search.to ? { to: search.to } : {}) },
    { keepsPrevious: true },
  );
  return (
    <Page title={WORDS.title}>
      <div className="form-row">
        <DayField
          label={WORDS.from}
          value={search.from ?? ''}
          onChange={(from) => change({ from: from || undefined })}
        />
        <DayField label={WORDS.to} value={search.to ?? ''} onChange={(to) => change({ to: to || undefined })} />
      </div>
      <Shown of={view}>
        {({ whistles, items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <div className="panel">
              <p role="status">{say(WORDS.total, { count: whistles })}</p>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say(WORDS.department)}</th>
                    {COLUMNS.map(({ name }) => (
                      <th scope="col" className="is-number" key={name}>
                        {say(WORDS[name])}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <tr key={row.unitId}>
                      <th scope="row">{row.unitName}</th>
                      {COLUMNS.map(({ name, value }) => (
                        <td className="is-number" key={name}>
                          {value(row)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Shown>
    </Page>
  );
}
