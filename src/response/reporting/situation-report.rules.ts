import { officialTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** Figures of one moment; null is 不详. */
export interface Figures {
  readonly deaths: number | null;
  readonly missing: number | null;
  readonly seriousInjuries: number | null;
  readonly minorInjuries: number | null;
  readonly trapped: number | null;
  /** 万元 */
  readonly directLoss: number | null;
}

export interface Situation extends Figures {
  readonly title: string;
  readonly kindLabel: Phrase;
  readonly gradeLabel: string | null;
  readonly placeText: string;
  readonly occurredAt: Date | null;
  readonly knownAt: Date;
  /** Which release of the figures these are (口径); 0 before the first. */
  readonly casualtiesVersion: number | null;
  readonly casualtiesAt: Date | null;
  readonly casualtiesSource: string | null;
  /** 损失情况 in words. */
  readonly damage: string | null;
  readonly sources: readonly { channel: string; knownAt: Date; text: string | null }[];
  readonly activation: { level: string; plan: string; startedAt: Date } | null;
  readonly orders: readonly {
    number: string;
    unitName: string;
    title: string;
    stateLabel: string;
    result: string | null;
    at: Date | null;
    /** What was reported meanwhile, oldest first. */
    feedback: readonly { at: Date; text: string }[];
  }[];
  readonly openTitles: readonly string[];
}

/** Words of others end as a sentence does; what they ended with stays. */
export function sentence(words: string): string {
  const text = words.trim();
  return text === '' || /[。！？；…!?.）)」”]$/.test(text) ? text : `${text}。`;
}

/** 不详 is said as such: an unknown number is not none. */
export function count(value: number | null): string {
  return value === null ? '不详' : `${value} 人`;
}

/** 一、基本情况: when, where, what, from whom; facts first, cause later (快报事实、慎报原因). */
export function basicSituation(situation: Situation): string {
  const when = situation.occurredAt
    ? `${officialTime(situation.occurredAt)}左右`
    : `${officialTime(situation.knownAt)}获悉`;
  const grade = situation.gradeLabel ? `，初步判定为${situation.gradeLabel}突发事件` : '';
  const told = situation.sources.map(
    (source) =>
      `${officialTime(source.knownAt)}，${source.channel}报告：${sentence(source.text ?? '（内容已按规定销毁）')}`,
  );
  return [`${when}，${situation.placeText}发生${situation.kindLabel.zh}${grade}。`, ...told].join('\n');
}

const PEOPLE = {
  deaths: '死亡',
  missing: '失踪',
  seriousInjuries: '重伤',
  minorInjuries: '轻伤',
  trapped: '被困',
} as const;
const NAMES = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

/** 二、人员伤亡及损失, with the release the figures are of: everybody cites the same (口径). */
export function casualtiesAndLosses(
  figures: Figures & Pick<Situation, 'casualtiesVersion' | 'casualtiesAt' | 'casualtiesSource' | 'damage'>,
): string {
  const people = NAMES.map((name) => `${PEOPLE[name]} ${count(figures[name])}`).join('，');
  const loss =
    figures.directLoss === null ? '直接经济损失正在核实。' : `直接经济损失初步估计 ${figures.directLoss} 万元。`;
  const { casualtiesVersion: version, casualtiesAt: at, casualtiesSource: source } = figures;
  const release = version && at ? `（数据口径：第 ${version} 版，${officialTime(at)}，${source ?? '来源不详'}。）` : '';
  const damage = figures.damage ? `损失情况：${sentence(figures.damage)}` : '';
  return `${people}。${damage}${loss}${release}`;
}

/** 核报: the verified figures beside those told before, with the reason; by it alone the number of dead may fall. */
export function verifiedCasualties(before: Figures, verified: Figures, reason: string): string {
  const changes = changedFigures(before, verified);
  const told = changes.length > 0 ? `经核实，${changes.join('；')}。` : '经核实，伤亡和损失数字无变化。';
  return `${casualtiesAndLosses({ ...verified, casualtiesVersion: null, casualtiesAt: null, casualtiesSource: null, damage: null })}\n${told}核实说明：${sentence(reason)}`;
}

function changedFigures(before: Figures, now: Figures): string[] {
  const people = NAMES.filter((name) => before[name] !== now[name]).map(
    (name) => `${PEOPLE[name]}由 ${count(before[name])}变为 ${count(now[name])}`,
  );
  const loss = (value: number | null) => (value === null ? '不详' : `${value} 万元`);
  return before.directLoss === now.directLoss
    ? people
    : [...people, `直接经济损失由 ${loss(before.directLoss)}变为 ${loss(now.directLoss)}`];
}

export interface Earlier extends Figures {
  /** «初报», «续报2» */
  readonly name: string;
  readonly asOf: Date;
  readonly gradeLabel: string | null;
  readonly levelLabel: string | null;
}

/** 较上报变化: what is new since the report before (domain facts §2.1: a follow-up must say so). */
export function changesSince(earlier: Earlier, now: Situation): string {
  const changes = changedFigures(earlier, now);
  if (earlier.gradeLabel !== now.gradeLabel)
    changes.push(`事件等级由${earlier.gradeLabel ?? '未定级'}变为${now.gradeLabel ?? '未定级'}`);
  const level = now.activation?.level ?? null;
  if (earlier.levelLabel !== level) changes.push(`响应由${earlier.levelLabel ?? '未启动'}变为${level ?? '未启动'}`);
  const since = now.orders.filter(({ at }) => at !== null && at > earlier.asOf);
  if (since.length > 0) changes.push(`${since.length} 项指令有新进展`);
  const from = `较${earlier.name}（${officialTime(earlier.asOf)}）`;
  return changes.length > 0 ? `${from}变化：${changes.join('；')}。` : `${from}无变化。`;
}

export function progress(situation: Situation): string {
  const { activation, orders } = situation;
  const issued = new Set(orders.map((order) => order.number)).size;
  const started = activation
    ? `${officialTime(activation.startedAt)}，依据《${activation.plan}》启动${activation.level}，下达指令 ${issued} 项。`
    : '正在组织先期处置。';
  const done = orders
    .filter((order) => order.at !== null)
    .map((order) => {
      const told = order.feedback.map(({ at, text }) => `${officialTime(at)}反馈：${sentence(text)}`);
      const result = order.result ? `结果：${sentence(order.result)}` : '';
      return [`${order.number} ${order.unitName}：${order.title}，${order.stateLabel}。`, ...told, result].join('');
    });
  return [started, ...done].join('\n');
}

export function nextSteps(situation: Situation): string {
  if (situation.openTitles.length === 0) return '做好善后和总结评估工作。';
  return `继续督办：${situation.openTitles.join('；')}。有新情况及时续报。`;
}

/** 关于{地点}发生{事件}的报告（初报 / 续报N / 终报） */
export function reportTitle(placeText: string, kind: Phrase, name: Phrase, sequence: number): string {
  return `关于${placeText}发生${kind.zh}的报告（${name.zh}${name.zh === '续报' ? sequence : ''}）`;
}
