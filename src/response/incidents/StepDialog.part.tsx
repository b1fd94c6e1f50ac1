import { type ReactNode, useState } from 'react';
import { type CommandState, useCommand } from '../../foundation/api/web.ts';
import {
  CheckField,
  Dialog,
  Form,
  FormActions,
  NumberField,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { CasualtyFields, type Figures } from '../intake/web.ts';
import { ClosingChecks, isLeft, useClosing } from './ClosingChecks.part.tsx';
import { CorrectIncident } from './CorrectIncident.part.tsx';
import { GradeFields } from './GradeFields.part.tsx';
import { incident as incidentRegister } from './incident.register.ts';
import type { close, control, correctCasualties, reopen, setGrade } from './incidents.commands.ts';
import type { IncidentPartProps } from './web.ts';

export type Step = 'correct' | 'grade' | 'casualties' | 'control' | 'close' | 'reopen';

export const TITLES = {
  correct: { zh: '更正', en: 'Correct' },
  grade: { zh: '定级', en: 'Grade' },
  casualties: { zh: '更新伤亡', en: 'Update casualties' },
  control: { zh: '事态已控制', en: 'Controlled' },
  close: { zh: '办结', en: 'Close' },
  reopen: { zh: '重新办理', en: 'Reopen' },
} as const satisfies Record<Step, Phrase>;

const WORDS = {
  source: { zh: '数据来源', en: 'Source of the figures' },
  confirmed: { zh: '数字已核实', en: 'The figures have been checked' },
  controlHint: {
    zh: '记下此刻为控制时间；须已定级。',
    en: 'This moment is recorded as the time of control; a grade must have been given.',
  },
  summary: { zh: '办结说明', en: 'Closing summary' },
  reason: { zh: '理由', en: 'Reason' },
  left: { zh: '未了事项说明', en: 'Why what is left is left' },
  leftHint: {
    zh: '标「不办须说明」的事项照此办结时填写',
    en: 'Needed when something marked “say why if left” stays open',
  },
} as const satisfies Record<string, Phrase>;

type Props = IncidentPartProps & { onClose: () => void };

/** The steps a person takes with an incident, each in its dialog; a refusal stays in it with its reason. */
export function StepDialog({ incident, step, onClose }: Props & { step: Step | undefined }) {
  const say = useSay();
  if (!step) return null;
  const Body = BODIES[step];
  return (
    <Dialog title={say(TITLES[step])} isOpen onClose={onClose} size="wide">
      <Body incident={incident} onClose={onClose} />
    </Dialog>
  );
}

const BODIES: Readonly<Record<Step, (props: Props) => ReactNode>> = {
  correct: CorrectIncident,
  grade: Grade,
  casualties: CasualtiesNow,
  control: Control,
  close: Close,
  reopen: Reopen,
};

function StepForm({
  state,
  send,
  submit,
  onClose,
  children,
}: {
  state: Pick<CommandState<never, unknown>, 'problem' | 'isWaiting' | 'isRunning'>;
  send: () => Promise<unknown>;
  submit: Phrase;
  onClose: () => void;
  children: ReactNode;
}) {
  const onSubmit = async () => {
    if (await send()) onClose();
  };
  return (
    <Form onSubmit={() => void onSubmit()} problem={state.problem} isWaiting={state.isWaiting}>
      {children}
      <FormActions submit={submit} isBusy={state.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Grade({ incident, onClose }: Props) {
  const grading = useCommand<typeof setGrade>('incidents.grade');
  const [grade, setGradeChosen] = useState<IncidentGrade | undefined>(incident.grade ?? undefined);
  const [reason, setReason] = useState('');
  const send = async () =>
    grade && (await grading.run({ id: incident.id, grade, reason }, { version: incident.version }));
  return (
    <StepForm state={grading} send={send} submit={TITLES.grade} onClose={onClose}>
      <GradeFields
        grade={grade}
        reason={reason}
        reasonName="reason"
        isRequired
        suggestion={incident.suggestedGrade}
        onChange={(changes) => {
          if (changes.grade) setGradeChosen(changes.grade);
          if (changes.reason !== undefined) setReason(changes.reason);
        }}
      />
    </StepForm>
  );
}

function CasualtiesNow({ incident, onClose }: Props) {
  const correcting = useCommand<typeof correctCasualties>('incidents.correctCasualties');
  const { deaths, missing, seriousInjuries, minorInjuries, trapped } = incident;
  const [figures, setFigures] = useState<Figures>({ deaths, missing, seriousInjuries, minorInjuries, trapped });
  const [directLoss, setDirectLoss] = useState(incident.directLoss);
  const [isConfirmed, setConfirmed] = useState(false);
  const [source, setSource] = useState('');
  const send = () =>
    correcting.run(
      { id: incident.id, ...figures, directLoss, source, certainty: isConfirmed ? 'confirmed' : 'initial' },
      { version: incident.version },
    );
  return (
    <StepForm state={correcting} send={send} submit={TITLES.casualties} onClose={onClose}>
      <CasualtyFields value={figures} onChange={(changes) => setFigures({ ...figures, ...changes })} />
      <NumberField
        label={incidentRegister.fields.directLoss.label}
        name="directLoss"
        value={directLoss}
        max={1e9}
        unit={incidentRegister.fields.directLoss.unit}
        onChange={setDirectLoss}
      />
      <CheckField label={WORDS.confirmed} name="certainty" isChecked={isConfirmed} onChange={setConfirmed} />
      <TextField label={WORDS.source} name="source" value={source} onChange={setSource} maxLength={200} isRequired />
    </StepForm>
  );
}

function Control({ incident, onClose }: Props) {
  const say = useSay();
  const controlling = useCommand<typeof control>('incidents.control');
  const send = () => controlling.run({ id: incident.id }, { version: incident.version });
  return (
    <StepForm state={controlling} send={send} submit={TITLES.control} onClose={onClose}>
      <p>{say(WORDS.controlHint)}</p>
    </StepForm>
  );
}

function Close({ incident, onClose }: Props) {
  const closing = useCommand<typeof close>('incidents.close');
  const [summary, setSummary] = useState('');
  const [leftReason, setLeftReason] = useState('');
  const view = useClosing(incident.id);
  const isAsked = view.data !== undefined && isLeft(view.data.checks, 'asked');
  const send = () =>
    closing.run(
      { id: incident.id, summary, ...(leftReason.trim() ? { leftReason } : {}) },
      { version: incident.version },
    );
  return (
    <StepForm state={closing} send={send} submit={TITLES.close} onClose={onClose}>
      <ClosingChecks view={view} />
      <TextAreaField
        label={WORDS.summary}
        name="summary"
        value={summary}
        onChange={setSummary}
        rows={4}
        maxLength={2000}
        isRequired
      />
      {isAsked && (
        <TextAreaField
          label={WORDS.left}
          name="leftReason"
          value={leftReason}
          onChange={setLeftReason}
          hint={WORDS.leftHint}
          rows={2}
          maxLength={500}
          isRequired
        />
      )}
    </StepForm>
  );
}

function Reopen({ incident, onClose }: Props) {
  const reopening = useCommand<typeof reopen>('incidents.reopen');
  const [reason, setReason] = useState('');
  const send = () => reopening.run({ id: incident.id, reason }, { version: incident.version });
  return (
    <StepForm state={reopening} send={send} submit={TITLES.reopen} onClose={onClose}>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
    </StepForm>
  );
}
