import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, COLOUR_RULES, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { GAS_CALL, walkOneIncident } from '../support/walk.ts';

/**
 * One night of support and evacuation by five people: a street asks for a team, the room sends the gas team, its leader sets off,
 * arrives and comes back by phone; the street leads a block out, the community knocks at the doors by phone, the shelter's desk
 * checks them in, and all go home.
 */
let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let incidentId: string;
const guests: Guest[] = [];

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const community = await district.as('shequ');
  const { items } = await community.sees<{ items: { at: object }[] }>('households.list', {});
  ({ incidentId } = await walkOneIncident(district, { ...GAS_CALL, place: items[0]?.at }));
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

async function enter(...[who, options]: Parameters<Stage['enter']>): Promise<Guest> {
  const guest = await stage.enter(who, options);
  guests.push(guest);
  return guest;
}

it('support: asked by a street, approved and sent by the room, confirmed by the team leader on the phone', async () => {
  const street = await enter('bajiao', { at: `/incidents/${incidentId}#support` });
  const section = street.page.locator('#support');
  await section.getByRole('button', { name: '申请支援' }).click();
  const dialog = street.page.getByRole('dialog');
  await dialog.locator('[name=speciality]').selectOption('gas');
  await dialog.locator('[name=content]').fill('关阀堵漏，协助警戒');
  await dialog.getByRole('list', { name: '推荐力量' }).getByRole('link', { name: '燃气抢修队' }).waitFor();
  await dialog.getByRole('button', { name: '申请支援' }).click();
  await section.getByText('待审批').waitFor();

  const room = await enter('zhiban', { at: `/incidents/${incidentId}` });
  await room.page
    .locator('#support')
    .getByRole('button', { name: /^批准 援/ })
    .click();
  await room.page.locator('#support').getByRole('link', { name: /^援〔/ }).click();
  await room.page.getByRole('list', { name: '推荐力量' }).waitFor();
  await picture(room.page, 'console-support-candidates');
  expect(await barriers(room.page)).toEqual([]);
  await room.page.getByRole('button', { name: '派出 燃气抢修队' }).click();
  await room.page.locator('#sent').getByText('已派出').waitFor();

  const leader = await enter('qiangxian', { at: '/field/', isPhone: true });
  const tasks = leader.page.getByRole('list', { name: '支援任务' });
  await tasks.getByRole('button', { name: '出发 燃气抢修队' }).click();
  await tasks.getByText('途中').waitFor();
  await picture(leader.page, 'field-support');
  expect(await barriers(leader.page)).toEqual([]);
  // The room sees it without asking again.
  await room.page.locator('#sent').getByText('途中').waitFor();
  district.clock.advance(15 * 60_000);
  await tasks.getByRole('button', { name: '到达 燃气抢修队' }).click();
  await section.getByText('已到位').waitFor();
  await tasks.getByRole('button', { name: '归队 燃气抢修队' }).click();
  await leader.page.getByText('没有支援任务').waitFor();
  await room.page.locator('.record-badges').getByText('已归队').waitFor();
});

it('evacuation: a block led out door by door, counted at the shelter, and home again', async () => {
  const [street, room] = [guests[0] as Guest, guests[1] as Guest];
  const officer = await district.as('zhiban');
  const shelters = await officer.sees<{ items: { id: string; name: string }[] }>('shelters.list', { q: '八角' });
  const shelter = shelters.items[0];
  await officer.does('shelters.open', { id: shelter?.id, openedFor: '燃气泄漏疏散' });

  await street.page.locator('#evacuation').getByRole('button', { name: '组织转移' }).click();
  const dialog = street.page.getByRole('dialog');
  await dialog.locator('[name=title]').fill('下风向居民楼');
  await dialog.locator('[name=metres]').fill('400');
  await dialog.locator('[name=shelterId]').selectOption(shelter?.id ?? '');
  await dialog.getByRole('button', { name: '组织转移' }).click();
  await street.page.waitForURL(/\/evacuations\//);
  const path = new URL(street.page.url()).pathname;
  await street.page.getByRole('button', { name: '本页改派责任人' }).click();
  await street.page.getByRole('dialog').locator('[name=helperId]').fill('何春杏');
  await street.page
    .getByRole('option', { name: /何春杏/ })
    .first()
    .click();
  await street.page.getByRole('dialog').getByRole('button', { name: '指定' }).click();
  await street.page.locator('#helpers').getByText('何春杏').waitFor();
  await street.page.getByRole('button', { name: /^开始转移/ }).click();
  await street.page.locator('.record-badges').getByText('转移中').waitFor();
  await picture(street.page, 'console-evacuation');
  expect(await barriers(street.page)).toEqual([]);

  const helper = await enter('shequ', { at: '/field/doors', isPhone: true });
  const doors = helper.page.locator('.order-inbox > li');
  await doors.first().waitFor();
  const count = await doors.count();
  await doors
    .first()
    .getByRole('button', { name: /^户内人员/ })
    .click();
  await doors.first().locator('.evacuation-residents li').first().waitFor();
  await picture(helper.page, 'field-doors');
  expect(await barriers(helper.page)).toEqual([]);
  await doors
    .first()
    .getByRole('button', { name: /^已转移/ })
    .click();
  await helper.page.getByRole('dialog').getByRole('button', { name: '登记' }).click();
  await helper.page.getByText(`还剩 ${count - 1} 户，共 ${count} 户`).waitFor();
  // The browser is closed in between: what was reported is there, what was not is still to do.
  await helper.page.reload();
  await helper.page.getByText(`还剩 ${count - 1} 户，共 ${count} 户`).waitFor();
  // In the stairwell there is no connection: the answer is kept on the phone, and sent from the browser that is opened next.
  await helper.context.setOffline(true);
  await helper.page
    .getByRole('button', { name: /^拒绝转移/ })
    .first()
    .click();
  await helper.page.getByRole('dialog').locator('[name=reason]').fill('老人不愿离家');
  await helper.page.getByRole('dialog').getByRole('button', { name: '登记' }).click();
  await helper.page.getByText('1 项已记在本机').waitFor();
  await helper.page.getByText('已记在本机：拒绝转移').waitFor();
  await helper.page.getByText(`还剩 ${count - 2} 户，共 ${count} 户`).waitFor();
  await picture(helper.page, 'field-doors-offline');
  await helper.page.close();
  await helper.context.setOffline(false);
  const phone = await helper.context.newPage();
  await phone.goto(`${origin}/field/doors`);
  await phone.getByText(`还剩 ${count - 2} 户，共 ${count} 户`).waitFor();
  await phone.getByText('已记在本机').first().waitFor({ state: 'hidden' });
  const refused = await officer.sees<{ items: { reason: string | null }[] }>('evacuationHouseholds.list', {
    evacuationId: path.split('/').at(-1),
    outcome: 'refused',
  });
  expect(refused.items).toMatchObject([{ reason: '老人不愿离家' }]);

  // Figures on the incident follow at once, and the shelter's desk agrees after its check-in.
  await room.page.goto(`${origin}/incidents/${incidentId}`);
  await room.page.locator('#evacuation').getByText('转移中').waitFor();
  await room.page.locator('#map').getByRole('link', { name: '下风向居民楼' }).waitFor();
  await room.page.locator('#map').scrollIntoViewIfNeeded();
  await picture(room.page, 'console-incident-ground');
  await street.page
    .locator('#shelters')
    .getByText(/人在途或未登记/)
    .waitFor();
  const moved = await officer.sees<{ items: { id: string; people: number; outcome: string }[] }>(
    'evacuationHouseholds.list',
    { evacuationId: path.split('/').at(-1), outcome: 'moved' },
  );
  expect(moved.items).toHaveLength(1);
  const one = moved.items[0];
  await street.page
    .locator(`#door-${one?.id}`)
    .getByRole('button', { name: /^入住登记/ })
    .click();
  await street.page.getByRole('dialog').locator('[name=bed]').fill('A-1');
  await street.page.getByRole('dialog').getByRole('button', { name: '入住登记' }).click();
  await street.page.locator('#shelters').getByText('一致').waitFor();

  await street.page.getByRole('button', { name: /^结束转移/ }).click();
  await street.page.getByRole('dialog').locator('[name=reason]').fill('一户劝说无效，民警值守');
  await street.page.getByRole('dialog').getByRole('button', { name: '结束转移' }).click();
  await street.page.getByRole('button', { name: /^允许返家/ }).click();
  await phone
    .getByRole('button', { name: /^登记返家/ })
    .first()
    .click();
  await street.page.locator('.record-badges').getByText('已返家').waitFor();
  await district.settle();
  const { record } = await officer.sees<{ record: { occupancy: number } }>('shelters.record', { id: shelter?.id });
  expect(record.occupancy).toBe(0);

  // In the dark and in English, as the night shift may have it.
  const night = await stage.enter('zhiban', { at: `/incidents/${incidentId}`, known: room });
  await night.page.emulateMedia({ colorScheme: 'dark' });
  await night.page.locator('#evacuation').getByText('已返家').waitFor();
  expect(await barriers(night.page, COLOUR_RULES)).toEqual([]);
  for (const guest of guests) expect(guest.faults).toEqual([]);
});
