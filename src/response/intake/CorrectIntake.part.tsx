import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  InstantField,
  instantText,
  PhoneField,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { PlaceField } from '../../foundation/geo/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { CasualtyFields } from './Casualties.part.tsx';
import type { correct } from './intake.commands.ts';
import { intake, SOURCE_CHANNELS } from './intake.register.ts';
import { KindField } from './KindField.part.tsx';
import type { IntakePartProps } from './web.ts';

const WORDS = {
  title: { zh: '更正接报', en: 'Correct this report' },
  submit: { zh: '更正', en: 'Correct' },
  reason: { zh: '更正理由', en: 'Why it is corrected' },
  reasonHint: {
    zh: '更正前后的内容记入时间线；时限不重新计算。',
    en: 'What was and what is stands on the timeline; no clock starts anew.',
  },
  kept: { zh: '已登记，留空则不改', en: 'On record; leave it empty to keep it' },
} as const satisfies Record<string, Phrase>;

const SOURCES = SOURCE_CHANNELS.map(({ id, label }) => ({ value: id, label }));
const { fields: of } = intake;

/** 更正接报: what was misheard or mistyped, each field as it is on record. */
export function CorrectIntake({ report, onClose }: IntakePartProps & { onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say(WORDS.title)} isOpen onClose={onClose} size="wide">
      <CorrectionForm report={report} onClose={onClose} />
    </Dialog>
  );
}

function CorrectionForm({ report, onClose }: IntakePartProps & { onClose: () => void }) {
  const correcting = useCommand<typeof correct>('intake.correct');
  const [typed, setTyped] = useState({
    text: report.text ?? '',
    sourceChannel: report.sourceChannel,
    kind: report.kind as string | undefined,
    knownAt: instantText(report.knownAt),
    occurredAt: instantText(report.occurredAt),
    placeText: report.placeText,
    place: report.place ?? undefined,
    deaths: report.deaths,
    missing: report.missing,
    seriousInjuries: report.seriousInjuries,
    minorInjuries: report.minorInjuries,
    trapped: report.trapped,
    damage: report.damage ?? '',
    measuresTaken: report.measuresTaken ?? '',
  });
  const [contact, setContact] = useState({ callerName: '', callerPhone: '' });
  const [reason, setReason] = useState('');
  const set = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }));
  const submit = async () => {
    const { text, ...rest } = typed;
    // Contacts come masked and a destroyed text not at all: untouched they stay what they are.
    const given = {
      ...rest,
      occurredAt: typed.occurredAt ?? null,
      place: typed.place ?? null,
      ...(report.text === null ? {} : { text }),
      ...(contact.callerName ? { callerName: contact.callerName } : {}),
      ...(contact.callerPhone ? { callerPhone: contact.callerPhone } : {}),
    };
    const corrected = await correcting.run({ ...given, id: report.id, reason }, { version: report.version });
    if (corrected) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={correcting.problem} isWaiting={correcting.isWaiting}>
      {report.text !== null && (
        <TextAreaField
          label={of.text.label}
          name="text"
          value={typed.text}
          onChange={(text) => set({ text })}
          rows={4}
          maxLength={8000}
          isRequired
        />
      )}
      <div className="intake-pair">
        <KindField value={typed.kind} onChange={(kind) => set({ kind })} />
        <ChoiceField
          label={of.sourceChannel.label}
          name="sourceChannel"
          value={typed.sourceChannel}
          onChange={(sourceChannel) => set({ sourceChannel })}
          choices={SOURCES}
          isRequired
        />
      </div>
      <div className="intake-pair of-times">
        <InstantField
          label={of.knownAt.label}
          name="knownAt"
          value={typed.knownAt}
          onChange={(knownAt) => set({ knownAt })}
          isRequired
        />
        <InstantField
          label={of.occurredAt.label}
          name="occurredAt"
          value={typed.occurredAt}
          onChange={(occurredAt) => set({ occurredAt })}
        />
      </div>
      <div className="intake-pair of-times">
        <TextField
          label={of.placeText.label}
          name="placeText"
          value={typed.placeText}
          onChange={(placeText) => set({ placeText })}
          maxLength={500}
          isRequired
        />
        <PlaceField label={of.place.label} name="place" value={typed.place} onChange={(place) => set({ place })} />
      </div>
      <CasualtyFields value={typed} onChange={set} />
      <TextField
        label={of.damage.label}
        name="damage"
        value={typed.damage}
        onChange={(damage) => set({ damage })}
        maxLength={1000}
      />
      <TextAreaField
        label={of.measuresTaken.label}
        name="measuresTaken"
        value={typed.measuresTaken}
        onChange={(measuresTaken) => set({ measuresTaken })}
        rows={2}
        maxLength={2000}
      />
      <div className="intake-pair">
        <TextField
          label={of.callerName.label}
          name="callerName"
          value={contact.callerName}
          onChange={(callerName) => setContact({ ...contact, callerName })}
          hint={report.callerName ? WORDS.kept : undefined}
          maxLength={60}
        />
        <PhoneField
          label={of.callerPhone.label}
          name="callerPhone"
          value={contact.callerPhone}
          onChange={(callerPhone) => setContact({ ...contact, callerPhone })}
          hint={report.callerPhone ? WORDS.kept : undefined}
        />
      </div>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        hint={WORDS.reasonHint}
        rows={2}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.submit} isBusy={correcting.isRunning} onCancel={onClose} />
    </Form>
  );
}
