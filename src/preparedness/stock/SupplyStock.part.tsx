import { useView } from '../../foundation/api/web.ts';
import { Go, Shown, useSay } from '../../foundation/design-system/web.ts';
import { LotTable } from './LotTable.part.tsx';
import type { ofSupply } from './lots.views.ts';
import { figure, yuan } from './stock-words.part.tsx';

const WORDS = {
  sum: {
    zh: '可用 {available}，库存 {quantity}，价值 {value}',
    en: '{available} available, {quantity} on shelf, {value}',
  },
  movements: { zh: '出入库流水', en: 'Movements' },
} as const;

/** On an item's page: what lies where, next to be given out first. */
export default function SupplyStock({ record }: { record: { id: string } }) {
  const say = useSay();
  const view = useView<typeof ofSupply>('stock.ofSupply', { supplyId: record.id });
  const lots = view.data?.lots ?? [];
  const total = (of: (lot: (typeof lots)[number]) => number) =>
    `${figure(lots.reduce((sum, lot) => sum + of(lot), 0))} ${lots[0]?.measure ?? ''}`;
  return (
    <>
      {lots.length > 0 && (
        <p className="stock-sums">
          {say(WORDS.sum, {
            available: total((lot) => lot.available),
            quantity: total((lot) => lot.quantity),
            value: yuan(view.data?.value ?? 0),
          })}
          　<Go to={`/stock/movements?supply=${record.id}`}>{say(WORDS.movements)}</Go>
        </p>
      )}
      <Shown of={view}>{(data) => <LotTable lots={data.lots} of="supply" />}</Shown>
    </>
  );
}
