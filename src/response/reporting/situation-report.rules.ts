import { officialTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';

export interface Situation {
  readonly title: string;
  readonly kindLabel: Phrase;
  readonly gradeLabel: string | null;
  readonly placeText: string;
  readonly occurredAt: Date | null;
  readonly knownAt: Date;
  readonly deaths: number | null;
  readonly missing: number | null;
  readonly seriousInjuries: number | null;
  readonly minorInjuries: number | null;
  readonly trapped: number | null;
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

export function casualtiesAndLosses(situation: Situation): string {
  const { deaths, missing, seriousInjuries, minorInjuries, trapped } = situation;
  return `死亡 ${count(deaths)}，失踪 ${count(missing)}，重伤 ${count(seriousInjuries)}，轻伤 ${count(minorInjuries)}，被困 ${count(trapped)}。直接经济损失正在核实。`;
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
