import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand, useView } from '../api/web.ts';
import {
  ActionBar,
  Empty,
  Facts,
  go,
  RecordPage,
  Section,
  Shown,
  Tag,
  Time,
  toast,
  useKeys,
  useParams,
  useSay,
} from '../design-system/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import type { record } from './follow.views.ts';
import { LadderSteps, type MessageFileData } from './LadderSteps.part.tsx';
import { ASKS } from './ladder/ladder.rules.ts';
import type { resend } from './ladder/ladders.commands.ts';
import { MESSAGE_PRIORITIES } from './message.register.ts';

const WORDS = {
  back: { zh: '返回消息', en: 'Back to the messages' },
  resend: { zh: '再次发送', en: 'Send again' },
  resent: { zh: '已再次发送', en: 'Sent again' },
  message: { zh: '消息', en: 'Message' },
  sentAt: { zh: '发送时间', en: 'Sent at' },
  sender: { zh: '发送人', en: 'Sent by' },
  asks: { zh: '要求', en: 'Asks for' },
  answers: { zh: '答复', en: 'Answers' },
  none: { zh: '这条消息早于升级阶梯，只有送达记录', en: 'This message is older than the ladders' },
  delivery: { zh: '送达', en: 'Delivery' },
  open: { zh: '未落实 {open} / 共 {all}', en: 'Open {open} of {all}' },
} as const satisfies Record<string, Phrase>;

/** 消息送达: for every addressee who was asked on which step, by which channel, when; what they answered; who has it now. */
export default function MessageFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('messages.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/messages') }]);
  return <Shown of={view}>{(file) => <File file={file} />}</Shown>;
}

function File({ file }: { file: MessageFileData }) {
  const say = useSay();
  const resending = useCommand<typeof resend>('messages.resend');
  const open = file.ladders.filter(({ state }) => state === 'climbing' || state === 'with_human').length;
  const send = async () => {
    if (await resending.run({ id: file.id })) toast(WORDS.resent);
  };
  return (
    <RecordPage
      title={say(file.heading)}
      mark={file.mark}
      badges={
        <>
          <Tag>{say(labelOf(MESSAGE_PRIORITIES, file.priority))}</Tag>
          <Tag>{say(labelOf(ASKS, file.asks))}</Tag>
          <Tag>{say(WORDS.open, { open, all: file.ladders.length })}</Tag>
        </>
      }
      actions={
        open > 0 && (
          <ActionBar
            actions={[{ key: 'resend', label: WORDS.resend, act: () => void send(), isBusy: resending.isRunning }]}
          >
            {resending.problem && (
              <p className="problem" role="alert">
                {say(resending.problem.phrase)}
              </p>
            )}
          </ActionBar>
        )
      }
    >
      <Section title={WORDS.message}>
        <Facts
          facts={[
            { label: WORDS.sentAt, value: <Time at={file.sentAt} /> },
            { label: WORDS.sender, value: file.senderName },
            ...(file.choices.length > 0
              ? [
                  {
                    label: WORDS.answers,
                    value: file.choices.map((one) => `${say(one.label)} ${one.count}`).join('　'),
                  },
                ]
              : []),
          ]}
        />
        {file.text && <p className="message-text">{say(file.text)}</p>}
      </Section>
      <Section title={WORDS.delivery}>
        {file.ladders.length === 0 ? <Empty title={WORDS.none} /> : <LadderSteps file={file} />}
      </Section>
    </RecordPage>
  );
}
