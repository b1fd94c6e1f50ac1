import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

/**
 * The duty officer asks what lies around: a click on the one map, a kilometre, then ten minutes by road; reads people, teams and
 * registers, lists one on the map, takes the paper, and keeps it all on the incident, whose page shows it.
 */
let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let incidentId: string;
let guest: Guest;

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  ({ incidentId } = await walkOneIncident(district));
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
  guest = await stage.enter('zhiban', { at: '/map?at=116.2,39.91,14' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

it('begins with a click on the map, and tells people, help and registers', async () => {
  const { page } = guest;
  await page.locator('.one-map .map-canvas[data-drawn]').waitFor();
  await page.locator('.map-tools').getByRole('button', { name: '周边分析' }).click();
  await page.locator('.one-map .map-canvas').click({ position: { x: 420, y: 380 } });
  await page.waitForURL(/surroundings\?point=/);
  await page.getByRole('heading', { name: /1.00 km 以内/ }).waitFor();
  // The place that was clicked, not the middle of the map that was left.
  expect(page.url()).not.toMatch(/at=|point=116.2%2C39.91&/);
  await page.getByRole('row', { name: /居民/ }).first().waitFor();
  await page.getByRole('table', { name: '应急队伍' }).waitFor();
  await page.locator('.surroundings .map-canvas[data-drawn]').waitFor();
  await page
    .getByRole('button', { name: /在图上列出：/ })
    .first()
    .click();
  await page.locator('.surroundings-records li').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await picture(page, 'console-surroundings');
  expect(await barriers(page)).toEqual([]);
});

it('goes on by minutes, and says by which speed they are reckoned', async () => {
  const { page } = guest;
  // Read off a chart: degrees, minutes and seconds.
  await page.getByLabel('中心位置').fill('116°12′00″E 39°54′36″N');
  await page.getByRole('radio', { name: '按道路时间' }).check();
  await page.getByRole('button', { name: '分析', exact: true }).click();
  await page.getByRole('heading', { name: /道路 10 分钟/ }).waitFor();
  await page.getByText(/按平均车速 30 公里\/小时折算（假定值）/).waitFor();
  expect(new URL(page.url()).searchParams.get('minutes')).toBe('10');
  expect(new URL(page.url()).searchParams.get('point')).toBe('116.2,39.91');
  await picture(page, 'console-surroundings-minutes');
});

it('becomes a paper, and goes onto the incident', async () => {
  const { page } = guest;
  await page.goto(`${origin}/incidents/${incidentId}`);
  await page.locator('.record').getByRole('link', { name: '周边分析' }).click();
  await page.getByRole('heading', { name: /以内/ }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/周边.*\.pdf$/);
  await page.getByRole('button', { name: '归入事件' }).click();
  await page.getByLabel('研判意见').fill('下风向先疏散');
  await page.getByRole('dialog').getByRole('button', { name: '归入事件' }).click();
  await page.waitForURL(new RegExp(`/incidents/${incidentId}`));
  const kept = page.locator('#surroundings');
  await kept.getByText('下风向先疏散').waitFor();
  await page.locator('#timeline').getByText('归入周边分析').first().waitFor();
  await kept.getByRole('link', { name: /周〔2026〕1号/ }).click();
  await page.getByRole('heading', { name: /周边/ }).first().waitFor();
  await page.locator('.surroundings-kept-map .map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-surroundings-kept');
  expect(await barriers(page)).toEqual([]);
  expect(guest.faults).toEqual([]);
});
