import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { FieldType } from '../define.ts';

interface NumberOptions {
  label: Phrase;
  required?: boolean;
  min?: number;
  max?: number;
}

/** A whole number such as a head count. */
export function whole(options: NumberOptions & { required: true }): FieldType<number>;
export function whole(options: NumberOptions): FieldType<number | null>;
export function whole({
  label,
  required = false,
  min = 0,
  max = 2_147_483_647,
}: NumberOptions): FieldType<number | null> {
  const base = z.number().int().min(min).max(max);
  return {
    type: 'whole',
    label,
    required,
    column: 'integer',
    input: required ? base : base.nullish().transform((value) => value ?? null),
    show: (value) => (value === null ? '' : String(value)),
  };
}

export function boolean({ label }: { label: Phrase }): FieldType<boolean> {
  return {
    type: 'boolean',
    label,
    required: true,
    column: 'boolean',
    input: z.boolean(),
    show: (value, language) => ({ zh: value ? '是' : '否', en: value ? 'yes' : 'no' })[language],
  };
}
