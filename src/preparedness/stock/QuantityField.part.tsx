import { useState } from 'react';
import { Field, type FieldProps } from '../../foundation/design-system/web.ts';

/** How much, to three places; kept as typed while it is typed, and refused by name where it is no number. */
export function QuantityField({
  value,
  onChange,
  measure,
  ...field
}: FieldProps & { value: number | null; onChange: (value: number | null) => void; measure?: string | undefined }) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const shown = text !== '' && Number(text) === value ? text : value === null ? text : String(value);
  return (
    <Field {...field}>
      {(control) => (
        <div className="row">
          <input
            {...control}
            className="stock-quantity"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            pattern="[0-9]+([.][0-9]{1,3})?"
            value={shown}
            disabled={field.isDisabled}
            onFocus={(event) => event.target.select()}
            onChange={({ target }) => {
              const typed = target.value.trim();
              setText(typed);
              onChange(/^\d+([.]\d{1,3})?$/.test(typed) ? Number(typed) : null);
            }}
          />
          {measure && <span>{measure}</span>}
        </div>
      )}
    </Field>
  );
}
