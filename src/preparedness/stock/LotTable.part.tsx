import { useState } from 'react';
import { Button, Empty, Time, useSay } from '../../foundation/design-system/web.ts';
import { LotDialog } from './LotDialog.part.tsx';
import { figure, type Lot, StandingMark } from './stock-words.part.tsx';

const WORDS = {
  batch: { zh: '批号', en: 'Batch' },
  supply: { zh: '物资', en: 'Item' },
  warehouse: { zh: '储备库', en: 'Warehouse' },
  owner: { zh: '储备主体', en: 'Owner' },
  location: { zh: '货位', en: 'Location' },
  expires: { zh: '有效期至', en: 'Expires' },
  rotation: { zh: '应轮换', en: 'Rotate on' },
  since: { zh: '入库', en: 'In since' },
  quantity: { zh: '库存', en: 'On shelf' },
  reserved: { zh: '预留', en: 'Reserved' },
  available: { zh: '可用', en: 'Available' },
  standing: { zh: '状态', en: 'State' },
  act: { zh: '办理', en: 'Act' },
  actOn: { zh: '办理批次 {batch}', en: 'Act on lot {batch}' },
  none: { zh: '没有库存', en: 'Nothing on the shelf' },
} as const;

/** Lots in the order they should be given out. `of` says which of item and warehouse goes without saying. */
export function LotTable({ lots, of }: { lots: readonly Lot[]; of: 'supply' | 'warehouse' }) {
  const say = useSay();
  const [chosen, choose] = useState<Lot>();
  if (lots.length === 0) return <Empty title={WORDS.none} />;
  const where = of === 'supply' ? WORDS.warehouse : WORDS.supply;
  const heads = [
    where,
    WORDS.batch,
    WORDS.standing,
    WORDS.expires,
    WORDS.rotation,
    WORDS.since,
    WORDS.location,
    WORDS.owner,
  ];
  const hasActions = lots.some(({ isKept }) => isKept);
  return (
    <>
      <table className="table table-stacks">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {say(head)}
              </th>
            ))}
            {[WORDS.quantity, WORDS.reserved, WORDS.available].map((head) => (
              <th key={head.zh} scope="col" className="is-number">
                {say(head)}
              </th>
            ))}
            {hasActions && (
              <th scope="col">
                <span className="unseen">{say(WORDS.act)}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <tr key={lot.id}>
              <th scope="row" data-label={say(where)}>
                {of === 'supply' ? lot.warehouseName : [lot.supplyName, lot.spec].filter(Boolean).join(' ')}
              </th>
              <td data-label={say(WORDS.batch)}>{lot.batch}</td>
              <td data-label={say(WORDS.standing)} title={lot.lockReason ?? undefined}>
                <StandingMark standing={lot.standing} />
              </td>
              <td data-label={say(WORDS.expires)}>{lot.expiresOn ?? '—'}</td>
              <td data-label={say(WORDS.rotation)}>{lot.rotationDueOn ?? '—'}</td>
              <td data-label={say(WORDS.since)}>
                <Time at={lot.inboundAt} />
              </td>
              <td data-label={say(WORDS.location)}>{lot.location ?? '—'}</td>
              <td data-label={say(WORDS.owner)}>{lot.ownerName}</td>
              <td className="is-number" data-label={say(WORDS.quantity)}>
                {figure(lot.quantity)} {lot.measure}
              </td>
              <td className="is-number" data-label={say(WORDS.reserved)}>
                {figure(lot.reservedQuantity)}
              </td>
              <td className="is-number" data-label={say(WORDS.available)}>
                {figure(lot.available)}
              </td>
              {hasActions && (
                <td>
                  {lot.isKept && (
                    <Button aria-label={say(WORDS.actOn, { batch: lot.batch })} onClick={() => choose(lot)}>
                      {say(WORDS.act)}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <LotDialog lot={chosen} onClose={() => choose(undefined)} />}
    </>
  );
}
