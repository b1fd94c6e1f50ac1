import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

/** The officer types what somebody said on the telephone, and is on the record's page by the keyboard alone. */
let district: District;
let stage: Stage;
let close: () => Promise<void>;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  await walkOneIncident(district);
  await district.settle();
  const url = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(url, () => district.clock.now());
  ({ page, faults } = await stage.enter('zhiban'));
});
afterAll(async () => {
  await stage?.close();
  await close?.();
});

const field = () => page.getByRole('combobox', { name: /姓名、拼音/ });
const options = () => page.getByRole('option');

it('finds an incident from Ctrl K by initials and opens it by Enter', async () => {
  await page.keyboard.press('Control+k');
  await field().fill('sgph');
  const incident = options().filter({ hasText: '施工破坏燃气管线' }).first();
  await incident.waitFor();
  await expect(incident.locator('mark').first().textContent()).resolves.toBe('施工破坏');
  await picture(page, 'search-palette');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /施工破坏燃气管线/ }).waitFor();
});

it('shows all that fits on a page of its own, narrowed by kind', async () => {
  await page.keyboard.press('Control+k');
  await field().fill('燃气');
  const all = options().filter({ hasText: /全部 \d+ 条结果/ });
  await all.click();
  await page.getByRole('grid', { name: '搜索' }).waitFor();
  await page.getByRole('row').filter({ hasText: '施工破坏燃气管线' }).first().waitFor();
  await picture(page, 'search-results');
  expect(await barriers(page)).toEqual([]);
  const rows = () => page.getByRole('row').count();
  const before = await rows();
  await page.getByRole('button', { name: '类型' }).click();
  await page
    .getByRole('menuitemradio', { name: /突发事件 1/ })
    .or(page.getByRole('menuitem', { name: /突发事件 1/ }))
    .click();
  await expect.poll(rows).toBeLessThan(before);
  expect(faults).toEqual([]);
});

it('puts no phone that was typed into any address, and keeps it through a reload and Back', async () => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  const list = () => page.getByRole('searchbox', { name: '在列表中查找' });
  await list().fill('138 1234 7766');
  await expect.poll(() => page.evaluate(() => history.state?.typed)).toBe('138 1234 7766');
  await page.getByText('没有符合筛选条件的记录').waitFor();
  expect(await page.evaluate(() => location.search)).not.toContain('q=');
  await page.reload();
  await list().waitFor();
  expect(await list().inputValue()).toBe('138 1234 7766');
  await list().fill('燃气');
  await expect.poll(() => page.evaluate(() => decodeURIComponent(location.search))).toContain('q=燃气');
  expect(await page.evaluate(() => history.state)).toBeNull();
  expect(addresses.filter((url) => /1234|7766/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
});
