import type { FieldType } from './define.ts';
import type { InputProps } from './field-faces/face.part.tsx';
import { FACES } from './field-faces/faces.part.tsx';

/** One field of a record in a form. */
export function FieldInput(props: InputProps) {
  const Input = FACES[props.field.type]?.Input;
  return Input ? <Input {...props} /> : null;
}

export const isFilledByHand = (field: FieldType) => FACES[field.type]?.Input !== undefined;
