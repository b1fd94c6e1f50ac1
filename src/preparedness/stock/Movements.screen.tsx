import { useView } from '../../foundation/api/web.ts';
import { type Column, DataList, Page, Time, useSay, useSearch } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { movements } from './movements.views.ts';
import { MOVEMENT_KINDS, MOVEMENT_WAYS } from './stock-movement.register.ts';
import { figure } from './stock-words.part.tsx';

export type Movement = NonNullable<(typeof movements)['Output']>['items'][number];

const WORDS = {
  title: { zh: '出入库流水', en: 'Movements' },
  empty: { zh: '没有流水', en: 'No movement' },
} as const;

const FILTERS = [
  {
    key: 'kind',
    label: { zh: '类型', en: 'Kind' },
    choices: MOVEMENT_KINDS.map(({ id, label }) => ({ value: id, label })),
  },
];

/** The ledger, newest first. No line is ever changed; a mistake is mended by a line of its own. */
export default function Movements() {
  const say = useSay();
  const [search] = useSearch();
  const kind = MOVEMENT_KINDS.find(({ id }) => id === search.kind)?.id;
  const { supply, warehouse } = search;
  const view = useView<typeof movements>(
    'stock.movements',
    {
      ...(kind ? { kind } : {}),
      ...(supply ? { supplyId: supply } : {}),
      ...(warehouse ? { warehouseId: warehouse } : {}),
      limit: 1000,
    },
    { keepsPrevious: true },
  );
  return (
    <Page title={WORDS.title}>
      <DataList
        name="movements"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columnsOf(say)}
        rowKey={(row) => row.id}
        to={(row) => `/supplies/${row.supplyId}`}
        filters={FILTERS}
        empty={{ title: WORDS.empty }}
      />
    </Page>
  );
}

/** A change of the shelf with its sign; one of what is reserved in brackets. */
export const signed = (row: Movement): string => {
  const value = row.quantity !== 0 ? row.quantity : row.reservedQuantity;
  const text = `${value > 0 ? '+' : '−'}${figure(Math.abs(value))}`;
  return row.quantity !== 0 ? text : `(${text})`;
};

function columnsOf(say: ReturnType<typeof useSay>): Column<Movement>[] {
  return [
    {
      key: 'name',
      title: { zh: '物资', en: 'Item' },
      width: 'minmax(10rem, 2fr)',
      cell: (row) => row.supplyName,
      text: (row) => row.supplyName,
    },
    {
      key: 'at',
      title: { zh: '时间', en: 'When' },
      width: '7rem',
      cell: (row) => <Time at={row.happenedAt} />,
      text: (row) => row.happenedAt,
    },
    {
      key: 'kind',
      title: { zh: '类型', en: 'Kind' },
      width: '6rem',
      cell: (row) => say(labelOf(MOVEMENT_KINDS, row.kind)),
      text: (row) => say(labelOf(MOVEMENT_KINDS, row.kind)),
    },
    {
      key: 'way',
      title: { zh: '方式', en: 'Way' },
      width: '6rem',
      cell: (row) => say(labelOf(MOVEMENT_WAYS, row.way)),
      text: (row) => say(labelOf(MOVEMENT_WAYS, row.way)),
    },
    {
      key: 'quantity',
      title: { zh: '数量', en: 'Quantity' },
      width: '8rem',
      isNumber: true,
      cell: (row) => `${signed(row)} ${row.measure}`,
      text: (row) => row.quantity,
    },
    {
      key: 'batch',
      title: { zh: '批号', en: 'Batch' },
      width: '7rem',
      cell: (row) => row.batch,
      text: (row) => row.batch,
    },
    {
      key: 'warehouse',
      title: { zh: '储备库', en: 'Warehouse' },
      cell: (row) => row.warehouseName,
      text: (row) => row.warehouseName,
    },
    {
      key: 'paper',
      title: { zh: '单据号', en: 'Paper' },
      width: '9rem',
      cell: (row) => row.paperNo ?? '—',
      text: (row) => row.paperNo,
    },
    {
      key: 'actor',
      title: { zh: '经办', en: 'By' },
      width: '6rem',
      cell: (row) => row.actorName ?? '—',
      text: (row) => row.actorName,
    },
    {
      key: 'note',
      title: { zh: '说明', en: 'Note' },
      cell: (row) => [row.counterpart, row.note, row.overrideReason].filter(Boolean).join('；') || '—',
      text: (row) => [row.counterpart, row.note, row.overrideReason].filter(Boolean).join('；'),
    },
  ];
}
