import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Contributions,
  Countdown,
  Facts,
  go,
  RecordPage,
  Section,
  Shown,
  StateBadge,
  Tag,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { FileList } from '../../foundation/files/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { MaskedValue } from '../../foundation/personal-data/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { Casualties } from './Casualties.part.tsx';
import { CorrectIntake } from './CorrectIntake.part.tsx';
import type { verify } from './intake.commands.ts';
import { SOURCE_CHANNELS } from './intake.register.ts';
import type { record } from './intake.views.ts';
import { STATES, toneOf } from './intake-states.part.tsx';
import { LinkedReports } from './LinkedReports.part.tsx';
import { OutcomeDialog } from './OutcomeDialog.part.tsx';
import { SplitIntake } from './SplitIntake.part.tsx';
import './intake.css';

const WORDS = {
  correct: { zh: '更正', en: 'Correct' },
  first: { zh: '最初记录', en: 'As first taken down' },
  verify: { zh: '核实', en: 'Verify' },
  dismiss: { zh: '误报', en: 'Dismiss as false' },
  transfer: { zh: '转办', en: 'Transfer' },
  split: { zh: '拆分', en: 'Split' },
  said: { zh: '接报内容', en: 'What was said' },
  facts: { zh: '要素', en: 'Facts' },
  destroyed: { zh: '内容已按规定销毁', en: 'The text has been destroyed as the law asks' },
  written: { zh: '书面初报', en: 'Written report' },
  back: { zh: '返回接报台', en: 'Back to the desk' },
} as const;

/** One report: what was said, what was made of it, and what may be done with it now. */
export default function IntakeFile() {
  const { id } = useParams();
  const view = useView<typeof record>('intake.record', { id }, { topics: [`intake/${id}`] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/intake') }]);
  return <Shown of={view}>{(report) => <File report={report} />}</Shown>;
}

type Report = NonNullable<(typeof record)['Output']>;

function File({ report }: { report: Report }) {
  const say = useSay();
  const may = useMay();
  const verifying = useCommand<typeof verify>('intake.verify');
  const [asked, setAsked] = useState<'dismiss' | 'transfer'>();
  const [isCorrecting, setCorrecting] = useState(false);
  const [isSplitting, setSplitting] = useState(false);
  const mayDecide = may('intake.decide');
  const can = (step: string) => mayDecide && report.steps.includes(step);
  const actions: Action[] = [
    ...(can('verify')
      ? [
          {
            key: 'verify',
            label: WORDS.verify,
            isBusy: verifying.isRunning,
            act: () => void verifying.run({ id: report.id }, { version: report.version }),
          },
        ]
      : []),
    ...(can('dismiss') ? [{ key: 'dismiss', label: WORDS.dismiss, act: () => setAsked('dismiss') }] : []),
    ...(can('transfer') ? [{ key: 'transfer', label: WORDS.transfer, act: () => setAsked('transfer') }] : []),
    ...(may('intake.take') ? [{ key: 'correct', label: WORDS.correct, act: () => setCorrecting(true) }] : []),
    ...(may('intake.take') && report.text !== null
      ? [{ key: 'split', label: WORDS.split, act: () => setSplitting(true) }]
      : []),
  ];
  const state = STATES[report.state as keyof typeof STATES] ?? { zh: report.state, en: report.state };
  return (
    <RecordPage
      number={report.number}
      title={`${say(labelOf(INCIDENT_KINDS, report.kind))} · ${report.placeText}`}
      mark={report.mark}
      badges={
        <>
          <StateBadge label={state} tone={toneOf(report.state)} />
          <Tag>{say(labelOf(SOURCE_CHANNELS, report.sourceChannel))}</Tag>
        </>
      }
      clocks={
        report.reportDueAt && (
          <>
            {say(WORDS.written)} <Countdown dueAt={report.reportDueAt} />
          </>
        )
      }
      timeline={<RecordTimeline register="intake" id={report.id} />}
      actions={
        <ActionBar actions={actions}>
          <Contributions at="intake.actions" props={{ report }} />
        </ActionBar>
      }
    >
      {verifying.problem && (
        <div className="problem" role="alert">
          {say(verifying.problem.phrase)}
        </div>
      )}
      <Section title={WORDS.said}>
        <p className="intake-said">{report.text ?? say(WORDS.destroyed)}</p>
        {report.firstText !== null && (
          <details>
            <summary>{say(WORDS.first)}</summary>
            <p className="intake-said">{report.firstText}</p>
          </details>
        )}
      </Section>
      <Section title={WORDS.facts}>
        <FactsOf report={report} />
      </Section>
      <FileList register="intake" id={report.id} />
      <LinkedReports report={report} />
      <Contributions at="intake.sections" props={{ report }} />
      {isCorrecting && <CorrectIntake report={report} onClose={() => setCorrecting(false)} />}
      {isSplitting && <SplitIntake report={report} onClose={() => setSplitting(false)} />}
      <OutcomeDialog report={report} step={asked} onClose={() => setAsked(undefined)} />
    </RecordPage>
  );
}

const PHONE = { zh: '报告人电话', en: "Caller's phone" };

function FactsOf({ report }: { report: Report }) {
  return (
    <Facts
      facts={[
        { label: { zh: '获悉时间', en: 'Time known' }, value: <Time at={report.knownAt} /> },
        {
          label: { zh: '发生时间', en: 'Occurred' },
          value: report.occurredAt && <Time at={report.occurredAt} />,
        },
        { label: { zh: '地点', en: 'Place' }, value: report.placeText },
        {
          label: { zh: '位置', en: 'Position' },
          value: report.place && `${report.place.lng.toFixed(5)}, ${report.place.lat.toFixed(5)}`,
        },
        { label: { zh: '伤亡', en: 'Casualties' }, value: <Casualties of={report} /> },
        { label: { zh: '损失情况', en: 'Damage' }, value: report.damage },
        { label: { zh: '已采取措施', en: 'Measures' }, value: report.measuresTaken },
        { label: { zh: '报告人', en: 'Caller' }, value: report.callerName },
        {
          label: PHONE,
          value: report.callerPhone && (
            <MaskedValue
              register="intake"
              recordId={report.id}
              field="callerPhone"
              label={PHONE}
              name={report.callerName ?? report.number}
              masked={report.callerPhone}
              kind="tel"
            />
          ),
        },
        ...(report.transferredTo
          ? [{ label: { zh: '转办对象', en: 'Transferred to' }, value: report.transferredTo }]
          : []),
        { label: { zh: '处理说明', en: 'Reason' }, value: report.outcomeReason },
      ]}
    />
  );
}
