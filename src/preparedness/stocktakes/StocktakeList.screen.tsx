import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  type Column,
  DataList,
  Dialog,
  Form,
  FormActions,
  go,
  Page,
  TextField,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { WarehouseField } from '../warehouses/web.ts';
import { STOCKTAKE_KINDS } from './stocktake.register.ts';
import { type Row, STATES, StocktakeState } from './stocktake-words.part.tsx';
import type { begin } from './stocktakes.commands.ts';
import type { list } from './stocktakes.views.ts';

const WORDS = {
  title: { zh: '物资盘点', en: 'Stocktakes' },
  empty: { zh: '没有盘点单', en: 'No stocktake' },
  begin: { zh: '开始盘点', en: 'Begin a stocktake' },
  warehouse: { zh: '储备库', en: 'Warehouse' },
  kind: { zh: '盘点方式', en: 'Kind' },
  note: { zh: '说明', en: 'Note' },
} as const;

const FILTERS = [
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    choices: [
      { value: 'open', label: { zh: '未办结', en: 'Open' } },
      ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
    ],
  },
];

/** 盘点单: those under way first. */
export default function StocktakeList() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const [isBeginning, setBeginning] = useState(false);
  const state = FILTERS[0]?.choices.find(({ value }) => value === search.state)?.value;
  const view = useView<typeof list>('stocktakes.list', state ? { state } : {}, { keepsPrevious: true });
  return (
    <Page
      title={WORDS.title}
      aside={may('stocktake.count') && <Button onClick={() => setBeginning(true)}>{say(WORDS.begin)}</Button>}
    >
      <DataList
        name="stocktakes"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columnsOf(say)}
        rowKey={(row) => row.id}
        to={(row) => `/stocktakes/${row.id}`}
        filters={FILTERS}
        empty={{ title: WORDS.empty }}
      />
      {isBeginning && <Begin onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function Begin({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const beginning = useCommand<typeof begin>('stocktakes.begin');
  const [warehouseId, setWarehouse] = useState<string>();
  const [kind, setKind] = useState<'spot' | 'full'>('spot');
  const [note, setNote] = useState('');
  const send = async () => {
    const done = await beginning.run({ warehouseId: warehouseId ?? '', kind, note: note || null });
    if (done) go(`/stocktakes/${done.id}`);
  };
  return (
    <Dialog title={say(WORDS.begin)} isOpen onClose={onClose}>
      <Form onSubmit={() => void send()} problem={beginning.problem} isWaiting={beginning.isWaiting}>
        <WarehouseField
          label={WORDS.warehouse}
          name="warehouseId"
          value={warehouseId}
          onChange={setWarehouse}
          isRequired
        />
        <ChoiceField
          label={WORDS.kind}
          name="kind"
          as="buttons"
          value={kind}
          choices={STOCKTAKE_KINDS.map(({ id, label }) => ({ value: id, label }))}
          onChange={setKind}
        />
        <TextField label={WORDS.note} name="note" value={note} onChange={setNote} maxLength={500} />
        <FormActions submit={WORDS.begin} isBusy={beginning.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

function columnsOf(say: ReturnType<typeof useSay>): Column<Row>[] {
  return [
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      width: '9rem',
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'warehouse',
      title: { zh: '储备库', en: 'Warehouse' },
      width: 'minmax(12rem, 2fr)',
      cell: (row) => row.warehouseName,
      text: (row) => row.warehouseName,
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '7rem',
      cell: (row) => <StocktakeState state={row.state} />,
      text: (row) => say(STATES[row.state as keyof typeof STATES]),
    },
    {
      key: 'kind',
      title: { zh: '方式', en: 'Kind' },
      width: '7rem',
      cell: (row) => say(labelOf(STOCKTAKE_KINDS, row.kind)),
      text: (row) => say(labelOf(STOCKTAKE_KINDS, row.kind)),
    },
    {
      key: 'counted',
      title: { zh: '已盘', en: 'Counted' },
      width: '7rem',
      isNumber: true,
      cell: (row) => `${row.counted} / ${row.lines}`,
      text: (row) => row.counted,
    },
    {
      key: 'differing',
      title: { zh: '差异行', en: 'Differing' },
      width: '6rem',
      isNumber: true,
      cell: (row) => row.differing ?? '—',
      text: (row) => row.differing,
    },
    {
      key: 'startedAt',
      title: { zh: '开始', en: 'Begun' },
      width: '7rem',
      cell: (row) => <Time at={row.startedAt} />,
      text: (row) => row.startedAt,
    },
    {
      key: 'startedBy',
      title: { zh: '盘点人', en: 'By' },
      width: '7rem',
      cell: (row) => row.startedBy ?? '—',
      text: (row) => row.startedBy,
    },
    {
      key: 'decidedBy',
      title: { zh: '审批人', en: 'Decided by' },
      width: '7rem',
      cell: (row) => row.decidedBy ?? '—',
      text: (row) => row.decidedBy,
    },
  ];
}
