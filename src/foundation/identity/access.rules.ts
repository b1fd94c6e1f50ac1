import type { Phrase } from '../../kernel/phrases.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { DAYS, group, HOURS, MINUTES, someOf, TIMES, whole } from '../rule-sets/leaf.type.ts';
import { ADMINISTRATOR_ROLES, type Hat, isWall, ROLES, type Role } from './define.ts';

const CHARACTERS: Phrase = { zh: '个字符', en: 'characters' };
const KINDS: Phrase = { zh: '类', en: 'kinds' };
const NAMES: Phrase = { zh: '个', en: 'names' };
const PASSWORDS: Phrase = { zh: '个', en: 'passwords' };
const ALL_ROLES = (Object.keys(ROLES) as Role[]).map((id) => ({ id, label: ROLES[id] }));

/** Longer ones only make the server work. */
const MAX_PASSWORD_LENGTH = 128;

/**
 * How people prove who they are. The standard asks for each of these limits and leaves the figures to the owner; the
 * bounds keep a proposal from opening what the third grade of protection wants closed.
 */
export const ACCESS_RULES = defineRuleSet('access_rules', {
  label: { zh: '登录与口令规则', en: 'Rules of signing in' },
  about: {
    zh: '口令复杂度与有效期、失败锁定、会话时长、须用动态口令的身份',
    en: 'Passwords and their age, closing after failures, length of a session, who needs a one-time code',
  },
  citation: 'GB/T 22239-2019 8.1.4.1',
  ownerRole: 'duty_leader',
  schema: group({
    password: group(
      {
        minLength: whole({ label: { zh: '最短长度', en: 'Shortest' }, unit: CHARACTERS, min: 8, max: 16 }),
        minLengthAdministrator: whole({
          label: { zh: '管理员最短长度', en: 'Shortest of administrators' },
          unit: CHARACTERS,
          min: 8,
          max: 16,
        }),
        classes: whole({
          label: { zh: '大写、小写、数字、符号至少', en: 'Of lower case, upper case, digits and others' },
          unit: KINDS,
          min: 2,
          max: 4,
        }),
        remembered: whole({
          label: { zh: '不得重复最近', en: 'Former ones that may not come back' },
          unit: PASSWORDS,
          min: 1,
          max: 24,
        }),
        maxAgeDays: whole({ label: { zh: '有效期', en: 'To be changed after' }, unit: DAYS, min: 1, max: 365 }),
      },
      { zh: '口令', en: 'Password' },
    ),
    throttle: group(
      {
        refusals: whole({
          label: { zh: '同一账号失败', en: 'Refusals that close an account' },
          unit: TIMES,
          min: 3,
          max: 20,
        }),
        /** Different names refused from one address after which it may only try names that have signed in there. */
        namesPerAddress: whole({
          label: { zh: '同一地址失败账号', en: 'Names refused from one address' },
          unit: NAMES,
          min: 3,
          max: 50,
        }),
        windowMinutes: whole({ label: { zh: '统计时段', en: 'Counted within' }, unit: MINUTES, min: 5, max: 1440 }),
        knownAddressDays: whole({
          label: { zh: '常用地址保留', en: 'An address stays known for' },
          unit: DAYS,
          min: 1,
          max: 365,
        }),
      },
      { zh: '失败锁定', en: 'Refused sign-ins' },
    ),
    session: group(
      {
        idleMinutes: whole({
          label: { zh: '无操作锁定', en: 'Locked when idle for' },
          unit: MINUTES,
          min: 5,
          max: 240,
        }),
        idleMinutesAdministrator: whole({
          label: { zh: '管理员无操作锁定', en: 'Administrators locked when idle for' },
          unit: MINUTES,
          min: 5,
          max: 60,
        }),
        /** A duty lasts 24 hours; whoever stays longer signs in again. */
        hours: whole({ label: { zh: '会话最长', en: 'A session lasts' }, unit: HOURS, min: 1, max: 72 }),
        wallHours: whole({
          label: { zh: '大屏会话最长', en: 'A session of the wall lasts' },
          unit: HOURS,
          min: 24,
          max: 2160,
        }),
      },
      { zh: '会话', en: 'Session' },
    ),
    secondFactor: group(
      {
        roles: someOf({
          label: { zh: '须用动态口令的身份', en: 'Posts that need a one-time code' },
          options: ALL_ROLES,
          always: ADMINISTRATOR_ROLES,
        }),
      },
      { zh: '双因素', en: 'Second factor' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: 'GB/T 22239-2019 8.1.4.1（标准要求设定，数值由运营单位确定）',
    values: {
      password: { minLength: 10, minLengthAdministrator: 12, classes: 3, remembered: 5, maxAgeDays: 90 },
      throttle: { refusals: 5, namesPerAddress: 5, windowMinutes: 15, knownAddressDays: 30 },
      session: { idleMinutes: 30, idleMinutesAdministrator: 15, hours: 26, wallHours: 24 * 30 },
      secondFactor: { roles: [...ADMINISTRATOR_ROLES] },
    },
  },
});

export type AccessRules = (typeof ACCESS_RULES)['initial']['values'];

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
  rules: AccessRules,
): Phrase | undefined {
  const { minLength, minLengthAdministrator, classes } = rules.password;
  const shortest = isAdministrator ? minLengthAdministrator : minLength;
  const length = [...password].length;
  if (length < shortest) return { zh: `至少 ${shortest} 个字符`, en: `at least ${shortest} characters` };
  if (length > MAX_PASSWORD_LENGTH) {
    return { zh: `最多 ${MAX_PASSWORD_LENGTH} 个字符`, en: `at most ${MAX_PASSWORD_LENGTH} characters` };
  }
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

export const needsSecondFactor = (roles: readonly Role[], rules: AccessRules): boolean =>
  roles.some((role) => rules.secondFactor.roles.includes(role));

/** Minutes without action after which commands ask again who is there. */
export function idleMinutesOf(hats: readonly Hat[], rules: AccessRules): number {
  // Nobody sits at the wall, and nothing is done from it.
  if (isWall({ hats })) return rules.session.wallHours * 60;
  return isAdministrator(hats.map((hat) => hat.role))
    ? rules.session.idleMinutesAdministrator
    : rules.session.idleMinutes;
}

/** When a session of these hats ends whatever happens. */
export function sessionEnd(start: Date, roles: readonly Role[], rules: AccessRules): Date {
  const isOfWall = roles.length > 0 && roles.every((role) => role === 'wall');
  return new Date(start.getTime() + (isOfWall ? rules.session.wallHours : rules.session.hours) * 3_600_000);
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
export function isThrottled(recent: RecentRefusals, rules: AccessRules): boolean {
  const { refusals, namesPerAddress } = rules.throttle;
  if (recent.ofPair >= refusals) return true;
  return !recent.isKnown && (recent.ofName >= refusals || recent.otherNames >= namesPerAddress);
}
