import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  go,
  Page,
  TextField,
  toast,
  useSay,
} from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import { WarehouseField } from '../warehouses/web.ts';
import { type Line, OutLine, pickedLots } from './OutLine.part.tsx';
import type { issue } from './stock.commands.ts';
import { WAYS_OUT } from './stock-movement.register.ts';
import './stock.css';

const WORDS = {
  title: { zh: '出库', en: 'Issue goods' },
  way: { zh: '方式', en: 'Way' },
  warehouse: { zh: '储备库', en: 'Warehouse' },
  paper: { zh: '单据号', en: 'Paper' },
  counterpart: { zh: '领用单位', en: 'To' },
  note: { zh: '说明', en: 'Note' },
  add: { zh: '加一行', en: 'Add a line' },
  done: { zh: '已出库 {count} 批', en: '{count} lots issued' },
} as const;

/** What leaves for another warehouse is a transfer. */
const WAYS = WAYS_OUT.filter(({ id }) => id !== 'transfer_out').map(({ id, label }) => ({ value: id, label }));
type Way = 'issue' | 'scrap' | 'consume' | 'rotate';

/** 出库: the lots that expire first are proposed; another choice asks a reason. */
export default function StockOut() {
  const say = useSay();
  const issuing = useCommand<typeof issue>('stock.issue');
  const [way, setWay] = useState<Way>('issue');
  const [warehouseId, setWarehouse] = useState<string>();
  const [paper, setPaper] = useState({ paperNo: '', counterpart: '', note: '' });
  const [lines, setLines] = useState<readonly Line[]>([{ key: 1, quantity: null, reason: '' }]);
  const submit = async () => {
    const done = await issuing.run({
      way,
      warehouseId: warehouseId ?? '',
      paperNo: paper.paperNo || null,
      counterpart: paper.counterpart || null,
      note: paper.note || null,
      lines: lines.map((line) => ({
        supplyId: line.supply?.id ?? '',
        quantity: line.quantity ?? 0,
        reason: line.lots && line.reason ? line.reason : null,
        ...(line.lots ? { lots: pickedLots(line.lots) } : {}),
      })),
    });
    if (!done) return;
    toast(fill(WORDS.done, { count: done.count }));
    go(`/warehouses/${warehouseId}`);
  };
  const text = (name: keyof typeof paper, label: { zh: string; en: string }) => (
    <TextField
      label={label}
      name={name}
      value={paper[name]}
      onChange={(value) => setPaper({ ...paper, [name]: value })}
      maxLength={name === 'note' ? 500 : 60}
    />
  );
  return (
    <Page title={WORDS.title}>
      <Form onSubmit={() => void submit()} problem={issuing.problem} isWaiting={issuing.isWaiting}>
        <ChoiceField
          label={WORDS.way}
          name="way"
          as="buttons"
          value={way}
          choices={WAYS}
          onChange={(id) => setWay(id as Way)}
        />
        <div className="form-row">
          <WarehouseField
            label={WORDS.warehouse}
            name="warehouseId"
            value={warehouseId}
            onChange={(id) => {
              setWarehouse(id);
              // Lots of another warehouse are no choice any more.
              setLines(lines.map(({ lots: _, ...line }) => line));
            }}
            isRequired
          />
          {text('paperNo', WORDS.paper)}
          {text('counterpart', WORDS.counterpart)}
        </div>
        <div className="stock-lines">
          {lines.map((line, index) => (
            <OutLine
              key={line.key}
              line={line}
              index={index}
              warehouseId={warehouseId}
              isScrap={way === 'scrap'}
              onChange={(changed) => setLines(lines.map((one) => (one.key === line.key ? changed : one)))}
              onRemove={lines.length > 1 ? () => setLines(lines.filter(({ key }) => key !== line.key)) : undefined}
            />
          ))}
        </div>
        <div>
          <Button
            onClick={() => setLines([...lines, { key: (lines.at(-1)?.key ?? 0) + 1, quantity: null, reason: '' }])}
          >
            {say(WORDS.add)}
          </Button>
        </div>
        {text('note', WORDS.note)}
        <FormActions submit={WORDS.title} isBusy={issuing.isRunning} onCancel={() => go('/stock')} />
      </Form>
    </Page>
  );
}
