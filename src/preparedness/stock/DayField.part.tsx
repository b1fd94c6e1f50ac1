import { Field, type FieldProps } from '../../foundation/design-system/web.ts';

/** A day of the calendar; empty text is none. */
export function DayField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void }) {
  return (
    <Field {...field}>
      {(control) => <input {...control} type="date" value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}
