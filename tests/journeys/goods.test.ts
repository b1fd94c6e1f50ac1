import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';

/**
 * Goods on their way: the officer gives water out, first expired first; the leader approves what a street asked for, it is
 * picked and sent, the street counts on the phone that two life jackets are missing, and the leader settles it.
 */
let district: District;
let stage: Stage;
let close: () => Promise<void>;
let officer: Guest;
let leader: Guest;
let url: string;

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  url = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(url, () => district.clock.now());
  officer = await stage.enter('zhiban');
  leader = await stage.enter('daiban');
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

async function choose(page: Page, label: string, typed: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}
const dialog = (page: Page) => page.getByRole('dialog');

it('shows what is short, and gives out what expires first', async () => {
  const { page } = officer;
  await page.goto(`${url}/stock?alert=low`);
  await page.getByRole('row', { name: /救灾帐篷/ }).waitFor();
  expect(await page.getByRole('row', { name: /救生绳/ }).count()).toBe(0);
  await page.getByRole('link', { name: '出库', exact: true }).click();
  await choose(page, '储备库', '中心库', /中心库/);
  await choose(page, '物资', '饮用水', /WZ-009/);
  await page.getByRole('textbox', { name: '数量' }).fill('25');
  const lot = page.getByRole('row', { name: /25$/ });
  await lot.waitFor();
  await picture(page, 'goods-issue');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '出库', exact: true }).click();
  await page.getByRole('heading', { name: '区应急物资储备中心库' }).waitFor();
});

it('is approved by the leader, picked and sent', async () => {
  const { page } = leader;
  await page.goto(`${url}/transfers?state=submitted`);
  await page
    .getByRole('row', { name: /汛期前置/ })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await picture(page, 'goods-approve');
  await dialog(page).getByRole('button', { name: '批准', exact: true }).click();
  await page.getByText('已批准').first().waitFor();
  const address = page.url();
  await officer.page.goto(address);
  await officer.page.getByRole('button', { name: '拣货' }).click();
  await dialog(officer.page).getByRole('button', { name: '拣货' }).click();
  await officer.page.getByRole('button', { name: '发运' }).click();
  await dialog(officer.page).getByRole('textbox', { name: '车牌' }).fill('京A·示00002');
  await dialog(officer.page).getByRole('textbox', { name: '司机', exact: true }).fill('示例司机');
  await dialog(officer.page).getByRole('button', { name: '现在' }).click();
  await dialog(officer.page).getByRole('button', { name: '发运' }).click();
  await officer.page.getByText('在途').first().waitFor();
  await picture(officer.page, 'goods-on-the-road');
});

it('is counted on the phone where it arrives, and the difference settled by another', async () => {
  const street = await stage.enter('gucheng', { at: '/field/', isPhone: true });
  const { page } = street;
  await page.goto(`${url}/field/transfers`);
  await page.getByRole('link', { name: /汛期前置/ }).click();
  await page.getByLabel('数量不符：救生衣').check();
  await page.getByRole('textbox', { name: '签收数量' }).fill('38');
  await page.getByRole('textbox', { name: '差异原因' }).fill('少装两件');
  await picture(page, 'goods-receive');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await page.getByText('没有在途物资').or(page.getByText('物资签收')).first().waitFor();
  await leader.page.getByRole('button', { name: '核定差异' }).click();
  await dialog(leader.page).getByRole('textbox', { name: '意见' }).fill('按运损核销');
  await dialog(leader.page).getByRole('button', { name: '核定差异' }).click();
  // The words stand in the dialog before they stand on the page: its end is waited for.
  await dialog(leader.page).waitFor({ state: 'hidden' });
  await leader.page.getByText('按运损核销').first().waitFor();
  await leader.page.getByRole('button', { name: '核定差异' }).waitFor({ state: 'hidden' });
  await leader.page.getByRole('button', { name: '办结' }).click();
  await dialog(leader.page).getByRole('button', { name: '办结' }).click();
  await leader.page.locator('.record-badges').getByText('办结').waitFor();
  expect([...officer.faults, ...leader.faults, ...street.faults]).toEqual([]);
});
