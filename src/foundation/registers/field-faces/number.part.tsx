import { useState } from 'react';
import { CheckField, ChoiceField, Field, NumberField } from '../../design-system/web.ts';
import { type DurationUnit, MINUTES_OF } from '../types/duration.type.ts';
import { common, type FieldFace, type InputProps } from './face.part.tsx';

function Whole(props: InputProps) {
  return <NumberField {...common(props)} value={(props.value as number | null) ?? null} onChange={props.onChange} />;
}

const asNumber = (typed: string) =>
  typed.trim() === '' ? null : Number.isFinite(Number(typed)) ? Number(typed) : typed;

/** Kept as typed until it is a number: «3.» is on the way to «3.5». */
function Decimal(props: InputProps) {
  const [text, setText] = useState(typeof props.value === 'number' ? String(props.value) : '');
  const change = (typed: string) => {
    setText(typed);
    props.onChange(asNumber(typed));
  };
  return (
    <Field {...common(props)}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          pattern="-?[0-9]*[.]?[0-9]*"
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

const UNIT_WORDS = {
  days: { zh: '天', en: 'days' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
} as const;
const UNIT = { zh: '{field}的单位', en: 'Unit of {field}' };

/** The largest unit that leaves no rest, else the one the field is counted in. */
function unitOf(minutes: unknown, countedIn: DurationUnit): DurationUnit {
  if (typeof minutes !== 'number' || minutes === 0) return countedIn;
  return minutes % 1440 === 0 ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes';
}

function Duration(props: InputProps) {
  const [unit, setUnit] = useState<DurationUnit>(unitOf(props.value, props.field.countedIn ?? 'minutes'));
  const [text, setText] = useState(
    typeof props.value === 'number' ? String(props.value / MINUTES_OF[unitOf(props.value, unit)]) : '',
  );
  const change = (typed: string, counted: DurationUnit) => {
    setText(typed);
    setUnit(counted);
    const given = asNumber(typed);
    props.onChange(typeof given === 'number' ? Math.round(given * MINUTES_OF[counted]) : given);
  };
  const { label } = props.field;
  return (
    <div className="with-unit">
      <Field {...common(props)}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            pattern="[0-9]*[.]?[0-9]*"
            value={text}
            onChange={({ target }) => change(target.value, unit)}
          />
        )}
      </Field>
      <ChoiceField
        label={{ zh: UNIT.zh.replace('{field}', label.zh), en: UNIT.en.replace('{field}', label.en) }}
        isRequired
        value={unit}
        choices={(['days', 'hours', 'minutes'] as const).map((value) => ({ value, label: UNIT_WORDS[value] }))}
        onChange={(chosen) => change(text, chosen)}
      />
    </div>
  );
}

export const whole: FieldFace = { Input: Whole };
export const decimal: FieldFace = { Input: Decimal };
export const boolean: FieldFace = { Input: YesNo };
export const duration: FieldFace = { Input: Duration };
