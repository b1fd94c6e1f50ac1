import { useState } from 'react';
import { fileAddress, useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Countdown,
  Facts,
  go,
  RecordPage,
  Section,
  Shown,
  Time,
  useKeys,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { LineList } from './LineList.part.tsx';
import { STEPS, type Step, TransferStep } from './TransferStep.part.tsx';
import { destinationOf, type Transfer, TransferState } from './transfer-words.part.tsx';
import type { record } from './transfers.views.ts';
import './transfers.css';

const WORDS = {
  back: { zh: '返回调拨列表', en: 'Back to the transfers' },
  about: { zh: '概况', en: 'Overview' },
  road: { zh: '运输与签收', en: 'Road and receipt' },
  from: { zh: '调出仓库', en: 'From' },
  to: { zh: '到达', en: 'To' },
  matter: { zh: '事件', en: 'Matter' },
  neededBy: { zh: '要求到达', en: 'Needed by' },
  unit: { zh: '申请单位', en: 'Asked by the unit' },
  by: { zh: '申请人', en: 'Asked by' },
  receiver: { zh: '接收人', en: 'Receiver' },
  approved: { zh: '审批', en: 'Decision' },
  vehicle: { zh: '车牌、司机', en: 'Vehicle' },
  dispatched: { zh: '发运', en: 'Dispatched' },
  expected: { zh: '预计到达', en: 'Expected' },
  received: { zh: '签收', en: 'Received' },
  note: { zh: '签收说明', en: 'Note' },
  settled: { zh: '差异核定', en: 'Difference settled' },
  photos: { zh: '签收照片', en: 'Photos' },
  photo: { zh: '签收照片 {at}', en: 'Photo {at}' },
  open: { zh: '待定', en: 'Not named yet' },
  own: { zh: '须由申请人以外的人办理', en: 'Somebody else than who asked must decide' },
  counted: { zh: '须由签收人以外的人核定', en: 'Somebody else than who counted must settle' },
} as const;

/** 调拨单: who asked for what, what left, what arrived, and what may be done now. */
export default function TransferFile() {
  const { id } = useParams();
  const view = useView<typeof record>('transfers.record', { id }, { topics: [`transfer/${id}`] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/transfers') }]);
  return <Shown of={view}>{(row) => <File row={row} />}</Shown>;
}

function File({ row }: { row: Transfer }) {
  const say = useSay();
  const [step, setStep] = useState<Step>();
  const actions: Action[] = row.steps.map((name) => {
    const key = name as Step;
    const isDecision = key === 'approve' || key === 'reject' || key === 'completePaper';
    const reason =
      isDecision && row.isOwn ? WORDS.own : key === 'settle' && row.isCountedByMe ? WORDS.counted : undefined;
    return {
      key,
      label: STEPS[key],
      kind: key === 'cancel' || key === 'reject' ? 'danger' : 'plain',
      act: () => setStep(key),
      ...(reason ? { reason } : {}),
    };
  });
  const who = (at: string | null, name: string | null) =>
    at && (
      <>
        <Time at={at} /> {name}
      </>
    );
  return (
    <RecordPage
      number={row.number}
      title={row.purpose}
      mark={row.mark}
      badges={<TransferState row={row} />}
      clocks={row.clocks.map((clock) => (
        <span key={clock.name} className="row" title={clock.citation}>
          {say(clock.label)} <Countdown dueAt={clock.dueAt} />
        </span>
      ))}
      owner={row.unitName ?? undefined}
      timeline={<RecordTimeline register="transfer" id={row.id} />}
      actions={
        <ActionBar actions={actions}>
          {(['docx', 'pdf'] as const).map((format) => (
            <a key={format} className="button" href={`/api/transfers/${row.id}/paper?format=${format}`} download>
              {say({ zh: `调拨单 ${format.toUpperCase()}`, en: `Paper ${format.toUpperCase()}` })}
            </a>
          ))}
        </ActionBar>
      }
    >
      <Section title={WORDS.about}>
        <Facts
          facts={[
            { label: WORDS.from, value: row.fromName ?? say(WORDS.open) },
            { label: WORDS.to, value: destinationOf(row) },
            { label: WORDS.matter, value: row.matter },
            { label: WORDS.neededBy, value: row.neededBy && <Time at={row.neededBy} /> },
            { label: WORDS.unit, value: row.unitName },
            { label: WORDS.by, value: row.requestedBy },
            { label: WORDS.receiver, value: [row.receiver, row.receiverPhone].filter(Boolean).join(' ') },
            {
              label: WORDS.approved,
              value: row.approvedBy && (
                <>
                  {who(row.approvedAt, row.approvedBy) ?? row.approvedBy} {row.approvalNote}
                </>
              ),
            },
          ]}
        />
      </Section>
      {(row.dispatchedAt || row.vehiclePlate) && (
        <Section title={WORDS.road}>
          <Facts
            facts={[
              {
                label: WORDS.vehicle,
                value: [row.vehiclePlate, row.driver, row.driverPhone].filter(Boolean).join(' '),
              },
              { label: WORDS.dispatched, value: who(row.dispatchedAt, row.dispatchedBy) },
              { label: WORDS.expected, value: row.expectedAt && <Time at={row.expectedAt} /> },
              { label: WORDS.received, value: who(row.receivedAt, row.receivedBy) },
              ...(row.receiptNote ? [{ label: WORDS.note, value: row.receiptNote }] : []),
              ...(row.settledAt
                ? [
                    {
                      label: WORDS.settled,
                      value: (
                        <>
                          {who(row.settledAt, row.settledBy)} {row.settlement}
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {row.photos.length > 0 && (
            <div className="photos">
              {row.photos.map((id, at) => (
                <figure key={id}>
                  <img src={fileAddress(id)} alt={say(WORDS.photo, { at: at + 1 })} />
                </figure>
              ))}
            </div>
          )}
        </Section>
      )}
      <LineList row={row} />
      {step && <TransferStep row={row} step={step} onClose={() => setStep(undefined)} />}
    </RecordPage>
  );
}
