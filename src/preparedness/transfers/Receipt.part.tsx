import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  CheckField,
  Form,
  FormActions,
  PhotoField,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { figure, QuantityField } from '../stock/web.ts';
import type { receive } from './shipping.commands.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import type { Transfer } from './transfer-words.part.tsx';
import './transfers.css';

const WORDS = {
  sent: { zh: '实发 {quantity} {measure}', en: '{quantity} {measure} dispatched' },
  differs: { zh: '数量不符', en: 'Differs' },
  counted: { zh: '签收数量', en: 'Received' },
  reason: { zh: '差异原因', en: 'Why it differs' },
  note: { zh: '签收说明', en: 'Note' },
  photos: { zh: '签收照片', en: 'Photos' },
  all: { zh: '除标出的以外，各项数量与实发一致。', en: 'All lines came whole but those that are marked.' },
} as const;

interface Counted {
  readonly received: number | null;
  readonly reason: string;
}

/** 签收, at the desk and on the phone: only what differs is typed. */
export function Receipt({ row, onClose }: { row: Transfer; onClose: () => void }) {
  const say = useSay();
  const receiving = useCommand<typeof receive>('transfers.receive');
  const [counted, setCounted] = useState<Readonly<Record<string, Counted>>>({});
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const lines = row.lineList.filter((line) => (line.picked ?? 0) > 0);
  // The server names a wrong line by its place among those that were sent.
  const marked = lines.filter((line) => counted[line.id]);
  const send = async () => {
    const input = {
      id: row.id,
      lines: marked.map((line) => ({
        lineId: line.id,
        received: counted[line.id]?.received ?? 0,
        reason: counted[line.id]?.reason ?? '',
      })),
      note: note || null,
      photos,
    };
    if (await receiving.run(input, { version: row.version })) onClose();
  };
  const mark = (id: string, isOn: boolean) => {
    const { [id]: _, ...rest } = counted;
    setCounted(isOn ? { ...rest, [id]: { received: null, reason: '' } } : rest);
  };
  return (
    <Form onSubmit={() => void send()} problem={receiving.problem} isWaiting={receiving.isWaiting}>
      <p>{say(WORDS.all)}</p>
      <ul className="transfer-receipt">
        {lines.map((line) => {
          const one = counted[line.id];
          const at = marked.indexOf(line);
          return (
            <li key={line.id}>
              <strong>
                {line.name} <small>{line.spec}</small>
              </strong>
              <span>{say(WORDS.sent, { quantity: figure(line.picked ?? 0), measure: line.measure })}</span>
              <CheckField
                label={{ zh: `${WORDS.differs.zh}：${line.name}`, en: `${WORDS.differs.en}: ${line.name}` }}
                isChecked={one !== undefined}
                onChange={(isOn) => mark(line.id, isOn)}
              />
              {one && (
                <>
                  <QuantityField
                    label={WORDS.counted}
                    name={`lines.${at}.received`}
                    value={one.received}
                    onChange={(received) => setCounted({ ...counted, [line.id]: { ...one, received } })}
                    measure={line.measure}
                    isRequired
                  />
                  <TextField
                    label={WORDS.reason}
                    name={`lines.${at}.reason`}
                    value={one.reason}
                    onChange={(reason) => setCounted({ ...counted, [line.id]: { ...one, reason } })}
                    maxLength={200}
                    isRequired
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <PhotoField label={WORDS.photos} name="photos" value={photos} onChange={setPhotos} onBusy={setBusy} />
      <TextAreaField label={WORDS.note} name="note" value={note} onChange={setNote} maxLength={500} />
      <FormActions
        submit={transferLifecycle.transitions.receive.label}
        isBusy={receiving.isRunning || isBusy}
        onCancel={onClose}
      />
    </Form>
  );
}
