import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Form, FormActions, TextField, useSay } from '../../foundation/design-system/web.ts';
import { DayField, QuantityField } from '../stock/web.ts';
import { SupplyField, type SupplyItem } from '../supplies/web.ts';
import type { Stocktake } from './stocktake-words.part.tsx';
import type { found } from './stocktakes.commands.ts';

const WORDS = {
  title: { zh: '登记账外物资', en: 'Goods that were found' },
  supply: { zh: '物资', en: 'Item' },
  batch: { zh: '批号', en: 'Batch' },
  expires: { zh: '有效期至', en: 'Expires on' },
  location: { zh: '货位', en: 'Location' },
  quantity: { zh: '实盘数量', en: 'Counted' },
  reason: { zh: '说明', en: 'How it came' },
} as const;

/** Goods on the shelf that stand in no book. */
export function FoundDialog({ row, onClose }: { row: Stocktake; onClose: () => void }) {
  const say = useSay();
  const finding = useCommand<typeof found>('stocktakes.found');
  const [supply, setSupply] = useState<SupplyItem>();
  const [batch, setBatch] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [location, setLocation] = useState('');
  const [counted, setCounted] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const send = async () => {
    const goods = { supplyId: supply?.id ?? '', batch, expiresOn: expiresOn || null, location: location || null };
    if (await finding.run({ id: row.id, ...goods, counted: counted ?? 0, reason })) onClose();
  };
  return (
    <Dialog title={say(WORDS.title)} isOpen onClose={onClose}>
      <Form onSubmit={() => void send()} problem={finding.problem} isWaiting={finding.isWaiting}>
        <SupplyField label={WORDS.supply} name="supplyId" value={supply} onChange={setSupply} isRequired />
        <TextField label={WORDS.batch} name="batch" value={batch} onChange={setBatch} maxLength={60} isRequired />
        <DayField label={WORDS.expires} name="expiresOn" value={expiresOn} onChange={setExpiresOn} />
        <TextField label={WORDS.location} name="location" value={location} onChange={setLocation} maxLength={60} />
        <QuantityField
          label={WORDS.quantity}
          name="counted"
          value={counted}
          onChange={setCounted}
          measure={supply?.measure}
          isRequired
        />
        <TextField label={WORDS.reason} name="reason" value={reason} onChange={setReason} maxLength={200} isRequired />
        <FormActions submit={WORDS.title} isBusy={finding.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
