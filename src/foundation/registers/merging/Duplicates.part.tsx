import { useView } from '../../api/web.ts';
import {
  type Column,
  DataList,
  Go,
  go,
  Notice,
  Page,
  Time,
  useKeys,
  useSay,
  useSearch,
} from '../../design-system/web.ts';
import type { RegisterFaces } from '../define.ts';
import type { Duplicates, Pair } from './merge-views.part.tsx';

const WORDS = {
  title: { zh: '查重', en: 'Possible duplicates' },
  one: { zh: '记录', en: 'Record' },
  other: { zh: '疑似同一', en: 'Perhaps the same' },
  why: { zh: '依据', en: 'Why' },
  changed: { zh: '最近修改', en: 'Last changed' },
  none: { zh: '没有疑似重复的记录', en: 'Nothing looks doubled' },
  cut: {
    zh: '记录较多，只比对了最新的一部分；可按区域缩小后再查。',
    en: 'Only the newest records were compared; narrow them by area.',
  },
  compare: { zh: '比对', en: 'Compare' },
  back: { zh: '返回列表', en: 'Back to the list' },
} as const;

const REASONS = {
  key: { zh: '编号或证件相同', en: 'same code or number' },
  name: { zh: '名称相近', en: 'names alike' },
  place: { zh: '位置相近', en: 'near one another' },
} as const;

/** Pairs of records that may be one; only a person says that they are. */
export function DuplicateList({ faces, path }: { faces: RegisterFaces; path: string }) {
  const say = useSay();
  const [search] = useSearch();
  const { plural, label } = faces.register;
  const asked = { ...(search.of ? { of: search.of } : {}), ...(search.areaCode ? { areaCode: search.areaCode } : {}) };
  const view = useView<Duplicates>(`${plural}.duplicates`, asked);
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(path) }]);
  const why = (pair: Pair) => pair.reasons.map((reason) => say(REASONS[reason])).join('、');
  const to = ({ one, other }: Pair) => `${path}/${one.id}/merge?with=${other.id}`;
  const columns: Column<Pair>[] = [
    { key: 'one', title: WORDS.one, cell: ({ one }) => one.title, text: ({ one }) => one.title },
    { key: 'other', title: WORDS.other, cell: ({ other }) => other.title, text: ({ other }) => other.title },
    { key: 'why', title: WORDS.why, cell: why, text: why },
    { key: 'changed', title: WORDS.changed, cell: ({ one }) => <Time at={one.changedAt} /> },
    { key: 'compare', title: WORDS.compare, cell: (pair) => <Go to={to(pair)}>{say(WORDS.compare)}</Go> },
  ];
  const rows = view.data?.pairs ?? [];
  return (
    <Page title={{ zh: `${label.zh}${WORDS.title.zh}`, en: `${WORDS.title.en}: ${label.en}` }}>
      {view.data?.isCut && <Notice title={say(WORDS.cut)} />}
      <DataList
        name={`${plural}.duplicates`}
        label={say(WORDS.title)}
        view={view}
        rows={rows}
        columns={columns}
        rowKey={({ one, other }) => `${one.id} ${other.id}`}
        to={to}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}
