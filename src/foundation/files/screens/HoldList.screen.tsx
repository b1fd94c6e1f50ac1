import { type OutputOf, useView } from '../../api/web.ts';
import { type Column, DataList, go, Page, StateBadge, Time, useKeys, useMay, useSay } from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import { fileHoldLifecycle } from '../custody/file-hold.lifecycle.ts';
import type { list } from '../custody/file-holds.views.ts';
import { LiftHold } from './hold-dialogs.part.tsx';

type Item = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '证据保全', en: 'Legal holds' },
  none: { zh: '没有证据保全', en: 'No legal holds' },
  reason: { zh: '保全事由', en: 'Reason' },
  caseNumber: { zh: '案号或文号', en: 'Case' },
  subject: { zh: '保全对象', en: 'Binds' },
  files: { zh: '文件数', en: 'Files' },
  state: { zh: '状态', en: 'State' },
  placed: { zh: '保全', en: 'Placed' },
  lifted: { zh: '解除', en: 'Lifted' },
  back: { zh: '返回证据文件', en: 'Back to the files' },
} as const;

/** Every hold, those that stand first; lifted with a reason. */
export default function HoldList() {
  const say = useSay();
  const may = useMay();
  const recordPath = useRecordPath();
  const view = useView<typeof list>('fileHolds.list', {});
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/files') }]);
  const columns: readonly Column<Item>[] = [
    {
      key: 'reason',
      title: WORDS.reason,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => row.reason,
      text: (row) => row.reason,
    },
    {
      key: 'case',
      title: WORDS.caseNumber,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => row.caseNumber ?? '—',
      text: (row) => row.caseNumber,
    },
    {
      key: 'subject',
      title: WORDS.subject,
      width: '8rem',
      cell: (row) => say(row.subjectLabel),
      text: (row) => say(row.subjectLabel),
    },
    {
      key: 'files',
      title: WORDS.files,
      width: '5rem',
      isNumber: true,
      cell: (row) => row.files,
      text: (row) => row.files,
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '6rem',
      cell: (row) => (
        <StateBadge
          label={fileHoldLifecycle.states[row.state as 'placed']}
          tone={row.state === 'placed' ? 'active' : 'ended'}
        />
      ),
      text: (row) => say(fileHoldLifecycle.states[row.state as 'placed']),
    },
    {
      key: 'placed',
      title: WORDS.placed,
      width: '13rem',
      cell: (row) => (
        <>
          <Time at={row.placedAt} /> {row.placedBy}
        </>
      ),
      text: (row) => row.placedAt,
    },
    {
      key: 'lifted',
      title: WORDS.lifted,
      width: 'minmax(10rem, 1fr)',
      cell: (row) =>
        row.liftedAt ? (
          <span title={row.liftReason ?? ''}>
            <Time at={row.liftedAt} /> {row.liftedBy}
          </span>
        ) : (
          may('file_hold.place') && <LiftHold id={row.id} />
        ),
      text: (row) => row.liftedAt,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="file-holds"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => recordPath({ plural: row.subjectPlural, id: row.subjectId }) ?? '/file-holds'}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}
