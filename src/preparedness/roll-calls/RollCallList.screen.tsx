import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  DataList,
  Dialog,
  Go,
  MarkBadge,
  Page,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { HoldRollCall } from './HoldRollCall.part.tsx';
import { CallState, kindLabel, modeLabel, rateText } from './roll-call-words.part.tsx';
import type { list } from './roll-calls.views.ts';

const WORDS = {
  title: { zh: '点名', en: 'Roll calls' },
  hold: { zh: '发起点名', en: 'Hold a roll call' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '名称', en: 'Title' },
  kind: { zh: '类别', en: 'Kind' },
  mode: { zh: '方式', en: 'By' },
  at: { zh: '时间', en: 'At' },
  rate: { zh: '按时应答', en: 'In time' },
  silent: { zh: '未应答', en: 'Silent' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '还没有点名', en: 'No roll call yet' },
  noneHint: { zh: '「发起点名」选择范围和方式', en: '“Hold a roll call” asks for scope and way' },
  plans: { zh: '点名计划', en: 'Plans' },
  indicator: { zh: '应答率', en: 'Answer rate' },
} as const;

type Item = NonNullable<ReturnType<typeof useView<typeof list>>['data']>['items'][number];

/** 点名: what was called and how many answered in time. */
export default function RollCallList() {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const view = useView<typeof list>('rollCalls.list', {});
  const columns: readonly Column<Item>[] = [
    { key: 'number', title: WORDS.number, width: '9rem', cell: (one) => one.number, text: (one) => one.number },
    {
      key: 'title',
      title: WORDS.name,
      width: 'minmax(12rem, 3fr)',
      cell: (one) => (
        <>
          <MarkBadge mark={one.mark} /> {one.title}
        </>
      ),
      text: (one) => one.title,
    },
    { key: 'kind', title: WORDS.kind, width: '7rem', cell: (one) => say(kindLabel(one.callKind)) },
    { key: 'mode', title: WORDS.mode, width: '7rem', cell: (one) => say(modeLabel(one.callMode)) },
    { key: 'at', title: WORDS.at, width: '9rem', cell: (one) => <Time at={one.calledAt} /> },
    {
      key: 'rate',
      title: WORDS.rate,
      width: '11rem',
      cell: (one) => `${one.onTime} / ${one.called} · ${rateText(one)}`,
      text: (one) => `${one.onTime}/${one.called}`,
    },
    { key: 'silent', title: WORDS.silent, width: '7rem', cell: (one) => one.silent || '—' },
    { key: 'state', title: WORDS.state, width: '8rem', cell: (one) => <CallState state={one.state} /> },
  ];
  return (
    <Page
      title={WORDS.title}
      aside={
        <span className="row">
          {may('roll_call_plan.read') && <Go to="/roll-call-plans">{say(WORDS.plans)}</Go>}
          {may('indicator.read') && <Go to="/indicators/roll_call_answer_rate">{say(WORDS.indicator)}</Go>}
          {may('roll_call.hold') && (
            <Button kind="main" onClick={() => setOpen(true)}>
              {say(WORDS.hold)}
            </Button>
          )}
        </span>
      }
    >
      <DataList
        name="roll-calls"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/roll-calls/${id}`}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
      <Dialog title={say(WORDS.hold)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <HoldRollCall onClose={() => setOpen(false)} />
      </Dialog>
    </Page>
  );
}
