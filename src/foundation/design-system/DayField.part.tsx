import { Field, type FieldProps } from './Form.part.tsx';

/** A calendar day as `2026-06-11`. */
export function DayField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (day: string) => void }) {
  return (
    <Field {...field}>
      {(control) => <input {...control} type="date" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
