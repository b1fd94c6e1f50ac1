import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import {
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Tag,
  Time,
  useKeys,
  useParams,
  useSay,
} from '../../design-system/web.ts';
import { MaskedValue } from '../../personal-data/web.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import { messageReply } from './message-reply.register.ts';
import type { replyRecord } from './replies.views.ts';
import { MEANINGS } from './reply.rules.ts';

const WORDS = {
  back: { zh: '返回消息回复', en: 'Back to the replies' },
  stranger: { zh: '未登记的号码', en: 'A number not in the phone book' },
} as const satisfies Record<string, Phrase>;

/** One reply: the words as they came, from which number, and how they were understood. */
export default function MessageReplyFile() {
  const { id = '' } = useParams();
  const view = useView<typeof replyRecord>('messageReplies.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/message-replies') }]);
  return <Shown of={view}>{(reply) => <File reply={reply} />}</Shown>;
}

function File({ reply }: { reply: OutputOf<typeof replyRecord> }) {
  const say = useSay();
  const { fields } = messageReply;
  const name = reply.person?.name ?? say(WORDS.stranger);
  return (
    <RecordPage title={name} badges={<Tag>{say(labelOf(MEANINGS, reply.meaning))}</Tag>}>
      <Section title={fields.words.label}>
        <p className="message-text">{reply.words}</p>
        <Facts
          facts={[
            { label: fields.heardAt.label, value: <Time at={reply.heardAt} /> },
            { label: fields.channel.label, value: say(labelOf(CHANNEL_CHOICES, reply.channel)) },
            {
              label: fields.phone.label,
              value: (
                <MaskedValue
                  register="message_reply"
                  recordId={reply.id}
                  field="phone"
                  label={fields.phone.label}
                  name={name}
                  masked={reply.phone}
                  kind="tel"
                />
              ),
            },
            {
              label: fields.messageId.label,
              value: reply.message ? <Go to={`/messages/${reply.message.id}`}>{say(reply.message.heading)}</Go> : '—',
            },
          ]}
        />
      </Section>
    </RecordPage>
  );
}
