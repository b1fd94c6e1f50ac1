import { useView } from '../../foundation/api/web.ts';
import { type Column, DataList, MarkBadge, Page, Time, useSay, useSearch } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { evacuation } from './evacuation.register.ts';
import type { list } from './evacuation.views.ts';
import { type Evacuation, EvacuationState } from './evacuation-words.part.tsx';

const { fields } = evacuation;
const WORDS = {
  title: { zh: '转移避险', en: 'Evacuations' },
  number: { zh: '编号', en: 'Number' },
  people: { zh: '应转移', en: 'To move' },
  moved: { zh: '已转移、离开', en: 'Moved or away' },
  remaining: { zh: '未转移', en: 'Remaining' },
  refused: { zh: '拒绝', en: 'Refused' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '进行中', en: 'Open' },
  ended: { zh: '已结束', en: 'Ended' },
  none: { zh: '没有转移避险', en: 'Nobody is evacuated' },
  noneHint: { zh: '在事件页「疏散转移」组织转移', en: 'Evacuate from the page of an incident' },
} as const satisfies Record<string, Phrase>;

/** 转移避险 over all incidents. */
export default function EvacuationList() {
  const say = useSay();
  const [search] = useSearch();
  const view = useView<typeof list>('evacuations.list', search.state ? { isOpen: search.state === 'open' } : {}, {
    keepsPrevious: true,
    topics: ['evacuation', 'evacuation_household'],
  });
  const figure = (key: string, title: Phrase, of: (one: Evacuation) => number): Column<Evacuation> => ({
    key,
    title,
    width: '7rem',
    cell: of,
    text: (one) => String(of(one)),
  });
  const columns: readonly Column<Evacuation>[] = [
    { key: 'number', title: WORDS.number, width: '9rem', cell: (one) => one.number, text: (one) => one.number },
    {
      key: 'title',
      title: fields.title.label,
      width: 'minmax(12rem, 2fr)',
      cell: (one) => (
        <>
          <MarkBadge mark={one.mark} />
          {one.title}
        </>
      ),
      text: (one) => one.title,
    },
    {
      key: 'incident',
      title: fields.incidentId.label,
      width: 'minmax(10rem, 2fr)',
      cell: (one) => one.incidentTitle,
      text: (one) => one.incidentTitle,
    },
    figure('people', WORDS.people, ({ progress }) => progress.people),
    figure('moved', WORDS.moved, ({ progress }) => progress.moved + progress.away),
    figure('remaining', WORDS.remaining, ({ progress }) => progress.remaining),
    figure('refused', WORDS.refused, ({ progress }) => progress.refused),
    { key: 'state', title: WORDS.state, width: '7rem', cell: (one) => <EvacuationState of={one} /> },
    {
      key: 'startedAt',
      title: fields.startedAt.label,
      width: '8rem',
      cell: (one) => one.startedAt && <Time at={one.startedAt} />,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="evacuations"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/evacuations/${id}`}
        filters={[
          {
            key: 'state',
            label: WORDS.state,
            choices: [
              { value: 'open', label: WORDS.open },
              { value: 'ended', label: WORDS.ended },
            ],
          },
        ]}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
    </Page>
  );
}
