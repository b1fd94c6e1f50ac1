import { useState } from 'react';
import { PickField } from '../../design-system/web.ts';
import { useChoices } from '../record-views.part.tsx';
import { common, type FieldFace, type InputProps } from './face.part.tsx';

/** A record of another register, found by a part of its words or by their pinyin. */
function Picked(props: InputProps) {
  const [typed, setTyped] = useState('');
  const id = (props.value as string | null) ?? undefined;
  const items = useChoices(props.field.refersTo ?? '', typed, id).map(({ id: value, text, more }) => ({
    value,
    text,
    more,
  }));
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

export const reference: FieldFace = { Input: Picked };
