import type { ComponentProps } from 'react';
import { instantOf, localTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { serverNow } from '../api/web.ts';
import { Button } from './Button.part.tsx';
import { Field, type FieldProps } from './Form.part.tsx';
import { useSay } from './language.ts';

type InputProps = Pick<ComponentProps<'input'>, 'autoComplete' | 'maxLength' | 'placeholder' | 'autoFocus' | 'type'>;

/** One line of text. `type` may be `password`, `search`, `url`. */
export function TextField({
  value,
  onChange,
  autoComplete = 'off',
  type = 'text',
  maxLength,
  placeholder,
  autoFocus,
  ...field
}: FieldProps & InputProps & { value: string; onChange: (value: string) => void }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...{ type, autoComplete, maxLength, placeholder }}
          // biome-ignore lint/a11y/noAutofocus: asked for by the dialog or page that opens with this field
          autoFocus={autoFocus}
          value={value}
          disabled={field.isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines; grows with its text. */
export function TextAreaField({
  value,
  onChange,
  rows = 3,
  maxLength,
  placeholder,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          {...{ rows, maxLength, placeholder }}
          value={value}
          disabled={field.isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

const WORDS = {
  less: { zh: '减一', en: 'One less' },
  more: { zh: '加一', en: 'One more' },
  now: { zh: '现在', en: 'Now' },
  choose: { zh: '请选择', en: 'Choose' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Phrase>;

const LONGEST_NUMBER = 9;

/**
 * Digits are a figure. Anything else (-5, 1-2, 2.5, 1e3) and what is too long stays as it was typed and is refused by name:
 * another figure in its place would go unnoticed.
 */
function figureOf(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  return /^\d+$/.test(text) && text.length <= LONGEST_NUMBER ? Number(text) : (text as unknown as number);
}

/** A whole number with − and ＋; empty is null and means «not known» (不详), which is not zero. */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = 1_000_000,
  unit,
  ...field
}: FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  unit?: Phrase;
}) {
  const say = useSay();
  const count = typeof value === 'number' ? value : null;
  const step = (by: number) =>
    onChange(Math.min(max, Math.max(min, (count ?? min) + (count === null && by < 0 ? 0 : by))));
  const about = `${say(field.label)}: `;
  return (
    <Field {...field}>
      {(control) => (
        <div className="stepper">
          <Button
            aria-label={about + say(WORDS.less)}
            disabled={field.isDisabled || count === null || count <= min}
            onClick={() => step(-1)}
          >
            −
          </Button>
          <input
            {...control}
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            placeholder={say(WORDS.unknown)}
            value={value ?? ''}
            disabled={field.isDisabled}
            onChange={({ target }) => onChange(figureOf(target.value))}
          />
          <Button
            aria-label={about + say(WORDS.more)}
            disabled={field.isDisabled || (count ?? min) >= max}
            onClick={() => step(1)}
          >
            ＋
          </Button>
          {unit && <span>{say(unit)}</span>}
        </div>
      )}
    </Field>
  );
}

export interface ChoiceItem<Value extends string = string> {
  readonly value: Value;
  readonly label: Phrase;
}

/** The options of a field as a `ChoiceField` lists them. */
export const choicesOf = <Id extends string>(options: readonly { id: Id; label: Phrase }[]): ChoiceItem<Id>[] =>
  options.map(({ id, label }) => ({ value: id, label }));

/** One of a few. `as="buttons"` shows all of them at once (up to five); else a list that opens. */
export function ChoiceField<Value extends string>({
  value,
  onChange,
  choices,
  as = 'list',
  ...field
}: FieldProps & {
  value: Value | undefined;
  onChange: (value: Value) => void;
  choices: readonly ChoiceItem<Value>[];
  as?: 'list' | 'buttons';
}) {
  const say = useSay();
  if (as === 'buttons') {
    return (
      <Field {...field} isGroup>
        {(control) => (
          <div className="segments">
            {choices.map((choice) => (
              <label key={choice.value}>
                <input
                  type="radio"
                  name={control.name ?? control.id}
                  required={control.required}
                  aria-describedby={control['aria-describedby']}
                  disabled={field.isDisabled}
                  checked={value === choice.value}
                  onChange={() => onChange(choice.value)}
                />
                <span>{say(choice.label)}</span>
              </label>
            ))}
          </div>
        )}
      </Field>
    );
  }
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          disabled={field.isDisabled}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          <option value="" disabled={field.isRequired === true}>
            {say(WORDS.choose)}
          </option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  isChecked,
  onChange,
  name,
  isDisabled,
}: Pick<FieldProps, 'label' | 'name' | 'isDisabled'> & { isChecked: boolean; onChange: (isChecked: boolean) => void }) {
  const say = useSay();
  return (
    <label className="check">
      <input
        type="checkbox"
        name={name}
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {say(label)}
    </label>
  );
}

const two = (part: number) => String(part).padStart(2, '0');

/** Instant → what `datetime-local` shows in Beijing time, whatever the machine's zone. */
export function wallText(instant: Date): string {
  const { year, month, day, hour, minute } = localTime(instant);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

function instantFrom(text: string): string | undefined {
  const parts = text.match(/\d+/g)?.map(Number) ?? [];
  const [year, month, day, hour = 0, minute = 0] = parts;
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return instantOf(year, month, day, hour, minute).toISOString();
}

/** What `InstantField` takes, of an instant as a view answers it. */
export const instantText = (at: Date | string | null | undefined): string | undefined =>
  at ? new Date(at).toISOString() : undefined;

/** A date and time of day in Beijing time; the value is ISO text in UTC. */
export function InstantField({
  value,
  onChange,
  isPast = false,
  ...field
}: FieldProps & {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** What is asked for has been: «now» is no answer to it. */
  isPast?: boolean;
}) {
  const say = useSay();
  return (
    <Field {...field}>
      {(control) => (
        <div className="with-button">
          <input
            {...control}
            type="datetime-local"
            value={value ? wallText(new Date(value)) : ''}
            disabled={field.isDisabled}
            onChange={(event) => onChange(instantFrom(event.target.value))}
          />
          {!isPast && (
            <Button onClick={() => onChange(serverNow().toISOString())} disabled={field.isDisabled}>
              {say(WORDS.now)}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

/** Digits, with room for an extension: `010-68871234-802`. */
export function PhoneField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          pattern="[+]?[0-9]{3,}([ \-][0-9]+)*"
          value={value}
          disabled={field.isDisabled}
          onChange={(event) => onChange(event.target.value.trim())}
        />
      )}
    </Field>
  );
}
