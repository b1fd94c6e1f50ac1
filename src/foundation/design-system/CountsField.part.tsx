import type { Phrase } from '../../kernel/phrases.ts';
import { NumberField } from './Fields.part.tsx';
import { Field, type FieldProps } from './Form.part.tsx';

/** One figure for each kind of a list: two photos, one paper. Empty stands for none. */
export function CountsField<Id extends string>({
  options,
  value,
  onChange,
  most = 20,
  ...field
}: FieldProps & {
  options: readonly { readonly id: Id; readonly label: Phrase }[];
  value: Readonly<Partial<Record<Id, number>>>;
  onChange: (value: Partial<Record<Id, number>>) => void;
  /** Most of one kind. */
  most?: number;
}) {
  return (
    <Field {...field} isGroup>
      {() => (
        <div className="form-row">
          {options.map(({ id, label }) => (
            <NumberField
              key={id}
              label={label}
              name={`${field.name ?? ''}.${id}`}
              value={value[id] ?? null}
              onChange={(count) => onChange({ ...value, [id]: count ?? 0 })}
              min={0}
              max={most}
            />
          ))}
        </div>
      )}
    </Field>
  );
}
