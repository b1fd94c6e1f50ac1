import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Form,
  FormActions,
  Shown,
  StateBadge,
  TextAreaField,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { assignmentLifecycle } from '../../foundation/orders/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { minutesText } from '../../preparedness/plans/define.ts';
import { activationActionLifecycle } from './activation-action.lifecycle.ts';
import type { actions } from './command.views.ts';
import type { giveUp, release } from './waiting.commands.ts';

type Item = OutputOf<typeof actions>['items'][number];

const WORDS = {
  title: { zh: '待下达和未下达', en: 'Waiting and left out' },
  clause: { zh: '条款', en: 'Clause' },
  action: { zh: '行动', en: 'Action' },
  who: { zh: '承办', en: 'Who' },
  waits: { zh: '等待', en: 'Waits for' },
  after: { zh: '{clause} {title}（{state}）', en: '{clause} {title} ({state})' },
  delay: { zh: '完成后再等 {minutes}', en: '{minutes} after it is done' },
  stuck: {
    zh: '前置指令不会完成：请立即下达或不再下达',
    en: 'What it waits for will not be done: issue it now or give it up',
  },
  reason: { zh: '理由', en: 'Reason' },
  unit: { zh: '承办单位', en: 'Unit' },
} as const satisfies Record<string, Phrase>;
const STEPS = {
  release: { zh: '立即下达', en: 'Issue now' },
  giveUp: { zh: '不再下达', en: 'Give up' },
} as const;
const DEAD = ['cancelled', 'rejected', 'unanswered', 'left_out'];

/** What of the response is no order yet, with what it waits for; and what was left out, so that nobody believes it was done. */
export function WaitingActions({ activationId, isRunning }: { activationId: string; isRunning: boolean }) {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof actions>('command.actions', { activationId });
  const [asked, setAsked] = useState<{ item: Item; step: keyof typeof STEPS }>();
  const mayAct = isRunning && may('activation.start');
  return (
    <Shown of={view} rows={1}>
      {({ items }) =>
        items.length === 0 ? null : (
          <div className="activation-lines">
            <h3>{say(WORDS.title)}</h3>
            <table className="table">
              <thead>
                <tr>
                  {[WORDS.clause, WORDS.action, WORDS.who, WORDS.waits].map((word) => (
                    <th key={word.en} scope="col">
                      {say(word)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <Line key={item.id} item={item} mayAct={mayAct} onAsk={(step) => setAsked({ item, step })} />
                ))}
              </tbody>
            </table>
            <Dialog
              title={asked ? `${say(STEPS[asked.step])} ${asked.item.clause} ${asked.item.title}` : ''}
              isOpen={asked !== undefined}
              onClose={() => setAsked(undefined)}
            >
              {asked && <Step {...asked} onDone={() => setAsked(undefined)} />}
            </Dialog>
          </div>
        )
      }
    </Shown>
  );
}

function Line({ item, mayAct, onAsk }: { item: Item; mayAct: boolean; onAsk: (step: keyof typeof STEPS) => void }) {
  const say = useSay();
  const { state, clause, title, who, reason } = item;
  const label = activationActionLifecycle.states[state as 'waiting'];
  const isWaiting = state === 'waiting';
  return (
    <tr>
      <th scope="row">{clause}</th>
      <td>
        <p className="row">
          <strong>{title}</strong>
          <StateBadge label={label} tone={isWaiting ? 'active' : 'ended'} />
        </p>
        {reason && <p className="soft">{reason}</p>}
      </td>
      <td>{who}</td>
      <td>{isWaiting && <Before item={item} />}</td>
      <td>
        {mayAct && state !== 'cancelled' && (
          <span className="row">
            <Button aria-label={`${say(STEPS.release)} ${clause}`} onClick={() => onAsk('release')}>
              {say(STEPS.release)}
            </Button>
            {isWaiting && (
              <Button aria-label={`${say(STEPS.giveUp)} ${clause}`} onClick={() => onAsk('giveUp')}>
                {say(STEPS.giveUp)}
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The clause it waits for as it stands now; when that is done, the minutes that are left. */
function Before({ item: { afterClause, before, delayMinutes, dueOutAt } }: { item: Item }) {
  const say = useSay();
  const state = before ? stateWords(before.state) : undefined;
  return (
    <>
      <p>
        {say(WORDS.after, { clause: afterClause ?? '', title: before?.title ?? '', state: state ? say(state) : '—' })}
      </p>
      {dueOutAt ? (
        <Countdown dueAt={dueOutAt} />
      ) : (
        delayMinutes !== null &&
        delayMinutes > 0 && <p className="soft">{say(WORDS.delay, { minutes: say(minutesText(delayMinutes)) })}</p>
      )}
      {before && DEAD.includes(before.state) && <strong className="gap">{say(WORDS.stuck)}</strong>}
    </>
  );
}

const stateWords = (state: string): Phrase | undefined =>
  assignmentLifecycle.states[state as keyof typeof assignmentLifecycle.states] ??
  activationActionLifecycle.states[state as keyof typeof activationActionLifecycle.states];

function Step({ item, step, onDone }: { item: Item; step: keyof typeof STEPS; onDone: () => void }) {
  const releasing = useCommand<typeof release>('command.release');
  const givingUp = useCommand<typeof giveUp>('command.giveUp');
  const [reason, setReason] = useState('');
  const [unitId, setUnitId] = useState<string>();
  const command = step === 'release' ? releasing : givingUp;
  const needsUnit = step === 'release' && item.state === 'left_out';
  const submit = async () => {
    const version = { version: item.version };
    const done =
      step === 'release'
        ? await releasing.run({ id: item.id, reason, ...(unitId ? { unitId } : {}) }, version)
        : await givingUp.run({ id: item.id, reason }, version);
    if (done) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={command.problem} isWaiting={command.isWaiting}>
      {needsUnit && <UnitField label={WORDS.unit} name="unitId" value={unitId} onChange={setUnitId} isRequired />}
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={STEPS[step]} isBusy={command.isRunning} onCancel={onDone} />
    </Form>
  );
}
