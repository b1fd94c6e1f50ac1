import { useView } from '../../foundation/api/web.ts';
import {
  type Column,
  Countdown,
  DataList,
  MarkBadge,
  Page,
  Time,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { reviewLifecycle } from './review.lifecycle.ts';
import { ReviewState } from './review-states.part.tsx';
import type { list } from './reviews.views.ts';

type Item = NonNullable<(typeof list)['Output']>['items'][number];

const WORDS = {
  title: { zh: '复盘评估', en: 'Reviews' },
  empty: { zh: '没有复盘评估', en: 'No review' },
  emptyHint: {
    zh: '事件办结时，按规则自动产生；其他事件在事件页发起。',
    en: 'Raised by rule when an incident is closed; for others on the incident’s page.',
  },
} as const;

const STATES = ['due', 'under_way', 'finished'] as const;
const FILTERS = [
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    choices: STATES.map((value) => ({ value, label: reviewLifecycle.states[value] })),
  },
];

/** 复盘评估: what is due first. */
export default function ReviewList() {
  const say = useSay();
  const [search] = useSearch();
  const state = STATES.find((one) => one === search.state);
  const view = useView<typeof list>('reviews.list', state ? { state } : {}, {
    keepsPrevious: true,
    topics: ['review', 'review_finding'],
  });
  const columns: readonly Column<Item>[] = [
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      width: '9.5rem',
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'title',
      title: { zh: '标题', en: 'Title' },
      width: 'minmax(16rem, 3fr)',
      cell: (row) => (
        <>
          <MarkBadge mark={row.mark} />
          {row.title}
        </>
      ),
      text: (row) => row.title,
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '8rem',
      cell: (row) => <ReviewState of={row} />,
      text: (row) => say(reviewLifecycle.states[row.state]),
    },
    {
      key: 'due',
      title: { zh: '时限', en: 'Due' },
      width: '10rem',
      cell: (row) => (row.finishedAt ? <Time at={row.finishedAt} /> : <Countdown dueAt={row.dueAt} />),
      text: (row) => String(row.finishedAt ?? row.dueAt),
    },
    {
      key: 'reviewer',
      title: { zh: '负责人', en: 'Reviewer' },
      width: '7rem',
      cell: (row) => row.reviewerName,
      text: (row) => row.reviewerName,
    },
    {
      key: 'score',
      title: { zh: '评分', en: 'Score' },
      width: '5rem',
      cell: (row) => row.score,
      text: (row) => (row.score === null ? '' : String(row.score)),
    },
    {
      key: 'findings',
      title: { zh: '问题（整改中）', en: 'Findings (open)' },
      width: '9rem',
      cell: (row) => `${row.findings}（${row.findingsOpen}）`,
      text: (row) => `${row.findings}/${row.findingsOpen}`,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="reviews"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/reviews/${row.id}`}
        filters={FILTERS}
        empty={{ title: WORDS.empty, hint: WORDS.emptyHint }}
      />
    </Page>
  );
}
