import { useState } from 'react';
import { serverNow, useCommand } from '../../foundation/api/web.ts';
import {
  Form,
  FormActions,
  InstantField,
  PhotoField,
  TextAreaField,
  TextField,
} from '../../foundation/design-system/web.ts';
import { AddresseeFields } from '../../foundation/orders/web.ts';
import { PersonField } from '../../foundation/organisation/web.ts';
import { leaderInstruction } from './leader-instruction.register.ts';
import type { register } from './leader-instructions.commands.ts';

export const REGISTER = { zh: '登记批示', en: 'Register an instruction' } as const;
const DAY_MS = 24 * 60 * 60_000;
const { subject, text, photos, leaderId, givenAt, dueAt } = leaderInstruction.fields;

/** The leader's words or a photo of them, who carries them out and until when. */
export function RegisterInstruction({
  incident,
  onDone,
}: {
  incident?: { readonly id: string; readonly title: string } | undefined;
  onDone: () => void;
}) {
  const registering = useCommand<typeof register>('leaderInstructions.register');
  const [words, setWords] = useState({ subject: incident?.title ?? '', text: '' });
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const [isUploading, setUploading] = useState(false);
  const [leader, setLeader] = useState<string>();
  const [given, setGiven] = useState<string | undefined>(() => serverNow().toISOString());
  const [due, setDue] = useState<string | undefined>(() => new Date(serverNow().getTime() + DAY_MS).toISOString());
  const [units, setUnits] = useState<readonly string[]>([]);
  const submit = async () => {
    if (!leader || !given || !due) return;
    const made = await registering.run({
      ...words,
      photos: [...pictures],
      leaderId: leader,
      givenAt: given,
      dueAt: due,
      units: [...units],
      ...(incident ? { incidentId: incident.id } : {}),
    });
    if (made) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={registering.problem} isWaiting={registering.isWaiting}>
      <TextField
        label={subject.label}
        name="subject"
        value={words.subject}
        onChange={(value) => setWords({ ...words, subject: value })}
        maxLength={120}
        isRequired
      />
      <PersonField label={leaderId.label} name="leaderId" value={leader} onChange={setLeader} isRequired />
      <InstantField label={givenAt.label} name="givenAt" value={given} onChange={setGiven} isRequired />
      <TextAreaField
        label={text.label}
        name="text"
        value={words.text}
        onChange={(value) => setWords({ ...words, text: value })}
        rows={4}
        maxLength={2000}
      />
      <PhotoField label={photos.label} name="photos" value={pictures} onChange={setPictures} onBusy={setUploading} />
      <AddresseeFields
        matter={incident ? { register: 'incident', id: incident.id } : undefined}
        onChange={(assignees) => setUnits(assignees.map(({ unitId }) => unitId))}
      />
      <InstantField label={dueAt.label} name="dueAt" value={due} onChange={setDue} isRequired />
      <FormActions submit={REGISTER} isBusy={registering.isRunning || isUploading} onCancel={onDone} />
    </Form>
  );
}
