import { useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Contributions,
  Countdown,
  GradeBadge,
  go,
  LevelBadge,
  RecordPage,
  Shown,
  StateBadge,
  Tag,
  useKeys,
  useMay,
  useParams,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { INCIDENT_ANCHORS } from './incident-anchors.part.tsx';
import { stateLabel, toneOf } from './incident-states.part.tsx';
import type { record } from './incidents.views.ts';
import { Overview } from './Overview.part.tsx';
import { type Step, StepDialog, TITLES } from './StepDialog.part.tsx';
import './incidents.css';

const BACK = { zh: '返回事件列表', en: 'Back to the incidents' };
const OWNER = { zh: '承办 {unit}', en: 'Kept by {unit}' };

/** 事件: one page with everything that belongs to one matter; other capabilities add their sections and actions. */
export default function IncidentFile() {
  const { id } = useParams();
  const view = useView<typeof record>('incidents.record', { id }, { topics: [`incident/${id}`, 'assignment'] });
  useKeys([{ keys: 'Escape', label: BACK, act: () => go('/incidents') }]);
  return <Shown of={view}>{(incident) => <File incident={incident} />}</Shown>;
}

function File({ incident }: { incident: NonNullable<(typeof record)['Output']> }) {
  const say = useSay();
  const may = useMay();
  const [search, change] = useSearch();
  const setStep = (act: Step | undefined) => change({ act });
  const isOpen = incident.state !== 'closed';
  const mayHandle = may('incident.handle') && isOpen;
  const offered: readonly { step: Step; isOffered: boolean }[] = [
    { step: 'grade', isOffered: mayHandle },
    { step: 'casualties', isOffered: mayHandle },
    { step: 'correct', isOffered: mayHandle },
    ...(['control', 'close', 'reopen'] as const).map((name) => ({
      step: name,
      isOffered: incident.steps.includes(name),
    })),
  ];
  const actions: Action[] = offered
    .filter(({ isOffered }) => isOffered)
    .map(({ step: name }) => ({ key: name, label: TITLES[name], act: () => setStep(name) }));
  return (
    <RecordPage
      number={incident.number}
      title={incident.title}
      mark={incident.mark}
      badges={
        <>
          <GradeBadge grade={incident.grade} />
          <LevelBadge level={incident.responseLevel} />
          <StateBadge label={stateLabel(incident.state)} tone={toneOf(incident.state)} />
          <Tag>{say(labelOf(INCIDENT_KINDS, incident.kind))}</Tag>
        </>
      }
      clocks={incident.clocks.map((clock) => (
        <span key={`${clock.name} ${clock.dueAt}`} className="row" title={clock.citation}>
          {say(clock.label)} <Countdown dueAt={clock.dueAt} />
        </span>
      ))}
      owner={
        <>
          <span title={incident.command.isByRule ? incident.command.citation : undefined}>
            {say(incident.command.reason)}
          </span>
          {' · '}
          {say(OWNER, { unit: incident.unitName })}
          <Contributions at="incident.head" props={{ incident }} />
        </>
      }
      sections={Object.entries(INCIDENT_ANCHORS).map(([anchor, title]) => ({ id: anchor, title }))}
      timeline={
        <div id="timeline">
          <h2>{say(INCIDENT_ANCHORS.timeline)}</h2>
          <RecordTimeline register="incident" id={incident.id} />
        </div>
      }
      actions={
        <ActionBar actions={actions}>
          <Contributions at="incident.actions" props={{ incident }} />
        </ActionBar>
      }
    >
      <Overview incident={incident} />
      <Contributions at="incident.sections" props={{ incident }} />
      <StepDialog
        incident={incident}
        step={offered.find((one) => one.isOffered && one.step === search.act)?.step}
        onClose={() => setStep(undefined)}
      />
    </RecordPage>
  );
}
