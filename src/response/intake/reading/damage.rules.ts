import { BLANK, type Span } from './said.rules.ts';

export interface FoundDamage extends Span {
  /** 0–1 */
  readonly confidence: number;
}

const NUMBER = '[0-9]{1,9}(?:[.,][0-9]{1,6})?|[一二两三四五六七八九十百千〇零]{1,8}|数|几';
const AMOUNT = `(?:约|近|达|为|共|计|超过|至少|逾|初步|估计|预计|高达|已|有|:|人民币){0,4}(?:${NUMBER})(?:余|多)?(?:十|百|千|万|亿){0,3}(?:余|多)?`;
const THING =
  '房屋|民房|住房|房子|楼房|厂房|车辆|汽车|轿车|货车|大棚|农田|农作物|围墙|院墙|电线杆|树木|大树|路面|管道|管线|商品|货物|家具|家电|设备|桥梁|商铺|门面|店铺|库房|帐篷';
const HARM =
  '倒塌|损坏|受损|损毁|烧毁|毁坏|严重损坏|一般损坏|被淹|被毁|被烧|进水|砸坏|冲毁|烧坏|坍塌|过火|断裂|倒伏|被砸|开裂';
const UNIT = '间|户|栋|幢|座|辆|台|平方米|平米|㎡|亩|公顷|处|棵|根|米|公里|家|套|顶';
const PATTERNS = [
  { of: `(?:直接)?(?:经济|财产)损失${AMOUNT}(?:美|欧|日)?元?`, confidence: 0.9 },
  { of: `损失${AMOUNT}(?:美|欧|日)?元`, confidence: 0.8 },
  { of: `(?:价值)${AMOUNT}元[^,。;!?${BLANK}]{0,12}(?:${HARM}|被大火吞噬|付之一炬)`, confidence: 0.75 },
  { of: `过火(?:林地)?面积${AMOUNT}(?:${UNIT})`, confidence: 0.85 },
  {
    of: `(?:${THING})(?:被|已|严重|全部){0,2}(?:${HARM})${AMOUNT}(?:${UNIT})(?:${NUMBER})?(?:${UNIT})?`,
    confidence: 0.85,
  },
  { of: `(?:${HARM})(?:${THING})?${AMOUNT}(?:${UNIT})(?:(?:${NUMBER})(?:${UNIT}))?(?:${THING})?`, confidence: 0.75 },
  {
    of: `(?:${NUMBER})(?:余|多)?(?:${UNIT})(?:(?:${NUMBER})(?:余|多)?(?:${UNIT}))?的?(?:${THING})?(?:不同程度|均|全部|都|被|已|遭|严重|基本|不同程度地){0,3}(?:${HARM}|吞噬)`,
    confidence: 0.75,
  },
  {
    of: `(?:停电|停水|停气|停暖|断电|断水)[^,。;!?0-9${BLANK}]{0,6}${AMOUNT}户|${AMOUNT}户(?:居民|用户|人家)?(?:停电|停水|停气|停暖|断电|断水)|影响(?:用户|居民)?${AMOUNT}户`,
    confidence: 0.8,
  },
  { of: `积水(?:深|深度)?${AMOUNT}(?:厘米|公分|米|cm)`, confidence: 0.7 },
  {
    of: `(?:${THING}|墙体|屋顶|玻璃|玻璃幕墙|门窗)(?:被|已|严重|全部|都|也|全|不同程度){0,3}(?:${HARM}|塌了|碎了|碎裂|裂了|烧了|烧光|砸了|淹了)`,
    confidence: 0.55,
  },
].map(({ of, confidence }) => ({ of: new RegExp(of, 'g'), confidence }));

/** What is broken or lost, in the words of the text, the surest first: 直接经济损失, 过火面积, 房屋, 停电户数. */
export function damageOf(text: string): FoundDamage[] {
  const found: FoundDamage[] = [];
  for (const { of, confidence } of PATTERNS) {
    for (const { 0: words, index } of text.matchAll(of)) {
      const end = index + words.length;
      if (found.length < 12 && !found.some((one) => one.start < end && one.end > index))
        found.push({ start: index, end, confidence });
    }
  }
  return found.toSorted((one, other) => other.confidence - one.confidence || one.start - other.start);
}
