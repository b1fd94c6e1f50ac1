import { useView } from '../../foundation/api/web.ts';
import {
  type Column,
  DataList,
  MarkBadge,
  Page,
  StateBadge,
  Time,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { ReportItem } from './ReportRow.part.tsx';
import { stateLabel, toneOf } from './report-states.part.tsx';
import type { list } from './reporting.views.ts';
import { REPORT_KINDS, situationReport } from './situation-report.register.ts';

const { fields } = situationReport;
const WORDS = {
  title: { zh: '专报', en: 'Reports' },
  none: { zh: '没有专报', en: 'No report' },
  how: { zh: '专报在事件页面起草。', en: 'A report is drafted on the page of its incident.' },
} as const;

/** Every paper that was drafted or issued, the newest first. */
export default function ReportList() {
  const say = useSay();
  const view = useView<typeof list>('reporting.list', { limit: 500 });
  const columns: readonly Column<ReportItem>[] = [
    {
      key: 'title',
      title: fields.title.label,
      width: 'minmax(20rem, 3fr)',
      cell: (row) => (
        <>
          <MarkBadge mark={row.mark} />
          {row.title}
        </>
      ),
      text: (row) => row.title,
    },
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      width: '11rem',
      cell: (row) => row.number ?? '—',
      text: (row) => row.number,
    },
    {
      key: 'kind',
      title: fields.kind.label,
      width: '6rem',
      cell: (row) => say(labelOf(REPORT_KINDS, row.kind)),
      text: (row) => say(labelOf(REPORT_KINDS, row.kind)),
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '6.5rem',
      cell: (row) => <StateBadge label={stateLabel(row.state)} tone={toneOf(row.state)} />,
      text: (row) => say(stateLabel(row.state)),
    },
    {
      key: 'asOf',
      title: fields.asOf.label,
      width: '7rem',
      cell: (row) => <Time at={row.asOf} />,
      text: (row) => String(row.asOf),
    },
    {
      key: 'issuedAt',
      title: fields.issuedAt.label,
      width: '7rem',
      cell: (row) => (row.issuedAt ? <Time at={row.issuedAt} /> : '—'),
      text: (row) => (row.issuedAt ? String(row.issuedAt) : ''),
    },
    {
      key: 'issuer',
      title: fields.issuer.label,
      width: '6rem',
      cell: (row) => row.issuer ?? '—',
      text: (row) => row.issuer,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="reporting"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/reporting/${row.id}`}
        empty={{ title: WORDS.none, hint: WORDS.how }}
      />
    </Page>
  );
}
