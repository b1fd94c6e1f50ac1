import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  Countdown,
  DataList,
  DayField,
  Dialog,
  Page,
  StateBadge,
  Tag,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { GiveReport } from './GiveReport.part.tsx';
import { zeroReportLifecycle } from './zero-report.lifecycle.ts';
import { zeroReport } from './zero-report.register.ts';
import type { ask, remind } from './zero-reports.commands.ts';
import type { list } from './zero-reports.views.ts';

type Item = OutputOf<typeof list>['items'][number];

const { fields } = zeroReport;
const WORDS = {
  title: { zh: '零报告', en: 'Zero reports' },
  day: { zh: '日期', en: 'Day' },
  count: {
    zh: '应报 {all}，已报 {reported}，未报 {owed}，迟报 {late}；报告突发情况 {matters} 起',
    en: '{all} owed, {reported} reported, {owed} not, {late} late; {matters} matters reported',
  },
  state: { zh: '状态', en: 'State' },
  late: { zh: '迟报', en: 'Late' },
  taken: { zh: '当日接报', en: 'Calls it filed' },
  remind: { zh: '催报', en: 'Remind' },
  reminded: { zh: '已催 {count} 个单位', en: '{count} units were reminded' },
  ask: { zh: '部署当日报告', en: 'Ask for the day' },
  give: { zh: '报告', en: 'Report' },
  none: { zh: '这一天没有部署零报告', en: 'No reports were asked for on this day' },
  rule: { zh: '依据', en: 'By' },
  assumed: { zh: '假定', en: 'assumed' },
} as const;

/** 各单位每日报告: who has reported, who has not, and the clock; those that owe stand first. */
export default function ZeroReports() {
  const say = useSay();
  const may = useMay();
  const [{ day }, change] = useSearch();
  const [giving, setGiving] = useState<Item>();
  const view = useView<typeof list>('zeroReports.list', day ? { day } : {}, {
    keepsPrevious: true,
    topics: ['zero_report'],
  });
  const reminding = useCommand<typeof remind>('zeroReports.remind');
  const asking = useCommand<typeof ask>('zeroReports.ask');
  const [reminded, setReminded] = useState<number>();
  const data = view.data;
  const maySpeak = may('zero_report.ask');
  const send = async () => {
    if (!data) return;
    const answer = await reminding.run({ day: data.day });
    if (answer) setReminded(answer.reminded);
  };
  return (
    <Page title={WORDS.title}>
      <div className="row">
        <DayField label={WORDS.day} name="day" value={data?.day ?? ''} onChange={(next) => change({ day: next })} />
        {data && (
          <strong>
            {say(WORDS.count, {
              all: data.items.length,
              reported: data.reported,
              owed: data.owed,
              late: data.late,
              matters: data.matters,
            })}
          </strong>
        )}
        {reminded !== undefined && <span role="status">{say(WORDS.reminded, { count: reminded })}</span>}
      </div>
      <DataList
        name="zero-reports"
        label={say(WORDS.title)}
        view={view}
        rows={data?.items ?? []}
        columns={columnsOf(say, (item) => setGiving(item), may('zero_report.report'))}
        rowKey={(row) => row.id}
        empty={{ title: WORDS.none }}
        tools={
          maySpeak && data ? (
            data.items.length === 0 ? (
              <Button kind="main" disabled={asking.isRunning} onClick={() => void asking.run({ day: data.day })}>
                {say(WORDS.ask)}
              </Button>
            ) : (
              <Button disabled={reminding.isRunning || data.owed === 0} onClick={() => void send()}>
                {say(WORDS.remind)}
              </Button>
            )
          ) : undefined
        }
      />
      {data && (
        <p className="soft">
          {say(WORDS.rule)} {data.citation} {data.isAssumed && <Tag>{say(WORDS.assumed)}</Tag>}
        </p>
      )}
      {giving && (
        <Dialog title={`${say(WORDS.give)} · ${giving.unitName}`} isOpen onClose={() => setGiving(undefined)}>
          <GiveReport item={giving} onDone={() => setGiving(undefined)} />
        </Dialog>
      )}
    </Page>
  );
}

function columnsOf(
  say: ReturnType<typeof useSay>,
  onGive: (item: Item) => void,
  mayGive: boolean,
): readonly Column<Item>[] {
  return [
    {
      key: 'unit',
      title: fields.unitId.label,
      width: '12rem',
      cell: (row) => row.unitName,
      text: (row) => row.unitName,
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '13rem',
      cell: (row) => (
        <span className="row">
          <StateBadge
            label={zeroReportLifecycle.states[row.state]}
            tone={row.state === 'reported' ? 'done' : 'waiting'}
          />
          {row.state === 'owed' && <Countdown dueAt={row.dueAt} />}
          {row.state === 'reported' && row.isLate && <Tag>{say(WORDS.late)}</Tag>}
        </span>
      ),
      text: (row) => say(zeroReportLifecycle.states[row.state]),
    },
    {
      key: 'matters',
      title: fields.matters.label,
      width: '6rem',
      cell: (row) => row.matters ?? '',
      text: (row) => String(row.matters ?? ''),
    },
    {
      key: 'text',
      title: fields.text.label,
      width: 'minmax(14rem, 3fr)',
      cell: (row) => row.text,
      text: (row) => row.text,
    },
    {
      key: 'taken',
      title: WORDS.taken,
      width: '6rem',
      cell: (row) => row.reportsTaken,
      text: (row) => String(row.reportsTaken),
    },
    {
      key: 'reportedAt',
      title: fields.reportedAt.label,
      width: '11rem',
      cell: (row) => (
        <>
          <Time at={row.reportedAt} /> {row.reporterName}
        </>
      ),
      text: (row) => String(row.reportedAt ?? ''),
    },
    {
      key: 'give',
      title: WORDS.give,
      width: '6rem',
      cell: (row) =>
        row.state === 'owed' &&
        mayGive && (
          <Button onClick={() => onGive(row)} aria-label={`${say(WORDS.give)} ${row.unitName}`}>
            {say(WORDS.give)}
          </Button>
        ),
    },
  ];
}
