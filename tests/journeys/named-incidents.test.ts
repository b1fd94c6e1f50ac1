import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type IncidentStory, incidentStory } from '../../src/demo/incident-calls.ts';
import {
  activate,
  advise,
  askExpert,
  carryOut,
  closeIncident,
  handOverToCity,
  issueOrder,
  joinReport,
  openIncident,
  raise,
  reportUp,
  takeCall,
  terminate,
} from '../support/acts.ts';
import { type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';

/**
 * The incidents that the district's plan names, beside the gas pipe that has a journey of its own: a burning flat, a burst water
 * main, a power failure and the reservoir. Each from its calls to its close, by at least five people at their own screens.
 */
let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
const guests = new Map<string, Guest>();

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now(), { hasMaps: false });
});
afterAll(async () => {
  await stage?.close();
  await close?.();
});

/** Somebody at the desk, or with the phone in hand; who is signed in stays it from one incident to the next. */
async function at(who: string, path: string): Promise<Page> {
  const known = guests.get(who);
  if (known) {
    await go(known.page, path);
    return known.page;
  }
  const guest = await stage.enter(who, { at: path, isPhone: path.startsWith('/field') });
  guests.set(who, guest);
  return guest.page;
}
/** Keys and presses go to the page when it stands. */
async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.locator('main#main h1').first().waitFor();
}
const pathOf = (page: Page) => new URL(page.url()).pathname;
const callsOf = (story: IncidentStory) => {
  const [first, second, third] = story.calls;
  if (!first || !second || !third) throw new Error(`${story.key} has fewer than three calls`);
  return [first, second, third] as const;
};

/** What nobody needs any more is withdrawn, as the board's buttons do it one by one. */
async function withdrawTheRest(reason: string): Promise<void> {
  const officer = await district.as('zhiban');
  const board = await officer.sees<{ items: { orderId: string; may: string[] }[] }>('orders.board', { limit: 200 });
  const open = new Set(board.items.filter(({ may }) => may.includes('cancel')).map(({ orderId }) => orderId));
  await Promise.all([...open].map((id) => officer.does('orders.cancel', { id, reason })));
}

/** How it stands in the database, and that no screen of anybody saw a fault. */
async function ended(story: IncidentStory) {
  const { database } = district.server.platform;
  const { rows } = await sql<object>`select i.state, i.command_authority as commands,
      (select count(*)::int from intake where incident_id = i.id) as reports,
      (select count(*)::int from assignment a join "order" o on o.id = a.order_id
        where o.matter_id = i.id and a.state = 'done') as done,
      (select count(*)::int from situation_report where incident_id = i.id and number is not null) as papers
    from incident i where i.title = ${story.title}`.execute(database.kysely);
  expect([...guests.values()].flatMap(({ faults }) => faults)).toEqual([]);
  return rows[0];
}

it('the burning flat: a street files its own call, two utilities shut off, the leader on duty closes', async () => {
  const story = incidentStory('yongle');
  const [first, second, third] = callsOf(story);
  const desk = await at('zhiban', '/intake');
  const street = await at('lugu', '/intake');
  const number = await takeCall(desk, first);
  await takeCall(street, second);
  await go(desk, pathOf(street));
  await joinReport(desk, number);
  await openIncident(desk, story);
  const file = pathOf(desk);
  await takeCall(desk, third, { to: number, hasIncident: true });
  const leader = await at('daiban', file);
  await activate(leader);
  const phones = await Promise.all(['lugu', 'ranqi', 'gongdian'].map((who) => at(who, '/field/')));
  const [squad, gas, power] = phones as [Page, Page, Page];
  await carryOut(squad, '疏散居民', '楼内 24 户已撤出，无人被困');
  await carryOut(gas, '切断燃气', '单元立管阀门已关');
  await carryOut(power, '切断电源', '4 单元电源已切断');
  await go(desk, file);
  await reportUp(desk, '秦伯安');
  await withdrawTheRest('火已扑灭');
  await terminate(leader, '明火扑灭，人员救出');
  await closeIncident(leader, story.closing);
  expect(await ended(story)).toEqual({
    state: 'closed',
    commands: 'district_committee',
    reports: 3,
    done: 3,
    papers: 1,
  });
});

it('the burst main: no plan is written for it, single orders go to three units', async () => {
  const story = incidentStory('water');
  const [first, second, third] = callsOf(story);
  const desk = await at('zhiban', '/intake');
  const number = await takeCall(desk, first);
  await takeCall(desk, second, { to: number, hasIncident: false });
  await openIncident(desk, story);
  const file = pathOf(desk);
  const office = await at('yingji', '/intake');
  const seen = await takeCall(office, third);
  expect(seen).toMatch(/^接〔/);
  await go(desk, pathOf(office));
  await desk.getByRole('button', { name: '并入', exact: true }).click();
  await desk.getByRole('dialog').locator('[name=id]').fill(story.title);
  await desk.getByRole('option', { name: story.title }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: '并入', exact: true }).click();
  await desk.waitForURL(`${origin}${file}`);
  const leader = await at('daiban', file);
  await issueOrder(leader, '供电公司', ['保障机组厂用电', '确认热电中心备用泵电源，准备发电车']);
  await issueOrder(leader, '区应急局', ['协调应急供水', '协调送水车，机组补水和居民用水分开安排'], {
    superior: '市水务局',
    reference: '市水务局值班室 10:45 电话',
  });
  await issueOrder(leader, '区住建委', ['查明管线权属', '查明爆管管段权属和上下游阀门']);
  await carryOut(await at('gongdian', '/field/'), '保障机组厂用电', '备用泵双电源已确认，发电车待命');
  await carryOut(await at('zhujian', '/orders'), '查明管线权属', '管段属市自来水集团，上游阀门在路口东侧');
  const relayed = await at('yingji', '/orders');
  await carryOut(relayed, '协调应急供水', '两辆送水车到场');
  await relayed.getByRole('link', { name: '协调应急供水' }).first().click();
  await relayed.getByText('转办市水务局指令 市水务局值班室 10:45 电话').waitFor();
  await go(desk, file);
  await reportUp(desk, '秦伯安');
  await go(leader, file);
  await closeIncident(leader, story.closing);
  expect(await ended(story)).toEqual({
    state: 'closed',
    commands: 'district_committee',
    reports: 3,
    done: 3,
    papers: 1,
  });
});

it('the power failure: the commander activates, the street and the utility answer from the spot', async () => {
  const story = incidentStory('power');
  const [first, second, third] = callsOf(story);
  const desk = await at('zhiban', '/intake');
  const number = await takeCall(desk, first);
  await takeCall(desk, second, { to: number, hasIncident: false });
  await openIncident(desk, story);
  const file = pathOf(desk);
  await takeCall(desk, third, { to: number, hasIncident: true });
  const commander = await at('zhihui', file);
  await activate(commander);
  await carryOut(await at('lugu', '/field/'), '走访居民', '走访 3 个小区，2 户用呼吸机，已接备用电源', true);
  await carryOut(await at('gongdian', '/field/'), '查找故障并隔离', '一段母线故障已隔离，转供开始', true);
  await carryOut(await at('daiban', '/orders'), '报送停电情况', '已报区领导和市应急指挥中心');
  await go(desk, file);
  await reportUp(desk, '秦伯安');
  await withdrawTheRest('负荷已全部转供');
  await terminate(commander, '负荷全部转供');
  await closeIncident(commander, story.closing);
  expect(await ended(story)).toEqual({
    state: 'closed',
    commands: 'district_committee',
    reports: 3,
    done: 3,
    papers: 1,
  });
});

it('the reservoir: the response rises two levels, an expert is asked, command goes to the city', async () => {
  const story = incidentStory('reservoir');
  const [lorry, dam, seepage] = callsOf(story);
  const desk = await at('zhiban', '/intake');
  await takeCall(desk, lorry);
  const lorryPath = pathOf(desk);
  const office = await at('yingji', '/intake');
  // The second one is the matter: the lorry's call goes into it.
  const head = await takeCall(office, dam);
  await go(desk, lorryPath);
  await joinReport(desk, head);
  await openIncident(desk, story);
  const file = pathOf(desk);
  const commander = await at('zhihui', file);
  await activate(commander);

  await takeCall(desk, seepage, { to: head, hasIncident: true });
  const leader = await at('daiban', file);
  await raise(leader, '三级响应', '坝体背水坡浑水渗漏并扩大，达到三级条件');
  await go(commander, file);
  await askExpert(leader, '陆知行', '浑水渗漏扩大，能否继续反滤抢护，何时撤人');
  await advise(await at('zhuanjia', '/field/'), '先降库水位再抢护，坝脚人员撤到左岸高地');
  await raise(commander, '二级响应', '管涌抢护未能控制，水位继续上涨');
  await carryOut(await at('daiban', '/orders'), '报送险情', '已报区委区政府和市防汛办');
  await carryOut(await at('yingji', '/orders'), '申请市级支援', '市水务专家和抢险队一小时内到场，集结点设在广场');
  await go(commander, file);
  await handOverToCity(
    commander,
    { body: '市防汛抗旱指挥部', name: '郑明远' },
    '渗漏点 2 处，反滤抢护中；下游 86 人已转移',
  );
  await commander.locator('#command').getByText('指挥权已移交市专项应急指挥部').waitFor();
  await picture(commander, 'reservoir');

  await go(desk, file);
  await reportUp(desk, '秦伯安');
  await withdrawTheRest('渗漏已封堵');
  await go(commander, file);
  await terminate(commander, '渗漏封堵，水位降至汛限以下');
  await closeIncident(commander, story.closing);
  expect(await ended(story)).toEqual({
    state: 'closed',
    commands: 'city_headquarters',
    reports: 3,
    done: 2,
    papers: 1,
  });
});

it('a plan half written is there again in a browser that has never seen it', async () => {
  const officer = await district.as('zhiban');
  const { items } = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'fire' });
  const path = `/plans/${items[0]?.id}/edition`;
  const desk = await at('daiban', path);
  const name = desk.getByLabel('名称').first();
  const kept = desk.waitForResponse((answer) => answer.url().endsWith('/api/plan-drafts/keep') && answer.ok());
  await name.fill('石景山区火灾事故应急处置预案（修订中）');
  await kept;
  // Another machine: nothing of it is kept there.
  await desk.evaluate(() => localStorage.clear());
  await go(desk, path);
  await expect.poll(() => name.inputValue()).toBe('石景山区火灾事故应急处置预案（修订中）');
  await desk.getByRole('button', { name: '放弃修改' }).click();
  await desk.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await go(desk, path);
  await expect.poll(() => name.inputValue()).toBe('石景山区火灾事故应急处置预案（示例）');
});
