import { useView } from '../../foundation/api/web.ts';
import { type Column, DataList, Page, useSay, useSearch } from '../../foundation/design-system/web.ts';
import type { due } from './lots.views.ts';
import { LOT_STANDINGS, type LotStanding } from './stock-limits.rules.ts';
import { figure, type Lot, StandingMark, yuan } from './stock-words.part.tsx';

const WORDS = {
  title: { zh: '效期与轮换', en: 'Expiry and rotation' },
  empty: { zh: '没有临期、过期或应轮换的批次', en: 'Nothing expires or is due for rotation' },
} as const;

const STANDINGS = (Object.keys(LOT_STANDINGS) as LotStanding[]).filter((standing) => standing !== 'good');
const FILTERS = [
  {
    key: 'standing',
    label: { zh: '状态', en: 'State' },
    choices: STANDINGS.map((value) => ({ value, label: LOT_STANDINGS[value] })),
  },
];

/** 轮换清单: what must be used, exchanged, re-allotted or scrapped, the soonest first. */
export default function DueList() {
  const say = useSay();
  const [search] = useSearch();
  const standing = STANDINGS.find((one) => one === search.standing);
  const view = useView<typeof due>('stock.due', standing ? { standing } : {}, { keepsPrevious: true });
  const text = (key: string, zh: string, en: string, of: (lot: Lot) => string | null, width?: string): Column<Lot> => ({
    key,
    title: { zh, en },
    cell: (lot) => of(lot) ?? '—',
    text: of,
    ...(width ? { width } : {}),
  });
  const columns: readonly Column<Lot>[] = [
    {
      key: 'name',
      title: { zh: '物资', en: 'Item' },
      width: 'minmax(14rem, 2fr)',
      cell: (lot) => (
        <>
          {lot.supplyName} <small>{lot.spec}</small>
        </>
      ),
      text: (lot) => [lot.itemNo, lot.supplyName, lot.spec].filter(Boolean).join(' '),
    },
    {
      key: 'standing',
      title: { zh: '状态', en: 'State' },
      width: '8rem',
      cell: (lot) => <StandingMark standing={lot.standing} />,
      text: (lot) => say(LOT_STANDINGS[lot.standing]),
    },
    text('expires', '有效期至', 'Expires', (lot) => lot.expiresOn, '7rem'),
    text('rotation', '应轮换', 'Rotate on', (lot) => lot.rotationDueOn, '7rem'),
    text('batch', '批号', 'Batch', (lot) => lot.batch, '7rem'),
    text('warehouse', '储备库', 'Warehouse', (lot) => lot.warehouseName, 'minmax(10rem, 1fr)'),
    text('location', '货位', 'Location', (lot) => lot.location, '5rem'),
    text('owner', '储备主体', 'Owner', (lot) => lot.ownerName, '7rem'),
    {
      key: 'quantity',
      title: { zh: '数量', en: 'Quantity' },
      width: '8rem',
      isNumber: true,
      cell: (lot) => `${figure(lot.quantity)} ${lot.measure}`,
      text: (lot) => lot.quantity,
    },
    {
      key: 'value',
      title: { zh: '价值', en: 'Value' },
      width: '7rem',
      isNumber: true,
      cell: (lot) => (lot.unitPrice === null ? '—' : yuan(lot.unitPrice * lot.quantity)),
      text: (lot) => (lot.unitPrice === null ? null : Math.round(lot.unitPrice * lot.quantity)),
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="stock-due"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.lots ?? []}
        columns={columns}
        rowKey={(lot) => lot.id}
        to={(lot) => `/supplies/${lot.supplyId}`}
        filters={FILTERS}
        empty={{ title: WORDS.empty }}
      />
    </Page>
  );
}
