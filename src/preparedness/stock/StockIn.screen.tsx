import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  go,
  Page,
  TextAreaField,
  TextField,
  toast,
  useSay,
} from '../../foundation/design-system/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import { fill } from '../../kernel/phrases.ts';
import { SupplyField, type SupplyItem } from '../supplies/web.ts';
import { WarehouseField } from '../warehouses/web.ts';
import { DayField } from './DayField.part.tsx';
import { PASTED_COLUMNS, type PastedLine, pastedLines } from './pasted-lines.rules.ts';
import { QuantityField } from './QuantityField.part.tsx';
import type { receive } from './stock.commands.ts';
import { WAYS_IN } from './stock-movement.register.ts';
import './stock.css';

const WORDS = {
  title: { zh: '入库', en: 'Take goods in' },
  way: { zh: '方式', en: 'Way' },
  warehouse: { zh: '储备库', en: 'Warehouse' },
  owner: { zh: '储备主体（不填为库主单位）', en: 'Owner of the goods (the warehouse’s unit unless told)' },
  paper: { zh: '单据号', en: 'Paper' },
  counterpart: { zh: '来源单位', en: 'From' },
  note: { zh: '说明', en: 'Note' },
  supply: { zh: '物资', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  batch: { zh: '批号', en: 'Batch' },
  produced: { zh: '生产日期', en: 'Produced on' },
  expires: { zh: '有效期至', en: 'Expires on' },
  price: { zh: '单价（元）', en: 'Price (CNY)' },
  location: { zh: '货位', en: 'Location' },
  itemNo: { zh: '物资编号', en: 'Item number' },
  add: { zh: '加一行', en: 'Add a line' },
  paste: { zh: '粘贴表格', en: 'Paste from a sheet' },
  cells: { zh: '从表格复制的单元格', en: 'Cells copied from a sheet' },
  columns: { zh: '列次：{columns}', en: 'Columns: {columns}' },
  remove: { zh: '删除第 {at} 行', en: 'Remove line {at}' },
  short: { zh: '删除', en: 'Remove' },
  done: { zh: '已入库 {count} 行', en: '{count} lines taken in' },
} as const;

interface Line {
  readonly key: number;
  readonly supply?: SupplyItem | undefined;
  /** From a sheet: the number instead of the item. */
  readonly itemNo?: string;
  readonly quantity: number | null;
  readonly batch: string;
  readonly producedOn: string;
  readonly expiresOn: string;
  readonly price: string;
  readonly location: string;
}
const EMPTY = { quantity: null, batch: '', producedOn: '', expiresOn: '', price: '', location: '' };
/** Goods come from a transfer by receiving it, and as opening stock by a sheet. */
const WAYS = WAYS_IN.filter(({ id }) => id !== 'transfer_in').map(({ id, label }) => ({ value: id, label }));
type Way = 'purchase' | 'donation' | 'return' | 'opening';

/** 入库: one paper with its lines; where only the day of production is known, the expiry follows from the item's shelf life. */
export default function StockIn() {
  const say = useSay();
  const receiving = useCommand<typeof receive>('stock.receive');
  const [way, setWay] = useState<Way>('purchase');
  const [warehouseId, setWarehouse] = useState<string>();
  const [ownerUnitId, setOwner] = useState<string>();
  const [paper, setPaper] = useState({ paperNo: '', counterpart: '', note: '' });
  const [lines, setLines] = useState<readonly Line[]>([{ key: 1, ...EMPTY }]);
  const [isPasting, setPasting] = useState(false);
  const next = (lines.at(-1)?.key ?? 0) + 1;
  const change = (key: number, changes: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const submit = async () => {
    const done = await receiving.run({
      way,
      warehouseId: warehouseId ?? '',
      ...(ownerUnitId ? { ownerUnitId } : {}),
      paperNo: paper.paperNo || null,
      counterpart: paper.counterpart || null,
      note: paper.note || null,
      lines: lines.map((line) => ({
        ...(line.itemNo === undefined ? { supplyId: line.supply?.id ?? '' } : { itemNo: line.itemNo }),
        quantity: line.quantity ?? 0,
        ...(line.batch ? { batch: line.batch } : {}),
        producedOn: line.producedOn || null,
        expiresOn: line.expiresOn || null,
        unitPrice: line.price === '' ? null : Number(line.price),
        location: line.location || null,
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
      <Form onSubmit={() => void submit()} problem={receiving.problem} isWaiting={receiving.isWaiting}>
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
            onChange={setWarehouse}
            isRequired
          />
          <UnitField label={WORDS.owner} name="ownerUnitId" value={ownerUnitId} onChange={setOwner} />
          {text('paperNo', WORDS.paper)}
          {text('counterpart', WORDS.counterpart)}
        </div>
        <div className="stock-lines">
          {lines.map((line, index) => {
            const field = (name: string) => `lines.${index}.${name}`;
            return (
              <div className="stock-line" key={line.key}>
                {line.itemNo === undefined ? (
                  <SupplyField
                    label={WORDS.supply}
                    name={field('supplyId')}
                    value={line.supply}
                    onChange={(supply) => change(line.key, { supply })}
                    isRequired
                  />
                ) : (
                  <TextField
                    label={WORDS.itemNo}
                    name={field('itemNo')}
                    value={line.itemNo}
                    onChange={(itemNo) => change(line.key, { itemNo })}
                    maxLength={40}
                    isRequired
                  />
                )}
                <QuantityField
                  label={WORDS.quantity}
                  name={field('quantity')}
                  value={line.quantity}
                  onChange={(quantity) => change(line.key, { quantity })}
                  measure={line.supply?.measure}
                  isRequired
                />
                <TextField
                  label={WORDS.batch}
                  name={field('batch')}
                  value={line.batch}
                  onChange={(batch) => change(line.key, { batch })}
                  maxLength={60}
                />
                <DayField
                  label={WORDS.produced}
                  name={field('producedOn')}
                  value={line.producedOn}
                  onChange={(producedOn) => change(line.key, { producedOn })}
                />
                <DayField
                  label={WORDS.expires}
                  name={field('expiresOn')}
                  value={line.expiresOn}
                  onChange={(expiresOn) => change(line.key, { expiresOn })}
                />
                <TextField
                  label={WORDS.price}
                  name={field('unitPrice')}
                  value={line.price}
                  onChange={(price) => change(line.key, { price: price.replaceAll(/[^\d.]/g, '') })}
                  maxLength={14}
                />
                <TextField
                  label={WORDS.location}
                  name={field('location')}
                  value={line.location}
                  onChange={(location) => change(line.key, { location })}
                  maxLength={60}
                />
                <Button
                  aria-label={say(WORDS.remove, { at: index + 1 })}
                  disabled={lines.length === 1}
                  onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                >
                  {say(WORDS.short)}
                </Button>
              </div>
            );
          })}
        </div>
        <div className="row">
          <Button onClick={() => setLines([...lines, { ...EMPTY, key: next }])}>{say(WORDS.add)}</Button>
          <Button onClick={() => setPasting(true)}>{say(WORDS.paste)}</Button>
        </div>
        {text('note', WORDS.note)}
        <FormActions submit={WORDS.title} isBusy={receiving.isRunning} onCancel={() => go('/stock')} />
      </Form>
      {isPasting && (
        <Paste
          onClose={() => setPasting(false)}
          onLines={(pasted) => {
            const kept = lines.filter((line) => line.supply || line.itemNo || line.quantity !== null);
            setLines([...kept, ...pasted.map((line, at) => ({ ...line, key: next + at }))]);
            setPasting(false);
          }}
        />
      )}
    </Page>
  );
}

/** Cells of a sheet as lines: a delivery note or the opening stock need not be typed again. */
function Paste({ onLines, onClose }: { onLines: (lines: PastedLine[]) => void; onClose: () => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <Dialog title={say(WORDS.paste)} isOpen onClose={onClose} size="wide">
      <Form onSubmit={() => onLines(pastedLines(text))}>
        <TextAreaField
          label={WORDS.cells}
          name="cells"
          hint={fill(WORDS.columns, { columns: say(PASTED_COLUMNS) })}
          value={text}
          onChange={setText}
          rows={10}
          isRequired
        />
        <FormActions submit={WORDS.paste} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
