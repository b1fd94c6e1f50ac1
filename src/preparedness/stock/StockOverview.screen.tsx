import { useView } from '../../foundation/api/web.ts';
import { type Column, DataList, Go, Page, useMay, useSay, useSearch } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SUPPLY_CLASSES } from '../supplies/supply.register.ts';
import { WAREHOUSE_KINDS } from '../warehouses/warehouse.register.ts';
import { Coverage } from './Coverage.part.tsx';
import type { overview } from './stock.views.ts';
import { STOCK_LEVELS } from './stock-limits.rules.ts';
import { figure, LevelMark, yuan } from './stock-words.part.tsx';

type Item = NonNullable<(typeof overview)['Output']>['items'][number];

const WORDS = {
  title: { zh: '库存总览', en: 'Stock' },
  empty: { zh: '没有物资', en: 'No supplies' },
  hint: { zh: '先在物资目录登记品种，再办理入库。', en: 'Register items in the catalogue, then take goods in.' },
  receive: { zh: '入库', en: 'Take in' },
  issue: { zh: '出库', en: 'Issue' },
  due: { zh: '效期与轮换', en: 'Expiry and rotation' },
  movements: { zh: '出入库流水', en: 'Movements' },
} as const;

const choicesOf = (options: readonly { id: string; label: { zh: string; en: string } }[]) =>
  options.map(({ id, label }) => ({ value: id, label }));

const ALERTS = [
  { id: 'any', label: { zh: '全部异常', en: 'Anything wrong' } },
  { id: 'critical', label: STOCK_LEVELS.critical },
  { id: 'low', label: STOCK_LEVELS.low },
  { id: 'over', label: STOCK_LEVELS.over },
  { id: 'expiring', label: { zh: '有临期', en: 'Expiring' } },
  { id: 'expired', label: { zh: '有过期', en: 'Expired' } },
] as const;

const FILTERS = [
  { key: 'alert', label: { zh: '异常', en: 'Alerts' }, choices: choicesOf(ALERTS) },
  { key: 'supplyClass', label: { zh: '大类', en: 'Class' }, choices: choicesOf(SUPPLY_CLASSES) },
  { key: 'warehouseKind', label: { zh: '储备库类别', en: 'Warehouses' }, choices: choicesOf(WAREHOUSE_KINDS) },
];

/** 库存总览: item by warehouse, whoever owns the goods; what is short or expires is said in its row. */
export default function StockOverview() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const one = <Id extends string>(options: readonly { readonly id: Id }[], value: string | undefined) =>
    options.find(({ id }) => id === value)?.id;
  const alert = one(ALERTS, search.alert);
  const supplyClass = one(SUPPLY_CLASSES, search.supplyClass);
  const warehouseKind = one(WAREHOUSE_KINDS, search.warehouseKind);
  const view = useView<typeof overview>(
    'stock.overview',
    {
      ...(search.q ? { q: search.q } : {}),
      ...(alert ? { alert } : {}),
      ...(supplyClass ? { supplyClass } : {}),
      ...(warehouseKind ? { warehouseKind } : {}),
    },
    { keepsPrevious: true },
  );
  const places = (view.data?.warehouses ?? []).filter(({ kind }) => !warehouseKind || kind === warehouseKind);
  return (
    <Page
      title={WORDS.title}
      aside={
        <span className="row">
          <Go to="/stock/due">{say(WORDS.due)}</Go>
          <Go to="/stock/movements">{say(WORDS.movements)}</Go>
          {may('stock.keep') && (
            <>
              <Go to="/stock/receipt" className="button">
                {say(WORDS.receive)}
              </Go>
              <Go to="/stock/issue" className="button">
                {say(WORDS.issue)}
              </Go>
            </>
          )}
        </span>
      }
    >
      <Coverage value={view.data?.value} owners={view.data?.owners ?? []} />
      <DataList
        name="stock"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columnsOf(say, places)}
        rowKey={(row) => row.id}
        to={(row) => `/supplies/${row.id}`}
        filters={FILTERS}
        hasSearch
        empty={{ title: WORDS.empty, hint: WORDS.hint }}
      />
    </Page>
  );
}

type Place = NonNullable<(typeof overview)['Output']>['warehouses'][number];

function columnsOf(say: ReturnType<typeof useSay>, places: readonly Place[]): Column<Item>[] {
  const number = (key: string, zh: string, en: string, of: (row: Item) => number | null, isHidden = false) => ({
    key,
    title: { zh, en },
    width: '5.5rem',
    isNumber: true,
    isHidden,
    cell: (row: Item) => {
      const value = of(row);
      return value === null || value === 0 ? <span aria-hidden="true">·</span> : figure(value);
    },
    text: of,
  });
  return [
    {
      key: 'name',
      title: { zh: '物资', en: 'Item' },
      width: 'minmax(15rem, 2fr)',
      cell: (row) => (
        <span title={row.itemNo}>
          {row.name} <small>{row.spec}</small>
        </span>
      ),
      text: (row) => [row.itemNo, row.name, row.spec].filter(Boolean).join(' '),
    },
    {
      key: 'level',
      title: { zh: '状态', en: 'State' },
      width: '8.5rem',
      cell: (row) => <LevelMark level={row.level} />,
      text: (row) => row.level && say(STOCK_LEVELS[row.level]),
    },
    {
      key: 'measure',
      title: { zh: '单位', en: 'Unit' },
      width: '3.5rem',
      cell: (row) => row.measure,
      text: (row) => row.measure,
    },
    number('available', '可用', 'Available', (row) => row.available),
    number('quantity', '库存', 'On shelf', (row) => row.quantity),
    number('minStock', '下限', 'Minimum', (row) => row.minStock),
    number('expiring', '临期', 'Expiring', (row) => row.expiring),
    number('expired', '过期', 'Expired', (row) => row.expired),
    number('reserved', '预留', 'Reserved', (row) => row.reserved, true),
    ...places.map((place) => ({
      ...number(
        place.code,
        shortName(place.name),
        shortName(place.name),
        (row: Item) => row.byWarehouse[place.id] ?? 0,
      ),
      width: '6rem',
    })),
    {
      key: 'supplyClass',
      title: { zh: '大类', en: 'Class' },
      width: '10rem',
      isHidden: true,
      cell: (row) => say(labelOf(SUPPLY_CLASSES, row.supplyClass)),
      text: (row) => say(labelOf(SUPPLY_CLASSES, row.supplyClass)),
    },
    {
      key: 'value',
      title: { zh: '价值', en: 'Value' },
      width: '7rem',
      isNumber: true,
      isHidden: true,
      cell: (row) => yuan(row.value),
      text: (row) => Math.round(row.value),
    },
  ];
}

/** What fits over a column: `古城街道应急物资储备点` is told from its neighbours by its first words. */
const shortName = (name: string) => name.replace(/应急|物资|储备|街道/g, '').slice(0, 7);
