import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  go,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { PlaceField } from '../../foundation/geo/web.ts';
import { CasualtyFields } from './Casualties.part.tsx';
import { intake } from './intake.register.ts';
import { KindField } from './KindField.part.tsx';
import type { readWords } from './read-text.views.ts';
import type { split } from './same-matter.commands.ts';
import type { IntakePartProps } from './web.ts';

const WORDS = {
  title: { zh: '拆分接报', en: 'Split this report' },
  submit: { zh: '拆出另存', en: 'File it as its own report' },
  hint: {
    zh: '来源、报告人、获悉时间与本条相同，时限同样从获悉时间算起；本条原文不变，人数如有重复请另行更正。',
    en: 'Source, caller and time known stay, and so does the limit; the words of this one stay as they are: correct its figures if they count twice.',
  },
  found: {
    zh: '文字里像有 {count} 件事，拆出哪一件？',
    en: 'The words seem to tell of {count} matters: which is split off?',
  },
} as const;

const { fields: of } = intake;
type Matter = OutputOf<typeof readWords>['matters'][number];
const NO_FIGURES = { deaths: null, missing: null, seriousInjuries: null, minorInjuries: null, trapped: null };

/** 拆分: one call told of two matters; the second is filed as a report of its own. */
export function SplitIntake({ report, onClose }: IntakePartProps & { onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say(WORDS.title)} isOpen onClose={onClose} size="wide">
      <SplitForm report={report} onClose={onClose} />
    </Dialog>
  );
}

function SplitForm({ report, onClose }: IntakePartProps & { onClose: () => void }) {
  const say = useSay();
  const splitting = useCommand<typeof split>('intake.split');
  const read = useView<typeof readWords>('intake.readText', {
    text: report.text ?? '',
    at: new Date(report.knownAt).toISOString(),
  });
  const matters = read.data?.matters ?? [];
  const [typed, setTyped] = useState({
    text: '',
    kind: undefined as string | undefined,
    placeText: '',
    place: undefined as Matter['point'] | undefined,
    damage: '',
    ...(NO_FIGURES as Record<keyof typeof NO_FIGURES, number | null>),
  });
  const set = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }));
  const take = ({ text, kind, place, point }: Matter) =>
    set({ text, kind: kind ?? undefined, placeText: place ?? '', place: point ?? undefined });
  const submit = async () => {
    const { kind, place, ...rest } = typed;
    if (!kind) return;
    const more = { occurredAt: undefined, measuresTaken: undefined };
    const made = await splitting.run({ ...rest, ...more, id: report.id, kind, place });
    if (!made) return;
    onClose();
    go(`/intake/${made.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={splitting.problem} isWaiting={splitting.isWaiting}>
      {matters.length > 1 && (
        <fieldset className="matters">
          <legend>{say(WORDS.found, { count: matters.length })}</legend>
          {matters.map((one) => (
            <Button key={one.start} onClick={() => take(one)}>
              {one.text}
            </Button>
          ))}
        </fieldset>
      )}
      <TextAreaField
        label={of.text.label}
        name="text"
        value={typed.text}
        onChange={(text) => set({ text })}
        hint={WORDS.hint}
        rows={3}
        maxLength={8000}
        isRequired
      />
      <KindField value={typed.kind} onChange={(kind) => set({ kind })} />
      <TextField
        label={of.placeText.label}
        name="placeText"
        value={typed.placeText}
        onChange={(placeText) => set({ placeText })}
        maxLength={500}
        isRequired
      />
      <PlaceField
        label={of.place.label}
        name="place"
        value={typed.place ?? undefined}
        onChange={(place) => set({ place })}
      />
      <CasualtyFields value={typed} onChange={set} />
      <TextField
        label={of.damage.label}
        name="damage"
        value={typed.damage}
        onChange={(damage) => set({ damage })}
        maxLength={1000}
      />
      <FormActions submit={WORDS.submit} isBusy={splitting.isRunning} onCancel={onClose} />
    </Form>
  );
}
