import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';

/**
 * The officer keeps the expert pool: registers one, is told at the field what is wrong, finds him by field and by name,
 * extends his term and those of others in one go, strikes him off and takes the list away as a sheet.
 */
let district: District;
let stage: Stage;
let close: () => Promise<void>;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const url = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(url, () => district.clock.now());
  ({ page, faults } = await stage.enter('zhiban'));
});
afterAll(async () => {
  await stage?.close();
  await close?.();
});

const row = (name: string) => page.getByRole('row', { name });
const search = async (text: string) => page.getByPlaceholder('在列表中查找').fill(text);

it('registers an expert; what is missing is said at its field', async () => {
  await page.getByRole('button', { name: '准备', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '专家', exact: true }).click();
  await page.getByRole('link', { name: '登记', exact: true }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('柳河清');
  await page.getByRole('textbox', { name: '工作单位' }).fill('检测中心（示例）');
  await page.getByRole('textbox', { name: '电话' }).fill('10094990077');
  await page.getByRole('textbox', { name: '常驻位置' }).fill('116.187, 39.913');
  await page.getByLabel('聘任日期').fill('2026-01-01');
  await page.getByLabel('聘期截止').fill('2026-08-31');
  await page.getByRole('button', { name: '登记' }).click();
  // The server refuses an empty choice of fields, and the form says it where it belongs.
  await page.getByText('必须填写').waitFor();
  await page.getByLabel('燃气', { exact: true }).check();
  await page.getByLabel('有限空间').check();
  await picture(page, 'expert-form');
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByRole('heading', { name: '柳河清' }).waitFor();
  await page.getByText('燃气、有限空间').waitFor();
  await page.getByText('100****0077').waitFor();
});

it('corrects him, and the page tells field by field what was', async () => {
  await page.keyboard.press('e');
  await page.getByLabel('聘期截止').fill('2029-08-31');
  await page.getByRole('textbox', { name: '更正说明' }).fill('续聘三年');
  await page.getByRole('button', { name: '更正' }).click();
  const change = page.getByRole('row', { name: /聘期截止/ });
  await change.waitFor();
  expect(await change.textContent()).toContain('2026-08-31');
  expect(await change.textContent()).toContain('2029-08-31');
  expect(await change.textContent()).toContain('续聘三年');
  await picture(page, 'expert');
  expect(await barriers(page)).toEqual([]);
});

it('hears from a street what is wrong on his page, as an order to correct it', async () => {
  const at = new URL(page.url()).pathname;
  const guest = await stage.enter('gucheng', { at });
  const reader = guest.page;
  await reader.getByRole('button', { name: '指出有误' }).click();
  const form = reader.getByRole('dialog');
  await form.getByLabel('有误的栏目').selectOption({ label: '工作单位' });
  await form.getByLabel('应为').fill('规划院（示例）');
  await form.getByLabel('依据').fill('本人来电告知');
  expect(await barriers(reader)).toEqual([]);
  await picture(reader, 'correction-form');
  await form.getByRole('button', { name: '发给归属单位' }).click();
  await reader.getByText('待更正 1').waitFor();
  // Whoever keeps the record sees it on the open page, and has no button to ask.
  await page.getByText('待更正 1').waitFor();
  expect(await page.getByRole('button', { name: '指出有误' }).count()).toBe(0);
  await picture(page, 'correction-asked');
  expect(await barriers(page)).toEqual([]);
  expect(guest.faults).toEqual([]);
  await guest.context.close();
});

/** Saves the list as it stands, leaves it, and comes back to it by the view's name. */
async function saveView(name: string): Promise<void> {
  const { search } = new URL(page.url());
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('menuitem', { name: '保存当前视图…' }).click();
  await page.getByRole('dialog').getByLabel('视图名称').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '保存视图' }).click();
  await page.getByRole('button', { name: '清除「专业领域」' }).click();
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.getByRole('button', { name, exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe(search);
  await picture(page, 'experts-saved-view');
  expect(await barriers(page)).toEqual([]);
}

it('finds by field and by name, sorts, and changes those chosen in one go', async () => {
  await page.keyboard.press('Escape');
  await page.locator('.list-tools').getByRole('button', { name: '专业领域' }).click();
  await page.getByRole('menuitemradio', { name: '燃气' }).click();
  await row('柳河清').waitFor();
  await page.getByRole('columnheader', { name: '聘期截止' }).getByRole('button').click();
  expect(new URL(page.url()).searchParams.get('sort')).toBe('termEndsOn');
  await saveView('燃气专家按聘期');
  await page.getByLabel('选择所列各行').check();
  await page.getByRole('button', { name: /修改所选/ }).click();
  await page.getByLabel('栏目').selectOption({ label: '聘期截止' });
  await page.getByRole('dialog').getByLabel('聘期截止').fill('2031-12-31');
  await page.getByRole('dialog').getByLabel('事由').fill('统一续聘');
  await picture(page, 'experts-change-many');
  await page.getByRole('dialog').getByRole('button', { name: '修改', exact: true }).click();
  await expect.poll(() => page.getByText('2031-12-31').count()).toBeGreaterThan(2);
});

it('takes the list away as a sheet and strikes him off', async () => {
  await page.locator('.list-tools').getByRole('button', { name: '显示', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '导出 XLSX' }).click(),
  ]);
  expect(decodeURIComponent(download.suggestedFilename())).toMatch(/^专家-.*\.xlsx$/);
  await search('柳河清');
  await row('柳河清').getByRole('link').click();
  await page.getByRole('button', { name: '注销' }).click();
  await page.getByRole('dialog').getByLabel('事由').fill('调离本市');
  await page.getByRole('dialog').getByRole('button', { name: '注销' }).click();
  await page.getByText('已注销').waitFor();
  expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0);
  expect(faults).toEqual([]);
});
