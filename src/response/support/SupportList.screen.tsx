import { useView } from '../../foundation/api/web.ts';
import { type Column, DataList, MarkBadge, Page, Time, useSay, useSearch } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { ArrivalClock } from './RequestFacts.part.tsx';
import type { list } from './support.views.ts';
import { SUPPORT_KINDS, supportRequest } from './support-request.register.ts';
import { RequestState, type SupportRequest, useNeeded } from './support-words.part.tsx';
import './support.css';

const { fields } = supportRequest;
const WORDS = {
  title: { zh: '应急保障', en: 'Support' },
  number: { zh: '编号', en: 'Number' },
  unit: { zh: '申请单位', en: 'Asked by' },
  sent: { zh: '已派力量', en: 'Sent' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '进行中', en: 'Open' },
  ended: { zh: '已结束', en: 'Ended' },
  none: { zh: '没有支援申请', en: 'No support was asked for' },
  noneHint: { zh: '在事件页「力量物资」申请支援', en: 'Ask for support on the page of an incident' },
  waiting: {
    zh: '待办 {waiting} · 途中 {onTheWay} · 到场 {onSite} · 逾期 {late}',
    en: 'waiting {waiting} · on the way {onTheWay} · on the scene {onSite} · late {late}',
  },
} as const;

/** 应急保障 over all incidents: what waits for somebody first. */
export default function SupportList() {
  const say = useSay();
  const needed = useNeeded();
  const [search] = useSearch();
  const view = useView<typeof list>(
    'supportRequests.list',
    {
      ...(search.state ? { isOpen: search.state === 'open' } : {}),
      ...(search.kind ? { supportKind: search.kind as SupportRequest['supportKind'] } : {}),
      limit: 200,
    },
    { keepsPrevious: true, topics: ['support_request', 'support_dispatch'] },
  );
  const columns: readonly Column<SupportRequest>[] = [
    { key: 'number', title: WORDS.number, width: '9rem', cell: (one) => one.number, text: (one) => one.number },
    {
      key: 'content',
      title: fields.content.label,
      width: 'minmax(14rem, 3fr)',
      cell: (one) => (
        <>
          <MarkBadge mark={one.mark} />
          {one.content}
        </>
      ),
      text: (one) => one.content,
    },
    {
      key: 'kind',
      title: fields.supportKind.label,
      width: '11rem',
      cell: (one) => `${say(labelOf(SUPPORT_KINDS, one.supportKind))} ${needed(one)}`,
      text: (one) => `${say(labelOf(SUPPORT_KINDS, one.supportKind))} ${needed(one)}`,
    },
    { key: 'unit', title: WORDS.unit, width: '8rem', cell: (one) => one.unitName, text: (one) => one.unitName },
    {
      key: 'sent',
      title: WORDS.sent,
      width: 'minmax(10rem, 2fr)',
      cell: (one) => one.sent.map(({ title }) => title).join('、'),
      text: (one) => one.sent.map(({ title }) => title).join('、'),
    },
    { key: 'due', title: fields.arriveDueAt.label, width: '11rem', cell: (one) => <ArrivalClock of={one} /> },
    { key: 'state', title: WORDS.state, width: '7rem', cell: (one) => <RequestState of={one} /> },
    {
      key: 'requestedAt',
      title: fields.requestedAt.label,
      width: '8rem',
      cell: (one) => <Time at={one.requestedAt} />,
    },
  ];
  return (
    <Page title={WORDS.title} aside={view.data && <span>{say(WORDS.waiting, view.data.counts)}</span>}>
      <DataList
        name="support-requests"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/support-requests/${id}`}
        filters={[
          {
            key: 'state',
            label: WORDS.state,
            choices: [
              { value: 'open', label: WORDS.open },
              { value: 'ended', label: WORDS.ended },
            ],
          },
          {
            key: 'kind',
            label: fields.supportKind.label,
            choices: SUPPORT_KINDS.map(({ id, label }) => ({ value: id, label })),
          },
        ]}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
    </Page>
  );
}
