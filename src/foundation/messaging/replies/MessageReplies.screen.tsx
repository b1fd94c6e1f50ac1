import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import { type Column, DataList, Page, Time, useSay, useSearch } from '../../design-system/web.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import { messageReply } from './message-reply.register.ts';
import type { replies } from './replies.views.ts';
import { MEANINGS } from './reply.rules.ts';

const WORDS = {
  title: { zh: '消息回复', en: 'Replies' },
  none: { zh: '没有回复', en: 'No replies' },
  stranger: { zh: '未登记的号码', en: 'A number not in the phone book' },
} as const satisfies Record<string, Phrase>;

const FILTERS = MEANINGS.map(({ id, label }) => ({ value: id, label }));

type ReplyData = OutputOf<typeof replies>['items'][number];

/** 消息回复: what people wrote back, by everybody who was asked and by strangers. */
export default function MessageReplies() {
  const say = useSay();
  const [search] = useSearch();
  const view = useView<typeof replies>(
    'messageReplies.list',
    search.meaning ? { meaning: search.meaning as ReplyData['meaning'] } : {},
    { keepsPrevious: true },
  );
  const { fields } = messageReply;
  const columns: readonly Column<ReplyData>[] = [
    { key: 'heardAt', title: fields.heardAt.label, width: '8rem', cell: (row) => <Time at={row.heardAt} /> },
    {
      key: 'person',
      title: fields.personId.label,
      width: '9rem',
      cell: (row) => row.person?.name ?? say(WORDS.stranger),
      text: (row) => row.person?.name ?? say(WORDS.stranger),
    },
    {
      key: 'words',
      title: fields.words.label,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => row.words,
      text: (row) => row.words,
    },
    {
      key: 'meaning',
      title: fields.meaning.label,
      width: '8rem',
      cell: (row) => say(labelOf(MEANINGS, row.meaning)),
      text: (row) => say(labelOf(MEANINGS, row.meaning)),
    },
    {
      key: 'channel',
      title: fields.channel.label,
      width: '7rem',
      cell: (row) => say(labelOf(CHANNEL_CHOICES, row.channel)),
      text: (row) => say(labelOf(CHANNEL_CHOICES, row.channel)),
    },
    {
      key: 'message',
      title: fields.messageId.label,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => (row.message ? say(row.message.heading) : '—'),
      text: (row) => (row.message ? say(row.message.heading) : ''),
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="message_replies"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/message-replies/${id}`}
        filters={[{ key: 'meaning', label: fields.meaning.label, choices: FILTERS }]}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}
