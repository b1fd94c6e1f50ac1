import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  CheckField,
  Form,
  FormActions,
  go,
  InstantField,
  Page,
  PhoneField,
  TextField,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { QuantityField } from '../stock/web.ts';
import { SupplyField, type SupplyItem } from '../supplies/web.ts';
import { WarehouseField } from '../warehouses/web.ts';
import './transfers.css';
import type { dispatchAtOnce, draft } from './transfers.commands.ts';

const WORDS = {
  title: { zh: '申请调拨', en: 'Ask for a transfer' },
  urgent: {
    zh: '紧急调拨：电话商定后立即发运，限时补办手续',
    en: 'Urgent: agreed on the telephone, dispatched at once, paper owed',
  },
  purpose: { zh: '用途', en: 'Purpose' },
  matter: { zh: '事件', en: 'Matter' },
  from: { zh: '调出仓库', en: 'From' },
  fromHint: { zh: '可不填，由审批人指定', en: 'May stay open: the approver names it' },
  to: { zh: '调入仓库', en: 'To the warehouse' },
  destination: { zh: '到达地点（不入库时必填）', en: 'Destination (where it is no warehouse)' },
  neededBy: { zh: '要求到达', en: 'Needed by' },
  receiver: { zh: '接收人', en: 'Receiver' },
  receiverPhone: { zh: '接收人电话', en: 'Receiver’s phone' },
  plate: { zh: '车牌', en: 'Plate' },
  driver: { zh: '司机', en: 'Driver' },
  driverPhone: { zh: '司机电话', en: 'Driver’s phone' },
  expected: { zh: '预计到达', en: 'Expected at' },
  partial: { zh: '库存不足时有多少发多少', en: 'Send what there is where stock is short' },
  supply: { zh: '物资', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  add: { zh: '加一行', en: 'Add a line' },
  remove: { zh: '删除第 {at} 行', en: 'Remove line {at}' },
  short: { zh: '删除', en: 'Remove' },
  save: { zh: '存草稿', en: 'Save as a draft' },
  submit: { zh: '提交审批', en: 'Submit' },
  dispatch: { zh: '立即发运', en: 'Dispatch now' },
} as const;

interface Line {
  readonly key: number;
  readonly supply?: SupplyItem | undefined;
  readonly quantity: number | null;
}

/** What is needed, where, until when; or what goes at once. */
export default function TransferForm() {
  const say = useSay();
  const may = useMay();
  const drafting = useCommand<typeof draft>('transfers.draft');
  const sending = useCommand<typeof dispatchAtOnce>('transfers.dispatchAtOnce');
  const [isUrgent, setUrgent] = useState(false);
  const [isPartialAllowed, setPartial] = useState(false);
  const [texts, setTexts] = useState({
    purpose: '',
    matter: '',
    destination: '',
    receiver: '',
    receiverPhone: '',
    vehiclePlate: '',
    driver: '',
    driverPhone: '',
  });
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [neededBy, setNeededBy] = useState<string>();
  const [expectedAt, setExpectedAt] = useState<string>();
  const [lines, setLines] = useState<readonly Line[]>([{ key: 1, quantity: null }]);
  const state = isUrgent ? sending : drafting;

  const send = async (isSubmitted: boolean) => {
    const { vehiclePlate, driver, driverPhone, ...asked } = texts;
    const common = {
      purpose: asked.purpose,
      matter: asked.matter || null,
      destination: asked.destination || null,
      receiver: asked.receiver || null,
      receiverPhone: asked.receiverPhone || null,
      toWarehouseId: to ?? null,
      neededBy: neededBy ?? null,
      destinationPlace: null,
      lines: lines.map((line) => ({ supplyId: line.supply?.id ?? '', quantity: line.quantity ?? 0 })),
    };
    const vehicle = {
      vehiclePlate: vehiclePlate || null,
      driver: driver || null,
      driverPhone: driverPhone || null,
      expectedAt: expectedAt ?? null,
    };
    const done = isUrgent
      ? await sending.run({ ...common, ...vehicle, fromWarehouseId: from ?? '', isPartialAllowed })
      : await drafting.run({ ...common, fromWarehouseId: from ?? null, isSubmitted });
    if (done) go(`/transfers/${done.id}`);
  };
  const text = (name: keyof typeof texts, label: { zh: string; en: string }, isRequired = false) => {
    const Input = name.endsWith('Phone') ? PhoneField : TextField;
    return (
      <Input
        label={label}
        name={name}
        value={texts[name]}
        onChange={(value: string) => setTexts({ ...texts, [name]: value })}
        isRequired={isRequired}
      />
    );
  };
  const change = (key: number, changes: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  return (
    <Page title={WORDS.title}>
      <Form onSubmit={() => void send(true)} problem={state.problem} isWaiting={state.isWaiting}>
        {may('transfer.handle') && <CheckField label={WORDS.urgent} isChecked={isUrgent} onChange={setUrgent} />}
        <div className="form-row">
          {text('purpose', WORDS.purpose, true)}
          {text('matter', WORDS.matter)}
          <WarehouseField
            label={WORDS.from}
            name="fromWarehouseId"
            hint={isUrgent ? undefined : WORDS.fromHint}
            value={from}
            onChange={setFrom}
            isRequired={isUrgent}
          />
          <WarehouseField label={WORDS.to} name="toWarehouseId" value={to} onChange={setTo} />
          {text('destination', WORDS.destination, !to)}
          {!isUrgent && <InstantField label={WORDS.neededBy} name="neededBy" value={neededBy} onChange={setNeededBy} />}
          {text('receiver', WORDS.receiver)}
          {text('receiverPhone', WORDS.receiverPhone)}
          {isUrgent && (
            <>
              {text('vehiclePlate', WORDS.plate, true)}
              {text('driver', WORDS.driver, true)}
              {text('driverPhone', WORDS.driverPhone)}
              <InstantField label={WORDS.expected} name="expectedAt" value={expectedAt} onChange={setExpectedAt} />
              <CheckField label={WORDS.partial} isChecked={isPartialAllowed} onChange={setPartial} />
            </>
          )}
        </div>
        <div className="transfer-lines">
          {lines.map((line, index) => (
            <div className="transfer-line" key={line.key}>
              <SupplyField
                label={WORDS.supply}
                name={`lines.${index}.supplyId`}
                value={line.supply}
                onChange={(supply) => change(line.key, { supply })}
                isRequired
              />
              <QuantityField
                label={WORDS.quantity}
                name={`lines.${index}.quantity`}
                value={line.quantity}
                onChange={(quantity) => change(line.key, { quantity })}
                measure={line.supply?.measure}
                isRequired
              />
              <Button
                aria-label={say(WORDS.remove, { at: index + 1 })}
                disabled={lines.length === 1}
                onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
              >
                {say(WORDS.short)}
              </Button>
            </div>
          ))}
        </div>
        <div>
          <Button onClick={() => setLines([...lines, { key: (lines.at(-1)?.key ?? 0) + 1, quantity: null }])}>
            {say(WORDS.add)}
          </Button>
        </div>
        <FormActions
          submit={isUrgent ? WORDS.dispatch : WORDS.submit}
          isBusy={state.isRunning}
          onCancel={() => go('/transfers')}
        >
          {!isUrgent && (
            <Button isBusy={drafting.isRunning} onClick={() => void send(false)}>
              {say(WORDS.save)}
            </Button>
          )}
        </FormActions>
      </Form>
    </Page>
  );
}
