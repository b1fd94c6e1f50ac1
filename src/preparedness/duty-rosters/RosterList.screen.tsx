import { serverNow, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  DataList,
  Go,
  Page,
  StateBadge,
  Time,
  toast,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import { dayText } from '../../kernel/calendar.ts';
import type { propose, publishAll } from './duty-rosters.commands.ts';
import type { list } from './duty-rosters.views.ts';
import { MonthChoice } from './MonthChoice.part.tsx';

const WORDS = {
  title: { zh: '值班表', en: 'Rosters' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '状态', en: 'State' },
  shifts: { zh: '班次', en: 'Shifts' },
  empty: { zh: '空缺', en: 'Empty' },
  published: { zh: '发布时间', en: 'Published' },
  none: { zh: '还没有单位设置值班岗位', en: 'No unit has duty posts yet' },
  noneHint: { zh: '先登记值班岗位和值班人员', en: 'Register duty posts and members of the rota first' },
  proposeAll: { zh: '全部自动排班', en: 'Plan all by the rules' },
  publishAll: { zh: '全部发布', en: 'Publish all' },
  sent: { zh: '已发布 {count} 份', en: '{count} published' },
  proposed: { zh: '已排 {planned} 班，空缺 {empty}', en: '{planned} shifts planned, {empty} empty' },
  posts: { zh: '值班岗位', en: 'Duty posts' },
  members: { zh: '值班人员', en: 'Members' },
  periods: { zh: '特殊时期', en: 'Special periods' },
  import: { zh: '导入值班表', en: 'Import rosters' },
} as const;

const STATES = {
  none: { zh: '未编排', en: 'Not planned' },
  draft: { zh: '编排中', en: 'Being planned' },
  published: { zh: '已发布', en: 'Published' },
} as const;
const TONES = { none: 'waiting', draft: 'active', published: 'done' } as const;

type Item = NonNullable<ReturnType<typeof useView<typeof list>>['data']>['items'][number];

/** 值班表 of a month: which units have published and which have not. */
export default function RosterList() {
  const say = useSay();
  const may = useMay();
  const { hats } = useViewer();
  const [search, setSearch] = useSearch();
  const month = search.month ?? dayText(serverNow()).slice(0, 7);
  const view = useView<typeof list>('dutyRosters.list', { month }, { keepsPrevious: true });
  const proposing = useCommand<typeof propose>('dutyRosters.propose');
  const publishing = useCommand<typeof publishAll>('dutyRosters.publishAll');
  const rows = view.data?.items ?? [];
  const problem = proposing.problem ?? publishing.problem;
  const isRoom = hats.some(({ role }) => role === 'duty_leader' || role === 'duty_officer');
  const open = rows.filter(({ state }) => state !== 'published').map(({ unitId }) => unitId);
  const planAll = async () => {
    const made = await proposing.run({ unitIds: open, month });
    if (made) {
      const text = say(WORDS.proposed, { planned: made.planned, empty: made.empty });
      toast({ zh: text, en: text });
    }
  };
  const planned = rows.filter(({ state }) => state === 'draft').map(({ unitId }) => unitId);
  const sendAll = async () => {
    const made = await publishing.run({ unitIds: planned, month });
    if (!made) return;
    const text = say(WORDS.sent, { count: made.published });
    toast({ zh: text, en: text });
  };
  const columns: readonly Column<Item>[] = [
    {
      key: 'unit',
      title: WORDS.unit,
      width: 'minmax(10rem, 2fr)',
      cell: ({ unitName }) => unitName,
      text: ({ unitName }) => unitName,
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '9rem',
      cell: ({ state }) => <StateBadge label={STATES[state]} tone={TONES[state]} />,
      text: ({ state }) => say(STATES[state]),
    },
    {
      key: 'shifts',
      title: WORDS.shifts,
      width: '7rem',
      cell: ({ shifts }) => shifts,
      text: (one) => String(one.shifts),
    },
    {
      key: 'empty',
      title: WORDS.empty,
      width: '7rem',
      cell: ({ empty }) => empty || '—',
      text: (one) => String(one.empty),
    },
    {
      key: 'published',
      title: WORDS.published,
      width: '10rem',
      cell: ({ publishedAt }) => (publishedAt ? <Time at={publishedAt} /> : '—'),
    },
  ];
  return (
    <Page
      title={WORDS.title}
      aside={
        <span className="row">
          <MonthChoice month={month} onChange={(value) => setSearch({ month: value })} />
          {isRoom && open.length > 0 && may('duty_shift.plan') && (
            <Button isBusy={proposing.isRunning} onClick={() => void planAll()}>
              {say(WORDS.proposeAll)}
            </Button>
          )}
          {isRoom && planned.length > 0 && may('duty_roster.publish') && (
            <Button kind="main" isBusy={publishing.isRunning} onClick={() => void sendAll()}>
              {say(WORDS.publishAll)}
            </Button>
          )}
        </span>
      }
    >
      <p className="row">
        <Go to="/duty-posts">{say(WORDS.posts)}</Go>
        <Go to="/duty-members">{say(WORDS.members)}</Go>
        <Go to="/special-periods">{say(WORDS.periods)}</Go>
        {may('duty_shift.plan') && <Go to="/imports/new?register=duty_roster_sheet">{say(WORDS.import)}</Go>}
      </p>
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <DataList
        name="duty-rosters"
        label={say(WORDS.title)}
        view={view}
        rows={rows}
        columns={columns}
        rowKey={({ unitId }) => unitId}
        to={({ unitId }) => `/duty-rosters/${unitId}?month=${month}`}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
    </Page>
  );
}
