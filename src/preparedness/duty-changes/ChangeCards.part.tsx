import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import { Button, Empty, Shown, StateBadge, TextField, useMay, useSay } from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import { dutyLabel, shiftEdge } from '../duty-shifts/web.ts';
import { dutyChangeLifecycle } from './duty-change.lifecycle.ts';
import { CHANGE_KINDS, dutyChange } from './duty-change.register.ts';
import type { answer, approve, refuse, withdraw } from './duty-changes.commands.ts';
import type { list } from './duty-changes.views.ts';
import './changes.css';

type Change = OutputOf<typeof list>['items'][number];

const { accept, decline, approve: APPROVE, refuse: REFUSE, withdraw: WITHDRAW } = dutyChangeLifecycle.transitions;
const KINDS = new Map<string, { zh: string; en: string }>(CHANGE_KINDS.map(({ id, label }) => [id, label]));
const TONES = {
  asked: 'waiting',
  accepted: 'waiting',
  approved: 'done',
  declined: 'ended',
  refused: 'ended',
  withdrawn: 'ended',
} as const;
const NONE = { zh: '没有换班申请', en: 'No change of a shift' };
const HINT = { zh: '在手机「值班 · 我的班次」申请', en: 'Asked for at “On duty · My shifts”' };

/** 换班: each with the one step that is the viewer's. `changeId`: only that one; `isQuiet`: nothing instead of an empty note. */
export function ChangeCards({ changeId, isQuiet = false }: { changeId?: string; isQuiet?: boolean }) {
  const view = useView<typeof list>('dutyChanges.list', changeId ? { changeId } : {});
  return (
    <Shown of={view} rows={2}>
      {({ items }) => {
        const shown = isQuiet ? items.filter(({ state }) => state === 'asked' || state === 'accepted') : items;
        if (shown.length === 0) return isQuiet ? null : <Empty title={NONE} hint={HINT} />;
        return (
          <ul className="duty-changes">
            {shown.map((one) => (
              <Card key={one.id} change={one} />
            ))}
          </ul>
        );
      }}
    </Shown>
  );
}

function Card({ change }: { change: Change }) {
  const say = useSay();
  const may = useMay();
  const { person } = useViewer();
  const [why, setWhy] = useState('');
  const answering = useCommand<typeof answer>('dutyChanges.answer');
  const approving = useCommand<typeof approve>('dutyChanges.approve');
  const refusing = useCommand<typeof refuse>('dutyChanges.refuse');
  const withdrawing = useCommand<typeof withdraw>('dutyChanges.withdraw');
  const { id, state, shift, otherShift } = change;
  const isMine = state === 'asked' && change.toId === person.id;
  const isParty = [change.fromId, change.toId].includes(person.id);
  const mayDecide = state === 'accepted' && !isParty && may('duty_change.approve');
  const mayWithdraw = change.fromId === person.id && (state === 'asked' || state === 'accepted');
  const problem = answering.problem ?? approving.problem ?? refusing.problem ?? withdrawing.problem;
  const words = (of: Change['shift']) => `${shiftEdge(of.startsAt)} ${say(dutyLabel(of.dutyKind))}`;
  return (
    <li>
      <p>
        <b>
          {change.number} {say(KINDS.get(change.changeKind) ?? NONE)} · {change.unitName}
        </b>{' '}
        <StateBadge label={dutyChangeLifecycle.states[state]} tone={TONES[state]} />
      </p>
      <p>
        {change.fromName} {words(shift)} → {change.toName}
        {otherShift && ` ⇄ ${words(otherShift)}`}
      </p>
      <p className="soft">
        {change.reason} {change.refusal} {change.decidedByName}
      </p>
      {(isMine || mayDecide) && (
        <>
          <TextField label={dutyChange.fields.refusal.label} name="refusal" value={why} onChange={setWhy} />
          <p className="row">
            <Button
              kind="main"
              isBusy={answering.isRunning || approving.isRunning}
              onClick={() => void (isMine ? answering.run({ id, agrees: true, refusal: null }) : approving.run({ id }))}
            >
              {say(isMine ? accept.label : APPROVE.label)}
            </Button>
            <Button
              isBusy={refusing.isRunning}
              onClick={() =>
                void (isMine
                  ? answering.run({ id, agrees: false, refusal: why || null })
                  : refusing.run({ id, refusal: why }))
              }
            >
              {say(isMine ? decline.label : REFUSE.label)}
            </Button>
          </p>
        </>
      )}
      {mayWithdraw && (
        <Button isBusy={withdrawing.isRunning} onClick={() => void withdrawing.run({ id })}>
          {say(WITHDRAW.label)}
        </Button>
      )}
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
    </li>
  );
}
