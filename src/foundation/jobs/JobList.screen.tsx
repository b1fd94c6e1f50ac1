import { useView } from '../api/web.ts';
import { type Column, DataList, Go, Page, Section, Time, useMay, useSay, useSearch } from '../design-system/web.ts';
import { useRecordPath } from '../timeline/web.ts';
import { JobSteps } from './JobSteps.part.tsx';
import { jobLifecycle } from './job.lifecycle.ts';
import { isOpen, type Job, JobBar, JobState, useWhileRunning } from './job-words.part.tsx';
import type { list } from './jobs.views.ts';
import { ParkedReactions } from './ParkedReactions.part.tsx';

const WORDS = {
  title: { zh: '后台任务', en: 'Jobs' },
  none: { zh: '没有后台任务', en: 'No jobs' },
  kind: { zh: '任务', en: 'Job' },
  detail: { zh: '内容', en: 'What' },
  state: { zh: '状态', en: 'State' },
  progress: { zh: '进度', en: 'Progress' },
  askedBy: { zh: '提交人', en: 'Asked by' },
  askedAt: { zh: '提交时间', en: 'Asked at' },
  endedAt: { zh: '结束时间', en: 'Ended at' },
  steps: { zh: '办理', en: 'Act' },
  parked: { zh: '未完成的联动', en: 'Parked reactions' },
} as const;

const STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** What the server does without anybody waiting: how far, whose, what went wrong; and what should have followed and did not. */
export default function JobList() {
  const say = useSay();
  const may = useMay();
  const recordPath = useRecordPath();
  const [search] = useSearch();
  const state = STATES.find((one) => one === search.state);
  const view = useView<typeof list>('jobs.list', state ? { state } : {}, { keepsPrevious: true });
  const rows = view.data?.items ?? [];
  useWhileRunning(rows.some(isOpen), view.refresh);
  const pathOf = (row: Job) => recordPath({ plural: row.subjectPlural ?? '', id: row.subjectId ?? '' });
  const columns: readonly Column<Job>[] = [
    {
      key: 'kind',
      title: WORDS.kind,
      width: 'minmax(9rem, 1fr)',
      cell: (row) => say(row.label),
      text: (row) => say(row.label),
    },
    {
      key: 'detail',
      title: WORDS.detail,
      width: 'minmax(9rem, 1.4fr)',
      cell: (row) => {
        const path = pathOf(row);
        const words = row.detail ?? '';
        return <span title={words}>{path && words ? <Go to={path}>{words}</Go> : words}</span>;
      },
      text: (row) => row.detail,
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '7rem',
      cell: (row) => <JobState job={row} />,
      text: (row) => row.state,
    },
    {
      key: 'progress',
      title: WORDS.progress,
      width: 'minmax(12rem, 2fr)',
      cell: (row) =>
        row.trouble && row.state !== 'done' ? (
          <span title={say(row.trouble)}>{say(row.trouble)}</span>
        ) : (
          <JobBar job={row} label={say(row.label)} />
        ),
      text: (row) => `${row.done}/${row.total ?? ''}`,
    },
    { key: 'askedBy', title: WORDS.askedBy, width: '6rem', cell: (row) => row.askedBy, text: (row) => row.askedBy },
    {
      key: 'askedAt',
      title: WORDS.askedAt,
      width: '8rem',
      cell: (row) => <Time at={row.askedAt} />,
      text: (row) => row.askedAt,
    },
    {
      key: 'endedAt',
      title: WORDS.endedAt,
      width: '8rem',
      cell: (row) => row.endedAt && <Time at={row.endedAt} />,
      text: (row) => row.endedAt,
    },
    { key: 'steps', title: WORDS.steps, width: '6rem', cell: (row) => <JobSteps job={row} />, text: () => '' },
  ];
  return (
    <Page title={WORDS.title}>
      {may('reaction.mend') && (
        <Section title={WORDS.parked}>
          <ParkedReactions />
        </Section>
      )}
      <DataList
        name="jobs"
        label={say(WORDS.title)}
        view={view}
        rows={rows}
        total={view.data?.total ?? rows.length}
        columns={columns}
        rowKey={(row) => row.id}
        filters={[
          {
            key: 'state',
            label: WORDS.state,
            choices: STATES.map((value) => ({ value, label: jobLifecycle.states[value] })),
          },
        ]}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}
