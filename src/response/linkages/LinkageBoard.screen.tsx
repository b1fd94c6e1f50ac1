import { useState } from 'react';
import type { Command } from '../../foundation/api/define.ts';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
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
  TextAreaField,
  Time,
  toast,
  UrgencyTag,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { type FollowedUp, FollowUpDialog, OpenFollowUp, TakeOverButton } from '../../foundation/messaging/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline, useRecordPath } from '../../foundation/timeline/web.ts';
import { linkage } from './linkage.register.ts';
import { PARTY_SOURCES } from './linkage-party.register.ts';
import { type LinkageFile, LinkageState } from './linkage-words.part.tsx';
import { FIGURE_WORDS, LADDER_STATES, REACH_WORDS } from './linkage-words.rules.ts';
import type { confirm, refuse, withdraw } from './linkages.commands.ts';
import type { record } from './linkages.views.ts';
import { MEETING_WAYS } from './meeting-ways.ts';
import './linkages.css';

type ByHand<Name extends string> = Command<Name, { id: string; ladders?: string[] }, { id: string; asked: number }>;

const WORDS = {
  board: { zh: '送达和答复', en: 'Delivery and answers' },
  back: { zh: '返回一键通列表', en: 'Back to the linkages' },
  parties: { zh: '联动对象', en: 'Addressees' },
  show: { zh: '显示', en: 'Show' },
  all: { zh: '全部', en: 'All' },
  silent: FIGURE_WORDS.silent,
  wrong: FIGURE_WORDS.wrong,
  withHuman: FIGURE_WORDS.withHuman,
  again: { zh: '未应答的再发一次', en: 'Ask the silent again' },
  asked: { zh: '已再次发送', en: 'Asked again' },
  next: { zh: '升级', en: 'Escalate' },
  risen: { zh: '已转下一级', en: 'The next people are asked' },
  paper: { zh: '联动情况报告', en: 'Report' },
  review: { zh: '复核通过并发出', en: 'Agree and send' },
  refuse: { zh: '退回', en: 'Refuse' },
  reason: { zh: '退回理由', en: 'Why' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  held: {
    zh: '拟通知 {people} 人，须由第二人复核后发出；内容和对象已冻结',
    en: '{people} people: it goes out after a second person agrees; text and addressees are frozen',
  },
  mine: { zh: '您是发起人，请另一名有权限的人员复核', en: 'You started it: somebody else must agree' },
  second: { zh: '复核人 {name}', en: 'Second person: {name}' },
  starter: { zh: '发起人 {name}', en: 'Started by {name}' },
  people: { zh: '找了谁', en: 'Who was asked' },
  reach: { zh: '到达', en: 'Reach' },
  answer: { zh: '答复', en: 'Answer' },
  state: { zh: '落实', en: 'State' },
  matter: { zh: '查看所依事项', en: 'Open the matter' },
  fixes: { zh: '号码更正 {number}', en: 'Correction {number}' },
  meet: { zh: '会商', en: 'They meet by' },
  nobody: { zh: '没有这样的对象', en: 'No addressee is like that' },
  names: { zh: '{names} 等 {count} 人', en: '{names} and others, {count}' },
  fewNames: { zh: '{names}', en: '{names}' },
  wrongPerson: { zh: '号码不是本人', en: 'Not the person' },
} as const;
const SHOWN = [
  { value: 'all', label: WORDS.all },
  { value: 'silent', label: WORDS.silent },
  { value: 'wrong', label: WORDS.wrong },
  { value: 'with_human', label: WORDS.withHuman },
] as const;

/** 一键通 live: how far it came with each, what they answered; the silent are asked again or passed on from here. */
export default function LinkageBoard() {
  const say = useSay();
  const { id = '' } = useParams();
  const [only, setOnly] = useState<(typeof SHOWN)[number]['value']>('all');
  const view = useView<typeof record>(
    'linkages.record',
    { id, only },
    { topics: [`linkage/${id}`, 'message'], keepsPrevious: true },
  );
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/linkages') }]);
  return (
    <Shown of={view}>
      {(file) => (
        <RecordPage
          number={file.number}
          title={file.title}
          mark={file.mark}
          badges={
            <>
              <UrgencyTag urgency={file.priority} />
              <LinkageState state={file.state} />
            </>
          }
          clocks={file.state === 'sent' && file.answerDueAt ? <Countdown dueAt={file.answerDueAt} /> : undefined}
          timeline={<RecordTimeline register="linkage" id={file.id} />}
          actions={(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button" href={`/api/linkages/${file.id}/paper?format=${format}`}>
              {say(WORDS.paper)} {format.toUpperCase()}
            </a>
          ))}
        >
          <About file={file} />
          {file.state === 'held' && <Review file={file} />}
          {file.messageId && (
            <Section
              title={WORDS.board}
              aside={
                <ChoiceField
                  label={WORDS.show}
                  name="only"
                  value={only}
                  onChange={setOnly}
                  choices={[...SHOWN]}
                  as="buttons"
                />
              }
            >
              <Figures file={file} />
              <Lines file={file} messageId={file.messageId} />
            </Section>
          )}
          <Section title={WORDS.parties}>
            <table className="table table-stacks">
              <tbody>
                {file.parties.map((one) => (
                  <tr key={one.id}>
                    <td>{say(labelOf(PARTY_SOURCES, one.source))}</td>
                    <th scope="row">{one.label}</th>
                    <td>{one.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        </RecordPage>
      )}
    </Shown>
  );
}

function About({ file }: { file: LinkageFile }) {
  const say = useSay();
  const path = useRecordPath()(file.matter ?? { plural: '', id: '' });
  return (
    <Section title={linkage.label}>
      {file.words && <p className="message-text">{file.words}</p>}
      <p className="row">
        <Time at={file.startedAt} />
        <span>{say(WORDS.starter, { name: file.starter })}</span>
        {file.secondPerson && <span>{say(WORDS.second, { name: file.secondPerson })}</span>}
        {file.placeText && <span className="soft">{file.placeText}</span>}
        {file.matter && path && <Go to={path}>{say(WORDS.matter)}</Go>}
      </p>
      {file.meetings.length > 0 && (
        <p>
          {say(WORDS.meet)}{' '}
          {MEETING_WAYS.filter(({ name }) => file.meetings.includes(name)).map((way) => (
            <Tag key={way.name}>{say(way.label)}</Tag>
          ))}
        </p>
      )}
      {file.refusedReason && <p>{file.refusedReason}</p>}
    </Section>
  );
}

/** What a second person does with a very large send. */
function Review({ file }: { file: LinkageFile }) {
  const say = useSay();
  const may = useMay();
  const agreeing = useCommand<typeof confirm>('linkages.confirm');
  const refusing = useCommand<typeof refuse>('linkages.refuse');
  const withdrawing = useCommand<typeof withdraw>('linkages.withdraw');
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const { id, version } = file;
  const isSecond = may('linkage.review') && !file.isMine;
  return (
    <Section title={WORDS.review}>
      <p>{say(WORDS.held, { people: file.people })}</p>
      {file.isMine && <p className="soft">{say(WORDS.mine)}</p>}
      {agreeing.problem && <p role="alert">{say(agreeing.problem.phrase)}</p>}
      <p className="row">
        {isSecond && (
          <>
            <Button kind="main" isBusy={agreeing.isRunning} onClick={() => void agreeing.run({ id }, { version })}>
              {say(WORDS.review)}
            </Button>
            <Button onClick={() => setRefusing(true)}>{say(WORDS.refuse)}</Button>
          </>
        )}
        {file.isMine && (
          <Button isBusy={withdrawing.isRunning} onClick={() => void withdrawing.run({ id }, { version })}>
            {say(WORDS.withdraw)}
          </Button>
        )}
      </p>
      <Dialog title={say(WORDS.refuse)} isOpen={isRefusing} onClose={() => setRefusing(false)}>
        <Form
          onSubmit={async () => {
            if (await refusing.run({ id, reason }, { version })) setRefusing(false);
          }}
          problem={refusing.problem}
          isWaiting={refusing.isWaiting}
        >
          <TextAreaField
            label={WORDS.reason}
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={300}
            isRequired
          />
          <FormActions submit={WORDS.refuse} isBusy={refusing.isRunning} onCancel={() => setRefusing(false)} />
        </Form>
      </Dialog>
    </Section>
  );
}

function Figures({ file }: { file: LinkageFile }) {
  const say = useSay();
  const { figures, choices } = file.board;
  return (
    <>
      <dl className="linkage-figures" aria-live="polite">
        {(Object.keys(FIGURE_WORDS) as (keyof typeof FIGURE_WORDS)[]).map((name) => (
          <div key={name}>
            <dt>{say(FIGURE_WORDS[name])}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      {choices.length > 0 && (
        <p className="row">
          {choices.map((one) => (
            <Tag key={one.id}>
              {say(one.label)} {one.count}
            </Tag>
          ))}
        </p>
      )}
      {file.corrections.length > 0 && (
        <p className="row">
          {file.corrections.map((one) => (
            <Go key={one.assignmentId} to={`/assignments/${one.assignmentId}`}>
              {say(WORDS.fixes, one)}
            </Go>
          ))}
        </p>
      )}
    </>
  );
}

/** Those asked for one reason together: a unit of twenty is one line, not twenty. */
function Asked({ people }: { people: LinkageFile['board']['lines'][number]['people'] }) {
  const say = useSay();
  return [...Map.groupBy(people, ({ reason }) => reason.zh).values()].map((some) => (
    <span key={some[0]?.reason.zh} className="linkage-person">
      {say(some.length > MOST_NAMES ? WORDS.names : WORDS.fewNames, {
        names: some
          .slice(0, MOST_NAMES)
          .map(({ name }) => name)
          .join('、'),
        count: some.length,
      })}{' '}
      <span className="soft">{some[0] && say(some[0].reason)}</span>
    </span>
  ));
}

const MOST_NAMES = 4;

function Lines({ file, messageId }: { file: LinkageFile; messageId: string }) {
  const say = useSay();
  const resending = useCommand<ByHand<'messages.resend'>>('messages.resend');
  const rising = useCommand<ByHand<'messages.escalate'>>('messages.escalate');
  const { lines, figures } = file.board;
  const [followed, setFollowed] = useState<FollowedUp>();
  const isOpen = (state: string) => state === 'climbing' || state === 'with_human';
  return (
    <>
      {figures.silent > 0 && (
        <p>
          <Button
            isBusy={resending.isRunning}
            onClick={async () => {
              if (await resending.run({ id: messageId })) toast(WORDS.asked);
            }}
          >
            {say(WORDS.again)}
          </Button>
        </p>
      )}
      {lines.length === 0 ? (
        <p className="quiet">{say(WORDS.nobody)}</p>
      ) : (
        <table className="table table-stacks">
          <thead>
            <tr>
              {[WORDS.people, WORDS.reach, WORDS.answer, WORDS.state].map((word) => (
                <th key={word.zh} scope="col">
                  {say(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <Asked people={line.people} />
                </th>
                <td data-label={say(WORDS.reach)}>
                  {say(REACH_WORDS[line.reach])}{' '}
                  <span className="soft">{line.channels.map((one) => say(one)).join('、')}</span>
                  {line.wrong.map((one) => (
                    <span key={`${one.personId} ${one.channel}`} className="linkage-wrong">
                      {say(WORDS.wrong)}：{one.name}{' '}
                      {one.reason === 'wrong_person' ? say(WORDS.wrongPerson) : one.reason}
                    </span>
                  ))}
                </td>
                <td data-label={say(WORDS.answer)}>
                  {line.answer ? <strong>{say(line.answer)}</strong> : line.told.length === 0 && '—'}
                  {line.told.map((one) => (
                    <span key={`${one.at}`} className="linkage-person">
                      {say(one.channel)}：{one.words} <span className="soft">{one.by}</span>
                    </span>
                  ))}
                </td>
                <td data-label={say(WORDS.state)}>
                  <span className="row">
                    {say(LADDER_STATES[line.state])} {line.state === 'with_human' ? line.human : line.endedBy}
                    {line.state === 'climbing' && line.nextAt && <Countdown dueAt={line.nextAt} />}
                    {line.state === 'climbing' && (
                      <Button
                        kind="bare"
                        aria-label={`${say(WORDS.next)} ${line.people[0]?.name ?? ''}`}
                        onClick={async () => {
                          if (await rising.run({ id: messageId, ladders: [line.id] })) toast(WORDS.risen);
                        }}
                      >
                        {say(WORDS.next)}
                      </Button>
                    )}
                    {isOpen(line.state) && <TakeOverButton messageId={messageId} ladderId={line.id} />}
                    {(isOpen(line.state) || line.state === 'taken_over') && (
                      <OpenFollowUp
                        name={line.people[0]?.name ?? ''}
                        onOpen={() =>
                          setFollowed({
                            messageId,
                            ladderId: line.id,
                            name: line.people[0]?.name ?? '',
                            choices: file.board.choices,
                          })
                        }
                      />
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {followed && <FollowUpDialog {...followed} onClose={() => setFollowed(undefined)} />}
    </>
  );
}
