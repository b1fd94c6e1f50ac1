import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

/**
 * A morning in the duty room: the officer changes the roster by hand and is told in words what the rules forbid, hands over
 * with what is open listed by the system, the next one signs; the streets are called and one answers in one tap on the phone.
 */
let district: District;
let stage: Stage;
let close: () => Promise<void>;
let desk: Guest;
let unitId: string;

interface Seat {
  id: string;
  personId: string;
  personName: string;
  day: string;
}

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const officer = await district.as('zhiban');
  ({ unitId } = await officer.sees<{ unitId: string }>('people.record', { id: officer.personId }));
  const base = { unitId, dutyKind: 'officer' };
  await officer.does('dutyPosts.register', { ...base, seats: 1, shiftLength: 'h24', startsAt: '08:30' });
  const { items } = await officer.sees<{ items: { id: string; posts: string }[] }>('people.list', {
    unitId,
    limit: 200,
  });
  const leader = await district.as('daiban');
  const others = items.filter(({ id, posts }) => posts.includes('值班员') && id !== officer.personId);
  for (const personId of [officer.personId, leader.personId, ...others.slice(0, 3).map(({ id }) => id)])
    await officer.does('dutyMembers.register', { ...base, personId, rank: 'staff', joinedOn: '2026-01-01' });
  const origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
  desk = await stage.enter('zhiban');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

it('plans a month by the rules, is refused what breaks rest, exchanges two by dragging, and publishes', async () => {
  const { page } = desk;
  await page.goto(new URL(`/duty-rosters/${unitId}?month=2026-06`, page.url()).href);
  await page.getByRole('button', { name: '自动排班' }).click();
  await page.getByText('没有违反规则').waitFor();
  const officer = await district.as('zhiban');
  const { seats } = await officer.sees<{ seats: Seat[] }>('dutyRosters.month', { unitId, month: '2026-06' });
  const later = seats.filter(({ day }) => day > '2026-06-14');
  const [one, next] = [later[0] as Seat, later[1] as Seat];
  const chip = (seat: Seat) => page.getByRole('button', { name: new RegExp(`${seat.day.slice(5)} 08:30–`) });
  await chip(next).click();
  await page.getByLabel('值班人员', { exact: true }).selectOption(one.personId);
  await page.getByRole('button', { name: '安排', exact: true }).click();
  await page
    .getByText(/只休息 0 小时，应不少于 8 小时/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  // Two days running change their people: both keep their rest.
  await chip(one).dragTo(chip(next));
  await page.getByRole('button', { name: new RegExp(`${one.day.slice(5)} 08:30–.*已调整`) }).waitFor();
  await picture(page, 'duty-roster');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('已发布').first().waitFor();
});

it('hands over with what is open listed, and it holds once the next has signed', async () => {
  const { page } = desk;
  const officer = await district.as('zhiban');
  await officer.does('dutyLogEntries.register', {
    unitId,
    notedAt: '2026-06-11T02:30:00Z',
    entryKind: 'call',
    subject: '询问恢复供气时间',
    toFollow: '恢复后回电',
  });
  await page.goto(new URL('/duty', page.url()).href);
  await page.getByRole('button', { name: '交班', exact: true }).click();
  await page.getByText('询问恢复供气时间：恢复后回电').waitFor();
  const other = page.getByRole('radio', { name: '其他人' });
  // Drawn as a button: the circle itself is out of sight.
  if ((await other.count()) > 0) await other.check({ force: true });
  await page.getByRole('combobox', { name: '接班人' }).fill('秦伯安');
  await page
    .getByRole('option', { name: /秦伯安/ })
    .first()
    .click();
  await page.getByLabel('重点关注').fill('古城大街燃气现场');
  await page.getByRole('button', { name: '交班签名' }).click();
  await page.getByText('待接班签名').first().waitFor();
  const leader = await stage.enter('daiban', { at: new URL(page.url()).pathname });
  await leader.page.getByText('古城大街燃气现场').waitFor();
  await leader.page.getByRole('button', { name: '接班签名' }).click();
  await leader.page.getByText('已交接').first().waitFor();
  await picture(leader.page, 'duty-handover');
  await page.getByText('已交接').first().waitFor();
  expect(leader.faults).toEqual([]);
});

it('calls the streets; one answers in one tap on the phone, and the board says so at once', async () => {
  const { page } = desk;
  const officer = await district.as('zhiban');
  const { units } = await officer.sees<{ units: { id: string; shortName: string }[] }>('units.tree');
  const street = units.find(({ shortName }) => shortName === '古城街道')?.id;
  await officer.does('dutyPosts.register', {
    unitId: street,
    dutyKind: 'officer',
    seats: 1,
    shiftLength: 'h24',
    startsAt: '08:30',
  });
  await page.goto(new URL('/roll-calls', page.url()).href);
  await page.getByRole('button', { name: '发起点名' }).click();
  await page.getByRole('button', { name: '开始点名' }).click();
  await page.getByText('按时 0 / 1').waitFor();
  const phone = await stage.enter('gucheng', { at: '/field/', isPhone: true });
  await phone.page.getByRole('button', { name: '应答点名' }).click();
  await page.getByText('按时 1 / 1').waitFor();
  await picture(page, 'roll-call');
  expect([...desk.faults, ...phone.faults]).toEqual([]);
});

it('tells everybody around a gas leak with one press, sees who answers, and has a second person agree to a very large one', async () => {
  const { page } = desk;
  const officer = await district.as('zhiban');
  const { incidentId } = await walkOneIncident(district);
  await page.goto(new URL(`/incidents/${incidentId}`, page.url()).href);
  await page.getByRole('button', { name: '一键通', exact: true }).click();
  await page.getByText('属地责任').first().waitFor();
  await page
    .getByText(/待命，直线/)
    .first()
    .waitFor();
  await page.getByLabel('正文').fill('请携带检测仪到古城大街路口集合');
  await page.getByRole('radio', { name: '须答复' }).check();
  await page.getByLabel('可选答复（每行一个）').fill('能到\n不能到');
  await picture(page, 'linkage-start', { isWhole: true });
  await page.getByRole('button', { name: '立即发出' }).click();
  await page.getByRole('heading', { name: '送达和答复' }).waitFor();
  const street = await district.as('gucheng');
  type Inbox = { items: { id: string; template: string }[] };
  const letter = (await street.sees<Inbox>('messages.inbox')).items.find(({ template }) => template === 'linkage.sent');
  await street.does('messages.answer', { id: letter?.id, choice: '1' });
  await page.getByText('能到 1', { exact: true }).waitFor();
  await page.getByRole('radio', { name: '未应答' }).check();
  await page
    .getByRole('button', { name: /^升级 / })
    .first()
    .click();
  await page.getByText('已转下一级').waitFor();
  await picture(page, 'linkage-board', { isWhole: true });

  const made = await officer.does<{ id: string; isHeld: boolean }>('linkages.start', {
    within: '116.19,39.91,3000',
    title: '全区防汛上岗',
    parties: ['grid_worker', 'community_worker', 'team_member', 'contact'].map((role) => ({
      source: 'by_hand',
      label: role,
      kind: 'role_in_area',
      input: { role, areaCode: '110107' },
    })),
  });
  expect(made.isHeld).toBe(true);
  const leader = await stage.enter('daiban', { at: `/linkages/${made.id}` });
  await leader.page.getByRole('button', { name: '复核通过并发出' }).click();
  await leader.page.getByRole('heading', { name: '送达和答复' }).waitFor();
  await leader.page.getByText(/复核人/).waitFor();

  // Whoever has no telephone is told at the door, and somebody signs for it.
  await officer.does('messages.send', {
    to: [street.personId],
    heading: '请上门通知 12 号楼',
    text: '今晚 20 时前转移到古城中学',
    priority: 'urgent',
    asks: 'receipt',
    channels: ['door'],
  });
  await page.goto(new URL('/manual-deliveries', page.url()).href);
  await page.getByText('今晚 20 时前转移到古城中学').waitFor();
  await picture(page, 'manual-deliveries');
  await page.getByRole('button', { name: /^登记回执 / }).click();
  await page.getByLabel('接收人姓名').fill('王敲门 当面确认');
  await page.getByRole('dialog').getByRole('button', { name: '登记回执', exact: true }).click();
  await page.getByText('没有待人工通知的消息').waitFor();
  await page.goto(new URL('/message-channels', page.url()).href);
  await page.getByRole('heading', { name: '上门' }).waitFor();
  await picture(page, 'message-channels');
});
