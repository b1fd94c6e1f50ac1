import { readNumber } from '../../../kernel/chinese-number.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { BLANK, type Span } from './said.rules.ts';

export type Figure = 'deaths' | 'missing' | 'seriousInjuries' | 'minorInjuries' | 'trapped';

export interface FoundFigure extends Span {
  readonly field: Figure;
  readonly value: number;
  /** 0–1 */
  readonly confidence: number;
}

export const CASUALTY_LABELS_OF: Readonly<Record<Figure, Phrase>> = {
  deaths: { zh: '死亡', en: 'Dead' },
  missing: { zh: '失踪', en: 'Missing' },
  seriousInjuries: { zh: '重伤', en: 'Seriously injured' },
  minorInjuries: { zh: '轻伤', en: 'Slightly injured' },
  trapped: { zh: '被困', en: 'Trapped' },
};

/** How each state is said. Order matters: 重伤 before 受伤, because the longer word decides. */
const STATES: Readonly<Record<Figure, string>> = {
  deaths:
    '死亡|身亡|遇难|丧生|罹难|殒命|毙命|丧命|身故|亡故|去世|离世|死了|已死|没了命|没气儿?了|断了?气|没了?呼吸|已经?没了|溺亡|摔死|烧死|砸死|撞死|压死|炸死|死(?![伤者里亡神尸火角机不难因])|亡(?![羊者命])',
  missing: '失踪|失联|下落不明|失去联系|联系不上|联络不上|没找到|找不到|没联系上|走失|没找[着到见]|找不[着到见]',
  seriousInjuries:
    '重伤|受重伤|严重受伤|严重烧伤|伤势(?:较|严|过|很|比较)?重|伤势危重|伤情(?:较|严)?重|病危|生命垂危|危重|重症|生命危险|昏迷不醒',
  minorInjuries:
    '轻微?伤|受轻伤|受伤|负伤|烧伤|烫伤|擦伤|摔伤|砸伤|撞伤|划伤|灼伤|刺伤|炸伤|骨折|[腿臂脚]断|胳膊断|擦破|流血|出血|挂彩|伤(?![势情亡者员口害心及])|(?:食物|一氧化碳|煤气|气体)?中毒|晕(?:倒|了|过去|厥|过去了)?|昏(?:迷|倒|厥|过去)|呛(?:着|到|伤|了)?|不适|送(?:往|到|至|进)?(?:了)?(?:当地|附近|就近)?医院?(?:救治|治疗|抢救)?|接受治疗|入院|住院|就诊|就医|发病',
  trapped:
    '被困|受困|被埋|被压|被卡|被堵|困在|困住|埋在|压在|卡在|关在|还?没出来|没跑出来|出不来|没上来|上不来|[困压埋](?=[了着])',
};
const FIGURES = Object.keys(STATES) as Figure[];
const ANY = FIGURES.map((field) => `(?<${field}>${STATES[field]})`).join('|');

const NUMBER = '[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|[一二两俩仨三四五六七八九十百千〇零]{1,7}';
const COUNTED =
  '(?:余|多|来)?个?(?:人|名|位|口|例|(?=工人|孩子|小孩|老|已|没|还没|当场|受|昏|晕|骨|[腿臂脚]断|学生|男|女|乘客|居民|员工|民工|司机|同事|师傅|伙计|大人|伤|死|重|轻))';
const PLAIN = `[^,。;:!?、()${BLANK}0-9\n]`;
/** «3人死亡», «一名60岁的妇女当场死亡», «6名乘客不幸死亡», «俩工人晕了». */
const BEFORE = new RegExp(
  `(?<number>${NUMBER})(?<counted>${COUNTED})(?<who>(?:[0-9]{1,3}岁)?${PLAIN}{0,16}?(?:\\([^()0-9]{1,16}\\)${PLAIN}{0,10}?)?)(?:${ANY})`,
  'g',
);
/** «死亡3人», «遇难人数升至12人», «重伤:2», «死者共5名», «被困7人». */
const AFTER = new RegExp(
  `(?:${ANY})(?:的?(?:人数|人员|群众|职工|工人|学生|师生|儿童|员工|乘客|居民|村民|患者|病例|者|总数|数字?)){0,2}(?:目前|现|已经?|最新|总共|一共|共计?|合计|累计|达到?|有|为|是|升至|升到|上升[至到]|增[至加]到?|增加到|:|约|至少|超过|了|着){0,4}(?<number>${NUMBER})(?<counted>余|多)?(?<unit>人|名|位|例|个|(?=[,。;!?、)和及\\n]|$|[伤重轻失]))(?!的?(?:死|受|重|轻|伤|失|被|遇|身|下落|当场|不同))`,
  'g',
);
/** «3死5伤», «两死两重伤», «4人死2人伤». */
const COMPACT = new RegExp(
  `(?<deaths>${NUMBER})人?[死亡](?:(?<serious>${NUMBER})人?重伤)?(?:(?<minor>${NUMBER})人?(?<light>轻)?伤)?(?:(?<missing>${NUMBER})人?(?:失踪|失联))?`,
  'g',
);
const NONE =
  /(?:没有|未|无|暂无|尚无|均无|并无|没)(?:有|造成|发现|接到|出现|导致|发生|收到|任何|一人|人|其他|其它|群众|居民|工人|学生|乘客){0,5}(?:人员)?(?<what>伤亡|死伤|死亡|受?伤|被困|失踪|失联|中毒|大碍)/g;
/** «50名儿童和» before «3名老师中毒»: both are counted. */
const BESIDE = new RegExp(
  `(?<number>${NUMBER})${COUNTED}[^,。;:!?、()${BLANK}0-9\n死伤亡困失埋难]{1,10}(?:和|及|以及|、)$`,
);
/** «3人送院抢救无效身亡»: in hospital first, then dead. */
const LOST = new RegExp(
  `(?<number>${NUMBER})(?<counted>${COUNTED})${PLAIN}{0,16}(?:抢救无效|医治无效|不治|途中)${PLAIN}{0,10}(?:死亡|身亡|去世|离世)`,
  'g',
);
/** One person without a number: «周某当场死亡», «司机被卡住了», «老人走失». */
const SOMEBODY = [
  {
    field: 'deaths',
    of: /[\u4e00-\u9fa5]某某?[^,。;:、!?0-9]{0,6}(?:死亡|身亡|遇难|丧生)|(?:当场|不幸|抢救无效|不治)(?:死亡|身亡)/g,
  },
  { field: 'trapped', of: /(?:司机|驾驶员|老人|老太太|小孩|孩子|工人)[^,。;:、!?0-9]{0,4}被[困卡埋压]/g },
  { field: 'missing', of: /(?:老人|小孩|孩子|男孩|女孩|老太太|学生)[^,。;:、!?0-9]{0,4}(?:走失|失踪|失联)/g },
] as const;
const RESCUED = new RegExp(
  `(?:救出来?|救下|挖出来?|捞上来|解救|营救出|疏散出|抢救出|脱困|获救)(?:了|人数?|:)?(?<number>${NUMBER})(?:余|多)?(?:人|名|位|个)|(?<other>${NUMBER})(?:人|名|位)${PLAIN}{0,6}(?:获救|脱困|被救出|救出来了?|逃出|逃生)`,
  'g',
);

interface Mention extends FoundFigure {
  readonly isPart: boolean;
  readonly isTotal: boolean;
  readonly isMore: boolean;
  readonly isDead: boolean;
}

/**
 * Dead, missing, injured and trapped that a text names, the likeliest count of each first. An injury whose degree is not
 * said counts as slight: 重伤 lifts the grade (493号令 第3条) and is never assumed. «其中2人重伤» is taken from those injured. «无人员伤亡» is 0
 * for dead and injured, not for missing or trapped.
 */
export function figuresOf(text: string): FoundFigure[] {
  const mentions = mentionsOf(text);
  const found = FIGURES.flatMap((field) => ranked(field, mentions, text));
  return [...found, ...nothingOf(text, found)];
}

function mentionsOf(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const { 0: words, index, groups = {} } of text.matchAll(COMPACT)) {
    if (!groups.minor && !groups.serious && !groups.missing) continue;
    if (/[0-9第一二三四五六七八九十]/.test(text[index - 1] ?? '')) continue;
    const add = (field: Figure, number: string | undefined) => {
      const value = number === undefined ? undefined : readNumber(number);
      if (value !== undefined)
        mentions.push({ ...made(field, value, text, { start: index, end: index + words.length }), confidence: 0.9 });
    };
    add('deaths', groups.deaths);
    add('seriousInjuries', groups.serious);
    add('minorInjuries', groups.minor);
    add('missing', groups.missing);
  }
  const covered = (start: number, end: number) => mentions.some((one) => one.start < end && one.end > start);
  const rescued: Span[] = [...text.matchAll(RESCUED)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  for (const { 0: words, index, groups = {} } of [...text.matchAll(AFTER), ...text.matchAll(BEFORE)]) {
    const end = index + words.length;
    const field = FIGURES.find((name) => groups[name] !== undefined);
    const value = readNumber(groups.number ?? '');
    if (!field || value === undefined || value > 200_000 || covered(index, end)) continue;
    if (/[0-9.第十百]/.test(text[index - 1] ?? '') && groups.who !== undefined) continue;
    if (field === 'trapped' && rescued.some((one) => one.start < end && one.end > index)) continue;
    if (isOther(words, groups, text, index)) continue;
    const beside = groups.who === undefined ? undefined : BESIDE.exec(text.slice(Math.max(0, index - 24), index));
    const more = readNumber(beside?.groups?.number ?? '') ?? 0;
    mentions.push(made(field, value + more, text, { start: index - (beside?.[0].length ?? 0), end }, groups));
  }
  for (const { 0: words, index, groups = {} } of text.matchAll(LOST)) {
    const value = readNumber(groups.number ?? '');
    const own = mentions.findIndex((one) => one.start === index && one.field !== 'deaths');
    if (value === undefined || own < 0) continue;
    mentions.splice(own, 1, made('deaths', value, text, { start: index, end: index + words.length }, groups));
  }
  mentions.push(...unnumbered(text, mentions));
  return mentions.toSorted((one, other) => one.start - other.start);
}

/** Where no count of a field is told at all; never sure enough to be taken unseen. */
function unnumbered(text: string, told: readonly Mention[]): Mention[] {
  return SOMEBODY.flatMap(({ field, of }) => {
    if (told.some((one) => one.field === field)) return [];
    const [first] = text.matchAll(of);
    if (!first || NOT_ONE.test(text.slice(Math.max(0, first.index - 4), first.index))) return [];
    const span = { start: first.index, end: first.index + first[0].length };
    return [{ ...made(field, 1, text, span), confidence: 0.4 }];
  });
}

const NOT_ONE = /多名|数名|几名|多位|们|没有|无/;

/** What looks like a count of casualties and is none: «3名消防员救出…», «5人未受伤», «12人伤愈». */
function isOther(
  words: string,
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
  index: number,
): boolean {
  const who = groups.who ?? '';
  if (
    /没有?|未(?=受|有|伤|死|被|遭|发|造)|无(?!效)|免于|避免|险些|差点|赶到|赶赴|抢救被|救出|搜救|搜寻|寻找|调查|处理|伤愈|出院|脱离/.test(
      who,
    )
  )
    return true;
  if (/民警|医生|医护|护士|专家|记者|干部|队员|消防员|消防官兵|警察/.test(who) && !groups.deaths) return true;
  const after = text.slice(index + words.length, index + words.length + 6);
  if (/^(?:痊愈|出院|治愈|人均|的可能|风险|隐患)/.test(after)) return true;
  const before = text.slice(Math.max(0, index - 12), index);
  if (/^[十百千]/.test(words) && /[数上几近]$/.test(before)) return true;
  return /(?:曾|去年|历史上|以来共|年来|[0-9]年|每年|历年)[^,。]{0,8}$/.test(before);
}

const PART = /(?:其中|含|包括|里面|之中|中有|另有?|又有|还有)(?:有|包括|的)?[^,。;0-9]{0,6}$/;
const MORE = /(?:另有?|另外|又有|还有|再有|此外)[^,。;0-9]{0,4}$/;
const TOTAL = /(?:共|总|累计|合计|已造成|已经造成|已致|升|增|截至|截止|最新)[^。;]{0,14}$/;

function made(
  field: Figure,
  value: number,
  text: string,
  span: Span,
  groups: Readonly<Record<string, string | undefined>> = {},
): Mention {
  const before = text.slice(Math.max(0, span.start - 18), span.start);
  const words = text.slice(span.start, span.end);
  const isVague = /余|多|来|约|近|至少|超过|逾/.test(`${groups.counted ?? ''}${before.slice(-3)}`);
  const isMild = field === 'minorInjuries' && !/伤|骨折|烫|烧/.test(words);
  const isPart = PART.test(before) && !MORE.test(before);
  const isTotal = TOTAL.test(before) || /升至|升到|增至|上升|总|共|累计|达/.test(words);
  return {
    ...{ field, value, ...span, isPart, isTotal, isMore: MORE.test(before), isDead: /当场|抢救无效|途中/.test(words) },
    confidence: 0.9 - (isVague ? 0.15 : 0) - (isMild ? 0.3 : 0) - (isPart && field !== 'seriousInjuries' ? 0.2 : 0),
  };
}

function ranked(field: Figure, all: readonly Mention[], text: string): FoundFigure[] {
  const own = all.filter((one) => one.field === field);
  const combined =
    field === 'deaths'
      ? summedDeaths(own, text)
      : field === 'trapped'
        ? stillTrapped(own, text)
        : field === 'minorInjuries'
          ? withoutSerious(own, all, text)
          : [];
  const score = (one: Mention) =>
    one.confidence +
    (one.isTotal ? 0.12 : 0) -
    (one.isPart && field !== 'seriousInjuries' ? 0.3 : 0) -
    Math.min(0.35, one.start * 0.0008) +
    (field === 'minorInjuries' && /轻/.test(text.slice(one.start, one.end)) ? 0.25 : 0);
  const plain = own.toSorted((one, other) => score(other) - score(one));
  const kept = [
    ...combined,
    ...plain.map(({ start, end, value, confidence }) => ({
      field,
      start,
      end,
      value,
      confidence: Math.max(0.1, Math.min(0.95, confidence)),
    })),
  ];
  return kept.filter((one, index) => kept.findIndex((other) => other.value === one.value) === index).slice(0, 5);
}

/** «两人当场身亡,另6人…其中4人抢救无效死亡»: deaths told one after the other in a sentence add up. */
function summedDeaths(own: readonly Mention[], text: string): FoundFigure[] {
  const [first, ...rest] = own.filter((one) => !one.isTotal);
  if (!first) return [];
  const end = sentenceEnd(text, first.start);
  const more = rest.filter(
    (one) => one.start < end && (one.isMore || one.isDead || /另|还有/.test(text.slice(first.end, one.start))),
  );
  const isTold = more.length > 0 && (first.isDead || more.some((one) => one.isMore));
  if (!isTold || own.some((one) => one.isTotal)) return [];
  const parts = [first, ...more];
  const between = text.slice(first.end, more[0]?.start);
  if (/其中/.test(between) && !/另/.test(between)) return [];
  return [
    {
      field: 'deaths',
      value: parts.reduce((sum, one) => sum + one.value, 0),
      start: first.start,
      end: more.at(-1)?.end ?? first.end,
      confidence: 0.7,
    },
  ];
}

const sentenceEnd = (text: string, from: number) => {
  const found = text.slice(from).search(/[。!?\n]/);
  return found < 0 ? text.length : from + found;
};

/** «5人受伤,其中2人重伤»: three slightly. Where slight injuries are counted by themselves they stand as told. */
function withoutSerious(own: readonly Mention[], all: readonly Mention[], text: string): FoundFigure[] {
  if (own.some((one) => /轻/.test(text.slice(one.start, one.end)))) return [];
  return own
    .flatMap((injured) => {
      const parts = all.filter((one) => isPartOf(one, injured, text));
      const part = parts.reduce((sum, { value }) => sum + value, 0);
      if (parts.length === 0 || part > injured.value) return [];
      const end = Math.max(...parts.map((one) => one.end));
      return [
        { field: 'minorInjuries' as const, value: injured.value - part, start: injured.start, end, confidence: 0.8 },
      ];
    })
    .slice(0, 1);
}

/** «其中2人重伤», «(重伤2人)», «其中一人死亡», «伤者中有1人伤势较重». */
function isPartOf(one: Mention, injured: Mention, text: string): boolean {
  if (one.field !== 'seriousInjuries' && one.field !== 'deaths') return false;
  if (one.start < injured.end || one.start > injured.end + 120) return false;
  const between = text.slice(injured.end, one.start);
  if (/(?:伤者|伤员|受伤人员)(?:之)?中[^,。]{0,4}$/.test(between)) return true;
  return (
    one.start < sentenceEnd(text, injured.start) &&
    (one.field === 'deaths' ? /其中[^,]{0,3}$/ : /\(|其中|含/).test(between)
  );
}

/** «被困7人已救出5人»: two are still there. */
function stillTrapped(own: readonly Mention[], text: string): FoundFigure[] {
  const [trapped] = own;
  if (!trapped) return [];
  const out = [...text.matchAll(RESCUED)].find(({ index }) => index >= trapped.end && index < trapped.end + 80);
  const value = readNumber(out?.groups?.number ?? out?.groups?.other ?? '');
  if (!out || value === undefined || value > trapped.value) return [];
  return [
    {
      field: 'trapped',
      value: trapped.value - value,
      start: trapped.start,
      end: out.index + out[0].length,
      confidence: 0.8,
    },
  ];
}

const MEANT: Readonly<Record<string, readonly Figure[]>> = {
  伤亡: ['deaths', 'seriousInjuries', 'minorInjuries'],
  死伤: ['deaths', 'seriousInjuries', 'minorInjuries'],
  死亡: ['deaths'],
  被困: ['trapped'],
  失踪: ['missing'],
  失联: ['missing'],
};

function nothingOf(text: string, found: readonly FoundFigure[]): FoundFigure[] {
  return [...text.matchAll(NONE)]
    .flatMap(({ 0: words, index, groups = {} }) => {
      const fields = MEANT[groups.what ?? ''] ?? (['seriousInjuries', 'minorInjuries'] as const);
      return fields.map((field) => ({
        field,
        value: 0,
        start: index,
        end: index + words.length,
        confidence: found.some((one) => one.field === field) ? 0.3 : 0.85,
      }));
    })
    .filter((one, index, all) => all.findIndex((other) => other.field === one.field) === index);
}
