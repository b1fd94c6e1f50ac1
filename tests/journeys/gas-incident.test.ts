import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoLogins } from '../../src/demo/start.ts';
import { convertInOffice } from '../../src/foundation/documents/office-tools.fixture.ts';
import { assignmentLifecycle } from '../../src/foundation/orders/assignment.lifecycle.ts';
import { type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';

/**
 * 「6·11」施工破坏燃气管线, from the call to the close: an officer at the desk, a street, a utility, a team and a deputy on
 * their phones, each in a browser of their own, on a real PostgreSQL.
 */
let district: District;
let stage: Stage;
let close: () => Promise<void>;
const guests: Guest[] = [];

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const url = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(url, () => district.clock.now());
});
afterAll(async () => {
  await stage?.close();
  await close?.();
});

async function enter(username: string, options?: Parameters<Stage['enter']>[1]): Promise<Page> {
  const guest = await stage.enter(username, options);
  guests.push(guest);
  return guest.page;
}

const { states: STATES } = assignmentLifecycle;
const PASSWORD = demoLogins(new Date())[0]?.password ?? '';
const TITLE = '「6·11」施工破坏燃气管线';

it('walks one incident from the call to the close', async () => {
  const street = await enter('gucheng', { at: '/field/', isPhone: true });
  const gas = await enter('ranqi', { at: '/field/', isPhone: true });
  const team = await enter('qiangxian', { at: '/field/', isPhone: true });
  const desk = await enter('zhiban');
  await desk.getByRole('heading', { name: '现在需要你' }).waitFor();

  await takeCall(desk);
  await openIncident(desk);
  await activate(desk);
  for (const phone of [street, gas, team]) await phone.getByText('令〔2026〕').first().waitFor();

  await carryOut(street, '划定警戒区并疏散居民', '已疏散 38 人，警戒范围 80 米', 'field-order');
  await carryOut(gas, '关闭上下游阀门', '两端阀门已关闭，管段压力归零');
  await carryOut(team, '抢修队集结到场', '抢修队 9 人到场，已开始开挖');
  await desk.getByText('反馈 1').nth(2).waitFor();
  const paper = await report(desk);

  // 蒋小满 is out on the street and does not see the second order: half an hour later it is his deputy's.
  const deputy = await enter('gucheng-fu', { at: '/field/', isPhone: true });
  await deputy.getByText('没有待办指令').waitFor();
  district.clock.advance(31 * 60_000);
  await deputy.getByRole('link', { name: '告知停气用户并保障生活' }).waitFor();
  // Nobody touched anything for half an hour: what is shown stays readable, acting asks who is there.
  for (const page of [desk, deputy]) await unlock(page);
  await carryOut(deputy, '告知停气用户并保障生活', '已告知 412 户，送水点 2 处');

  await desk.getByRole('link', { name: '指令', exact: true }).click();
  await desk.getByText('未应答').first().waitFor();
  await picture(desk, 'orders');
  await desk.getByRole('link', { name: '态势' }).click();
  await desk.locator('.map-incident').waitFor();
  await picture(desk, 'situation');
  await finishTheRest(desk);
  await end(desk);
  await lookBack(desk);

  await inDatabase();
  await inPaper(paper);
  expect(guests.flatMap(({ faults }) => faults)).toEqual([]);
});

async function takeCall(desk: Page) {
  await desk.keyboard.press('n');
  await desk
    .getByLabel('接报内容', { exact: false })
    .fill('石景山路附近施工挖断燃气管，气味很大，两人头晕不适，施工队已停工撤出。');
  await desk.getByLabel('来源').selectOption({ label: '12345 市民热线' });
  await desk.getByLabel('类别').fill('燃气管线');
  await desk.getByRole('option', { name: '燃气管线' }).first().click();
  await desk.getByLabel('地点').fill('古城大街与石景山路交口');
  await pickOnMap(desk, { lng: 116.18, lat: 39.906 });
  // What is no figure is refused by name; another figure in its place would go unnoticed.
  await desk.getByLabel('轻伤', { exact: true }).fill('1-2');
  await desk.getByRole('button', { name: '存', exact: true }).click();
  await desk.getByText('须为整数').first().waitFor();
  await desk.getByLabel('轻伤', { exact: true }).fill('2');
  await desk.getByLabel('报告人电话').fill('10000001234');
  await picture(desk, 'intake-form');
  await desk.getByRole('button', { name: '存', exact: true }).click();
  await desk.getByText('接〔2026〕1号').first().waitFor();
  // Whoever has to call back sees the number whole, and says why.
  await desk.getByRole('button', { name: /报告人电话/ }).click();
  await desk.getByRole('dialog').getByRole('textbox').fill('回拨核实位置');
  await desk.getByRole('dialog').getByRole('button', { name: '显示' }).click();
  await desk.getByRole('link', { name: '10000001234' }).waitFor();
}

/** Clicks the map where the place is drawn: the map answers where that is. */
async function pickOnMap(desk: Page, place: { lng: number; lat: number }) {
  const map = desk.locator('.map-frame');
  await map.locator('canvas').waitFor();
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  await desk.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => desk.locator('[name=place]').inputValue()).not.toBe('');
  await desk.locator('[name=place]').fill(`${place.lng}, ${place.lat}`);
  await desk.getByText('古城街道').first().waitFor();
}

async function openIncident(desk: Page) {
  await picture(desk, 'intake');
  await desk.getByRole('button', { name: '立案' }).click();
  await desk.getByLabel('标题').fill(TITLE);
  await desk.getByRole('radio', { name: '一般' }).check();
  await desk.getByLabel('定级理由').fill('两人轻伤，未发生爆燃');
  await desk.getByRole('dialog').getByRole('button', { name: '立案' }).click();
  await desk.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
}

async function activate(desk: Page) {
  await desk.getByRole('link', { name: '启动预案' }).click();
  await desk.getByRole('button', { name: /启动响应，下达 15 条指令，1 条待下达/ }).waitFor();
  await picture(desk, 'activation-preview');
  await desk.getByRole('button', { name: /启动响应/ }).click();
  await desk.getByText('未签收').waitFor();
  await district.settle();
  await picture(desk, 'incident');
}

/** On the phone: receive, report with a photo, finish. */
async function carryOut(phone: Page, order: string, words: string, name?: string) {
  if (name) await picture(phone, `${name}s`);
  await phone.getByRole('link', { name: order }).click();
  await phone.getByRole('button', { name: '签收' }).click();
  await phone.getByRole('button', { name: '反馈' }).click();
  const photo = await phone.screenshot();
  await phone
    .locator('input[type=file][accept="image/*"]')
    .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo });
  await phone.getByRole('img', { name: '照片 1' }).waitFor();
  await phone.getByRole('dialog').getByRole('textbox').fill(words);
  await phone.getByRole('button', { name: '发送反馈' }).click();
  await phone.getByText(words).waitFor();
  if (name) await picture(phone, name);
  await phone.getByRole('button', { name: '办结' }).click();
  await phone.getByRole('dialog').getByRole('textbox').fill(words);
  await phone.getByRole('dialog').getByRole('button', { name: '办结' }).click();
  await phone.getByRole('dialog').waitFor({ state: 'hidden' });
  await phone.getByText(STATES.done.zh, { exact: true }).first().waitFor();
  await phone.goBack();
}

/** 书面初报: drafted from the record, signed off, downloaded as the file that is sent. */
async function report(desk: Page): Promise<Buffer> {
  await tellTheCity(desk);
  await desk.getByRole('button', { name: '起草报告' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '起草', exact: true }).click();
  await desk.getByText('草稿').first().waitFor();
  await desk.getByRole('button', { name: '签发报送' }).click();
  await desk.getByRole('dialog').getByRole('combobox').fill('秦伯安');
  await desk.getByRole('option', { name: '秦伯安' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '签发报送' }).click();
  await desk.getByText('值班信息〔2026〕1号').first().waitFor();
  await picture(desk, 'report', { isWhole: true });
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: /^下载 DOCX/ }).click(),
  ]);
  return readFileSync(await file.path());
}

/** What is no longer needed is cancelled with its reason; one by hand on the screen, the others as the screen does. */
async function finishTheRest(desk: Page) {
  await desk.getByRole('link', { name: '指令', exact: true }).click();
  await desk.getByRole('link', { name: '扩散范围巡测' }).first().click();
  await desk.getByRole('button', { name: '撤销指令' }).click();
  await desk.getByRole('dialog').getByRole('textbox').fill('泄漏已停止');
  await desk.getByRole('dialog').getByRole('button', { name: '撤销指令' }).click();
  await desk.getByText(STATES.cancelled.zh, { exact: true }).first().waitFor();
  const officer = await district.as('zhiban');
  const board = await officer.sees<{ items: { orderId: string; may: string[] }[] }>('orders.board');
  const open = new Set(board.items.filter(({ may }) => may.includes('cancel')).map(({ orderId }) => orderId));
  for (const id of open) await officer.does('orders.cancel', { id, reason: '险情已排除' });
}

/** 报送对象: the matrix says whom to ring up next; the call is noted with the name at the other end. */
async function tellTheCity(desk: Page) {
  await desk.getByText('下一个：市应急指挥中心').waitFor();
  await desk.getByRole('button', { name: '登记已报 市应急指挥中心' }).click();
  await desk.getByRole('dialog').getByRole('textbox', { name: '接收人' }).fill('市值班员');
  await desk.getByRole('dialog').getByRole('button', { name: '登记已报' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  await desk.locator('#recipients').getByText('市值班员').waitFor();
}

/** The paper was read at the other end. */
async function noteThatItWasRead(desk: Page) {
  await desk.getByRole('button', { name: '登记已阅 市应急管理局' }).click();
  await desk.getByRole('dialog').getByRole('textbox', { name: '接收人' }).fill('刘某');
  await desk.getByRole('dialog').getByRole('button', { name: '登记已阅' }).click();
  await desk.locator('#recipients').getByText('刘某').waitFor();
  await picture(desk, 'recipients', { isWhole: true });
}

async function end(desk: Page) {
  await desk.getByRole('link', { name: '事件', exact: true }).click();
  await desk.getByRole('link', { name: '事〔2026〕1号' }).click();
  await noteThatItWasRead(desk);
  await desk.getByRole('button', { name: '终止响应' }).click();
  await desk.getByRole('dialog').getByRole('textbox').fill('泄漏已停止，管线修复');
  await desk.getByRole('dialog').getByRole('button', { name: '终止响应' }).click();
  await desk.getByRole('link', { name: '启动预案' }).waitFor();
  await desk.getByRole('button', { name: '事态已控制' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '事态已控制' }).click();
  // The state, not the button of that name: closing says which version of the incident it closes.
  await desk.getByText('已控制', { exact: true }).first().waitFor();
  await desk.getByRole('button', { name: '办结', exact: true }).click();
  await desk.getByRole('dialog').getByRole('textbox').fill('阀门关闭，管线修复，38 人返回，两名伤者已出院。');
  await desk.getByRole('dialog').getByRole('button', { name: '办结' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  await desk.locator('dd', { hasText: '阀门关闭，管线修复' }).waitFor();
  await picture(desk, 'incident-closed', { isWhole: true });
}

/** By rule a review is due, and its figures are there before anybody has typed one. */
async function lookBack(desk: Page) {
  await desk.locator('#review').getByRole('link').click();
  await desk.getByRole('row', { name: /^启动响应 .*\d/ }).waitFor();
  await desk.getByRole('heading', { name: '谁在何时看到、办理' }).waitFor();
  await desk
    .getByRole('button', { name: /^列为问题: / })
    .first()
    .click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '问题' }).waitFor();
  await dialog.getByRole('textbox', { name: '改进措施' }).fill('更新值守电话，夜间抽查一次');
  await dialog.getByRole('button', { name: '列出问题' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await desk.getByText('更新值守电话，夜间抽查一次').waitFor();
  await picture(desk, 'review', { isWhole: true });
}

/** What the screens said is what the database holds, and the chain over it is whole. */
async function inDatabase() {
  await district.settle();
  const { database } = district.server.platform;
  const [row] = (
    await sql<object>`select i.state, i.grade, i.response_level, a.state as activation,
      (select count(*)::int from assignment where state = 'done') as done,
      (select count(*)::int from assignment where state not in ('done', 'cancelled', 'unanswered')) as open,
      (select count(*)::int from order_feedback where cardinality(photos) = 1) as photographed,
      (select state from clock where name = 'initial_report') as initial_report
    from incident i join activation a on a.incident_id = i.id`.execute(database.kysely)
  ).rows;
  expect(row).toEqual({
    state: 'closed',
    grade: 'general',
    response_level: null,
    activation: 'terminated',
    done: 5,
    open: 0,
    photographed: 4,
    initial_report: 'met',
  });
  const passed = await sql<{ name: string }>`select p.name from assignment a join assignment earlier
    on a.previous_assignment_id = earlier.id join person p on p.id = a.assignee_person_id
    where a.state = 'done'`.execute(database.kysely);
  expect(passed.rows).toHaveLength(1);
  const auditor = await district.as('auditor');
  expect(await auditor.get('/api/timeline/verdict')).toMatchObject({ status: 200, body: { isWhole: true } });
}

async function inPaper(paper: Buffer) {
  const [text = ''] = convertInOffice([paper], 'txt').map(String);
  for (const words of ['值班信息〔2026〕1号', '签发人：秦伯安', '古城大街与石景山路交口', '轻伤2人', '四级'])
    expect(text.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
}

async function unlock(page: Page) {
  await page.reload();
  await page.getByText('已锁定').waitFor();
  await page.getByRole('button', { name: '验证' }).click();
  await page.getByRole('dialog').locator('[name=password]').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: '验证' }).click();
  await page.getByText('已锁定').waitFor({ state: 'hidden' });
}
