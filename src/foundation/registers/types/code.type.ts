import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';

interface CodeOptions {
  label: Phrase;
  required?: boolean;
  /** What it looks like once blanks are gone and letters are capitals. */
  pattern: RegExp;
  /** One that is right, for the words of a refusal. */
  example: string;
}

/** A code of an outside list, such as a reservoir's register code: capitals, without blanks, of one form. */
export function code(options: CodeOptions & { required: true }): FieldType<string>;
export function code(options: CodeOptions): FieldType<string | null>;
export function code({ label, required = false, pattern, example }: CodeOptions): FieldType<string | null> {
  const params = { zh: `格式不对，应如 ${example}`, en: `has a wrong form; one like ${example} is expected` };
  const base = z
    .string()
    .max(100)
    .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase());
  const formed = base.refine((text) => pattern.test(text), { params });
  const optional = base.refine((text) => text === '' || pattern.test(text), { params });
  return {
    type: 'code',
    label,
    required,
    column: 'text',
    input: required ? formed : optional.nullish().transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
  };
}
