import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Go,
  NumberField,
  Shown,
  Tag,
  TextField,
  toast,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { useRecordPath } from '../../foundation/timeline/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { transfer } from '../../preparedness/transfers/transfer.register.ts';
import type { candidates } from './candidates.views.ts';
import { REASONS } from './support.rules.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import type { send } from './support-dispatches.commands.ts';
import type { SupportKind } from './support-request.register.ts';
import { type SupportRequest, useWay } from './support-words.part.tsx';

type Candidate = OutputOf<typeof candidates>['items'][number];
export interface Needed {
  readonly supportKind: SupportKind;
  readonly speciality?: string | null;
  readonly vehicleKind?: string | null;
  readonly expertField?: string | null;
  readonly supplyId?: string | null;
  readonly quantity?: number | null;
  readonly place?: { readonly lng: number; readonly lat: number } | null;
}

const PLURALS = {
  team: 'teams',
  vehicle: 'vehicles',
  goods: 'warehouses',
  shelter: 'shelters',
  expert: 'experts',
} as const;
const WORDS = {
  none: { zh: '没有可推荐的', en: 'Nothing can be proposed' },
  noPlace: {
    zh: '事件没有标位置，按名称列出，算不出远近',
    en: 'The incident has no position: by name, not by nearness',
  },
  send: { zh: '派出', en: 'Send' },
  history: {
    zh: '出动 {came} 次，按时 {inTime}，通常 {minutes} 分钟到',
    en: 'came {came} times, {inTime} in time, usually in {minutes} min',
  },
  held: { zh: '在执行：{what}', en: 'busy with: {what}' },
  list: { zh: '推荐力量', en: 'Proposed' },
  told: {
    zh: '没有在岗负责人，已由区值班室跟踪，请电话通知',
    en: 'Nobody answers for it now: the duty room follows it; please call',
  },
  amounts: {
    team: { zh: '{count} 人', en: '{count} people' },
    vehicle: { zh: '{count} 座', en: '{count} seats' },
    goods: { zh: '可用 {count}', en: '{count} available' },
    shelter: { zh: '余位 {count}', en: 'room for {count}' },
    expert: { zh: '', en: '' },
  },
} as const;

/** 就近推荐: best first, each with the reasons for its place in the list; with a request, sent by one press. */
export function Candidates({
  incidentId,
  request,
  ...needed
}: Needed & { incidentId: string; request?: SupportRequest }) {
  const say = useSay();
  const isAskable = needed.supportKind !== 'goods' || Boolean(needed.supplyId);
  const view = useView<typeof candidates>(
    'supportRequests.candidates',
    {
      incidentId,
      supportKind: needed.supportKind,
      speciality: needed.speciality ?? undefined,
      vehicleKind: needed.vehicleKind ?? undefined,
      expertField: needed.expertField ?? undefined,
      supplyId: needed.supplyId ?? undefined,
      quantity: needed.quantity ?? undefined,
      place: needed.place ?? undefined,
    },
    {
      keepsPrevious: true,
      isEnabled: isAskable,
      topics: ['team', 'vehicle', 'stock_lot', 'shelter', 'support_dispatch'],
    },
  );
  if (!isAskable) return null;
  return (
    <Shown of={view} rows={4}>
      {({ items, hasPlace }) =>
        items.length === 0 ? (
          <p className="quiet">{say(WORDS.none)}</p>
        ) : (
          <>
            {!hasPlace && <p className="soft">{say(WORDS.noPlace)}</p>}
            <ol className="support-candidates" aria-label={say(WORDS.list)}>
              {items.map((one) => (
                <Row key={one.id} one={one} kind={needed.supportKind} request={request} />
              ))}
            </ol>
          </>
        )
      }
    </Shown>
  );
}

const NOTHING_LOADED = { quantity: null, vehiclePlate: null, driver: null, driverPhone: null };

function Row({ one, kind, request }: { one: Candidate; kind: SupportKind; request: SupportRequest | undefined }) {
  const say = useSay();
  const wayOf = useWay();
  const path = useRecordPath()({ plural: PLURALS[kind], id: one.id });
  const [isLoading, setLoading] = useState(false);
  const sending = useCommand<typeof send>('supportRequests.send');
  const close = () => setLoading(false);
  const go = async () => {
    if (!request) return;
    if (kind === 'goods') return setLoading(true);
    const sent = await sending.run({ id: request.id, resourceId: one.id, ...NOTHING_LOADED });
    if (sent?.told === 0 && kind !== 'expert') toast(WORDS.told);
  };
  const { history } = one;
  return (
    <li className={one.isAvailable ? undefined : 'soft'}>
      <span className="row">
        {path ? <Go to={path}>{one.title}</Go> : <strong>{one.title}</strong>}
        {one.unitName !== one.title && <span className="soft">{one.unitName}</span>}
        <span>{wayOf(one)}</span>
        {one.amount !== null && <span>{say(WORDS.amounts[kind], { count: one.amount })}</span>}
        {one.reasons.map((reason) => (
          <Tag key={reason}>{say(labelOf(REASONS, reason))}</Tag>
        ))}
        {!one.isAvailable && <strong>{say(one.state.label)}</strong>}
        {request?.may.includes('send') && one.isAvailable && (
          <Button isBusy={sending.isRunning} aria-label={`${say(WORDS.send)} ${one.title}`} onClick={() => void go()}>
            {say(WORDS.send)}
          </Button>
        )}
      </span>
      {(one.heldFor || one.about || (history && history.came > 0)) && (
        <p className="soft">
          {[
            one.about,
            one.heldFor && say(WORDS.held, { what: one.heldFor }),
            history && history.came > 0 && say(WORDS.history, { ...history, minutes: history.medianMinutes ?? 0 }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {sending.problem && (
        <p className="problem" role="alert">
          {say(sending.problem.phrase)}
        </p>
      )}
      {request && (
        <Dialog title={`${say(WORDS.send)} · ${one.title}`} isOpen={isLoading} onClose={close}>
          <Load request={request} from={one} onDone={close} />
        </Dialog>
      )}
    </li>
  );
}

const SEND: Phrase = { zh: '发运', en: 'Dispatch' };
const { vehiclePlate, driver, driverPhone } = transfer.fields;

/** How much leaves which shelf, and who drives it: what an urgent transfer asks. */
function Load({ request, from, onDone }: { request: SupportRequest; from: Candidate; onDone: () => void }) {
  const sending = useCommand<typeof send>('supportRequests.send');
  const [quantity, setQuantity] = useState<number | null>(Math.min(request.quantity ?? 0, from.amount ?? 0));
  const [words, setWords] = useState({ vehiclePlate: '', driver: '', driverPhone: '' });
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const submit = async () => {
    const { driverPhone: typed, ...given } = words;
    const sent = await sending.run({
      id: request.id,
      resourceId: from.id,
      ...given,
      quantity,
      driverPhone: typed || null,
    });
    if (sent) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={sending.problem} isWaiting={sending.isWaiting}>
      <NumberField
        label={supportDispatch.fields.quantity.label}
        name="quantity"
        value={quantity}
        onChange={setQuantity}
        max={from.amount ?? 0}
      />
      <TextField
        label={vehiclePlate.label}
        name="vehiclePlate"
        value={words.vehiclePlate}
        onChange={set('vehiclePlate')}
        isRequired
      />
      <TextField label={driver.label} name="driver" value={words.driver} onChange={set('driver')} isRequired />
      <TextField label={driverPhone.label} name="driverPhone" value={words.driverPhone} onChange={set('driverPhone')} />
      <FormActions submit={SEND} isBusy={sending.isRunning} onCancel={onDone} />
    </Form>
  );
}
