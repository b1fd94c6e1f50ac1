import { type OutputOf, useView } from '../api/web.ts';
import {
  Button,
  type Column,
  DataList,
  Go,
  InstantField,
  MarkBadge,
  Page,
  Time,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { Chain } from './Chain.part.tsx';
import type { audit, kinds } from './timeline.views.ts';
import { useRecordPath } from './use-record-path.part.tsx';

type Entry = OutputOf<typeof audit>['entries'][number];

const WORDS = {
  title: { zh: '审计', en: 'Audit' },
  none: { zh: '没有记录', en: 'Nothing is recorded' },
  hint: { zh: '左上可按姓名查找操作人。', en: 'Search finds entries by the name of who acted.' },
  from: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'Until' },
  position: { zh: '序号', en: 'Position' },
  unsealed: { zh: '待封存', en: 'not sealed' },
  at: { zh: '时间', en: 'Recorded' },
  what: { zh: '事项', en: 'What' },
  on: { zh: '对象', en: 'On' },
  who: { zh: '操作人', en: 'Who' },
  hat: { zh: '岗位', en: 'As' },
  code: { zh: '代码', en: 'Code' },
  system: { zh: '系统', en: 'The system' },
  register: { zh: '台账', en: 'Register' },
  kind: { zh: '事项', en: 'What' },
  older: { zh: '更早', en: 'Older' },
  newest: { zh: '最新', en: 'Newest' },
} as const;

const PAGE = 500;

/** 审计: who did what, when, under which post, on which record; and whether anybody has touched the trail. */
export default function AuditTrail() {
  const say = useSay();
  const [search, change] = useSearch();
  const { q, kind, register, from, until } = search;
  const before = Number(search.before) || undefined;
  const words = useView<typeof kinds>('timeline.kinds', {});
  const view = useView<typeof audit>(
    'timeline.audit',
    {
      limit: PAGE,
      ...(before ? { before } : {}),
      ...(q ? { actor: q } : {}),
      ...(kind ? { kind } : {}),
      ...(register ? { register } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    },
    { keepsPrevious: true },
  );
  const entries = view.data?.entries ?? [];
  const last = entries.at(-1)?.position;
  const registers = words.data?.registers ?? [];
  // Some kinds are told of another register than they are named after: a session's of its account.
  const isNamed = (name: string) => registers.some((one) => one.name === name);
  const filters = [
    {
      key: 'register',
      label: WORDS.register,
      choices: registers.map(({ name, label }) => ({ value: name, label })),
    },
    {
      key: 'kind',
      label: WORDS.kind,
      choices: (words.data?.kinds ?? [])
        .filter((one) => !register || one.register === register || !isNamed(one.register))
        .map((one) => ({ value: one.kind, label: one.label })),
    },
  ];
  return (
    <Page title={WORDS.title}>
      <Chain />
      <DataList
        name="audit"
        label={say(WORDS.title)}
        view={view}
        rows={entries}
        {...(view.data ? { total: view.data.total } : {})}
        columns={useColumns()}
        rowKey={({ id }) => id}
        filters={filters}
        hasSearch
        empty={{ title: WORDS.none, hint: WORDS.hint }}
        tools={
          <>
            <InstantField label={WORDS.from} value={from} onChange={(at) => change({ from: at, before: undefined })} />
            <InstantField
              label={WORDS.until}
              value={until}
              onChange={(at) => change({ until: at, before: undefined })}
            />
            {before !== undefined && <Button onClick={() => change({ before: undefined })}>{say(WORDS.newest)}</Button>}
            {entries.length === PAGE && last && (
              <Button onClick={() => change({ before: String(last) })}>{say(WORDS.older)}</Button>
            )}
          </>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const say = useSay();
  const recordPath = useRecordPath();
  const onWhat = (entry: Entry) => [say(entry.registerLabel), entry.subjectTitle].filter(Boolean).join(' ');
  const cellOf = (entry: Entry) => {
    const path = recordPath({ plural: entry.registerPlural, id: entry.subjectId });
    return path ? <Go to={path}>{onWhat(entry)}</Go> : onWhat(entry);
  };
  return [
    {
      key: 'position',
      title: WORDS.position,
      width: '5.5rem',
      isNumber: true,
      cell: ({ position }) => position ?? <span className="soft">{say(WORDS.unsealed)}</span>,
      text: ({ position }) => position,
    },
    {
      key: 'at',
      title: WORDS.at,
      width: '8.5rem',
      cell: ({ recordedAt }) => <Time at={recordedAt} />,
      text: ({ recordedAt }) => String(recordedAt),
    },
    {
      key: 'what',
      title: WORDS.what,
      width: 'minmax(10rem, 2fr)',
      cell: ({ label, mark }) => (
        <>
          <MarkBadge mark={mark} />
          {say(label)}
        </>
      ),
      text: ({ label }) => say(label),
    },
    { key: 'on', title: WORDS.on, width: 'minmax(12rem, 3fr)', cell: cellOf, text: onWhat },
    {
      key: 'who',
      title: WORDS.who,
      width: '7rem',
      cell: ({ actorName }) => actorName || say(WORDS.system),
      text: ({ actorName }) => actorName,
    },
    {
      key: 'hat',
      title: WORDS.hat,
      width: 'minmax(10rem, 2fr)',
      cell: ({ hatName }) => hatName,
      text: ({ hatName }) => hatName,
    },
    {
      key: 'code',
      title: WORDS.code,
      width: 'minmax(10rem, 1fr)',
      cell: ({ kind }) => kind,
      text: ({ kind }) => kind,
      isHidden: true,
    },
  ];
}
