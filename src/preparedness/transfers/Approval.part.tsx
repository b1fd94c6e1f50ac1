import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { CheckField, Form, FormActions, TextAreaField } from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import { QuantityField } from '../stock/web.ts';
import { WarehouseField } from '../warehouses/web.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import type { Transfer } from './transfer-words.part.tsx';
import type { approve } from './transfers.commands.ts';

const WORDS = {
  from: { zh: '调出仓库', en: 'From' },
  note: { zh: '审批意见', en: 'Decision' },
  change: { zh: '调整批准数量', en: 'Approve other quantities' },
  line: { zh: '{name}（申请 {asked}）', en: '{name} (asked {asked})' },
} as const;

/** 批准: as asked unless somebody changes a figure; the warehouse may be named here. */
export function Approval({ row, onClose }: { row: Transfer; onClose: () => void }) {
  const approving = useCommand<typeof approve>('transfers.approve');
  const [from, setFrom] = useState<string | undefined>(row.fromWarehouseId ?? undefined);
  const [note, setNote] = useState('');
  const [isChanged, setChanged] = useState(false);
  const [figures, setFigures] = useState<Readonly<Record<string, number | null>>>({});
  const send = async () => {
    const lines = isChanged
      ? row.lineList.flatMap((line) => {
          const quantity = figures[line.id];
          return quantity === undefined || quantity === null || quantity === line.asked
            ? []
            : [{ lineId: line.id, quantity }];
        })
      : [];
    const input = { id: row.id, ...(from ? { fromWarehouseId: from } : {}), note: note || null, lines };
    if (await approving.run(input, { version: row.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={approving.problem} isWaiting={approving.isWaiting}>
      <WarehouseField label={WORDS.from} name="fromWarehouseId" value={from} onChange={setFrom} isRequired />
      <CheckField label={WORDS.change} isChecked={isChanged} onChange={setChanged} />
      {isChanged &&
        row.lineList.map((line) => (
          <QuantityField
            key={line.id}
            label={fill(WORDS.line, { name: line.name, asked: line.asked })}
            value={figures[line.id] === undefined ? line.asked : (figures[line.id] ?? null)}
            onChange={(quantity) => setFigures({ ...figures, [line.id]: quantity })}
            measure={line.measure}
          />
        ))}
      <TextAreaField label={WORDS.note} name="note" value={note} onChange={setNote} maxLength={500} />
      <FormActions
        submit={transferLifecycle.transitions.approve.label}
        isBusy={approving.isRunning}
        onCancel={onClose}
      />
    </Form>
  );
}
