import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type BlindIndex, cellText, type FieldType } from '../define.ts';
import { tailAsked, tailsOf } from './tails.rules.ts';

/** `+86 139-1234-5678`, `(010)68871234转802` as they are written in sheets → `13912345678`, `010-68871234-802`. */
export function plainPhone(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/(?:转|分机|ext\.?)\s*/gi, '#')
    .replace(/(\d{7,8})-(\d{1,6})$/, '$1#$2')
    .replaceAll(/[^\d+#]/g, '')
    .replace(/^(?:\+86|0086)/, '');
  const [number = '', extension] = text.split('#');
  const own = /^(01\d|02\d|0[3-9]\d{2})(\d{7,8})$/.exec(number);
  return [own ? `${own[1]}-${own[2]}` : number, extension].filter(Boolean).join('-');
}

const FORMS = [
  /^1\d{10}$/, // mobile
  /^0\d{2,3}-\d{7,8}(-\d{1,6})?$/, // with area code and extension
  /^\d{7,8}(-\d{1,6})?$/, // local
  /^[48]00\d{7}$/,
  /^\d{3,6}$/, // 119, 12345, 95598
  /^\+\d{7,15}$/, // abroad
];

const NO_PHONE = {
  zh: '不是完整的电话号码：手机 11 位，固话带区号如 010-68871234，一栏一个号码',
  en: 'is no whole phone number: 11 digits of a mobile, or 010-68871234; one number a field',
};
const NO_SUCH_RANGE = {
  zh: '没有这样的手机号段，可能打不通',
  en: 'no mobile numbers begin so; it may not be reachable',
};

const digits = (text: string) => text.replaceAll(/\D/g, '');

/** Finds a sealed number by the whole of it or by its tail, however it was written. */
export const PHONE_INDEX: BlindIndex = {
  kind: 'phone',
  words: (text) => {
    const [area, number] = /^0\d{2,3}-/.test(text) ? text.split('-') : [undefined, text.split('-')[0]];
    const whole = digits(`${area ?? ''}${number ?? ''}`);
    // With an area code it is also found by the number that neighbours dial.
    return [...new Set([whole, digits(number ?? ''), ...tailsOf(whole)])];
  },
  asked: (typed) => {
    const text = digits(plainPhone(typed).replace(/(-\d{7,8})-\d+$/, '$1'));
    if (text.length >= 7) return text;
    return /^\s*\d+\s*$/.test(typed.normalize('NFKC')) ? tailAsked(text) : undefined;
  },
};

/**
 * A phone number: sealed under the record's own key, masked until revealed with a reason, found by the whole number or its
 * last four to six digits through a blind index. Kept in one form however it is written.
 */
export function phone({ label, required = false }: { label: Phrase; required?: boolean }): FieldType<string | null> {
  const input = z
    .string()
    .max(60)
    .transform((text) => plainPhone(text) || text.trim())
    .refine((text) => text === '' || FORMS.some((form) => form.test(text)), { params: NO_PHONE });
  const filled = input.refine((text) => text !== '', { params: { zh: '必须填写', en: 'is required' } });
  return {
    type: 'phone',
    label,
    required,
    column: 'bytea',
    personal: 'contact',
    input: required ? filled : input.nullish().transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
    doubt: (value) => (value && /^1[0-2]\d{9}$/.test(plainPhone(value)) ? NO_SUCH_RANGE : undefined),
    blind: PHONE_INDEX,
  };
}
