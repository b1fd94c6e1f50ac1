import { z } from 'zod';
import { isId } from '../../../kernel/ids.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type FieldType, plainCell } from '../define.ts';
import { listOf } from './choice.type.ts';

interface ReferenceOptions {
  label: Phrase;
  required?: boolean;
  /** Name of the register (table) whose id the field holds. */
  to: string;
}

export const idInput = z
  .string()
  .toLowerCase()
  .refine(isId, { params: { id: true } });

/** The id of another record. The database refuses ids that do not exist. */
export function reference(options: ReferenceOptions & { required: true }): FieldType<string>;
export function reference(options: ReferenceOptions): FieldType<string | null>;
export function reference({ label, required = false, to }: ReferenceOptions): FieldType<string | null> {
  return {
    type: 'reference',
    label,
    required,
    column: `uuid references "${to}" (id)`,
    input: required ? idInput : idInput.nullish().transform((value) => value ?? null),
    refersTo: to,
    filter: 'equals',
    fromCell: plainCell,
    show: (value) => value ?? '',
  };
}

/** Several texts in order, such as the resources that an action asks for. */
export function list({ label, max = 50 }: { label: Phrase; max?: number }): FieldType<string[]> {
  return {
    type: 'list',
    label,
    required: false,
    column: "text[] default '{}'",
    startsAs: [],
    input: z
      .array(z.string().max(200))
      .max(max)
      .nullish()
      .transform((value) => value ?? []),
    fromCell: listOf,
    show: (value) => value.join('、'),
  };
}

/** Somebody of the organisation, chosen by name, pinyin or unit. */
export function person(options: Omit<ReferenceOptions, 'to'> & { required: true }): FieldType<string>;
export function person(options: Omit<ReferenceOptions, 'to'>): FieldType<string | null>;
export function person(options: Omit<ReferenceOptions, 'to'>): FieldType<string | null> {
  return { ...reference({ ...options, to: 'person' }), type: 'person' };
}

/** A unit of the organisation. */
export function unit(options: Omit<ReferenceOptions, 'to'> & { required: true }): FieldType<string>;
export function unit(options: Omit<ReferenceOptions, 'to'>): FieldType<string | null>;
export function unit(options: Omit<ReferenceOptions, 'to'>): FieldType<string | null> {
  return { ...reference({ ...options, to: 'unit' }), type: 'unit' };
}
