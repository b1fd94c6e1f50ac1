import type { ReactNode } from 'react';
import { type OutputOf, useView } from '../api/web.ts';
import {
  CheckField,
  DataList,
  Facts,
  Go,
  Page,
  Section,
  Shown,
  Tag,
  useMay,
  useParams,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { useRecordPath } from '../timeline/web.ts';
import { PERIOD_FILTER, useCut, WORDS } from './cut.part.tsx';
import type { file, records } from './indicators.views.ts';
import { figureText, Trend } from './Trend.part.tsx';

type File = OutputOf<typeof file>;

const OWN = {
  missing: { zh: '距目标还差', en: 'Missing to the target' },
  reading: { zh: '口径', en: 'Reading' },
  denominator: { zh: '分母', en: 'Denominator' },
  source: { zh: '依据', en: 'Source' },
  version: { zh: '第 {number} 版', en: 'version {number}' },
  course: { zh: '走势', en: 'Course' },
  from: { zh: '期初', en: 'From' },
  byUnit: { zh: '按单位', en: 'By unit' },
  byArea: { zh: '按街道', en: 'By street' },
  name: { zh: '名称', en: 'Name' },
  records: { zh: '所计记录', en: 'Records behind it' },
  onlyShort: { zh: '只看未达到的', en: 'Only those that fall short' },
  none: { zh: '本期没有您可查看的记录', en: 'No records of this period that you may see' },
  day: { zh: '计入日', en: 'Counted on' },
  kind: { zh: '类型', en: 'Kind' },
  reached: { zh: '达到', en: 'Reached' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  whole: { zh: '全部', en: 'All' },
} as const;

/** One indicator: what it means, its course as line and table, where it lags, and the records behind the figure. */
export default function IndicatorFile() {
  const { id: code } = useParams();
  const cut = useCut();
  const view = useView<typeof file>('indicators.file', { code, ...cut }, { keepsPrevious: true });
  return <Shown of={view}>{(data) => <Drawn file={data} />}</Shown>;
}

function Drawn({ file: { about, period, now, trend, units, areas, isBehind } }: { file: File }) {
  const say = useSay();
  const may = useMay();
  const [search, change] = useSearch();
  const unit = say(about.unit);
  const source = `${about.citation}（${say(OWN.version, { number: about.ruleVersion })}）`;
  return (
    <Page title={about.label}>
      <p className="row indicator-now">
        <b>{now.value === null ? '—' : `${figureText(now.value)} ${unit}`}</b>
        {isBehind && <Tag>{say(WORDS.behind)}</Tag>}
        {about.isAssumed && <Tag>{say(WORDS.assumed)}</Tag>}
        <span>
          {period.from} – {period.until}
        </span>
        {(search.unit || search.area) && (
          <button type="button" className="button" onClick={() => change({ unit: undefined, area: undefined })}>
            {say(OWN.whole)}
          </button>
        )}
      </p>
      <Facts
        facts={[
          { label: OWN.reading, value: about.reading },
          { label: OWN.denominator, value: about.denominator },
          {
            label: WORDS.target,
            value: `${about.better === 'more' ? '≥' : '≤'} ${figureText(about.target)} ${unit}`,
          },
          { label: WORDS.base, value: `${about.baseYear}: ${figureText(about.baseValue)} ${unit}` },
          { label: WORDS.counts, value: `${figureText(now.part)} / ${figureText(now.whole)}` },
          ...(now.missing > 0 ? [{ label: OWN.missing, value: figureText(now.missing) }] : []),
          {
            label: OWN.source,
            value: may('rule_set.read') ? <Go to={`/rule-sets/indicator_${about.code}`}>{source}</Go> : source,
          },
        ]}
      />
      <Section title={OWN.course}>
        <Trend points={trend} target={about.target} isLarge />
        <Figures
          name={say(OWN.course)}
          head={say(OWN.from)}
          rows={trend.map((point) => ({ ...point, key: point.from, name: point.from }))}
        />
      </Section>
      <div className="indicator-cuts">
        <Section title={OWN.byUnit}>
          <Figures
            name={say(OWN.byUnit)}
            head={say(OWN.name)}
            rows={units.map((row) => ({ ...row, key: row.id }))}
            choose={(key) => change({ unit: key })}
          />
        </Section>
        <Section title={OWN.byArea}>
          <Figures
            name={say(OWN.byArea)}
            head={say(OWN.name)}
            rows={areas.map((row) => ({ ...row, key: row.code }))}
            choose={(key) => change({ area: key })}
          />
        </Section>
      </div>
      <Section title={OWN.records}>
        <Records code={about.code} />
      </Section>
    </Page>
  );
}

interface Figure {
  readonly key: string;
  readonly name: string;
  readonly part: number;
  readonly whole: number;
  readonly value: number | null;
  readonly missing?: number;
}

function Figures({
  name,
  head,
  rows,
  choose,
}: {
  name: string;
  head: string;
  rows: readonly Figure[];
  choose?: (key: string) => void;
}): ReactNode {
  const say = useSay();
  const hasMissing = rows.some((row) => row.missing !== undefined);
  return (
    <table className="table" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{say(WORDS.value)}</th>
          <th scope="col">{say(WORDS.counts)}</th>
          {hasMissing && <th scope="col">{say(OWN.missing)}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {choose ? (
                <button type="button" className="button-bare" onClick={() => choose(row.key)}>
                  {row.name}
                </button>
              ) : (
                row.name
              )}
            </th>
            <td className="is-number">{figureText(row.value)}</td>
            <td className="is-number">
              {figureText(row.part)} / {figureText(row.whole)}
            </td>
            {hasMissing && <td className="is-number">{row.missing ? figureText(row.missing) : '—'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Records({ code }: { code: string }) {
  const say = useSay();
  const cut = useCut();
  const [{ short }, change] = useSearch();
  const recordPath = useRecordPath();
  const isShort = short === '1';
  const view = useView<typeof records>('indicators.records', { code, isShort, ...cut }, { keepsPrevious: true });
  return (
    <DataList
      name="indicator-records"
      label={say(OWN.records)}
      view={view}
      rows={view.data?.items ?? []}
      rowKey={(row) => row.id}
      to={(row) => recordPath(row) ?? `/indicators/${code}`}
      filters={[PERIOD_FILTER]}
      tools={
        <CheckField
          label={OWN.onlyShort}
          isChecked={isShort}
          onChange={(on) => change({ short: on ? '1' : undefined })}
        />
      }
      empty={{ title: OWN.none }}
      columns={[
        {
          key: 'title',
          title: OWN.name,
          width: 'minmax(12rem, 2fr)',
          cell: (row) => [row.number, row.title].filter(Boolean).join(' '),
          text: (row) => [row.number, row.title].filter(Boolean).join(' '),
        },
        {
          key: 'kind',
          title: OWN.kind,
          width: '8rem',
          cell: (row) => say(row.registerLabel),
          text: (row) => say(row.registerLabel),
        },
        { key: 'day', title: OWN.day, width: '8rem', cell: (row) => row.day, text: (row) => row.day },
        {
          key: 'reached',
          title: OWN.reached,
          width: '6rem',
          cell: (row) => say(row.part < row.whole ? OWN.no : OWN.yes),
          text: (row) => say(row.part < row.whole ? OWN.no : OWN.yes),
        },
      ]}
    />
  );
}
