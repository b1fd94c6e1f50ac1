const DIGITS = '零一二三四五六七八九';

/** 1–99 in Chinese: 一, 十, 十二, 二十, 二十三. Larger numbers stay in digits. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (ones === 0 ? '' : DIGITS[ones]);
}

const VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...DIGITS].map((digit, value) => [digit, value])),
  ...{ 〇: 0, 两: 2, 俩: 2, 仨: 3 },
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/**
 * A number as people write it: 12, 1.5, 1,200, 三, 两, 二十三, 一百零八, 2万, 二〇一四. Full-width digits count as digits.
 * @returns undefined for what is none.
 */
export function readNumber(written: string): number | undefined {
  const text = written.normalize('NFKC').replaceAll(',', '');
  const arabic = /^(\d{1,12}(?:\.\d{1,6})?)([百千万亿]{0,2})$/.exec(text);
  if (arabic) return [...(arabic[2] ?? '')].reduce((value, place) => value * (PLACES[place] ?? 1), Number(arabic[1]));
  const signs = [...text];
  if (signs.length === 0 || signs.length > 15) return undefined;
  if (signs.every((sign) => sign in VALUES)) {
    return signs.reduce((value, sign) => value * 10 + (VALUES[sign] ?? 0), 0);
  }
  return placed(signs);
}

/** 一百零八, 三千二, 十五万: each digit counts its place; a place after larger ones multiplies what stands before it. */
function placed(signs: readonly string[]): number | undefined {
  let [total, section, digit] = [0, 0, Number.NaN];
  for (const sign of signs) {
    const [value, place] = [VALUES[sign], PLACES[sign]];
    if (value !== undefined) digit = value;
    else if (place === undefined) return undefined;
    else if (place >= 10_000) {
      total = (total + section + (Number.isNaN(digit) ? 0 : digit)) * place;
      [section, digit] = [0, Number.NaN];
    } else {
      section += (Number.isNaN(digit) ? 1 : digit) * place;
      digit = Number.NaN;
    }
  }
  return total + section + (Number.isNaN(digit) ? 0 : digit);
}
