import { type ComponentType, useState } from 'react';
import type { Point } from '../../kernel/geometry.ts';
import {
  CheckField,
  ChoiceField,
  Field,
  type FieldProps,
  InstantField,
  NumberField,
  PhoneField,
  PickField,
  TextAreaField,
  TextField,
} from '../design-system/web.ts';
import { PlaceField } from '../geo/web.ts';
import type { FieldType } from './define.ts';
import { useChoices } from './record-views.part.tsx';

interface InputProps {
  /** Its name in the API: problems are shown at it. */
  readonly name: string;
  readonly field: FieldType;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** How each type is filled in; a new type adds its line here. Types without one are set by commands, not by hand. */
const INPUTS: Readonly<Record<string, ComponentType<InputProps>>> = {
  text: Text,
  personalText: PersonalText,
  creditCode: Text,
  whole: Whole,
  decimal: Decimal,
  money: Decimal,
  boolean: YesNo,
  choice: Choice,
  choices: Choices,
  day: Day,
  instant: Instant,
  place: Place,
  reference: Reference,
  list: List,
};

/** One field of a record in a form. */
export function FieldInput(props: InputProps) {
  const Input = INPUTS[props.field.type];
  return Input ? <Input {...props} /> : null;
}

export const isFilledByHand = (field: FieldType) => field.type in INPUTS;

const common = ({ field, name }: InputProps): FieldProps & { name: string } => ({
  label: field.unit
    ? { zh: `${field.label.zh}（${field.unit.zh}）`, en: `${field.label.en} (${field.unit.en})` }
    : field.label,
  name,
  isRequired: field.required,
});

const LONG = { zh: '说明', en: 'About' };

function Text(props: InputProps) {
  const text = (props.value as string | null) ?? '';
  return <TextField {...common(props)} value={text} onChange={props.onChange} />;
}

function PersonalText(props: InputProps) {
  const text = (props.value as string | null) ?? '';
  if (props.field.personal === 'contact')
    return <PhoneField {...common(props)} value={text} onChange={props.onChange} />;
  return <TextAreaField {...common(props)} value={text} onChange={props.onChange} placeholder={LONG.zh} />;
}

function Whole(props: InputProps) {
  return <NumberField {...common(props)} value={(props.value as number | null) ?? null} onChange={props.onChange} />;
}

/** Kept as typed until it is a number: «3.» is on the way to «3.5». */
function Decimal(props: InputProps) {
  const [text, setText] = useState(typeof props.value === 'number' ? String(props.value) : '');
  const change = (typed: string) => {
    setText(typed);
    props.onChange(typed.trim() === '' ? null : Number.isFinite(Number(typed)) ? Number(typed) : typed);
  };
  return (
    <Field {...common(props)}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          pattern="[0-9]*[.]?[0-9]*"
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  );
}

function YesNo({ field, name, value, onChange }: InputProps) {
  return <CheckField label={field.label} name={name} isChecked={value === true} onChange={onChange} />;
}

function Choice(props: InputProps) {
  const items = (props.field.options ?? []).map(({ id, label }) => ({ value: id, label }));
  const chosen = (props.value as string | null) ?? undefined;
  return (
    <ChoiceField {...common(props)} choices={items} value={chosen} onChange={(id) => props.onChange(id || null)} />
  );
}

function Choices(props: InputProps) {
  const chosen = (props.value as readonly string[] | undefined) ?? [];
  const turn = (id: string, isOn: boolean) =>
    props.onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Field {...common(props)} isGroup>
      {() => (
        <div className="row">
          {(props.field.options ?? []).map(({ id, label }) => (
            <CheckField key={id} label={label} isChecked={chosen.includes(id)} onChange={(isOn) => turn(id, isOn)} />
          ))}
        </div>
      )}
    </Field>
  );
}

function Day(props: InputProps) {
  return (
    <Field {...common(props)}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={(props.value as string | null) ?? ''}
          onChange={({ target }) => props.onChange(target.value || null)}
        />
      )}
    </Field>
  );
}

function Instant(props: InputProps) {
  const at = (props.value as string | null) ?? undefined;
  return <InstantField {...common(props)} value={at} onChange={(value) => props.onChange(value ?? null)} />;
}

function Place(props: InputProps) {
  const point = (props.value as Point | null) ?? undefined;
  return <PlaceField {...common(props)} value={point} onChange={(value) => props.onChange(value ?? null)} />;
}

function Reference(props: InputProps) {
  const [typed, setTyped] = useState('');
  const id = (props.value as string | null) ?? undefined;
  const items = useChoices(props.field.refersTo ?? '', typed, id).map((one) => ({ value: one.id, text: one.text }));
  return (
    <PickField
      {...common(props)}
      value={id}
      items={items}
      onSearch={setTyped}
      onChange={(value) => props.onChange(value ?? null)}
    />
  );
}

const LINES = { zh: '每行一项', en: 'One a line' };

function List(props: InputProps) {
  const lines = ((props.value as readonly string[] | undefined) ?? []).join('\n');
  const change = (text: string) => props.onChange(text === '' ? [] : text.split('\n'));
  return <TextAreaField {...common(props)} hint={LINES} value={lines} onChange={change} />;
}
