import type { ComponentType } from 'react';
import type { FieldProps } from '../../design-system/web.ts';
import type { FieldType, RegisterDefinition } from '../define.ts';
import type { Labels, RecordJson } from '../record-views.part.tsx';

export interface InputProps {
  /** Its name in the API: problems are shown at it. */
  readonly name: string;
  readonly field: FieldType;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** What the form holds in all its fields, where there is a form. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface CellProps {
  readonly register: RegisterDefinition;
  readonly name: string;
  readonly field: FieldType;
  readonly record: RecordJson;
  /** Never null, undefined or an empty text: a gap is drawn once for all types. */
  readonly value: unknown;
  readonly labels: Labels;
}

/** How a type of field meets people in a browser; its other faces lie in its `*.type.ts`. */
export interface FieldFace {
  /** How it is filled in; absent where only commands set it. */
  readonly Input?: ComponentType<InputProps>;
  /** A value in a row or on the page; its words unless told. */
  readonly Cell?: ComponentType<CellProps>;
}

/** What every field of a form is given, with its unit and with what may be wrong about the value. */
export const common = ({ field, name, value }: InputProps): FieldProps & { name: string } => {
  const doubt = value === null || value === undefined ? undefined : field.doubt?.(value);
  return {
    label: field.unit
      ? { zh: `${field.label.zh}（${field.unit.zh}）`, en: `${field.label.en} (${field.unit.en})` }
      : field.label,
    name,
    isRequired: field.required,
    ...(doubt ? { hint: doubt } : {}),
  };
};
