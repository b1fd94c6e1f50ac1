import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * The eighteenth character of a 统一社会信用代码 from the seventeen before it (GB 32100-2015, 5.1.5); undefined where one
 * of them is not of its alphabet, which has no I, O, S, V and Z.
 */
export function creditCodeCheck(seventeen: string): string | undefined {
  const values = [...seventeen].map((letter) => ALPHABET.indexOf(letter));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), 0);
  return ALPHABET[(31 - (sum % 31)) % 31];
}

const reason = {
  zh: '不是有效的统一社会信用代码，请核对',
  en: 'is no valid unified social credit code; please check it',
};

/** 统一社会信用代码, in capitals, with its check character right. */
export function creditCode({ label }: { label: Phrase }): FieldType<string | null> {
  const code = z
    .string()
    .max(40)
    .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
    .refine((text) => text === '' || creditCodeCheck(text.slice(0, 17)) === text.slice(17), { params: reason });
  return {
    type: 'creditCode',
    label,
    required: false,
    column: 'text',
    input: code.nullish().transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
  };
}
