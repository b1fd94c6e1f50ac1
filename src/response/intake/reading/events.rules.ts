import type { Clause, Span } from './said.rules.ts';

/** Words that say that something happened. The first ones count most: they say nothing else. */
const HAPPENED =
  '发生|突发|爆发|引发|冒起|燃起|起火|失火|着火|着了火|起了火|火灾|大火|火警|爆炸|爆燃|相撞|追尾|侧翻|翻车|翻入|坠入|坠楼|坠落|坠亡|撞上|撞向|撞倒|撞到|撞了|撞击|车祸|碰撞|坍塌|垮塌|倒塌|塌陷|塌方|泄漏|泄露|漏气|漏水|跑水|中毒|袭击|劫持|挖断|挖破|挖坏|打断|爆裂|爆管|断裂|积水|被淹|停电|断电|跳闸|停气|停水|滑坡|泥石流|落石|溺水|落水|浓烟|冒烟|着烟|触电|倒伏|砸中|砸伤|砸到|砸了|塌了|掉水里|掉下来|渗水|坏了|被困|被埋|晕倒|晕了|呕吐|腹泻|食物中毒|打架|斗殴|聚集|踩踏|地震|震感|有感|震动|失控|死亡|身亡|遇难|受伤|险情|溃坝|管涌|漫坝';
const EVENT = new RegExp(HAPPENED, 'g');

export interface Event extends Span {
  readonly word: string;
  readonly clause: number;
  readonly sentence: number;
}

/** Every word of the text that says that something happened, in its order. */
export function eventsOf(text: string, clauses: readonly Clause[]): Event[] {
  let clause = 0;
  return [...text.matchAll(EVENT)].flatMap(({ 0: word, index }) => {
    while (clause < clauses.length - 1 && (clauses[clause]?.end ?? 0) <= index) clause += 1;
    const own = clauses[clause];
    if (!own || own.start > index) return [];
    return [{ word, start: index, end: index + word.length, clause, sentence: own.sentence }];
  });
}
