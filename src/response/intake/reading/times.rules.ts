import { readNumber } from '../../../kernel/chinese-number.ts';
import type { Event } from './events.rules.ts';
import type { Clause, Span } from './said.rules.ts';

export interface FoundTime extends Span {
  readonly at: Date;
  /** 0–1 */
  readonly confidence: number;
}

const N = '[0-9]{1,2}|[〇零一二三四五六七八九十廿两]{1,3}';
const YEAR = '(?:公元)?(?<year>[0-9]{4}|[〇零一二三四五六七八九]{4}|今|去|前)年';
const DATE = [
  `(?:${YEAR})?(?<month>${N}|本|当|同|上个?)月(?:份)?(?<day>${N})[日号](?!线)`,
  `(?<isoYear>[12][0-9]{3})[-/.年](?<isoMonth>[0-9]{1,2})[-/.月](?<isoDay>[0-9]{1,2})日?`,
  `${YEAR}(?<onlyMonth>${N})月`,
  `(?<ago>大前|前|昨|今|当|同|次|翌|即)(?<agoUnit>[天日儿]|(?=[早晚晨夜午]))`,
  `(?<back>上个?|这个?|本)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])`,
  `(?<onlyDay>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号](?![游程均常产线楼院门台机车锅炉])`,
].join('|');
const PART =
  '凌晨|清晨|早晨|早上|一大早|大清早|清早|早|晨|上午|中午|正午|午间|下午|午后|午|傍晚|晚上|晚间|当晚|晚|夜间|夜里|深夜|半夜|午夜|后半夜|夜';
const CLOCK = `(?<hour>${N})(?:[时点](?:钟)?(?:(?<half>半)|(?<quarter>[一三]刻)|(?<minute>[0-9]{1,2}|[〇零一二三四五六七八九十]{1,4})分?)?|:(?<colonMinute>[0-9]{2})(?::[0-9]{2})?(?:分)?)(?:整|多)?`;
const SPANNING = `(?:\\s?(?:-|—|~|至|到)(?:${N})[时点](?:[0-9]{1,2}分)?)?`;
const LOOSE = '(?:许|左右|前后|多钟|来钟|多)?';
const RELATIVE =
  '(?<count>[0-9]{1,3}|[一二两三四五六七八九十几]{1,3}|半)个?(?<more>多|来)?(?<unit>分钟|小时|钟头|天|分)(?<halfMore>半)?(?:之)?前';
const NOW = '刚刚|刚才|方才|刚(?=[发着起听看有])|日前|近日|近期|最近|不久前|前几天|前两天';
const LEAD = '(?:北京时间|当地时间)?';
const TIME = new RegExp(
  `${RELATIVE}|${NOW}|${LEAD}(?:(?:${DATE})(?:\\([^()]{1,12}\\))?[ 的,T]?)?(?<part>${PART})?(?:[ 的])?(?:${CLOCK})?${SPANNING}${LOOSE}`,
  'g',
);

interface Parts {
  readonly [name: string]: string | undefined;
}

/** From so late a wordless hour of the day is meant where only a part of the day is named. */
const HOURS: Readonly<Record<string, number>> = {
  凌晨: 2,
  后半夜: 2,
  清晨: 6,
  早晨: 7,
  早上: 7,
  一大早: 6,
  大清早: 6,
  清早: 6,
  早: 7,
  晨: 6,
  上午: 9,
  中午: 12,
  正午: 12,
  午间: 12,
  午: 12,
  下午: 15,
  午后: 14,
  傍晚: 18,
  晚上: 20,
  晚间: 20,
  当晚: 20,
  晚: 20,
  夜间: 22,
  夜里: 22,
  深夜: 23,
  夜: 22,
  半夜: 0,
  午夜: 0,
};

/**
 * Times that a text names, likeliest time of the event first. Read in Asia/Shanghai (UTC+8 without summer time) and
 * relative to `at`; a date without its year or month is the nearest one past.
 */
export function timesOf(
  text: string,
  { clauses, events, at }: { clauses: readonly Clause[]; events: readonly Event[]; at: Date },
): FoundTime[] {
  const found: (FoundTime & { score: number })[] = [];
  let [day, clause] = [undefined as Date | undefined, 0];
  for (const { 0: words, index, groups = {} } of text.matchAll(TIME)) {
    if (words.length < 2 || !isTime(words, groups, text, index)) continue;
    const read = instantOf(words, groups, at, day);
    if (!read) continue;
    if (read.isDated) day = read.at;
    const span = trimmed(words, index);
    while (clause < clauses.length - 1 && (clauses[clause]?.end ?? 0) <= index) clause += 1;
    const score = read.detail + nearness(span, text, { clauses, events, clause });
    // Until then counts hold; that is no time at which it happened.
    const isUntil = UNTIL.test(text.slice(Math.max(0, span.start - 5), span.start));
    found.push({ ...span, at: read.at, confidence: isUntil ? 0.3 : read.confidence, score });
  }
  return found
    .toSorted((one, other) => other.score - one.score)
    .map(({ score, confidence, ...time }) => ({
      ...time,
      confidence: Math.max(0.1, Math.min(0.95, confidence + (score > 3 ? 0.05 : score < 1 ? -0.3 : 0))),
    }));
}

function trimmed(words: string, index: number): Span {
  const lead = /^[ ,的]*/.exec(words)?.[0].length ?? 0;
  const tail = /[ ,的T]*$/.exec(words)?.[0].length ?? 0;
  return { start: index + lead, end: index + words.length - tail };
}

/** «3点» is a time, «2.5» and «上» are none; an hour alone needs its word. */
function isTime(words: string, groups: Parts, text: string, index: number): boolean {
  if (groups.isoYear || groups.count) return true;
  if (groups.hour && !groups.month && !groups.onlyDay && !groups.ago && !groups.part && !groups.weekday) {
    if (/[\d.第]/.test(text[index - 1] ?? '')) return false;
    if (Number(readNumber(groups.hour)) > 24) return false;
  }
  if (groups.onlyDay && /[\d第十]/.test(text[index - 1] ?? '')) return false;
  return !/^(?:早|晚|午|晨|夜|许|左右|多|前后)+$/.test(words);
}

interface Read {
  readonly at: Date;
  readonly confidence: number;
  readonly detail: number;
  readonly isDated: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

/** Midnight in Shanghai of the day in which an instant lies. */
const dayOf = (at: Date) => new Date(Math.floor((at.getTime() + SHANGHAI) / DAY) * DAY - SHANGHAI);
const dateOf = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day) - SHANGHAI);
const local = (at: Date) => new Date(at.getTime() + SHANGHAI);

function instantOf(words: string, groups: Parts, at: Date, before: Date | undefined): Read | undefined {
  if (groups.count)
    return { at: agoOf(groups, at), confidence: groups.count === '几' ? 0.4 : 0.8, detail: 2.5, isDated: false };
  const vague = vagueOf(words, at);
  if (vague) return vague;
  const date = dateOfWords(groups, at, before);
  if (date === null) return undefined;
  const hasClock = groups.hour !== undefined;
  if (!date && !hasClock && !groups.part) return undefined;
  const base = date ?? (before && !isToday(before, at) && !hasClock ? before : dayOf(at));
  const clock = clockOf(groups, date === undefined || isToday(base, at) ? at : undefined, base);
  if (clock === undefined) return undefined;
  let moment = new Date(dayOf(base).getTime() + clock * 60_000);
  // «23点» said in the morning was last night's; «今天下午» said at noon has not gone further than now.
  if (moment.getTime() > at.getTime() + 120_000 && !date) moment = new Date(moment.getTime() - DAY);
  else if (moment.getTime() > at.getTime() && isToday(base, at) && !hasClock) moment = at;
  // «昨晚两点» was after midnight: people count the night to the day on which it began.
  if (groups.ago && /晚|夜/.test(groups.part ?? '') && hasClock && clock < 6 * 60)
    moment = new Date(moment.getTime() + DAY);
  const isFuture = moment.getTime() > at.getTime() + 120_000;
  const detail = (date ? 1 : 0) + (groups.part ? 0.7 : 0) + (hasClock ? 1 : 0);
  const confidence = isFuture ? 0.15 : hasClock ? (date ? 0.9 : 0.8) : groups.part ? 0.6 : 0.5;
  return { at: moment, confidence, detail, isDated: date !== undefined };
}

const isToday = (one: Date, at: Date) => dayOf(one).getTime() === dayOf(at).getTime();

function agoOf({ count = '', unit, more, halfMore }: Parts, at: Date): Date {
  const number = count === '半' ? 0.5 : count === '几' ? 3 : (readNumber(count) ?? 1);
  const length = unit === '天' ? DAY : unit === '分钟' || unit === '分' ? 60_000 : HOUR;
  const extra = halfMore ? 0.5 : more && length === HOUR ? 0.25 : 0;
  return new Date(at.getTime() - Math.round((number + extra) * length));
}

function vagueOf(words: string, at: Date): Read | undefined {
  if (/^(?:刚刚|刚才|方才|刚)$/.test(words))
    return { at: new Date(at.getTime() - 5 * 60_000), confidence: 0.7, detail: 1.2, isDated: false };
  if (/^(?:日前|近日|近期|最近|不久前|前几天|前两天)$/.test(words)) {
    return { at: new Date(at.getTime() - DAY), confidence: 0.2, detail: 1, isDated: false };
  }
  return undefined;
}

/** @returns undefined where no date is named, null where the one named does not exist */
function dateOfWords(groups: Parts, at: Date, before: Date | undefined): Date | undefined | null {
  const now = local(at);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  if (groups.isoYear) return existing(Number(groups.isoYear), Number(groups.isoMonth), Number(groups.isoDay));
  if (groups.month) {
    const named = yearOf(groups.year, year);
    const day = readNumber(groups.day ?? '') ?? 0;
    const own = readNumber(groups.month);
    if (own === undefined) {
      const last = groups.month.startsWith('上') ? (month === 1 ? 12 : month - 1) : month;
      return existing(last > month ? year - 1 : year, last, day);
    }
    const date = existing(named ?? year, own, day);
    // Without its year the nearest past is meant; a day ahead of now is somebody's clock, not last year.
    return date && named === undefined && date.getTime() > at.getTime() + DAY ? existing(year - 1, own, day) : date;
  }
  if (groups.onlyMonth) return existing(yearOf(groups.year, year) ?? year, readNumber(groups.onlyMonth) ?? 0, 1);
  if (groups.ago) return daysBack(groups, at, before);
  if (groups.weekday) return weekdayOf(groups, at);
  if (groups.onlyDay) {
    const day = readNumber(groups.onlyDay) ?? 0;
    const date = existing(year, month, day);
    if (date && date.getTime() <= at.getTime() + HOUR) return date;
    return month === 1 ? existing(year - 1, 12, day) : existing(year, month - 1, day);
  }
  return undefined;
}

function daysBack({ ago }: Parts, at: Date, before: Date | undefined): Date {
  const today = dayOf(at);
  if (ago === '当' || ago === '同' || ago === '即') return before ? dayOf(before) : today;
  if (ago === '次' || ago === '翌') return before ? new Date(dayOf(before).getTime() + DAY) : today;
  const days = ago === '昨' ? 1 : ago === '前' ? 2 : ago === '大前' ? 3 : 0;
  return new Date(today.getTime() - days * DAY);
}

function weekdayOf({ back = '', weekday = '' }: Parts, at: Date): Date {
  const wanted = '一二三四五六日天'.indexOf(weekday) % 7;
  const named = weekday === '天' ? 6 : wanted;
  const today = (local(at).getUTCDay() + 6) % 7;
  const days = back.startsWith('上') ? today + 7 - named : (today - named + 7) % 7;
  return new Date(dayOf(at).getTime() - days * DAY);
}

function yearOf(written: string | undefined, now: number): number | undefined {
  if (written === undefined) return undefined;
  if (written === '今') return now;
  if (written === '去') return now - 1;
  return written === '前' ? now - 2 : readNumber(written);
}

function existing(year: number, month: number, day: number): Date | null {
  const date = dateOf(year, month, day);
  const back = local(date);
  return back.getUTCMonth() + 1 === month && back.getUTCDate() === day ? date : null;
}

/** Minutes after midnight. With `at`, an hour said in twelve may be the one of the afternoon. */
function clockOf(groups: Parts, at: Date | undefined, base: Date): number | undefined {
  const part = groups.part ?? '';
  if (groups.hour === undefined) return (HOURS[part] ?? 0) * 60;
  // «三四时»: from three on.
  const hour = readNumber(/^[一二三四五六七八九]{2}$/.test(groups.hour) ? groups.hour.charAt(0) : groups.hour) ?? 0;
  const minute = groups.half ? 30 : groups.quarter ? (groups.quarter.startsWith('三') ? 45 : 15) : minuteOf(groups);
  if (hour > 24 || minute > 59) return undefined;
  const isLater = /下午|午后|傍晚|晚|夜/.test(part) && !/半夜|午夜|后半夜/.test(part);
  if (part === '中午' || part === '午间') return (hour < 4 ? hour + 12 : hour) * 60 + minute;
  if (isLater && hour < 12) return (hour <= 3 && /夜/.test(part) ? hour : hour + 12) * 60 + minute;
  const early = hour * 60 + minute;
  if (part || !at || hour > 12) return early;
  const since = (at.getTime() - dayOf(base).getTime()) / 60_000;
  return early + 720 <= since + 2 ? early + 720 : early;
}

const minuteOf = ({ minute, colonMinute }: Parts) => readNumber(colonMinute ?? minute ?? '0') ?? 0;

const UNTIL = /(?:截至|截止|截止到|至|直到|持续到|燃烧到|发稿|直至)$/;
const REPORTED =
  /^[,]?(?:的?最新|电|讯|消息|信息|报道|发布|通报|透露|证实|披露|宣布|发表|出版|日电|记者|,记者|,本报|从)/;
const CALLED = /^[^,。]{0,3},?[^,。]{0,12}(?:接到|接警|接报|赶到|赶赴|获悉|采访|看到)/;

function nearness(
  { start, end }: Span,
  text: string,
  { clauses, events, clause }: { clauses: readonly Clause[]; events: readonly Event[]; clause: number },
): number {
  const own = clauses[clause];
  const following = text.slice(end, end + 24);
  const next = firstFrom(events, end);
  const first = events[0];
  const inClause = events.find((event) => event.clause === clause);
  let score = 0;
  if (next && own && next.sentence === own.sentence) {
    score += 2 - Math.min(1.5, (next.start - end) * 0.015);
    if (next.word === '发生' || next.word === '突发') score += 0.7;
  } else if (inClause) score += 1;
  else score -= 1;
  if (first && next && next.start === first.start) score += 1.4;
  score -= Math.min(1.5, start * 0.002);
  if (UNTIL.test(text.slice(Math.max(0, start - 5), start))) score -= 3;
  if (REPORTED.test(following)) score -= 3;
  if (CALLED.test(following)) score -= 1.2;
  return score;
}

function firstFrom(events: readonly Event[], from: number): Event | undefined {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return events[low];
}
