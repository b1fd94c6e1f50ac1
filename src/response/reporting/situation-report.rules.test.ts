import { describe, expect, it } from 'vitest';
import {
  basicSituation,
  casualtiesAndLosses,
  changesSince,
  nextSteps,
  progress,
  reportTitle,
  type Situation,
  sentence,
  verifiedCasualties,
} from './situation-report.rules.ts';

const situation: Situation = {
  title: '「6·11」施工破坏燃气管线',
  kindLabel: { zh: '燃气管线事故', en: 'Gas pipe accident' },
  gradeLabel: '一般',
  placeText: '古城大街与石景山路交口',
  occurredAt: new Date('2026-06-11T02:35:00Z'),
  knownAt: new Date('2026-06-11T02:38:00Z'),
  deaths: 0,
  missing: 0,
  seriousInjuries: 0,
  minorInjuries: 2,
  trapped: null,
  directLoss: null,
  casualtiesVersion: 0,
  casualtiesAt: null,
  casualtiesSource: null,
  damage: null,
  sources: [{ channel: '12345 市民热线', knownAt: new Date('2026-06-11T02:38:00Z'), text: '施工挖断燃气管' }],
  activation: { level: '四级响应', plan: '燃气预案', startedAt: new Date('2026-06-11T02:50:00Z') },
  orders: [
    {
      number: '令〔2026〕1号',
      unitName: '燃气所',
      title: '关阀',
      stateLabel: '已办结',
      result: '已关阀',
      at: new Date(),
      feedback: [{ at: new Date('2026-06-11T02:55:00Z'), text: '上游阀门已关' }],
    },
    {
      number: '令〔2026〕2号',
      unitName: '八角街道',
      title: '疏散',
      stateLabel: '未签收',
      result: null,
      at: null,
      feedback: [],
    },
  ],
  openTitles: ['疏散'],
};

describe('the text of a situation report', () => {
  it('names time, place and grade in Beijing time', () => {
    expect(basicSituation(situation)).toContain(
      '2026年6月11日10时35分左右，古城大街与石景山路交口发生燃气管线事故，初步判定为一般突发事件',
    );
  });
  it('ends the words of others as a sentence, once', () => {
    expect(basicSituation(situation)).toContain('报告：施工挖断燃气管。');
    expect(sentence('已疏散 38 人。')).toBe('已疏散 38 人。');
    expect(sentence('已控制！')).toBe('已控制！');
  });
  it('says 不详 where a number is unknown, and 0 where it is none', () => {
    expect(casualtiesAndLosses(situation)).toContain('死亡 0 人');
    expect(casualtiesAndLosses(situation)).toContain('被困 不详');
  });
  it('tells what was done and what is still open', () => {
    expect(progress(situation)).toContain('启动四级响应，下达指令 2 项');
    expect(progress(situation)).toContain('关阀，已办结。2026年6月11日10时55分反馈：上游阀门已关。结果：已关阀。');
    expect(progress(situation)).not.toContain('令〔2026〕2号');
    expect(nextSteps(situation)).toContain('疏散');
  });
  it('counts orders, not the units that share one', () => {
    const shared = situation.orders.map((order) => ({ ...order, number: '令〔2026〕1号' }));
    expect(progress({ ...situation, orders: shared })).toContain('下达指令 1 项');
  });
  it('numbers follow-ups only', () => {
    const [place, kind] = ['八角西街', { zh: '火灾', en: 'Fire' }];
    expect(reportTitle(place, kind, { zh: '初报', en: 'Initial' }, 1)).toBe('关于八角西街发生火灾的报告（初报）');
    expect(reportTitle(place, kind, { zh: '续报', en: 'Follow-up' }, 2)).toBe('关于八角西街发生火灾的报告（续报2）');
  });
});

describe('what is new since the report before', () => {
  const earlier = {
    ...situation,
    name: '初报',
    asOf: new Date('2026-06-11T02:52:00Z'),
    levelLabel: '四级响应',
  };
  it('names every figure that is another, from what to what, and the level', () => {
    const now = { ...situation, deaths: 1, trapped: 0, gradeLabel: '较大', directLoss: 80 };
    expect(changesSince(earlier, now)).toBe(
      '较初报（2026年6月11日10时52分）变化：死亡由 0 人变为 1 人；被困由 不详变为 0 人；直接经济损失由 不详变为 80 万元；事件等级由一般变为较大；1 项指令有新进展。',
    );
  });
  it('says so when nothing is', () => {
    const quiet = { ...situation, orders: [] };
    expect(changesSince(earlier, quiet)).toBe('较初报（2026年6月11日10时52分）无变化。');
  });
});

it('a verified report tells the figures, what they were and why they are others', () => {
  const text = verifiedCasualties({ ...situation, deaths: 3 }, { ...situation, deaths: 2 }, '一人经医院确认抢救成功');
  expect(text).toContain('死亡 2 人');
  expect(text).toContain('经核实，死亡由 3 人变为 2 人。核实说明：一人经医院确认抢救成功。');
});

it('cites the release of the figures', () => {
  const released = {
    ...situation,
    casualtiesVersion: 3,
    casualtiesAt: new Date('2026-06-11T03:10:00Z'),
    casualtiesSource: '120 急救',
  };
  expect(casualtiesAndLosses(released)).toContain('（数据口径：第 3 版，2026年6月11日11时10分，120 急救。）');
});
