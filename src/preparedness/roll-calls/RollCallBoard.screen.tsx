import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Form,
  FormActions,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Tag,
  TextField,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { rollCallAnswerLifecycle } from './roll-call.lifecycle.ts';
import { rollCallAnswer } from './roll-call-answer.register.ts';
import { type Answer, AnswerState, CallState, kindLabel, modeLabel, rateText } from './roll-call-words.part.tsx';
import type { enter } from './roll-calls.commands.ts';
import type { record } from './roll-calls.views.ts';
import './roll-calls.css';

const WORDS = {
  board: { zh: '应答情况', en: 'Answers' },
  back: { zh: '返回点名列表', en: 'Back to the roll calls' },
  rate: { zh: '按时应答率', en: 'Answered in time' },
  answered: { zh: '按时 {onTime} / {called}', en: '{onTime} of {called} in time' },
  silent: { zh: '未应答 {silent}', en: '{silent} silent' },
  unit: { zh: '单位', en: 'Unit' },
  called: { zh: '应到', en: 'Called' },
  by: { zh: '应答', en: 'Answered by' },
  result: { zh: '结果', en: 'Result' },
  seconds: { zh: '{seconds} 秒', en: '{seconds} s' },
  offDuty: { zh: '非当班', en: 'not on duty' },
  enter: { zh: '登记', en: 'Enter' },
  here: { zh: '已应答', en: 'Answered' },
  order: { zh: '核查指令', en: 'Order' },
  open: { zh: '剩余', en: 'Left' },
} as const;

/** 点名 live: the silent first; results of radio, video and telephone are entered here. */
export default function RollCallBoard() {
  const say = useSay();
  const may = useMay();
  const { id = '' } = useParams();
  const [chosen, setChosen] = useState<Answer>();
  const view = useView<typeof record>(
    'rollCalls.record',
    { id },
    { topics: [`roll_call/${id}`, 'roll_call_answer'], keepsPrevious: true },
  );
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/roll-calls') }]);
  return (
    <Shown of={view}>
      {(call) => (
        <RecordPage
          number={call.number}
          title={call.title}
          mark={call.mark}
          badges={
            <>
              <CallState state={call.state} />
              <Tag>{say(kindLabel(call.callKind))}</Tag>
              <Tag>{say(modeLabel(call.callMode))}</Tag>
            </>
          }
          clocks={call.state === 'open' ? <Countdown dueAt={call.closesAt} /> : undefined}
          timeline={<RecordTimeline register="roll_call" id={call.id} />}
        >
          <Section
            title={WORDS.board}
            aside={
              <span className="row">
                <Time at={call.calledAt} />
                <span>{say(WORDS.answered, { onTime: call.onTime, called: call.called })}</span>
                {call.silent > 0 && <b>{say(WORDS.silent, { silent: call.silent })}</b>}
              </span>
            }
          >
            <p className="big-number" aria-live="polite">
              {rateText(call)} <small>{say(WORDS.rate)}</small>
            </p>
            <table className="table table-stacks">
              <thead>
                <tr>
                  {[WORDS.unit, WORDS.called, WORDS.result, WORDS.by].map((word) => (
                    <th key={word.zh} scope="col">
                      {say(word)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {call.answers.map((one) => (
                  <tr key={one.id}>
                    <td>{one.unitName}</td>
                    <td>{one.personName ?? '—'}</td>
                    <td>
                      <AnswerState state={one.state} />{' '}
                      {one.seconds !== null && say(WORDS.seconds, { seconds: one.seconds })} {one.note}
                      {one.orderId && <Go to={`/orders/${one.orderId}`}>{say(WORDS.order)}</Go>}
                    </td>
                    <td>
                      {one.answeredByName}{' '}
                      {one.answeredAt && !one.isOnDuty && <span className="soft">{say(WORDS.offDuty)}</span>}
                      {may('roll_call.hold') && !['on_time', 'late', 'excused'].includes(one.state) && (
                        <Button
                          kind="bare"
                          aria-label={`${say(WORDS.enter)} ${one.unitName}`}
                          onClick={() => setChosen(one)}
                        >
                          {say(WORDS.enter)}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
          {chosen && <EnterResult of={chosen} onClose={() => setChosen(undefined)} />}
        </RecordPage>
      )}
    </Shown>
  );
}

function EnterResult({ of, onClose }: { of: Answer; onClose: () => void }) {
  const say = useSay();
  const entering = useCommand<typeof enter>('rollCalls.enter');
  const [note, setNote] = useState('');
  const send = async (result: 'answered' | 'not_at_post' | 'excused') => {
    if (await entering.run({ id: of.id, result, ...(note ? { note } : {}) }, { version: of.version })) onClose();
  };
  return (
    <Dialog title={`${say(WORDS.enter)} ${of.unitName}`} isOpen onClose={onClose}>
      <Form onSubmit={() => void send('answered')} problem={entering.problem} isWaiting={entering.isWaiting}>
        <TextField
          label={rollCallAnswer.fields.note.label}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={200}
        />
        <p className="row">
          <Button onClick={() => void send('not_at_post')}>{say(rollCallAnswerLifecycle.states.not_at_post)}</Button>
          <Button onClick={() => void send('excused')}>{say(rollCallAnswerLifecycle.transitions.excuse.label)}</Button>
        </p>
        <FormActions submit={WORDS.here} isBusy={entering.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
