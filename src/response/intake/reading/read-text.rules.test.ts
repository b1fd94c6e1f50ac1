import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsOf } from './doubts.rules.ts';
import { MOST_TEXT, type Proposal, readText } from './read-text.rules.ts';

/** A Thursday morning, 10:40 in Beijing. */
const AT = new Date('2026-06-11T02:40:00Z');
const first = (text: string, field: Proposal['field'], at = AT) =>
  readText(text, at).find((one) => one.field === field)?.value;
const said = (text: string) => {
  const found = new Map<string, unknown>();
  for (const { field, value } of readText(text, AT)) if (!found.has(field)) found.set(field, value);
  return Object.fromEntries(found);
};

describe('a call in everyday words', () => {
  it('gives place, kind and those hurt', () => {
    const call = '喂，我这儿石景山路跟古城大街交口，有个工地把燃气管挖断了，味儿特别大，有俩工人晕了';
    expect(said(call)).toEqual({ place: '石景山路跟古城大街交口', kind: 'utility.gas', minorInjuries: 2 });
  });
  it.each([
    [
      '你好，八角北里12号楼3单元电梯坏了，困了三个人',
      { place: '八角北里12号楼3单元', kind: 'special_equipment', trapped: 3 },
    ],
    ['前天下午三点一刻，模式口大街有堵墙塌了，压着两个人', { place: '模式口大街', trapped: 2 }],
    ['广宁街道高井路，水管爆了，积水到膝盖了', { place: '广宁街道高井路', kind: 'utility.water' }],
    [
      '衙门口棚改工地，早上7点来钟沟槽塌方，埋了3个人，挖出来2个，1个已经没了',
      { occurredAt: '2026-06-10T23:00:00.000Z', place: '衙门口棚改工地', trapped: 1, deaths: 1 },
    ],
    ['阜石路辅路西向东，油罐车侧翻了，司机被卡住了', { place: '阜石路辅路西向东', kind: 'road_traffic', trapped: 1 }],
    [
      '石景山路玉泉路口，一辆大货车把过街天桥撞了，没有伤亡',
      { place: '石景山路玉泉路口', deaths: 0, minorInjuries: 0 },
    ],
    ['首钢园区冬训中心化粪池清淤，两名工人下去后失去联系', { kind: 'confined_space', missing: 2 }],
    ['我家楼上燃气味特别大，我是八角南路社区的', { place: '八角南路社区', kind: 'utility.gas' }],
  ])('%s', (text, expected) => {
    expect(said(text)).toMatchObject(expected);
  });
  it('reads the sheet of a street line by line', () => {
    const sheet =
      '时间：2026年6月11日9时20分\n地点：老山东里小区北门\n类别：交通事故\n伤亡：死亡0人，受伤3人（其中重伤1人）';
    expect(said(sheet)).toEqual({
      occurredAt: '2026-06-11T01:20:00.000Z',
      place: '老山东里小区北门',
      kind: 'road_traffic',
      deaths: 0,
      seriousInjuries: 1,
      minorInjuries: 2,
    });
  });
});

describe('times, in Shanghai and relative to the moment', () => {
  it.each([
    ['今天上午10时许，古城大街起火', '2026-06-11T02:00:00.000Z'],
    ['昨晚11点多，有人落水', '2026-06-10T15:00:00.000Z'],
    ['昨天夜里两点多下大雨，房子塌了', '2026-06-10T18:00:00.000Z'],
    ['凌晨3时许发生火灾', '2026-06-10T19:00:00.000Z'],
    ['6月11日10时30分发生火灾', '2026-06-11T02:30:00.000Z'],
    ['6月１０日１４时３０分，发生火灾', '2026-06-10T06:30:00.000Z'],
    ['12月3日8时发生火灾', '2025-12-03T00:00:00.000Z'],
    ['二〇二五年八月三十日十六时三十分发生地震', '2025-08-30T08:30:00.000Z'],
    ['9点半左右发生追尾', '2026-06-11T01:30:00.000Z'],
    ['半小时前起火', '2026-06-11T02:10:00.000Z'],
    ['二十分钟前起火', '2026-06-11T02:20:00.000Z'],
    ['刚才有人落水', '2026-06-11T02:35:00.000Z'],
    ['3日10时至11时发生停电', '2026-06-03T02:00:00.000Z'],
    ['前天下午三四点发生塌方', '2026-06-09T07:00:00.000Z'],
    ['2026-06-10 18:50 古城路着火', '2026-06-10T10:50:00.000Z'],
    ['上周三晚8点发生火灾', '2026-06-03T12:00:00.000Z'],
    ['去年3月5日中午12点20分发生火灾', '2025-03-05T04:20:00.000Z'],
    ['日前发生一起火灾', '2026-06-10T02:40:00.000Z'],
  ])('%s', (text, expected) => {
    expect(first(text, 'occurredAt')).toBe(expected);
  });
  it('«3点» said at 15:20 was twenty minutes ago', () => {
    expect(first('3点着的火', 'occurredAt', new Date('2026-06-11T07:20:00Z'))).toBe('2026-06-11T07:00:00.000Z');
  });
  it('takes the time of the matter, not of the paper or of the count', () => {
    const news = '新华网北京6月9日电（记者某某）9日20时27分，一工地发生火灾，截至22时30分仍在燃烧。';
    expect(first(news, 'occurredAt')).toBe('2026-06-09T12:27:00.000Z');
  });
  it('knows no 31 June', () => {
    expect(first('6月31日发生火灾', 'occurredAt')).toBeUndefined();
  });
});

describe('casualties', () => {
  it.each([
    ['造成3人死亡、5人受伤，其中2人重伤', { deaths: 3, seriousInjuries: 2, minorInjuries: 3 }],
    ['遇难人数升至12人', { deaths: 12 }],
    ['事故造成3死5伤', { deaths: 3, minorInjuries: 5 }],
    ['1人死亡2人受伤', { deaths: 1, minorInjuries: 2 }],
    ['两死两重伤，数人轻伤', { deaths: 2, seriousInjuries: 2 }],
    ['一名工人被埋', { trapped: 1 }],
    ['目前失联2人', { missing: 2 }],
    ['被困7人，已救出5人', { trapped: 2 }],
    ['暂无人员伤亡', { deaths: 0, seriousInjuries: 0, minorInjuries: 0 }],
    ['两人当场身亡', { deaths: 2 }],
    ['死亡人数为４', { deaths: 4 }],
    ['九千二百余人死亡', { deaths: 9200 }],
    ['50名儿童和3名老师中毒', { minorInjuries: 53 }],
    ['两人当场死亡，另有3人送院抢救无效身亡', { deaths: 5 }],
    ['尚未发现人员被困', { trapped: 0 }],
    ['数百人受伤，民警3人赶到', {}],
  ])('%s', (text, expected) => {
    const { place: _, kind: __, ...figures } = said(text);
    expect(figures).toEqual(expected);
  });
  it('tells damage in the words of the text', () => {
    const found = readText('直接经济损失约200万元，房屋倒塌3间', AT).filter(({ field }) => field === 'damage');
    expect(found.map(({ value }) => value)).toEqual(['直接经济损失约200万元', '房屋倒塌3间']);
  });
});

describe('doubts', () => {
  const doubts = (text: string) => doubtsOf(readText(text, AT), AT).map(({ field }) => field);
  it('tells a future time, a contradiction and a figure that cannot be', () => {
    expect(doubts('2026年6月12日10时发生火灾')).toEqual(['occurredAt']);
    expect(doubts('造成3人死亡。医院称5人死亡')).toEqual(['deaths']);
    expect(doubts('造成3人死亡，无人员伤亡')).toEqual(['deaths']);
    expect(doubts('造成150000人受伤')).toEqual(['minorInjuries']);
    expect(doubts('5人受伤，其中2人重伤')).toEqual([]);
  });
});

describe('whatever comes', () => {
  const words = fc.constantFrom(
    ...[
      '造成',
      '3',
      '１２',
      '一',
      '两',
      '人',
      '名',
      '死亡',
      '受伤',
      '其中',
      '，',
      '。',
      ' ',
      '\n',
      '月',
      '日',
      '时',
      '昨晚',
      '在',
      '路',
      '与',
      '发生',
      '（',
      '）',
      '记者',
      '😀',
      '被困',
      '救出',
      '、',
    ],
  );
  it('every proposal says which words it was read from', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(words, { maxLength: 80 }).map((all) => all.join('')),
        ),
        (text) => {
          for (const { start, end, text: own, confidence } of readText(text, AT)) {
            expect(own).toBe(text.slice(start, end));
            expect(end).toBeGreaterThan(start);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
  it.each([
    '一',
    '1',
    '3人',
    '死亡3',
    '在',
    '路',
    '(',
    '(记者',
    '被困',
    '昨晚',
    '6月',
    '1名工人',
    '市',
    '损失1',
    '网a',
    '火',
    ',',
    '无人',
    '其中1人重伤,',
    '二〇',
    '3日10时',
    '新华网',
    '有',
  ])('20,000 characters of «%s» take no longer than a blink', (piece) => {
    const text = piece.repeat(Math.ceil(MOST_TEXT / piece.length)).slice(0, MOST_TEXT);
    const began = performance.now();
    readText(text, AT);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
