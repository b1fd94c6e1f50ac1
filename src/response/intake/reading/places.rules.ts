import type { Event } from './events.rules.ts';
import { BLANK, type Clause, type Span } from './said.rules.ts';

export interface FoundPlace extends Span {
  /** 0–1 */
  readonly confidence: number;
}

/** Words a place leads in with. What stands after the last of them in a piece is the place. */
const LEADS =
  '我(?:们)?(?:就|家)?(?:是|住)(?:在)?|我家(?:在|住在?)?|我这(?:儿|里|边)(?:是|在)?|我们这(?:儿|里|边)?(?:是|在)?|我们?(?:现在)?(?:是)?在|(?:这儿|这里)(?:是|在)?|(?:这边|那边)[是在]|就在|位于|坐落(?:在|于)|发生(?:在|于)|地[点址]:?(?:是|在)?|位置:?(?:是|在)?|震中(?:位于|在)?|家住|住在|租住在?|行驶?[至到经]|驶[至到入]|途[经径]|路过|经过|身处|开[到至]|来到|在(?!建|场|校|读|押|逃|线|职|岗)|于';
/** Where a place ends: who or what was there, and what happened. */
const ENDS =
  '(?:[一两二三四五六七八九十数多几俩]{1,3}|[0-9]{1,4})(?:余|多|几)?(?:辆|名|位|人|起|场|宗|次|艘|架|头|台|个人|个工人|个孩子|个小孩|个男|个女|个老|级|车|公斤|间房|户|百)|有(?![限色轨机])|下(?:大|暴|中|小)?[雨雪]|坝坡|渗水|决口|积水|停[电水气暖在了]|熄火|清淤|塔吊|热力|供热|暖气|发现|接到|撞|电梯|坏了?|(?:居民|群众|业主|住户|网友)?(?:反映|来电|报告|举报)|全是|掉[进下到入水了]|跳[楼河桥]|着[火烟]|(?:燃气|煤气|天然气|液化气)(?=[味泄漏管])|(?:发生|突发|突然|忽然|爆发|引发|造成|导致|致使|遭受?|遭遇|出现|冒|起火|失火|着火|着了|燃起|相撞|追尾|侧翻|翻车|撞[上向倒到击]|碰撞|坍塌|垮塌|倒塌|泄漏|泄露|漏[气水]|中毒|袭击|挖断|爆炸|被|因|由于|受到|正在|已经?|当场|当天|施工|驾驶|行驶|行走|翻入|失控|也|均|都|仍|先后|陆续|集体|共有|把|将|水管|里?的?(?:水|燃气|暖气|煤气|电)?管|味|信号灯|大火|火灾|恐怖|暴力|车祸|事故|恶性|特大|重大|较强|强烈|交通事故|疑似)';
const PIECE = new RegExp(`(?<lead>${LEADS})|(?<end>${ENDS})|(?<gap>${BLANK}+)|[、]`, 'g');
/** Where nothing but a kind of place is named: «水库», «工地», «小区». */
const BARE =
  /^(?:我们?|咱们?)?(?:过?街?天桥|小?汽?车|油罐车|[那这]边|[省市区县镇乡村路街桥楼店厂河湖山站里][上里下边内外]?|家里?|屋里?|水库|工地|小区|公司|学校|医院|商场|超市|市场|酒店|饭店|饭馆|幼儿园|宿舍|公园|广场|车站|食堂|仓库|厂房|车间|高速|公路)+$/;

const ADMIN =
  /省|自治[区州县旗]|[^城市超]市(?!场|民|区交|公安|领导|政府|委)|[^地市社小校园景矿林厂辖]区(?!交|公安|政府|委|领导)|[县旗镇乡村屯寨](?!民|长|委|政府)|街道|社区|半岛|群岛|首都|边境|邦(?!政)|(?:东|西|南|北|中)部|地区/g;
const ROAD =
  /路(?![人边过面由])|大?街(?!道办)|大道|胡同|高速|公路|[国省县]道|立交桥|大桥|隧道|[交路]口|交叉口|交界|收费站|线(?=[^索路]|$)|路段|弯道|桥(?!梁)/g;
const SPOT =
  /小区|花园|家园|家属院|新村|苑|里(?=\d|$)|大厦|大楼|写字楼|居民楼|住宅|楼|号院|[0-9]+号|单元|别墅|仓库|库房|厂房|厂|车间|工地|公司|商场|超市|市场|商[店城]|店|酒店|饭[店馆]|宾馆|餐[厅馆]|食堂|浴室|学校|[中小大]学|学院|幼儿园|医院|养老院|敬老院|福利院|[车火]站|地铁|站(?=$|[A-Z东西南北附内出口])|机场|码头|船坞|景区|公园|广场|教堂|寺|水库|河|湖|海域|近海|山|矿区?|林场|草[原场]|停车场|境内|附近|门口|对面|旁边?|院内|家中|一带|处$|屋|民[宅房]|教室|宿舍|俱乐部|网吧|办事处|大坝|闸|泵站|基地|园区|开发区|工业区|城区|市区|郊区|辖区|闹市|[那这]边|馆|出口/g;
const PERSON =
  /记者|警方|民警|介绍|队员|公安|交警|消防|部门|负责人|政府|居民|网友|报警|指挥|接警|家属|司机|目击|他|她|我|你|表示|据|消息|电台|电视|媒体|发言|领导|新闻|派出|通报|调查|赶到|官员|人员|市民|专家|专线|台网|队|局|死亡|受伤|失[联踪]|人数|遇难|伤亡|重伤|轻伤|发现|工人|房屋$|^车内|丧生|乘客|孩|开始|泡|[轿货客卡班]车|车$|电话|摩托|车辆|食物|送[往到]|前往|赶往/g;

interface Candidate extends Span {
  readonly score: number;
}

/**
 * Where it happened, likeliest first: pieces of clauses that look like places, by what they are called, what leads in and
 * how near they stand to what happened. `text` has its times blanked out.
 */
export function placesOf(
  text: string,
  { clauses, events }: { clauses: readonly Clause[]; events: readonly Event[] },
): FoundPlace[] {
  const [first] = events;
  const firstClause = first ? first.clause : 0;
  const starts = new Set(events.map(({ clause }) => clause));
  const candidates = clauses
    .slice(0, 120)
    .flatMap((clause, index) =>
      piecesOf(text, clause, { distance: index - firstClause, hasEvent: starts.has(index), first }),
    );
  return candidates
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 12)
    .map(({ score, start, end }) => ({ start, end, confidence: Math.max(0.1, Math.min(0.95, 0.25 + score * 0.09)) }));
}

interface Where {
  readonly distance: number;
  readonly hasEvent: boolean;
  readonly first: Event | undefined;
}

function piecesOf(text: string, clause: Clause, where: Where): Candidate[] {
  const words = text.slice(clause.start, clause.end);
  const found: Candidate[] = [];
  let [from, lead] = [0, ''];
  const take = (until: number, end: string) => {
    const piece = { start: clause.start + from, end: clause.start + until };
    const candidate = candidateOf(text, piece, { lead, end, where, isFirst: from === 0 });
    if (candidate) found.push(candidate);
  };
  for (const { 0: word, index, groups = {} } of words.matchAll(PIECE)) {
    if (index < from) continue;
    if (groups.lead && /^[在于]$/.test(word) && /[现正存所由关对属至等]$/.test(words.slice(0, index))) continue;
    // «A区、B州交界处»: one place in two halves.
    if (word === '、') {
      if (/交界|之间|两[地市县]/.test(words.slice(index, index + 24))) continue;
      take(index, '');
      [from, lead] = [index + 1, ''];
      continue;
    }
    if (groups.end && index === from && !/^(?:[一两二三四五六七八九十]|[0-9])/.test(word)) {
      [from, lead] = [index + word.length, ''];
      continue;
    }
    take(index, groups.end ? word : '');
    [from, lead] = [index + word.length, groups.lead ? word : groups.gap ? BLANK : groups.end ? '…' : ''];
  }
  take(words.length, '');
  return found;
}

function candidateOf(
  text: string,
  piece: Span,
  { lead, end, where, isFirst }: { lead: string; end: string; where: Where; isFirst: boolean },
): Candidate | undefined {
  const span = tidied(text, piece);
  const words = text.slice(span.start, span.end);
  if (words.length < 2 || words.length > 60) return undefined;
  const count = (of: RegExp) => Math.min(3, words.match(of)?.length ?? 0);
  const [admin, road, spot, person] = [count(ADMIN), count(ROAD), count(SPOT), count(PERSON)];
  const isEvent = end !== '' && !/^(?:[一两二三四五六七八九十]|[0-9]|被|把|将|也|都|均|有)/.test(end);
  if (
    admin + road + spot === 0 &&
    !(isEvent && (lead || isFirst) && where.distance === 0 && words.length <= 8 && person === 0)
  )
    return undefined;
  const named = admin * 0.9 + road * 1 + spot * 0.7;
  const near = where.distance === 0 ? 2.5 : where.distance < 0 ? 2 + where.distance * 0.7 : 1.4 - where.distance * 0.25;
  const score =
    Math.min(3.6, named) +
    Math.max(-3, near) +
    (lead === '…' || lead === '' ? 0 : lead === BLANK ? 0.7 : 1.4) +
    (/^发生/.test(end) ? 1.4 : isEvent ? 0.8 : 0) +
    (where.hasEvent ? 0.4 : 0) -
    person * 1.3 -
    (BARE.test(words) ? 2.5 : 0) -
    (lead === '…' ? 0.6 : 0);
  return { ...span, score };
}

/** Without little words in front and behind. */
function tidied(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const front =
    /^(?:[^\u4e00-\u9fa5A-Za-z0-9“"]|喂|个(?=[\u4e00-\u9fa5])|你好|您好|那个|就是|就|说|称|是|的|了|从|到|往|和|与|跟|这|在|有|所|起|其)*/.exec(
      words,
    )?.[0].length ?? 0;
  if (front >= words.length) return { start, end: start };
  const back =
    /(?:[^\u4e00-\u9fa5A-Za-z0-9)”"]|的|了|是|和|与|跟|又|就|所|时|还|在|有|里面|那儿|这儿|那块儿?)*$/.exec(
      words.slice(front),
    )?.[0].length ?? 0;
  return { start: start + front, end: end - back };
}
