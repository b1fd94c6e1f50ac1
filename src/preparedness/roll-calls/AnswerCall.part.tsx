import { useCommand, useView } from '../../foundation/api/web.ts';
import { Button, Countdown, MarkBadge, Time, useSay } from '../../foundation/design-system/web.ts';
import { AnswerState } from './roll-call-words.part.tsx';
import type { answer } from './roll-calls.commands.ts';
import type { mine } from './roll-calls.views.ts';
import './roll-calls.css';

const ANSWER = { zh: '应答点名', en: 'I am here' } as const;

/** Roll calls that wait for one's own unit: one big button each, gone when it is pressed. */
export default function AnswerCall({ answerId }: { answerId?: string }) {
  const view = useView<typeof mine>('rollCalls.mine', answerId ? { answerId } : {}, {
    topics: ['roll_call', 'roll_call_answer'],
  });
  const items = view.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul className="roll-call-cards">
      {items.map((one) => (
        <Card key={one.id} call={one} />
      ))}
    </ul>
  );
}

type Call = NonNullable<ReturnType<typeof useView<typeof mine>>['data']>['items'][number];

function Card({ call }: { call: Call }) {
  const say = useSay();
  const answering = useCommand<typeof answer>('rollCalls.answer');
  const isWaiting = call.state === 'waiting' || call.state === 'no_answer';
  return (
    <li>
      <b>
        <MarkBadge mark={call.mark} /> {call.number} {call.title} · {call.unitName}
      </b>
      {isWaiting ? (
        <>
          <Countdown dueAt={call.closesAt} />
          <Button kind="main" isBusy={answering.isRunning} onClick={() => void answering.run({ id: call.id })}>
            {say(ANSWER)}
          </Button>
        </>
      ) : (
        <span>
          <AnswerState state={call.state} /> {call.answeredAt && <Time at={call.answeredAt} />}
        </span>
      )}
      {answering.problem && (
        <p className="problem" role="alert">
          {say(answering.problem.phrase)}
        </p>
      )}
    </li>
  );
}
