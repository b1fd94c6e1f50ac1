import { useView } from '../../foundation/api/web.ts';
import {
  type Column,
  DataList,
  GradeBadge,
  LevelBadge,
  MarkBadge,
  Page,
  StateBadge,
  Time,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_GRADES, INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { useGroundFilter } from '../../foundation/registers/web.ts';
import { Casualties } from '../intake/web.ts';
import { STATES, stateLabel, toneOf } from './incident-states.part.tsx';
import type { list } from './incidents.views.ts';

type Item = NonNullable<(typeof list)['Output']>['items'][number];

const WORDS = {
  title: { zh: '事件', en: 'Incidents' },
  empty: { zh: '没有事件', en: 'No incident' },
  emptyHint: {
    zh: '事件从接报立案而来：按 N 登记接报。',
    en: 'An incident is opened from a report: press N to take one.',
  },
} as const;

const OPEN = { value: 'open', label: { zh: '未办结', en: 'Open' } } as const;
const FILTERS = [
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    choices: [OPEN, ...Object.entries(STATES).map(([value, label]) => ({ value, label }))],
  },
];
const CHOSEN = ['open', 'handling', 'controlled', 'closed'] as const;

/** 事件列表: open ones first. Grade and response level stand in columns of their own: they are two different things. */
export default function IncidentList() {
  const say = useSay();
  const [search] = useSearch();
  const state = CHOSEN.find((one) => one === search.state);
  const ground = useGroundFilter('incidents');
  const asked = {
    ...(state ? { state } : {}),
    ...(search.q ? { q: search.q } : {}),
    ...(search.within ? { within: search.within } : {}),
  };
  const view = useView<typeof list>('incidents.list', asked, { keepsPrevious: true });
  const columns: readonly Column<Item>[] = [
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      width: '9.5rem',
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'title',
      title: { zh: '标题', en: 'Title' },
      width: 'minmax(14rem, 3fr)',
      cell: (row) => (
        <>
          <MarkBadge mark={row.mark} />
          {row.title}
        </>
      ),
      text: (row) => row.title,
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      width: '8rem',
      cell: (row) => <StateBadge label={stateLabel(row.state)} tone={toneOf(row.state)} />,
      text: (row) => say(stateLabel(row.state)),
    },
    {
      key: 'grade',
      title: { zh: '等级', en: 'Grade' },
      width: '7.5rem',
      cell: (row) => <GradeBadge grade={row.grade} />,
      text: (row) => row.grade && say(labelOf(INCIDENT_GRADES, row.grade)),
    },
    {
      key: 'level',
      title: { zh: '响应', en: 'Response' },
      width: '10.5rem',
      cell: (row) => <LevelBadge level={row.responseLevel} />,
      text: (row) => row.responseLevel,
    },
    {
      key: 'knownAt',
      title: { zh: '获悉', en: 'Known' },
      width: '6.5rem',
      cell: (row) => <Time at={row.knownAt} />,
      text: (row) => String(row.knownAt),
    },
    {
      key: 'kind',
      title: { zh: '类别', en: 'Kind' },
      cell: (row) => say(labelOf(INCIDENT_KINDS, row.kind)),
      text: (row) => say(labelOf(INCIDENT_KINDS, row.kind)),
    },
    { key: 'area', title: { zh: '区域', en: 'Area' }, cell: (row) => row.areaName, text: (row) => row.areaName },
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
        name="incidents"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        {...(view.data ? { total: view.data.total } : {})}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/incidents/${row.id}`}
        filters={[...FILTERS, ...ground]}
        hasSearch
        empty={{ title: WORDS.empty, hint: WORDS.emptyHint }}
      />
    </Page>
  );
}
