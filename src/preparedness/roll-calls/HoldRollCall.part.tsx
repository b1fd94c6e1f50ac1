import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  CheckField,
  ChoiceField,
  Form,
  FormActions,
  go,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { UNIT_KINDS } from '../../foundation/organisation/unit.register.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import { ROLL_CALL_KINDS, ROLL_CALL_MODES, ROLL_CALL_SUBJECTS, rollCall } from './roll-call.register.ts';
import type { hold } from './roll-calls.commands.ts';

const { fields: of } = rollCall;
const WORDS = {
  hold: { zh: '开始点名', en: 'Call now' },
  scope: { zh: '范围', en: 'Scope' },
  one: { zh: '只点一个单位', en: 'One unit only' },
  name: { zh: '值班点名', en: 'Roll call of duty' },
} as const;

const CALLED = ['command_center', 'street_office', 'department', 'utility', 'enterprise', 'team', 'community'] as const;
const choicesOf = <Id extends string>(options: readonly { id: Id; label: { zh: string; en: string } }[]) =>
  options.map(({ id, label }) => ({ value: id, label }));

/** Over whom, by what way, and go: the board opens as soon as the call is out. */
export function HoldRollCall({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const holding = useCommand<typeof hold>('rollCalls.hold');
  const [title, setTitle] = useState<string>(say(WORDS.name));
  const [callKind, setKind] = useState<(typeof ROLL_CALL_KINDS)[number]['id']>('random');
  const [callMode, setMode] = useState<(typeof ROLL_CALL_MODES)[number]['id']>('app');
  const [subject, setSubject] = useState<(typeof ROLL_CALL_SUBJECTS)[number]['id']>('duty');
  const [unitKinds, setUnitKinds] = useState<readonly (typeof CALLED)[number][]>(['street_office']);
  const [unitId, setUnit] = useState<string>();
  const submit = async () => {
    const made = await holding.run({
      title,
      callKind,
      callMode,
      subject,
      ...(unitId ? { unitIds: [unitId] } : { unitKinds: [...unitKinds] }),
    });
    if (!made) return;
    onClose();
    go(`/roll-calls/${made.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={holding.problem} isWaiting={holding.isWaiting}>
      <TextField label={of.title.label} name="title" value={title} onChange={setTitle} maxLength={80} isRequired />
      <ChoiceField
        label={of.callKind.label}
        name="callKind"
        value={callKind}
        onChange={setKind}
        choices={choicesOf(ROLL_CALL_KINDS)}
        as="buttons"
      />
      <ChoiceField
        label={of.callMode.label}
        name="callMode"
        value={callMode}
        onChange={setMode}
        choices={choicesOf(ROLL_CALL_MODES)}
        as="buttons"
      />
      <ChoiceField
        label={of.subject.label}
        name="subject"
        value={subject}
        onChange={(value) => {
          setSubject(value);
          if (value === 'grid_worker') setUnitKinds(['community']);
        }}
        choices={choicesOf(ROLL_CALL_SUBJECTS)}
        as="buttons"
      />
      <fieldset className="roll-call-scope">
        <legend>{say(WORDS.scope)}</legend>
        {UNIT_KINDS.filter(({ id }) => (CALLED as readonly string[]).includes(id)).map(({ id, label }) => {
          const kind = id as (typeof CALLED)[number];
          return (
            <CheckField
              key={id}
              label={label}
              name={id}
              isDisabled={unitId !== undefined}
              isChecked={unitKinds.includes(kind)}
              onChange={(isOn) => setUnitKinds(isOn ? [...unitKinds, kind] : unitKinds.filter((one) => one !== kind))}
            />
          );
        })}
        <UnitField label={WORDS.one} name="unitIds" value={unitId} onChange={setUnit} />
      </fieldset>
      <FormActions submit={WORDS.hold} isBusy={holding.isRunning} onCancel={onClose} />
    </Form>
  );
}
