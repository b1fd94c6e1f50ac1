import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  TextAreaField,
  Time,
  UrgencyTag,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SentSteps } from './SentSteps.part.tsx';
import { supportRequestLifecycle } from './support.lifecycle.ts';
import { SUPPORT_KINDS, supportRequest } from './support-request.register.ts';
import type { approve, reject, withdraw } from './support-requests.commands.ts';
import { SentMoments, SentState, type SupportRequest, useNeeded, useWay } from './support-words.part.tsx';

const { fields } = supportRequest;
const { transitions } = supportRequestLifecycle;
const EVENT = { zh: '自事发起算', en: 'counted from the event' };
const ASKED = { zh: '自申请起算', en: 'counted from the request' };

/** What is asked for, by whom, where to, and how long there is. */
export function RequestFacts({ of }: { of: SupportRequest }) {
  const say = useSay();
  const needed = useNeeded();
  return (
    <Facts
      facts={[
        {
          label: fields.supportKind.label,
          value: `${say(labelOf(SUPPORT_KINDS, of.supportKind))} ${needed(of)}`,
        },
        { label: fields.incidentId.label, value: <Go to={`/incidents/${of.incidentId}`}>{of.incidentTitle}</Go> },
        { label: fields.placeText.label, value: of.placeText },
        { label: fields.requestedById.label, value: [of.unitName, of.requestedBy].filter(Boolean).join(' ') },
        { label: fields.requestedAt.label, value: <Time at={of.requestedAt} /> },
        {
          label: fields.arriveDueAt.label,
          value: (
            <span className="row">
              <ArrivalClock of={of} />
              <span className="soft">{say(of.arriveFrom === of.requestedAt ? ASKED : EVENT)}</span>
            </span>
          ),
        },
        { label: fields.arrivedAt.label, value: of.arrivedAt && <Time at={of.arrivedAt} /> },
        { label: fields.decidedById.label, value: of.decidedBy },
        { label: fields.decision.label, value: of.decision },
      ]}
    />
  );
}

/** Counts down as long as nobody is there. */
export function ArrivalClock({ of }: { of: SupportRequest }) {
  const isRunning = of.arrivedAt === null && !['rejected', 'withdrawn', 'closed'].includes(of.state);
  return isRunning ? <Countdown dueAt={of.arriveDueAt} /> : <Time at={of.arriveDueAt} />;
}

/** Everything that was sent for a request, and how far each is. */
export function SentList({ of }: { of: SupportRequest }) {
  const wayOf = useWay();
  return (
    <ul className="support-sent">
      {of.sent.map((one) => (
        <li key={one.id}>
          <span className="row">
            {one.teamId ? <Go to={`/teams/${one.teamId}`}>{one.title}</Go> : null}
            {one.transferId ? <Go to={`/transfers/${one.transferId}`}>{one.title}</Go> : null}
            {one.teamId || one.transferId ? null : <strong>{one.title}</strong>}
            <SentState of={one} />
            <span className="soft">{wayOf(one)}</span>
          </span>
          <SentMoments of={one} />
          {one.reason && <p className="soft">{one.reason}</p>}
          <SentSteps of={one} />
        </li>
      ))}
    </ul>
  );
}

/** 批准、不批准、撤回 where the viewer may. */
export function Decisions({ of }: { of: SupportRequest }) {
  const say = useSay();
  const approving = useCommand<typeof approve>('supportRequests.approve');
  const [asks, setAsks] = useState<'reject' | 'withdraw'>();
  const close = () => setAsks(undefined);
  const name = (step: 'approve' | 'reject' | 'withdraw') => `${say(transitions[step].label)} ${of.number}`;
  return (
    <>
      {of.may.includes('approve') && (
        <Button
          kind="main"
          isBusy={approving.isRunning}
          aria-label={name('approve')}
          onClick={() => void approving.run({ id: of.id, decision: null }, { version: of.version })}
        >
          {say(transitions.approve.label)}
        </Button>
      )}
      {(['reject', 'withdraw'] as const)
        .filter((step) => of.may.includes(step))
        .map((step) => (
          <Button key={step} aria-label={name(step)} onClick={() => setAsks(step)}>
            {say(transitions[step].label)}
          </Button>
        ))}
      {approving.problem && (
        <p className="problem" role="alert">
          {say(approving.problem.phrase)}
        </p>
      )}
      <Dialog title={asks ? name(asks) : ''} isOpen={asks !== undefined} onClose={close}>
        {asks && <Refuse of={of} step={asks} onDone={close} />}
      </Dialog>
    </>
  );
}

function Refuse({ of, step, onDone }: { of: SupportRequest; step: 'reject' | 'withdraw'; onDone: () => void }) {
  const rejecting = useCommand<typeof reject>('supportRequests.reject');
  const withdrawing = useCommand<typeof withdraw>('supportRequests.withdraw');
  const command = step === 'reject' ? rejecting : withdrawing;
  const [decision, setDecision] = useState('');
  const submit = async () => {
    if (await command.run({ id: of.id, decision }, { version: of.version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={command.problem} isWaiting={command.isWaiting}>
      <TextAreaField
        label={fields.decision.label}
        name="decision"
        value={decision}
        onChange={setDecision}
        maxLength={500}
        isRequired
      />
      <FormActions submit={transitions[step].label} isBusy={command.isRunning} onCancel={onDone} />
    </Form>
  );
}

/** Number, urgency and words of a request in one line. */
export function RequestLine({ of }: { of: SupportRequest }) {
  const say = useSay();
  const needed = useNeeded();
  return (
    <>
      <Go to={`/support-requests/${of.id}`}>{of.number}</Go>
      <UrgencyTag urgency={of.priority} />
      <strong>
        {say(labelOf(SUPPORT_KINDS, of.supportKind))} {needed(of)}
      </strong>
      <span>{of.content}</span>
    </>
  );
}
