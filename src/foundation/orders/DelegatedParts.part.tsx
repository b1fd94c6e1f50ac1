import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand } from '../api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Form,
  FormActions,
  Go,
  Section,
  TextAreaField,
  Time,
  toast,
  useSay,
} from '../design-system/web.ts';
import { assignment } from './assignment.register.ts';
import type { record } from './assignments.views.ts';
import type { remindParts, withdraw } from './delegation.commands.ts';
import { AssignmentState } from './OrderTile.part.tsx';
import { RollUp } from './RollUp.part.tsx';

type Part = OutputOf<typeof record>['parts'][number];

const WORDS = {
  title: { zh: '分派', en: 'Delegated' },
  to: { zh: '承办', en: 'Given to' },
  state: { zh: '状态', en: 'State' },
  last: { zh: '最近反馈', en: 'Last report' },
  remind: { zh: '催办未办结的', en: 'Remind the open ones' },
  reminded: { zh: '已催办', en: 'Reminded' },
  withdraw: { zh: '收回', en: 'Take back' },
} as const satisfies Record<string, Phrase>;

/** The parts a unit cut its work into: who has which, how far each is, and the step of whoever delegated. */
export function DelegatedParts({ one }: { one: OutputOf<typeof record> }) {
  const say = useSay();
  const reminding = useCommand<typeof remindParts>('assignments.remindParts');
  const [taking, setTaking] = useState<Part>();
  if (one.parts.length === 0) return null;
  const mayRemind = one.may.includes('delegate') && (one.delegated?.open ?? 0) > 0;
  const remind = async () => {
    if (await reminding.run({ id: one.id })) toast(WORDS.reminded);
  };
  return (
    <Section
      title={WORDS.title}
      aside={
        <span className="row">
          <RollUp of={one.delegated} />
          {mayRemind && (
            <Button isBusy={reminding.isRunning} onClick={() => void remind()}>
              {say(WORDS.remind)}
            </Button>
          )}
        </span>
      }
    >
      {reminding.problem && (
        <p className="problem" role="alert">
          {say(reminding.problem.phrase)}
        </p>
      )}
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.to)}</th>
            <th scope="col">{say(assignment.fields.task.label)}</th>
            <th scope="col">{say(WORDS.state)}</th>
            <th scope="col">{say(WORDS.last)}</th>
          </tr>
        </thead>
        <tbody>
          {one.parts.map((part) => (
            <tr key={part.id}>
              <th scope="row">
                <Go to={`/assignments/${part.id}`}>{[part.unitName, part.personName].filter(Boolean).join(' · ')}</Go>
              </th>
              <td>{part.task}</td>
              <td>
                <span className="row">
                  <AssignmentState card={part} />
                  {part.dueAt && <Countdown dueAt={part.dueAt} />}
                  <RollUp of={part.delegated} />
                  {part.may.includes('withdraw') && (
                    <Button kind="bare" onClick={() => setTaking(part)}>
                      {say(WORDS.withdraw)}
                    </Button>
                  )}
                </span>
              </td>
              <td>{part.lastFeedbackAt ? <Time at={part.lastFeedbackAt} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog title={say(WORDS.withdraw)} isOpen={taking !== undefined} onClose={() => setTaking(undefined)}>
        {taking && <Withdraw id={taking.id} onDone={() => setTaking(undefined)} />}
      </Dialog>
    </Section>
  );
}

function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const withdrawing = useCommand<typeof withdraw>('assignments.withdraw');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await withdrawing.run({ id, reason })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={withdrawing.problem} isWaiting={withdrawing.isWaiting}>
      <TextAreaField
        label={assignment.fields.reason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.withdraw} isBusy={withdrawing.isRunning} onCancel={onDone} />
    </Form>
  );
}
