import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Go,
  go,
  PickField,
  TextField,
  useKeys,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import type { IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import { useRules } from '../../foundation/rule-sets/web.ts';
import type { IntakePartProps } from '../intake/web.ts';
import { titleOf } from './CorrectIncident.part.tsx';
import { GradeFields } from './GradeFields.part.tsx';
import type { merge, open } from './incidents.commands.ts';
import type { list } from './incidents.views.ts';
import { DUPLICATE_RULES, similarTo } from './nearness.rules.ts';
import { UnmergeDialog } from './UnmergeDialog.part.tsx';

const WORDS = {
  open: { zh: '立案', en: 'Open incident' },
  merge: { zh: '并入', en: 'Merge' },
  unmerge: { zh: '撤销并入', en: 'Undo the merge' },
  mergeTitle: { zh: '并入已有事件', en: 'Merge into an open incident' },
  into: { zh: '并入哪个事件', en: 'Into which incident' },
  none: { zh: '没有未办结的事件', en: 'No incident is open' },
  toIncident: { zh: '打开事件', en: 'Go to the incident' },
  metres: { zh: '相距 {metres} 米', en: '{metres} m away' },
} as const;

/** On a report's page: make an incident of it, add it to one, or go to the one it belongs to. */
export default function OpenFromIntake({ report }: IntakePartProps) {
  const say = useSay();
  const may = useMay();
  const [search, change] = useSearch();
  const [isUndoing, setUndoing] = useState(false);
  const canOpen = may('incident.open') && report.steps.includes('accept');
  const canMerge = may('incident.open') && report.steps.includes('merge');
  const isMerging = canMerge && search.act === 'merge';
  const setMerging = (isOn: boolean) => change({ act: isOn ? 'merge' : undefined, into: undefined });
  const isOpening = canOpen && search.act === 'open';
  const setOpening = (isOpen: boolean) => change({ act: isOpen ? 'open' : undefined });
  useKeys(canOpen ? [{ keys: 'o', label: WORDS.open, act: () => setOpening(true) }] : []);
  return (
    <>
      {report.incidentId && may('incident.read') && (
        <Go className="button button-main" to={`/incidents/${report.incidentId}`}>
          {say(WORDS.toIncident)}
        </Go>
      )}
      {canOpen && (
        <Button kind="main" onClick={() => setOpening(true)} title="O">
          {say(WORDS.open)}
        </Button>
      )}
      {may('incident.open') && report.steps.includes('unmerge') && (
        <Button onClick={() => setUndoing(true)}>{say(WORDS.unmerge)}</Button>
      )}
      {isUndoing && <UnmergeDialog report={report} onClose={() => setUndoing(false)} />}
      {canMerge && <Button onClick={() => setMerging(true)}>{say(WORDS.merge)}</Button>}
      <Dialog title={say(WORDS.open)} isOpen={isOpening} onClose={() => setOpening(false)} size="wide">
        <OpenForm report={report} onCancel={() => setOpening(false)} />
      </Dialog>
      <Dialog title={say(WORDS.mergeTitle)} isOpen={isMerging} onClose={() => setMerging(false)} size="wide">
        <MergeForm report={report} into={search.into} onCancel={() => setMerging(false)} />
      </Dialog>
    </>
  );
}

function OpenForm({ report, onCancel }: IntakePartProps & { onCancel: () => void }) {
  const opening = useCommand<typeof open>('incidents.open');
  const [title, setTitle] = useState(() => titleOf(report.placeText, report.kind));
  const [grade, setGrade] = useState<IncidentGrade>();
  const [reason, setReason] = useState('');
  const submit = async () => {
    const opened = await opening.run(
      { intakeId: report.id, title, ...(grade ? { grade, gradeReason: reason } : {}) },
      // The answer goes to a new record; the report's own step is guarded by its lifecycle.
    );
    if (opened) go(`/incidents/${opened.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={opening.problem} isWaiting={opening.isWaiting}>
      <TextField
        label={{ zh: '标题', en: 'Title' }}
        name="title"
        value={title}
        onChange={setTitle}
        maxLength={120}
        isRequired
        autoFocus
      />
      <GradeFields
        grade={grade}
        reason={reason}
        reasonName="gradeReason"
        isRequired={false}
        onChange={(changes) => {
          if (changes.grade) setGrade(changes.grade);
          if (changes.reason !== undefined) setReason(changes.reason);
        }}
      />
      <FormActions submit={WORDS.open} isBusy={opening.isRunning} onCancel={onCancel} />
    </Form>
  );
}

function MergeForm({ report, into, onCancel }: IntakePartProps & { into: string | undefined; onCancel: () => void }) {
  const say = useSay();
  const view = useView<typeof list>('incidents.list', { state: 'open' });
  const merging = useCommand<typeof merge>('incidents.merge');
  const [incidentId, setIncidentId] = useState(into);
  const incidents = view.data?.items ?? [];
  const rules = useRules(DUPLICATE_RULES)?.values;
  const likely = rules ? similarTo(incidents, report, rules) : [];
  const rest = incidents.filter((one) => !likely.some(({ incident }) => incident === one));
  const items = [
    ...likely.map(({ incident, metres }) => ({ incident, metres })),
    ...rest.map((incident) => ({ incident, metres: undefined })),
  ].map(({ incident, metres }) => ({
    value: incident.id,
    text: `${incident.number} ${incident.title}`,
    more: metres === undefined ? incident.areaName : say(WORDS.metres, { metres: Math.round(metres) }),
  }));
  const submit = async () => {
    if (!incidentId) return;
    const merged = await merging.run({ id: incidentId, intakeId: report.id });
    if (merged) go(`/incidents/${merged.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={merging.problem} isWaiting={merging.isWaiting}>
      <PickField
        label={WORDS.into}
        name="id"
        value={incidentId}
        onChange={setIncidentId}
        items={items}
        hint={view.data && items.length === 0 ? WORDS.none : undefined}
        isRequired
      />
      <FormActions submit={WORDS.merge} isBusy={merging.isRunning} onCancel={onCancel} />
    </Form>
  );
}
