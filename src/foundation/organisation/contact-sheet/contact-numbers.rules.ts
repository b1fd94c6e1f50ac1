import type { Phrase } from '../../../kernel/phrases.ts';
import { phone, plainPhone } from '../../registers/types/phone.type.ts';

/** The numbers of a cell in their order, in the form they are kept in, and what is wrong with which of them. */
export interface CellNumbers {
  readonly mobiles: readonly string[];
  readonly landlines: readonly string[];
  readonly faults: readonly Phrase[];
}

const { input } = phone({ label: { zh: '号码', en: 'Number' } });
const isPhone = (text: string) => input.safeParse(text).success;

/** Reads a cell of a contact sheet: `13812345678、13912345678`, `68871234/35`, `（办）010-68871234 （手机）138 1234 5678`. */
export function numbersOf(cell: string | null): CellNumbers {
  const mobiles: string[] = [];
  const landlines: string[] = [];
  const faults: Phrase[] = [];
  for (const [index, text] of partsOf(cell ?? '').entries()) {
    const number = plainPhone(text);
    if (!number || !isPhone(text)) faults.push(faultOf(text, index));
    else if (/^1\d{10}$/.test(number)) mobiles.push(number);
    else landlines.push(number);
  }
  return { mobiles: [...new Set(mobiles)], landlines: [...new Set(landlines)], faults };
}

function partsOf(cell: string): string[] {
  const text = cell
    .normalize('NFKC')
    // What a number is for stands beside it in words: (办), 手机:
    .replaceAll(/\([^\d)]*\)/g, ' ')
    .replaceAll(/[\p{Script=Han}]+\s*:/gu, ' ')
    .trim();
  return text
    .split(/[、,;\n\r|]+/)
    .flatMap((part) => slashed(part))
    .flatMap((part) => (part.trim() === '' || isPhone(part) ? part : part.trim().split(/\s+/)))
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `68871234/35` are two lines of one exchange: the second names only the figures that differ. */
function slashed(text: string): string[] {
  const [first = '', ...others] = text.split('/');
  const whole = plainPhone(first);
  return [
    first,
    ...others.map((other) => {
      const tail = other.trim();
      return /^\d{1,4}$/.test(tail) && /\d{7,}$/.test(whole) ? `${whole.slice(0, -tail.length)}${tail}` : other;
    }),
  ];
}

/** Says which number and why, never the number itself: faults are shown to others than the sheet's maker. */
function faultOf(text: string, index: number): Phrase {
  const digits = text.replaceAll(/\D/g, '');
  const place = { zh: `第 ${index + 1} 个号码`, en: `Number ${index + 1}` };
  if (digits === '') return { zh: `${place.zh}里没有数字`, en: `${place.en} has no figures` };
  if (/^1/.test(digits) && digits.length !== 11)
    return {
      zh: `${place.zh}有 ${digits.length} 位，手机号应为 11 位`,
      en: `${place.en} has ${digits.length} figures; a mobile has 11`,
    };
  return {
    zh: `${place.zh}（${digits.length} 位）不是完整的电话号码，固话带区号如 010-68871234`,
    en: `${place.en} (${digits.length} figures) is no whole phone number such as 010-68871234`,
  };
}

/** A name as it is kept: `王 伟`, set with a space to be as wide as three characters, is 王伟. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
