import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';
import { tailAsked, tailsOf } from './tails.rules.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The eighteenth character of a 公民身份号码 from the seventeen digits before it (GB 11643-1999, 4.5). */
export function identityCheck(seventeen: string): string | undefined {
  if (!/^\d{17}$/.test(seventeen)) return undefined;
  const sum = [...seventeen].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  return CHECKS[sum % 11];
}

/** What is wrong with an identity number, said as somebody who typed it can use it; undefined when it is right. */
function fault(text: string): Phrase | undefined {
  if (!/^\d{17}[\dX]$/.test(text)) {
    return { zh: '身份证号为 18 位，末位可为 X', en: 'an identity number has 18 places, the last may be X' };
  }
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)];
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(born.getTime()) && born.getUTCDate() === Number(day);
  if (!isDay || Number(year) < 1850) {
    return { zh: '身份证号中的出生日期不存在', en: 'the date of birth in it does not exist' };
  }
  if (identityCheck(text.slice(0, 17)) === text.slice(17)) return undefined;
  return { zh: '身份证号校验位不符，请核对', en: 'its check character does not fit; please check it' };
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/**
 * 公民身份号码: sealed under the record's own key, masked until revealed with a reason, found by the whole or its last four to
 * six places through a blind index (个保法 第28条 and 第51条).
 */
export function identityNumber({ label }: { label: Phrase }): FieldType<string | null> {
  const input = z
    .string()
    .max(40)
    .transform(plain)
    .superRefine((text, issues) => {
      const params = text === '' ? undefined : fault(text);
      if (params) issues.addIssue({ code: 'custom', params });
    });
  return {
    type: 'identityNumber',
    label,
    required: false,
    column: 'bytea',
    personal: 'identity',
    input: input.nullish().transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
    mask: (text) => `${text.slice(0, 6)}********${text.slice(-4)}`,
    blind: {
      kind: 'identity_number',
      words: (text) => [text, ...tailsOf(text)],
      asked: (typed) => {
        const text = plain(typed);
        if (/^\d{17}[\dX]$/.test(text)) return text;
        return /^\d{3,5}[\dX]$/.test(text) ? tailAsked(text) : undefined;
      },
    },
  };
}
