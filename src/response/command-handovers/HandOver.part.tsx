import { useState } from 'react';
import { type OutputOf, serverNow, useCommand } from '../../foundation/api/web.ts';
import {
  ChoiceField,
  Form,
  FormActions,
  InstantField,
  TextAreaField,
  TextField,
} from '../../foundation/design-system/web.ts';
import { PersonField } from '../../foundation/organisation/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { COMMAND_AUTHORITIES } from '../incidents/incident.register.ts';
import type { IncidentPartProps } from '../incidents/web.ts';
import { commandHandover, HANDOVER_TARGETS, type HandoverTarget } from './command-handover.register.ts';
import type { record } from './command-handovers.commands.ts';
import type { list } from './command-handovers.views.ts';

const WORDS = {
  submit: { zh: '移交', en: 'Hand over' },
  personHint: {
    zh: '选本区人员时，系统立即通知本人并开放本事件。',
    en: 'Somebody of the district is told at once and sees this incident.',
  },
  mattersHint: {
    zh: '当前情况、正在执行的指令、在场力量和物资、未了事项',
    en: 'Where things stand, orders under way, people and goods on the spot, what is left to do',
  },
} as const satisfies Record<string, Phrase>;
const { fields: of } = commandHandover;
const DISTRICT = '区应急委';

/** The body that usually has command of this kind; it can be worded anew. */
const bodyOf = (target: HandoverTarget, authority: string) => {
  if (target === 'district') return DISTRICT;
  if (target === 'on_scene') return '现场指挥部';
  if (target === 'headquarters') return '';
  return authority === 'district_committee' ? '' : labelOf(COMMAND_AUTHORITIES, authority).zh;
};

/** Who gives it, who takes it, when, with what. It follows the last hand-over that was on the screen. */
export function HandOver({
  incident,
  last,
  onDone,
}: IncidentPartProps & { last: OutputOf<typeof list>['items'][number] | undefined; onDone: () => void }) {
  const handing = useCommand<typeof record>('commandHandovers.record');
  const [previousId] = useState(last?.id ?? null);
  const [target, setTarget] = useState<HandoverTarget>();
  const [typed, setTyped] = useState({
    fromBody: last?.toBody ?? DISTRICT,
    fromName: last?.toName ?? '',
    toBody: '',
    toName: '',
    matters: '',
  });
  const [toPersonId, setPerson] = useState<string>();
  const [handedAt, setHandedAt] = useState<string | undefined>(() => serverNow().toISOString());
  const set = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }));
  const submit = async () => {
    if (!target || !handedAt) return;
    const done = await handing.run({
      ...typed,
      incidentId: incident.id,
      target,
      toPersonId: toPersonId ?? null,
      handedAt,
      previousId,
    });
    if (done) onDone();
  };
  const line = (name: 'fromBody' | 'fromName' | 'toBody' | 'toName', maxLength: number) => (
    <TextField
      label={of[name].label}
      name={name}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
      maxLength={maxLength}
      isRequired
    />
  );
  return (
    <Form onSubmit={() => void submit()} problem={handing.problem} isWaiting={handing.isWaiting}>
      <ChoiceField
        label={of.target.label}
        name="target"
        value={target}
        onChange={(next) => {
          setTarget(next);
          if (next) set({ toBody: bodyOf(next, incident.commandAuthority) });
        }}
        choices={HANDOVER_TARGETS.filter(({ id }) => id !== 'district' || last).map(({ id, label }) => ({
          value: id,
          label,
        }))}
        as="buttons"
        isRequired
      />
      <div className="form-row">
        {line('fromBody', 120)}
        {line('fromName', 60)}
      </div>
      <div className="form-row">
        {line('toBody', 120)}
        {line('toName', 60)}
      </div>
      <PersonField
        label={of.toPersonId.label}
        name="toPersonId"
        value={toPersonId}
        onChange={setPerson}
        hint={WORDS.personHint}
      />
      <InstantField label={of.handedAt.label} name="handedAt" value={handedAt} onChange={setHandedAt} isRequired />
      <TextAreaField
        label={of.matters.label}
        name="matters"
        value={typed.matters}
        onChange={(matters) => set({ matters })}
        hint={WORDS.mattersHint}
        rows={5}
        maxLength={4000}
        isRequired
      />
      <FormActions submit={WORDS.submit} isBusy={handing.isRunning} onCancel={onDone} />
    </Form>
  );
}
