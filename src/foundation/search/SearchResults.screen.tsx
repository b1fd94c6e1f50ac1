import { useEffect, useRef, useState } from 'react';
import { useCommand, useView, useViews } from '../api/web.ts';
import {
  Button,
  type Column,
  DataList,
  MarkBadge,
  Page,
  Time,
  toast,
  useMay,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import type { remake } from './search.commands.ts';
import type { ask, count } from './search.views.ts';
import { type Hit, Marked, useHitPath } from './search-words.part.tsx';

const WORDS = {
  title: { zh: '搜索', en: 'Search' },
  none: { zh: '没有找到', en: 'Nothing was found' },
  hint: {
    zh: '可输入姓名、拼音或首字母、编号（如 〔2026〕12）、信用代码、完整电话或末四位、地点、坐标（如 116.19,39.91）。',
    en: 'A name, pinyin or initials, a number such as 〔2026〕12, a credit code, a phone or its last four digits, a place, coordinates such as 116.19,39.91.',
  },
  kind: { zh: '类型', en: 'Kind' },
  what: { zh: '名称', en: 'Name' },
  number: { zh: '编号', en: 'Number' },
  line: { zh: '说明', en: 'Where, of whom' },
  state: { zh: '状态', en: 'State' },
  area: { zh: '区域', en: 'Area' },
  changed: { zh: '更新', en: 'Changed' },
  metres: { zh: '距离', en: 'Distance' },
  remake: { zh: '重建索引', en: 'Make the index again' },
  remaking: { zh: '已开始重建，进度见「后台任务」', en: 'Started; its progress stands under Jobs' },
} as const;

const PAGE = 100;
/** So far the best are ranked; whoever has looked at as many asks more exactly. */
const MOST = 1000;

/** Everything that fits, by kind: the whole of what Ctrl K shows the first of. */
export default function SearchResults() {
  const say = useSay();
  const [{ q = '', kind }] = useSearch();
  const pathOf = useHitPath();
  const { view, hits, total, kinds, more } = useFound(q, kind);
  return (
    <Page title={WORDS.title}>
      <DataList
        name="search"
        label={say(WORDS.title)}
        view={view}
        rows={hits}
        total={total}
        columns={useColumns()}
        rowKey={(hit) => hit.id}
        to={(hit) => pathOf(hit) ?? `/search?q=${encodeURIComponent(q)}`}
        filters={[
          {
            key: 'kind',
            label: WORDS.kind,
            choices: kinds.map(({ register, label, count }) => ({
              value: register,
              label: { zh: `${label.zh} ${count}`, en: `${label.en} ${count}` },
            })),
          },
        ]}
        hasSearch
        tools={<Remake />}
        onEnd={more}
        empty={{ title: q ? WORDS.none : WORDS.title, hint: WORDS.hint }}
      />
    </Page>
  );
}

/** The pages looked at so far, and how many there are: of more than are ranked, counted exactly by a question of their own. */
function useFound(q: string, kind: string | undefined) {
  const [pages, setPages] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its first page
  useEffect(() => setPages(1), [q, kind]);
  const asked = { isEnabled: q !== '', keepsPrevious: true };
  const all = useView<typeof ask>('search.find', { q, limit: 1 }, asked);
  const isMore = all.data?.isMore === true;
  const counted = useView<typeof count>('search.count', { q }, { ...asked, isEnabled: q !== '' && isMore });
  const kinds = (q && ((isMore && counted.data?.kinds) || all.data?.kinds)) || [];
  const [first, ...others] = useViews<typeof ask>(
    'search.find',
    q === ''
      ? []
      : Array.from({ length: pages }, (_, page) => ({
          ...{ q, limit: PAGE, offset: page * PAGE },
          ...(kind ? { kinds: kind } : {}),
        })),
  );
  // While another question is under way, the former answer stays.
  const former = useRef<readonly Hit[]>([]);
  if (!first?.isLoading) former.current = [first, ...others].flatMap((page) => page?.data?.hits ?? []);
  const hits = former.current;
  const sum = kinds.reduce((total, one) => total + one.count, 0);
  const total = kind ? (kinds.find((one) => one.register === kind)?.count ?? 0) : sum;
  return {
    view: { ...(first ?? all), isLoading: hits.length === 0 && first?.isLoading === true },
    hits,
    total: Math.max(total, hits.length),
    kinds,
    more: () => hits.length === pages * PAGE && hits.length < MOST && setPages(pages + 1),
  };
}

function useColumns(): readonly Column<Hit>[] {
  const say = useSay();
  return [
    {
      key: 'title',
      title: WORDS.what,
      width: 'minmax(14rem, 2fr)',
      cell: (hit) => (
        <span className="row">
          <span>
            <Marked text={hit.title} ranges={hit.ranges.title} />
          </span>
          <MarkBadge mark={hit.mark} />
        </span>
      ),
      text: (hit) => hit.title,
    },
    {
      key: 'kind',
      title: WORDS.kind,
      width: '8rem',
      cell: (hit) => say(hit.registerLabel),
      text: (hit) => say(hit.registerLabel),
    },
    {
      key: 'number',
      title: WORDS.number,
      width: '9rem',
      cell: (hit) => <Marked text={hit.number ?? ''} ranges={hit.ranges.number} />,
      text: (hit) => hit.number,
    },
    {
      key: 'line',
      title: WORDS.line,
      width: 'minmax(10rem, 1.5fr)',
      cell: (hit) => <Marked text={hit.line} ranges={hit.ranges.line} />,
      text: (hit) => hit.line,
    },
    { key: 'state', title: WORDS.state, width: '6rem', cell: (hit) => say(hit.state), text: (hit) => say(hit.state) },
    { key: 'area', title: WORDS.area, width: '8rem', cell: (hit) => hit.area, text: (hit) => hit.area },
    {
      key: 'metres',
      title: WORDS.metres,
      width: '6rem',
      isNumber: true,
      isHidden: true,
      cell: (hit) => (hit.metres === null ? '' : `${Math.round(hit.metres)} m`),
      text: (hit) => hit.metres && Math.round(hit.metres),
    },
    {
      key: 'changed',
      title: WORDS.changed,
      width: '8rem',
      cell: (hit) => <Time at={hit.changedAt} />,
      text: (hit) => hit.changedAt,
    },
  ];
}

/** For the system administrator alone. */
function Remake() {
  const say = useSay();
  const may = useMay();
  const making = useCommand<typeof remake>('search.remake');
  if (!may('search.remake')) return null;
  const start = async () => {
    if (await making.run({})) toast(WORDS.remaking);
  };
  return (
    <Button isBusy={making.isRunning} onClick={() => void start()}>
      {say(WORDS.remake)}
    </Button>
  );
}
