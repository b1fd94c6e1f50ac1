import { useView } from '../../foundation/api/web.ts';
import { Button, CheckField, TextField, useSay } from '../../foundation/design-system/web.ts';
import { SupplyField, type SupplyItem } from '../supplies/web.ts';
import type { proposal } from './lots.views.ts';
import { QuantityField } from './QuantityField.part.tsx';
import { figure, StandingMark } from './stock-words.part.tsx';

export interface Line {
  readonly key: number;
  readonly supply?: SupplyItem | undefined;
  readonly quantity: number | null;
  /** Given: the lots somebody chose instead of the rule. */
  readonly lots?: Readonly<Record<string, number>>;
  readonly reason: string;
}

export const pickedLots = (lots: Readonly<Record<string, number>>) =>
  Object.entries(lots).flatMap(([lotId, quantity]) => (quantity > 0 ? [{ lotId, quantity }] : []));

const WORDS = {
  supply: { zh: '物资', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  remove: { zh: '删除第 {at} 行', en: 'Remove line {at}' },
  short: { zh: '删除', en: 'Remove' },
  missing: { zh: '可用库存不足，还差 {count} {measure}', en: '{count} {measure} short' },
  lots: { zh: '批次', en: 'Lots' },
  expires: { zh: '有效期至', en: 'Expires' },
  standing: { zh: '状态', en: 'State' },
  available: { zh: '可用', en: 'Available' },
  take: { zh: '取', en: 'Take' },
  takeOf: { zh: '取自批次 {batch}', en: 'Take of lot {batch}' },
  choose: { zh: '另选批次', en: 'Choose other lots' },
  reason: { zh: '未按先到期先出的理由', en: 'Why not first expired, first out' },
} as const;

/** One item that leaves: how much, and of which lots. Scrapping always names its lots, because expired ones are meant. */
export function OutLine({
  line,
  index,
  warehouseId,
  isScrap,
  onChange,
  onRemove,
}: {
  line: Line;
  index: number;
  warehouseId: string | undefined;
  isScrap: boolean;
  onChange: (line: Line) => void;
  onRemove: (() => void) | undefined;
}) {
  const say = useSay();
  const field = (name: string) => `lines.${index}.${name}`;
  const { supply, quantity } = line;
  const isAsked = Boolean(warehouseId && supply && quantity);
  const { data } = useView<typeof proposal>(
    'stock.proposal',
    { warehouseId: warehouseId ?? '', supplyId: supply?.id ?? '', quantity: quantity ?? 0 },
    { isEnabled: isAsked, keepsPrevious: true },
  );
  const proposed = Object.fromEntries((data?.picks ?? []).map((one) => [one.lotId, one.quantity]));
  const taken = line.lots ?? proposed;
  const isChosen = line.lots !== undefined;
  const setLot = (id: string, value: number | null) => {
    const lots = { ...line.lots, [id]: value ?? 0 };
    const total = Object.values(lots).reduce((sum, one) => sum + Math.round(one * 1000), 0) / 1000;
    onChange({ ...line, lots, quantity: total });
  };
  const choose = (isOn: boolean) => {
    const { lots: _, ...rest } = line;
    onChange(isOn ? { ...rest, lots: isScrap ? {} : proposed } : rest);
  };
  const lots = (isAsked ? data?.lots : undefined)?.filter((lot) => isChosen || (taken[lot.id] ?? 0) > 0) ?? [];
  return (
    <div className="stock-line is-out">
      <SupplyField
        label={WORDS.supply}
        name={field('supplyId')}
        value={supply}
        onChange={(item) => onChange({ key: line.key, supply: item, quantity, reason: '' })}
        isRequired
      />
      <QuantityField
        label={WORDS.quantity}
        name={field('quantity')}
        value={quantity}
        onChange={(value) => onChange({ ...line, quantity: value })}
        measure={supply?.measure}
        isDisabled={isChosen}
        isRequired
      />
      {onRemove && (
        <Button aria-label={say(WORDS.remove, { at: index + 1 })} onClick={onRemove}>
          {say(WORDS.short)}
        </Button>
      )}
      {isAsked && data && (
        <div className="stock-wide">
          {data.missing > 0 && !isChosen && (
            <p className="field-problem" role="status">
              {say(WORDS.missing, { count: figure(data.missing), measure: supply?.measure ?? '' })}
            </p>
          )}
          {lots.length > 0 && (
            <table className="table">
              <thead>
                <tr>
                  {[WORDS.lots, WORDS.standing, WORDS.expires].map((head) => (
                    <th key={head.zh} scope="col">
                      {say(head)}
                    </th>
                  ))}
                  <th scope="col" className="is-number">
                    {say(WORDS.available)}
                  </th>
                  <th scope="col" className="is-number">
                    {say(WORDS.take)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {lots.map((lot) => (
                  <tr key={lot.id}>
                    <th scope="row">{lot.batch}</th>
                    <td>
                      <StandingMark standing={lot.standing} />
                    </td>
                    <td>{lot.expiresOn ?? '—'}</td>
                    <td className="is-number">
                      {figure(isScrap ? lot.quantity - lot.reservedQuantity : lot.available)}
                    </td>
                    <td className="is-number">
                      {isChosen ? (
                        <input
                          className="stock-quantity"
                          type="number"
                          min={0}
                          step="any"
                          aria-label={say(WORDS.takeOf, { batch: lot.batch })}
                          value={taken[lot.id] ?? 0}
                          onChange={({ target }) => setLot(lot.id, Number(target.value))}
                        />
                      ) : (
                        figure(taken[lot.id] ?? 0)
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <CheckField label={WORDS.choose} isChecked={isChosen} onChange={choose} />
          {isChosen && !isScrap && (
            <TextField
              label={WORDS.reason}
              name={field('reason')}
              value={line.reason}
              onChange={(reason) => onChange({ ...line, reason })}
              maxLength={500}
            />
          )}
        </div>
      )}
    </div>
  );
}
