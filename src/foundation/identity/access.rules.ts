import type { Phrase } from '../../kernel/phrases.ts';
import { ADMINISTRATOR_ROLES, type Hat, type Role } from './define.ts';

/**
 * How people prove who they are, as one dated rule set. The figures are those an installation starts with:
 * GB/T 22239-2019 8.1.4.1 asks for each of these limits and leaves the figures to the owner.
 */
export const ACCESS_RULES = {
  version: '2026-11-24',
  citation: 'GB/T 22239-2019 8.1.4.1',
  password: {
    minLength: 10,
    minLengthAdministrator: 12,
    /** Of lower case, upper case, digits and everything else. */
    classes: 3,
    /** How many former passwords may not come back. */
    remembered: 5,
    maxAgeDays: 90,
    /** Longer ones only make the server work. */
    maxLength: 128,
  },
  throttle: {
    /** Refusals after which one account is closed to an address, and to all addresses it never signed in from. */
    refusals: 5,
    /** Different names refused from one address after which it may only try names that have signed in there. */
    namesPerAddress: 5,
    windowMinutes: 15,
    knownAddressDays: 30,
  },
  session: {
    idleMinutes: 30,
    idleMinutesAdministrator: 15,
    /** A duty lasts 24 hours; whoever stays longer signs in again. */
    hours: 26,
    wallHours: 24 * 30,
  },
  secondFactor: { roles: ADMINISTRATOR_ROLES as readonly Role[] },
} as const;

export type AccessRules = typeof ACCESS_RULES;

const WEAK_WORDS = [
  'password',
  'passwd',
  'passw',
  'admin',
  'administrator',
  'root',
  'user',
  'test',
  'guest',
  'welcome',
  'letmein',
  'qwerty',
  'qwertyuiop',
  'qwer',
  'asdf',
  'asdfgh',
  'zxcvbn',
  'qazwsx',
  'qazwsxedc',
  'abc',
  'abcd',
  'abcdef',
  'aa',
  'iloveyou',
  'woaini',
  'monkey',
  'dragon',
  'master',
  'login',
  'changeme',
  'default',
  'secret',
  'huawei',
  'aliyun',
  'beijing',
  'shijingshan',
  'zhongguo',
  'china',
  'yingji',
  'yingjiju',
  'zhiban',
  'duty',
  'fengsui',
  'emergency',
]; // prettier-ignore
const LEET: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', '1': 'i', '3': 'e', '4': 'a', $: 's', '5': 's' };

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** Why a new password is refused, or nothing. Former passwords are compared where their hashes are. */
export function passwordFault(
  password: string,
  { username, isAdministrator }: { username: string; isAdministrator: boolean },
  rules: AccessRules = ACCESS_RULES,
): Phrase | undefined {
  const { minLength, minLengthAdministrator, maxLength, classes } = rules.password;
  const shortest = isAdministrator ? minLengthAdministrator : minLength;
  const length = [...password].length;
  if (length < shortest) return { zh: `至少 ${shortest} 个字符`, en: `at least ${shortest} characters` };
  if (length > maxLength) return { zh: `最多 ${maxLength} 个字符`, en: `at most ${maxLength} characters` };
  if (CLASSES.filter((kind) => kind.test(password)).length < classes) {
    return {
      zh: `须含大写字母、小写字母、数字、符号中的 ${classes} 类`,
      en: `needs ${classes} of: upper case, lower case, digits, other characters`,
    };
  }
  if (isGuessable(password, username)) return { zh: '过于常见，容易被猜到', en: 'too common, easily guessed' };
  return undefined;
}

function isGuessable(password: string, username: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (username.length >= 3 && plain.includes(username.toLowerCase())) return true;
  const letters = plain.replaceAll(/[^a-z]/g, '');
  const unmasked = [...plain].map((char) => LEET[char] ?? char).join('');
  const words = [letters, unmasked.replaceAll(/[^a-z]/g, ''), unmasked.replace(/[^a-z]+.*$/, '')];
  if (words.some((word) => WEAK_WORDS.includes(word))) return true;
  return /(.)\1{4}/u.test(plain) || hasRun(plain, 6);
}

/** `abcdef`, `654321`: so many neighbours of the code table in one direction. */
function hasRun(text: string, length: number): boolean {
  for (const step of [1, -1]) {
    let run = 1;
    for (let index = 1; index < text.length; index += 1) {
      run = text.charCodeAt(index) - text.charCodeAt(index - 1) === step ? run + 1 : 1;
      if (run >= length) return true;
    }
  }
  return false;
}

export const isAdministrator = (roles: readonly Role[]): boolean =>
  roles.some((role) => (ADMINISTRATOR_ROLES as readonly Role[]).includes(role));

export const needsSecondFactor = (roles: readonly Role[], rules: AccessRules = ACCESS_RULES): boolean =>
  roles.some((role) => rules.secondFactor.roles.includes(role));

/** Minutes without action after which commands ask again who is there. */
export function idleMinutesOf(hats: readonly Hat[], rules: AccessRules = ACCESS_RULES): number {
  return isAdministrator(hats.map((hat) => hat.role))
    ? rules.session.idleMinutesAdministrator
    : rules.session.idleMinutes;
}

/** When a session of these hats ends whatever happens. */
export function sessionEnd(start: Date, roles: readonly Role[], rules: AccessRules = ACCESS_RULES): Date {
  const isWall = roles.length > 0 && roles.every((role) => role === 'wall');
  return new Date(start.getTime() + (isWall ? rules.session.wallHours : rules.session.hours) * 3_600_000);
}

export interface RecentRefusals {
  /** Of this name from this address. */
  readonly ofPair: number;
  /** Of this name from anywhere. */
  readonly ofName: number;
  /** Other names refused from this address. */
  readonly otherNames: number;
  /** Has this name signed in from this address lately? */
  readonly isKnown: boolean;
}

/**
 * Closed after too many refusals. Who guesses a colleague's password from elsewhere closes the account to elsewhere,
 * not to the desk it always signs in from; who tries many names from one place closes that place to new names.
 */
export function isThrottled(recent: RecentRefusals, rules: AccessRules = ACCESS_RULES): boolean {
  const { refusals, namesPerAddress } = rules.throttle;
  if (recent.ofPair >= refusals) return true;
  return !recent.isKnown && (recent.ofName >= refusals || recent.otherNames >= namesPerAddress);
}
