import { useState } from 'react';
import { type OutputOf, serverNow, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Countdown,
  Dialog,
  Form,
  FormActions,
  Go,
  Section,
  Shown,
  StateBadge,
  Tag,
  TextField,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { reportRecipient, reportRecipientLifecycle } from './report-recipient.register.ts';
import type { acknowledge, explainLate, tell } from './report-recipients.commands.ts';
import { REPORT_CHANNELS } from './report-recipients.rules.ts';
import type { recipients } from './report-recipients.views.ts';

type Item = OutputOf<typeof recipients>['items'][number];
type Told = Item['told'][number];

const { fields } = reportRecipient;
const WORDS = {
  next: { zh: '下一个：{who}', en: 'Next: {who}' },
  all: { zh: '都已报到', en: 'Everybody has been told' },
  open: { zh: '未报', en: 'Not told' },
  ring: { zh: '电话未报', en: 'Not rung up yet' },
  late: { zh: '迟报', en: 'Late' },
  copy: { zh: '抄送', en: 'Copy' },
  tell: { zh: '登记已报', en: 'Told' },
  receive: { zh: '登记收到', en: 'Received' },
  read: { zh: '登记已阅', en: 'Read' },
  explain: { zh: '说明迟报', en: 'Say why late' },
  state: { zh: '状态', en: 'State' },
  steps: { zh: '操作', en: 'Steps' },
  rule: { zh: '依据', en: 'By' },
  assumed: { zh: '假定', en: 'assumed' },
} as const;

interface Doing {
  readonly step: 'tell' | 'receive' | 'read' | 'explain';
  readonly item: Item;
}

/** 报送对象: whom to tell next and by when, who was told, and who has confirmed. */
export default function IncidentRecipients({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [doing, setDoing] = useState<Doing>();
  const view = useView<typeof recipients>(
    'reporting.recipients',
    { incidentId: incident.id },
    { topics: ['report_recipient', `incident/${incident.id}`] },
  );
  const mayReport = may('situation_report.issue');
  return (
    <Section id="recipients" title={INCIDENT_ANCHORS.recipients}>
      <Shown of={view} rows={3}>
        {({ items, citation, isAssumed }) => {
          const next = items.find(({ isOwed }) => isOwed);
          return (
            <>
              <p className="row">
                <strong>{next ? say(WORDS.next, { who: next.recipient }) : say(WORDS.all)}</strong>
                {next?.dueAt && <Countdown dueAt={next.dueAt} />}
              </p>
              <table className="table table-stacks">
                <thead>
                  <tr>
                    {[fields.recipient, fields.channel, fields.dueAt].map(({ label }) => (
                      <th key={label.zh} scope="col">
                        {say(label)}
                      </th>
                    ))}
                    <th scope="col">{say(WORDS.state)}</th>
                    {mayReport && <th scope="col">{say(WORDS.steps)}</th>}
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <Row
                      key={item.recipient}
                      item={item}
                      onStep={mayReport ? (step) => setDoing({ step, item }) : undefined}
                    />
                  ))}
                </tbody>
              </table>
              <p className="soft">
                {say(WORDS.rule)} {citation} {isAssumed && <Tag>{say(WORDS.assumed)}</Tag>}
              </p>
            </>
          );
        }}
      </Shown>
      {doing && (
        <Dialog
          title={`${say(WORDS[doing.step])} · ${doing.item.recipient}`}
          isOpen
          onClose={() => setDoing(undefined)}
        >
          {doing.step === 'tell' ? (
            <Tell incidentId={incident.id} item={doing.item} onDone={() => setDoing(undefined)} />
          ) : doing.step === 'explain' ? (
            <Explain item={doing.item} onDone={() => setDoing(undefined)} />
          ) : (
            <Acknowledge item={doing.item} step={doing.step} onDone={() => setDoing(undefined)} />
          )}
        </Dialog>
      )}
    </Section>
  );
}

function Row({ item, onStep }: { item: Item; onStep: ((step: Doing['step']) => void) | undefined }) {
  const say = useSay();
  const [last] = item.told;
  const channel = item.isOwed ? item.channel : (last?.channel ?? item.channel);
  const unexplained = item.told.find((one) => one.isLate && one.lateReason === null);
  const steps: Doing['step'][] = [
    ...(item.isOwed || last === undefined || last.reportId === null ? (['tell'] as const) : []),
    ...(last?.state === 'sent' ? (['receive'] as const) : []),
    ...(last && last.state !== 'read' ? (['read'] as const) : []),
    ...(unexplained ? (['explain'] as const) : []),
  ];
  return (
    <tr>
      <td data-label={say(fields.recipient.label)}>
        {item.recipient} {item.isCopy && <Tag>{say(WORDS.copy)}</Tag>}
      </td>
      <td data-label={say(fields.channel.label)}>{channel && say(labelOf(REPORT_CHANNELS, channel))}</td>
      <td data-label={say(fields.dueAt.label)}>
        {item.dueAt && (item.isOwed ? <Countdown dueAt={item.dueAt} /> : <Time at={item.dueAt} />)}
      </td>
      <td data-label={say(WORDS.state)}>
        {last && <State told={last} />}
        {item.isOwed && <div className="soft">{say(last ? WORDS.ring : WORDS.open)}</div>}
      </td>
      {onStep && (
        <td data-label={say(WORDS.steps)}>
          <span className="row">
            {steps.map((step) => (
              <Button key={step} onClick={() => onStep(step)} aria-label={`${say(WORDS[step])} ${item.recipient}`}>
                {say(WORDS[step])}
              </Button>
            ))}
          </span>
        </td>
      )}
    </tr>
  );
}

function State({ told }: { told: Told }) {
  const say = useSay();
  return (
    <>
      <StateBadge
        label={reportRecipientLifecycle.states[told.state]}
        tone={told.state === 'sent' ? 'active' : 'done'}
      />{' '}
      <Time at={told.readAt ?? told.receivedAt ?? told.sentAt} /> {told.receivedBy}{' '}
      {told.reportId && told.reportNumber && <Go to={`/reporting/${told.reportId}`}>{told.reportNumber}</Go>}
      {told.isLate && (
        <div className="stale-note">
          {say(WORDS.late)}
          {told.lateReason && `：${told.lateReason}`}
        </div>
      )}
    </>
  );
}

function Tell({ incidentId, item, onDone }: { incidentId: string; item: Item; onDone: () => void }) {
  const telling = useCommand<typeof tell>('reporting.tell');
  const [channel, setChannel] = useState<(typeof REPORT_CHANNELS)[number]['id']>('phone');
  const [receivedBy, setReceivedBy] = useState('');
  const [lateReason, setLateReason] = useState('');
  const isLate = telling.problem?.field === 'lateReason' || lateReason !== '';
  const submit = async () => {
    const input = { incidentId, recipient: item.recipient, channel, receivedBy };
    if (await telling.run({ ...input, ...(lateReason ? { lateReason } : {}) })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={telling.problem} isWaiting={telling.isWaiting}>
      <ChoiceField
        label={fields.channel.label}
        name="channel"
        as="buttons"
        choices={REPORT_CHANNELS.map(({ id, label }) => ({ value: id, label }))}
        value={channel}
        onChange={setChannel}
        isRequired
      />
      <TextField
        label={fields.receivedBy.label}
        name="receivedBy"
        value={receivedBy}
        onChange={setReceivedBy}
        maxLength={60}
        isRequired
      />
      {(isLate || (item.dueAt && new Date(item.dueAt) < serverNow())) && (
        <TextField
          label={fields.lateReason.label}
          name="lateReason"
          value={lateReason}
          onChange={setLateReason}
          maxLength={500}
          isRequired
        />
      )}
      <FormActions submit={WORDS.tell} isBusy={telling.isRunning} onCancel={onDone} />
    </Form>
  );
}

function Acknowledge({ item, step, onDone }: { item: Item; step: 'receive' | 'read'; onDone: () => void }) {
  const noting = useCommand<typeof acknowledge>('reporting.acknowledge');
  const [last] = item.told;
  const [receivedBy, setReceivedBy] = useState(last?.receivedBy ?? '');
  const submit = async () => {
    if (last && (await noting.run({ id: last.id, step, receivedBy }, { version: last.version }))) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={noting.problem} isWaiting={noting.isWaiting}>
      <TextField
        label={fields.receivedBy.label}
        name="receivedBy"
        value={receivedBy}
        onChange={setReceivedBy}
        maxLength={60}
        isRequired
      />
      <FormActions submit={WORDS[step]} isBusy={noting.isRunning} onCancel={onDone} />
    </Form>
  );
}

function Explain({ item, onDone }: { item: Item; onDone: () => void }) {
  const explaining = useCommand<typeof explainLate>('reporting.explainLate');
  const late = item.told.find((one) => one.isLate && one.lateReason === null);
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (late && (await explaining.run({ id: late.id, reason }, { version: late.version }))) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={explaining.problem} isWaiting={explaining.isWaiting}>
      <TextField
        label={fields.lateReason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.explain} isBusy={explaining.isRunning} onCancel={onDone} />
    </Form>
  );
}
