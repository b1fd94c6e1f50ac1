import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, Page, Tag, useSay } from '../design-system/web.ts';
import { PERIOD_FILTER, useCut, WORDS } from './cut.part.tsx';
import type { list } from './indicators.views.ts';
import { figureText, Trend } from './Trend.part.tsx';

type Item = OutputOf<typeof list>['items'][number];

const OWN = {
  name: { zh: '指标', en: 'Indicator' },
  none: { zh: '没有指标', en: 'No indicators' },
  state: { zh: '状态', en: 'State' },
} as const;

/** What the district has promised, how far it is, and where it lags. */
export default function IndicatorList() {
  const say = useSay();
  const cut = useCut();
  const view = useView<typeof list>('indicators.list', cut, { keepsPrevious: true });
  const columns: readonly Column<Item>[] = [
    {
      key: 'label',
      title: OWN.name,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => <span title={row.reading}>{say(row.label)}</span>,
      text: (row) => say(row.label),
    },
    {
      key: 'value',
      title: WORDS.value,
      width: '8rem',
      isNumber: true,
      cell: (row) => (row.value === null ? '—' : `${figureText(row.value)} ${say(row.unit)}`),
      text: (row) => row.value,
    },
    {
      key: 'target',
      title: WORDS.target,
      width: '8rem',
      isNumber: true,
      cell: (row) => `${row.better === 'more' ? '≥' : '≤'} ${figureText(row.target)} ${say(row.unit)}`,
      text: (row) => row.target,
    },
    {
      key: 'behind',
      title: OWN.state,
      width: '9rem',
      cell: (row) => (
        <span className="row">
          {row.isBehind && <Tag>{say(WORDS.behind)}</Tag>}
          {row.isAssumed && <Tag>{say(WORDS.assumed)}</Tag>}
        </span>
      ),
      text: (row) => (row.isBehind ? say(WORDS.behind) : ''),
    },
    {
      key: 'counts',
      title: WORDS.counts,
      width: '8rem',
      isNumber: true,
      cell: (row) => `${figureText(row.part)} / ${figureText(row.whole)}`,
      text: (row) => `${row.part}/${row.whole}`,
    },
    {
      key: 'trend',
      title: WORDS.trend,
      width: '9rem',
      cell: (row) => <Trend points={row.trend} target={row.target} />,
      text: (row) => row.trend.map(({ value }) => figureText(value)).join(' '),
    },
    {
      key: 'reading',
      title: { zh: '口径', en: 'Reading' },
      width: 'minmax(10rem, 2fr)',
      cell: (row) => <span title={row.reading}>{row.reading}</span>,
      text: (row) => row.reading,
    },
  ];
  const query = location.search;
  return (
    <Page title={WORDS.title}>
      <DataList
        name="indicators"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.code}
        to={(row) => `/indicators/${row.code}${query}`}
        filters={[PERIOD_FILTER]}
        empty={{ title: OWN.none }}
      />
    </Page>
  );
}
