import { useView } from '../../foundation/api/web.ts';
import { Go, Shown, useSay } from '../../foundation/design-system/web.ts';
import { LotTable } from './LotTable.part.tsx';
import type { ofWarehouse } from './lots.views.ts';
import { figure, yuan } from './stock-words.part.tsx';

const WORDS = {
  value: { zh: '价值 {value}', en: 'Worth {value}' },
  volume: { zh: '占用 {volume} m³', en: '{volume} m³ used' },
  share: { zh: '占用 {volume} m³，库容的 {percent}%', en: '{volume} m³ used, {percent} % of the capacity' },
  movements: { zh: '出入库流水', en: 'Movements' },
} as const;

/** On a warehouse's page: what lies in it and how full it is. */
export default function WarehouseStock({ record }: { record: { id: string; capacity?: number | null } }) {
  const say = useSay();
  const view = useView<typeof ofWarehouse>('stock.ofWarehouse', { warehouseId: record.id });
  const { volume = 0, value = 0 } = view.data ?? {};
  const room = record.capacity
    ? say(WORDS.share, { volume: figure(Math.round(volume)), percent: Math.round((volume / record.capacity) * 100) })
    : say(WORDS.volume, { volume: figure(Math.round(volume)) });
  return (
    <>
      <p className="stock-sums">
        {say(WORDS.value, { value: yuan(value) })}，{room}　
        <Go to={`/stock/movements?warehouse=${record.id}`}>{say(WORDS.movements)}</Go>
      </p>
      <Shown of={view}>{(data) => <LotTable lots={data.lots} of="warehouse" />}</Shown>
    </>
  );
}
