import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import { Countdown, Go, Tag, Time, useSay } from '../design-system/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from './channels/names.rules.ts';
import { FollowUpButton } from './FollowUpButton.part.tsx';
import type { record } from './follow.views.ts';
import { TakeOverButton } from './TakeOverButton.part.tsx';
import './messages.css';

const WORDS = {
  addressee: { zh: '收件对象', en: 'Addressee' },
  person: { zh: '找了谁', en: 'Who was asked' },
  asked: { zh: '何时', en: 'When' },
  delivery: { zh: '渠道与送达', en: 'Channel and delivery' },
  answer: { zh: '答复', en: 'Answer' },
  next: { zh: '后续', en: 'What follows' },
  step: { zh: '第 {rung} 级 · {who}', en: 'Step {rung} · {who}' },
  wrote: { zh: '回复', en: 'Wrote' },
  silent: { zh: '未应答', en: 'Silent' },
  round: { zh: '第 {round} 次', en: 'No. {round}' },
  by: { zh: '{name} 登记', en: 'entered by {name}' },
  with: { zh: '转 {human} 处置', en: 'With {human}' },
} as const satisfies Record<string, Phrase>;

const STATES = {
  climbing: { zh: '等待应答', en: 'Waiting' },
  with_human: { zh: '待具名人员处置', en: 'With a named human' },
  confirmed: { zh: '已应答', en: 'Confirmed' },
  reached: { zh: '已送达', en: 'Reached' },
  taken_over: { zh: '已接手', en: 'Taken over' },
  stopped: { zh: '事项已了', en: 'No longer needed' },
} as const satisfies Record<string, Phrase>;

const WHO = {
  addressee: { zh: '本人', en: 'addressee' },
  deputy: { zh: '代理人', en: 'deputy' },
  duty_room: { zh: '值班室', en: 'duty room' },
  human: { zh: '具名责任人', en: 'named human' },
} as const satisfies Record<string, Phrase>;

const DELIVERIES = {
  queued: { zh: '排队中', en: 'Queued' },
  sent: { zh: '已发出', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  read: { zh: '已阅', en: 'Read' },
  answered: { zh: '已答复', en: 'Answered' },
  failed: { zh: '未送达', en: 'Not delivered' },
  escalated: { zh: '已转人工', en: 'Escalated' },
} as const satisfies Record<string, Phrase>;

export type MessageFileData = OutputOf<typeof record>;
export type Climbed = Pick<MessageFileData, 'id' | 'asks' | 'ladders'> & Partial<Pick<MessageFileData, 'choices'>>;
type Ladder = MessageFileData['ladders'][number];
type Asked = Ladder['people'][number];

/** One block of rows per addressee, those that still wait for somebody first. */
export function LadderSteps({ file }: { file: Climbed }) {
  const say = useSay();
  const titles = [WORDS.addressee, WORDS.person, WORDS.asked, WORDS.delivery, WORDS.answer, WORDS.next];
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title.en} scope="col">
              {say(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {file.ladders.flatMap((ladder) =>
          ladder.people.map((person, index) => (
            <tr key={`${ladder.id} ${person.personId}`}>
              <td data-label={say(WORDS.addressee)}>{index === 0 && say(ladder.label)}</td>
              <th scope="row" data-label={say(WORDS.person)}>
                {person.name} <span className="soft">{say(person.reason)}</span>
              </th>
              <td data-label={say(WORDS.asked)}>
                <Time at={person.askedAt} />
              </td>
              <td data-label={say(WORDS.delivery)}>
                <Deliveries of={person} />
              </td>
              <td data-label={say(WORDS.answer)}>
                <Answers of={person} isAsked={file.asks !== 'nothing'} />
                {person.replies.map(({ id, label, at }) => (
                  <span key={id} className="message-answer">
                    {say(WORDS.wrote)} <Go to={`/message-replies/${id}`}>{say(label)}</Go> <Time at={at} />
                  </span>
                ))}
              </td>
              <td data-label={say(WORDS.next)}>{index === 0 && <Standing ladder={ladder} file={file} />}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function Deliveries({ of }: { of: Asked }) {
  const say = useSay();
  return (
    <ul className="message-deliveries">
      {of.deliveries.map((one) => (
        <li key={`${one.channel} ${one.round}`}>
          {say(labelOf(CHANNEL_CHOICES, one.channel))}
          {one.round > 1 && ` ${say(WORDS.round, { round: one.round })}`} {say(DELIVERIES[one.state])}{' '}
          <Time at={one.readAt ?? one.deliveredAt ?? one.sentAt} />
          {one.lastError && <span className="soft"> {one.lastError}</span>}
          {one.receipt && <span> {one.receipt}</span>}
          {one.enteredBy && <span className="soft"> {say(WORDS.by, { name: one.enteredBy })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** All answers in order: the last one counts, the others are struck through. */
function Answers({ of, isAsked }: { of: Asked; isAsked: boolean }) {
  const say = useSay();
  if (of.answers.length === 0) {
    const isSilent = isAsked && of.replies.length === 0 && !of.deliveries.some((one) => one.readAt);
    return isSilent ? <span className="soft">{say(WORDS.silent)}</span> : null;
  }
  return of.answers.map((one, index) => (
    <span key={one.at} className="message-answer">
      {index < of.answers.length - 1 ? <s>{say(one.label)}</s> : <b>{say(one.label)}</b>} <Time at={one.at} />
    </span>
  ));
}

function Standing({ ladder, file }: { ladder: Ladder; file: Climbed }) {
  const say = useSay();
  const isReached = ladder.state === 'confirmed' && file.asks === 'nothing';
  return (
    <div className="message-standing">
      <Tag>{say(isReached ? STATES.reached : STATES[ladder.state])}</Tag>
      {ladder.state === 'climbing' && (
        <>
          <span>{say(WORDS.step, { rung: Math.min(ladder.rung + 1, ladder.rungs), who: say(WHO[ladder.who]) })}</span>
          <Countdown dueAt={ladder.nextAt} />
        </>
      )}
      {ladder.state === 'with_human' && (
        <>
          <span>{say(WORDS.with, { human: ladder.human ?? '' })}</span>
          <TakeOverButton messageId={file.id} ladderId={ladder.id} />
        </>
      )}
      {['climbing', 'with_human', 'taken_over'].includes(ladder.state) && file.asks !== 'nothing' && (
        <FollowUpButton
          messageId={file.id}
          ladderId={ladder.id}
          name={ladder.people[0]?.name ?? ''}
          choices={file.choices ?? []}
        />
      )}
      {ladder.endedAt && (
        <span className="soft">
          {ladder.endedBy} <Time at={ladder.endedAt} />
        </span>
      )}
    </div>
  );
}
