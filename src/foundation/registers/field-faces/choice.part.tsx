import { CheckField, ChoiceField, Field } from '../../design-system/web.ts';
import type { Choice } from '../define.ts';
import { common, type FieldFace, type InputProps } from './face.part.tsx';

function One(props: InputProps) {
  const items = (props.field.options ?? []).map(({ id, label }) => ({ value: id, label }));
  const chosen = (props.value as string | null) ?? undefined;
  return (
    <ChoiceField {...common(props)} choices={items} value={chosen} onChange={(id) => props.onChange(id || null)} />
  );
}

/** A box for each of several. */
export function Boxes({ options, ...props }: InputProps & { readonly options: readonly Choice[] }) {
  const chosen = (props.value as readonly string[] | undefined) ?? [];
  const turn = (id: string, isOn: boolean) =>
    props.onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Field {...common(props)} isGroup>
      {() => (
        <div className="row">
          {options.map(({ id, label }) => (
            <CheckField key={id} label={label} isChecked={chosen.includes(id)} onChange={(isOn) => turn(id, isOn)} />
          ))}
        </div>
      )}
    </Field>
  );
}

const Some = (props: InputProps) => <Boxes {...props} options={props.field.options ?? []} />;

export const choice: FieldFace = { Input: One };
export const choices: FieldFace = { Input: Some };
