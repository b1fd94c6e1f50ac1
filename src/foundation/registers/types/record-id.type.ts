import type { Phrase } from '../../../kernel/phrases.ts';
import { type FieldType, plainCell } from '../define.ts';
import { idInput } from './reference.type.ts';

interface RecordIdOptions {
  label: Phrase;
  required?: boolean;
  /** The field beside it that says in which register the record lies; with it the record's page shows what points here. */
  registerIn?: string;
}

/**
 * The id of a record of any kind, whose register stands in a field beside it: an order concerns an incident or a
 * warning. No foreign key can hold it, so the command that writes it asks whether the record is there.
 */
export function recordId(options: RecordIdOptions & { required: true }): FieldType<string>;
export function recordId(options: RecordIdOptions): FieldType<string | null>;
export function recordId({ label, required = false, registerIn }: RecordIdOptions): FieldType<string | null> {
  return {
    type: 'recordId',
    label,
    required,
    column: 'uuid',
    ...(registerIn ? { registerIn } : {}),
    input: required ? idInput : idInput.nullish().transform((value) => value ?? null),
    fromCell: plainCell,
    show: (value) => value ?? '',
  };
}
