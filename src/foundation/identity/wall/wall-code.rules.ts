import type { Phrase } from '../../../kernel/phrases.ts';
import { defineRuleSet } from '../../rule-sets/define.ts';
import { group, MINUTES, whole } from '../../rule-sets/leaf.type.ts';

/** Read aloud and typed on a keyboard that lies behind the wall: nothing in it looks or sounds like something else. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** How long a code that opens the wall may wait to be typed. */
export const WALL_CODE_RULES = defineRuleSet('wall_code_rules', {
  label: { zh: '大屏一次性代码规则', en: 'Rules of one-time codes for the wall' },
  about: { zh: '代码在多长时间内有效', en: 'How long a code is good for' },
  citation: 'GB/T 22239-2019 8.1.4.1',
  ownerRole: 'duty_leader',
  schema: group({
    minutes: whole({ label: { zh: '代码有效', en: 'A code is good for' }, unit: MINUTES, min: 2, max: 60 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: 'GB/T 22239-2019 8.1.4.1（标准要求设定，数值由运营单位确定）',
    values: { minutes: 10 },
  },
});

/** `bytes` of chance as letters; the few values that would favour the first letters are passed over. */
export function codeFrom(bytes: Uint8Array): string | undefined {
  const fair = 256 - (256 % CODE_LETTERS.length);
  const letters = [...bytes].filter((byte) => byte < fair).map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]);
  return letters.length < LENGTH ? undefined : letters.slice(0, LENGTH).join('');
}

/** `K7PQ-3M8T`, as it is shown. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What was typed, without dashes, spaces and small letters. @returns undefined when that can be no code. */
export function typedCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return code.length === LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter)) ? code : undefined;
}

export const WALL_PATH = '/wall';

/** A page of the wall, and nothing that leads elsewhere. */
export const isWallPath = (path: string): boolean => path === WALL_PATH || /^\/wall\/[0-9a-f-]{36}$/.test(path);

export const NOT_A_WALL: Phrase = {
  zh: '只能选择仅担任「大屏」岗位、账号在用的人员',
  en: 'must be an account in use that holds posts of the wall alone',
};
