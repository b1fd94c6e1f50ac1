import { instantOf, localTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, serverNow, useView } from '../api/web.ts';
import { type Column, DataList, Page, Section, useSay, useSearch } from '../design-system/web.ts';
import { JudgedList } from './JudgedList.part.tsx';
import type { timeliness } from './timeliness.views.ts';

const TITLE: Phrase = { zh: '时限及时率', en: 'Timeliness' };
const WORDS = {
  none: { zh: '这段时间没有到期的时限', en: 'No limit was due in this period' },
  by: { zh: '口径', en: 'By' },
  period: { zh: '期间', en: 'Period' },
  total: { zh: '共 {judged} 项，按时 {met} 项，及时率 {share}', en: '{met} of {judged} met: {share}' },
} as const satisfies Record<string, Phrase>;

const CUTS = [
  { value: 'unit', label: { zh: '按单位', en: 'By unit' } },
  { value: 'name', label: { zh: '按时限种类', en: 'By kind of limit' } },
  { value: 'month', label: { zh: '按月', en: 'By month' } },
] as const;

const PERIODS = [
  { value: 'month', label: { zh: '本月', en: 'This month' } },
  { value: 'last', label: { zh: '上月', en: 'Last month' } },
  { value: 'year', label: { zh: '今年', en: 'This year' } },
] as const;

type Row = OutputOf<typeof timeliness>['items'][number];

const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)}%`);
const number = (key: 'judged' | 'met' | 'late' | 'explained', title: Phrase): Column<Row> => ({
  key,
  title,
  isNumber: true,
  width: '7rem',
  cell: (row) => row[key],
  text: (row) => row[key],
});

/** What share of the limits was met, and behind every figure the limits themselves. */
export default function Timeliness() {
  const say = useSay();
  const [search] = useSearch();
  const by = CUTS.find(({ value }) => value === search.by)?.value ?? 'unit';
  const period = spanOf(search.period);
  const view = useView<typeof timeliness>('clocks.timeliness', { ...period, by }, { keepsPrevious: true });
  const columns: readonly Column<Row>[] = [
    {
      key: 'label',
      title: CUTS.find(({ value }) => value === by)?.label ?? TITLE,
      width: 'minmax(12rem, 2fr)',
      cell: ({ label }) => say(label),
      text: ({ label }) => say(label),
    },
    number('judged', { zh: '应办', en: 'Judged' }),
    number('met', { zh: '按时', en: 'Met' }),
    number('late', { zh: '逾期', en: 'Late' }),
    number('explained', { zh: '已说明', en: 'Explained' }),
    {
      key: 'share',
      title: { zh: '及时率', en: 'Share met' },
      isNumber: true,
      width: '7rem',
      cell: ({ share }) => percent(share),
      text: ({ share }) => percent(share),
    },
  ];
  const total = view.data?.total;
  return (
    <Page title={TITLE}>
      {total && <p>{say(WORDS.total, { judged: total.judged, met: total.met, share: percent(total.share) })}</p>}
      <DataList
        name="timeliness"
        label={say(TITLE)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ key }) => key}
        filters={[
          { key: 'period', label: WORDS.period, choices: PERIODS },
          { key: 'by', label: WORDS.by, choices: CUTS },
        ]}
        empty={{ title: WORDS.none }}
      />
      <Section title={{ zh: '逾期清单', en: 'Limits missed' }}>
        <JudgedList {...period} />
      </Section>
    </Page>
  );
}

/** From the first to the last instant of a period in Beijing, as the address names it; this month unless told. */
function spanOf(name: string | undefined): { from: string; to: string } {
  const { year, month } = localTime(serverNow());
  const months = (from: number, to: number) => ({
    from: instantOf(year, from, 1).toISOString(),
    to: instantOf(year, to, 1).toISOString(),
  });
  if (name === 'year') return months(1, 13);
  return name === 'last' ? months(month - 1, month) : months(month, month + 1);
}
