import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';

/**
 * The last digit of a CAS 登记号 from the digits before it: each times its place counted from the right, the sum modulo 10
 * (CAS, «Check Digit Verification of CAS Registry Numbers»).
 */
export function casCheck(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => sum + Number(digit) * (index + 1), 0) % 10;
}

/** Two to seven digits, two, and the check digit: `7664-41-7`. */
const SHAPE = /^([1-9]\d{1,6})-(\d\d)-(\d)$/;

export function isCasNumber(text: string): boolean {
  const [, first = '', second = '', check] = SHAPE.exec(text) ?? [];
  return first !== '' && casCheck(first + second) === Number(check);
}

const reason = {
  zh: '不是有效的 CAS 登记号（如 7664-41-7），请核对校验位',
  en: 'is no valid CAS registry number (such as 7664-41-7); please check its last digit',
};

/** Dashes of every kind are one; a leading «CAS» is left out. */
const tidy = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s/g, '')
    .replace(/^CAS(号|No\.?)?[:：]?/i, '');

/** CAS 登记号 of a substance, with its check digit right. */
export function casNumber({ label }: { label: Phrase }): FieldType<string | null> {
  const number = z
    .string()
    .max(40)
    .transform(tidy)
    .refine((text) => text === '' || isCasNumber(text), { params: reason });
  return {
    type: 'casNumber',
    label,
    required: false,
    column: 'text',
    input: number.nullish().transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
  };
}
