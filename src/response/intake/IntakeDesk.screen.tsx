import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  Countdown,
  DataList,
  go,
  MarkBadge,
  Page,
  StateBadge,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { useGroundFilter } from '../../foundation/registers/web.ts';
import { Casualties } from './Casualties.part.tsx';
import { SOURCE_CHANNELS } from './intake.register.ts';
import type { list } from './intake.views.ts';
import { STATES, toneOf } from './intake-states.part.tsx';
import './intake.css';

type Item = NonNullable<(typeof list)['Output']>['items'][number];

const WORDS = {
  title: { zh: '接报', en: 'Intake' },
  take: { zh: '新接报', en: 'New report' },
  empty: { zh: '还没有接报', en: 'No report has been taken' },
  emptyHint: { zh: '按 N 登记第一条。', en: 'Press N to take the first one.' },
} as const;

const FILTERS = [
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    choices: Object.entries(STATES).map(([value, label]) => ({ value, label })),
  },
];

/** 接报台: what came in, newest first, with the clock of the written report. */
export default function IntakeDesk() {
  const say = useSay();
  const may = useMay();
  const [{ state, within }] = useSearch();
  const ground = useGroundFilter('intake');
  const asked = { ...(state ? { state } : {}), ...(within ? { within } : {}) };
  const view = useView<typeof list>('intake.list', asked, { keepsPrevious: true });
  const columns: readonly Column<Item>[] = [
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      width: '9.5rem',
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'knownAt',
      title: { zh: '获悉', en: 'Known' },
      width: '6.5rem',
      cell: (row) => <Time at={row.knownAt} />,
      text: (row) => String(row.knownAt),
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '7.5rem',
      cell: (row) => <StateBadge label={labelOfState(row.state)} tone={toneOf(row.state)} />,
      text: (row) => say(labelOfState(row.state)),
    },
    {
      key: 'clock',
      title: { zh: '书面初报', en: 'Written report' },
      width: '9rem',
      cell: (row) => <Countdown dueAt={row.reportDueAt} />,
    },
    {
      key: 'kind',
      title: { zh: '类别', en: 'Kind' },
      width: 'minmax(7rem, 1fr)',
      cell: (row) => say(labelOf(INCIDENT_KINDS, row.kind)),
      text: (row) => say(labelOf(INCIDENT_KINDS, row.kind)),
    },
    {
      key: 'place',
      title: { zh: '地点', en: 'Place' },
      width: 'minmax(12rem, 3fr)',
      cell: (row) => (
        <>
          <MarkBadge mark={row.mark} />
          {row.placeText}
        </>
      ),
      text: (row) => row.placeText,
    },
    { key: 'area', title: { zh: '区域', en: 'Area' }, cell: (row) => row.areaName, text: (row) => row.areaName },
    {
      key: 'source',
      title: { zh: '来源', en: 'Source' },
      cell: (row) => say(labelOf(SOURCE_CHANNELS, row.sourceChannel)),
      text: (row) => say(labelOf(SOURCE_CHANNELS, row.sourceChannel)),
    },
    {
      key: 'unit',
      title: { zh: '接报单位', en: 'Taken by' },
      cell: (row) => row.unitName,
      text: (row) => row.unitName,
    },
    {
      key: 'casualties',
      title: { zh: '伤亡', en: 'Casualties' },
      width: 'minmax(18rem, 2fr)',
      cell: (row) => <Casualties of={row} />,
      isHidden: true,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="intake"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/intake/${row.id}`}
        filters={[...FILTERS, ...ground]}
        empty={{ title: WORDS.empty, hint: WORDS.emptyHint }}
        tools={
          may('intake.take') && (
            <Button kind="main" onClick={() => go('/intake/new')} title="N">
              {say(WORDS.take)}
            </Button>
          )
        }
      />
    </Page>
  );
}

const labelOfState = (state: string) => STATES[state as keyof typeof STATES] ?? { zh: state, en: state };
