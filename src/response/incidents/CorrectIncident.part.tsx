import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Form,
  FormActions,
  InstantField,
  instantText,
  TextAreaField,
  TextField,
} from '../../foundation/design-system/web.ts';
import { PlaceField } from '../../foundation/geo/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { KindField } from '../intake/web.ts';
import { incident as register } from './incident.register.ts';
import type { IncidentPartProps } from './incident-anchors.part.tsx';
import type { correct } from './incidents.commands.ts';

const WORDS = {
  submit: { zh: '更正', en: 'Correct' },
  reason: { zh: '更正理由', en: 'Why it is corrected' },
  reasonHint: {
    zh: '更正前后的内容记入时间线；时限不重新计算，已下达的指令不变。',
    en: 'What was and what is stands on the timeline; no clock starts anew, orders already issued stay.',
  },
  newPlan: {
    zh: '类别改变后，启动预案时按新类别推荐。',
    en: 'With another kind, other plans are proposed when one is activated.',
  },
  running: {
    zh: '已启动的响应仍按原预案执行；要换预案，请先终止响应，再按新类别启动。',
    en: 'The response under way goes on by its plan; to change it, terminate it and activate one for the new kind.',
  },
} as const satisfies Record<string, Phrase>;

const { fields: of } = register;

/** What a title is when an incident is opened, until somebody words it. Titles are Chinese, as papers are. */
export const titleOf = (placeText: string, kind: string) =>
  `${placeText}${labelOf(INCIDENT_KINDS, kind).zh}`.slice(0, 120);

export type HeadOfIncident = Pick<
  IncidentPartProps['incident'],
  'kind' | 'knownAt' | 'occurredAt' | 'placeText' | 'place'
>;

/** 更正事件: its head as it is on record, or as a corrected report has it (`proposed`). */
export function CorrectIncident({
  incident,
  proposed = incident,
  why = '',
  onClose,
}: IncidentPartProps & { proposed?: HeadOfIncident; why?: string; onClose: () => void }) {
  const correcting = useCommand<typeof correct>('incidents.correct');
  const isWorded = incident.title !== titleOf(incident.placeText, incident.kind);
  const [typed, setTyped] = useState({
    title: isWorded ? incident.title : titleOf(proposed.placeText, proposed.kind),
    kind: proposed.kind as string | undefined,
    gbt35561Code: incident.gbt35561Code ?? '',
    knownAt: instantText(proposed.knownAt),
    occurredAt: instantText(proposed.occurredAt),
    placeText: proposed.placeText,
    place: proposed.place ?? undefined,
    damage: incident.damage ?? '',
  });
  const [reason, setReason] = useState(why);
  const set = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }));
  const isOtherKind = typed.kind !== incident.kind;
  const submit = async () => {
    const given = {
      ...typed,
      occurredAt: typed.occurredAt ?? null,
      place: typed.place ?? null,
      damage: typed.damage || null,
    };
    const corrected = await correcting.run({ ...given, id: incident.id, reason }, { version: incident.version });
    if (corrected) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={correcting.problem} isWaiting={correcting.isWaiting}>
      <TextField
        label={of.title.label}
        name="title"
        value={typed.title}
        onChange={(title) => set({ title })}
        maxLength={120}
        isRequired
      />
      <KindField
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        hint={isOtherKind ? (incident.responseLevel ? WORDS.running : WORDS.newPlan) : undefined}
      />
      <TextField
        label={of.gbt35561Code.label}
        name="gbt35561Code"
        value={typed.gbt35561Code}
        onChange={(gbt35561Code) => set({ gbt35561Code })}
        maxLength={20}
      />
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
      <TextField
        label={of.placeText.label}
        name="placeText"
        value={typed.placeText}
        onChange={(placeText) => set({ placeText })}
        maxLength={500}
        isRequired
      />
      <TextField
        label={of.damage.label}
        name="damage"
        value={typed.damage}
        onChange={(damage) => set({ damage })}
        maxLength={1000}
      />
      <PlaceField label={of.place.label} name="place" value={typed.place} onChange={(place) => set({ place })} />
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
