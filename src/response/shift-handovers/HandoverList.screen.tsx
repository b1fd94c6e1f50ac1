import { useView } from '../../foundation/api/web.ts';
import { type Column, DataList, Page, Time, useSay, useSearch } from '../../foundation/design-system/web.ts';
import BeginHandover from './BeginHandover.part.tsx';
import { HandoverState } from './HandoverBody.part.tsx';
import { shiftHandover } from './shift-handover.register.ts';
import type { list } from './shift-handovers.views.ts';

const { fields: of } = shiftHandover;
const WORDS = {
  title: { zh: '交接班', en: 'Hand-overs' },
  number: { zh: '编号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '未签完', en: 'Not signed by both' },
  done: { zh: '已交接', en: 'Handed over' },
  none: { zh: '还没有交接班', en: 'No hand-over yet' },
  noneHint: {
    zh: '交班人按「交班」，系统列出待办事项，双方签名',
    en: 'Press “Hand over”: the system lists what is open, both sign',
  },
} as const;

type Item = NonNullable<ReturnType<typeof useView<typeof list>>['data']>['items'][number];

/** 交接班: those that are not signed by both first. */
export default function HandoverList() {
  const say = useSay();
  const [search] = useSearch();
  const view = useView<typeof list>('shiftHandovers.list', search.state ? { isOpen: search.state === 'open' } : {}, {
    keepsPrevious: true,
  });
  const columns: readonly Column<Item>[] = [
    { key: 'number', title: WORDS.number, width: '9rem', cell: (one) => one.number, text: (one) => one.number },
    {
      key: 'unit',
      title: of.unitId.label,
      width: 'minmax(9rem, 2fr)',
      cell: (one) => one.unitName,
      text: (one) => one.unitName,
    },
    {
      key: 'giver',
      title: of.giverId.label,
      width: '8rem',
      cell: (one) => one.giverName,
      text: (one) => one.giverName,
    },
    {
      key: 'taker',
      title: of.takerId.label,
      width: '8rem',
      cell: (one) => one.takerName ?? '—',
      text: (one) => one.takerName ?? '',
    },
    {
      key: 'handed',
      title: of.handedAt.label,
      width: '9rem',
      cell: (one) => (one.handedAt ? <Time at={one.handedAt} /> : '—'),
    },
    {
      key: 'taken',
      title: of.takenAt.label,
      width: '9rem',
      cell: (one) => (one.takenAt ? <Time at={one.takenAt} /> : '—'),
    },
    { key: 'state', title: WORDS.state, width: '9rem', cell: (one) => <HandoverState of={one} /> },
  ];
  return (
    <Page title={WORDS.title} aside={<BeginHandover />}>
      <DataList
        name="shift-handovers"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/shift-handovers/${id}`}
        filters={[
          {
            key: 'state',
            label: WORDS.state,
            choices: [
              { value: 'open', label: WORDS.open },
              { value: 'done', label: WORDS.done },
            ],
          },
        ]}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
    </Page>
  );
}
