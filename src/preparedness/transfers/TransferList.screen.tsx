import { useView } from '../../foundation/api/web.ts';
import {
  type Column,
  DataList,
  Go,
  MarkBadge,
  Page,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { destinationOf, type Row, STATES, TransferState } from './transfer-words.part.tsx';
import type { list } from './transfers.views.ts';

const WORDS = {
  title: { zh: '物资调拨', en: 'Transfers' },
  empty: { zh: '没有调拨单', en: 'No transfer' },
  hint: { zh: '按「申请调拨」起草；紧急时可先发运、后补手续。', en: 'Ask for one; when it is urgent, dispatch first.' },
  ask: { zh: '申请调拨', en: 'Ask for a transfer' },
} as const;

const FILTERS = [
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    choices: [
      { value: 'open', label: { zh: '未办结', en: 'Open' } },
      { value: 'owed', label: { zh: '手续、差异待办', en: 'Paper or difference owed' } },
      ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
    ],
  },
];

/** 调拨单: urgent ones first, then the newest. */
export default function TransferList() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const state = FILTERS[0]?.choices.find(({ value }) => value === search.state)?.value;
  const view = useView<typeof list>('transfers.list', state ? { state } : {}, { keepsPrevious: true });
  return (
    <Page
      title={WORDS.title}
      aside={
        may('transfer.request') && (
          <Go to="/transfers/new" className="button">
            {say(WORDS.ask)}
          </Go>
        )
      }
    >
      <DataList
        name="transfers"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columnsOf(say)}
        rowKey={(row) => row.id}
        to={(row) => `/transfers/${row.id}`}
        filters={FILTERS}
        empty={{ title: WORDS.empty, hint: WORDS.hint }}
      />
    </Page>
  );
}

function columnsOf(say: ReturnType<typeof useSay>): Column<Row>[] {
  const time = (key: string, zh: string, en: string, of: (row: Row) => string | null): Column<Row> => ({
    key,
    title: { zh, en },
    width: '6.5rem',
    cell: (row) => {
      const at = of(row);
      return at ? <Time at={at} /> : '—';
    },
    text: of,
  });
  return [
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      width: '8.5rem',
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'purpose',
      title: { zh: '用途', en: 'Purpose' },
      width: 'minmax(12rem, 2fr)',
      cell: (row) => (
        <>
          <MarkBadge mark={row.mark} />
          {row.purpose}
        </>
      ),
      text: (row) => row.purpose,
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '15rem',
      cell: (row) => <TransferState row={row} />,
      text: (row) => say(STATES[row.state as keyof typeof STATES]),
    },
    { key: 'from', title: { zh: '调出', en: 'From' }, cell: (row) => row.fromName ?? '—', text: (row) => row.fromName },
    { key: 'to', title: { zh: '到达', en: 'To' }, cell: destinationOf, text: destinationOf },
    {
      key: 'lines',
      title: { zh: '项数', en: 'Lines' },
      width: '4rem',
      isNumber: true,
      cell: (row) => row.lines,
      text: (row) => row.lines,
    },
    time('neededBy', '要求到达', 'Needed by', (row) => row.neededBy),
    time('expectedAt', '预计到达', 'Expected', (row) => row.expectedAt),
    time('createdAt', '起草', 'Drafted', (row) => row.createdAt),
    {
      key: 'unit',
      title: { zh: '申请单位', en: 'Unit' },
      width: '8rem',
      cell: (row) => row.unitName ?? '—',
      text: (row) => row.unitName,
    },
  ];
}
