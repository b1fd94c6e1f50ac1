import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { mapServer } from '../support/map-server.ts';
import { BASE_FACTS, baseTiles, pmtiles } from '../support/tile-files.ts';

/**
 * Whoever keeps the catalogue registers an outside map, looks at it and tests it; a street officer switches it on and reads whose
 * it is; it falls silent, which is said while everything else goes on; laid beneath every map it is everybody's ground.
 */
let outside: Awaited<ReturnType<typeof mapServer>>;
let district: District;
let stage: Stage;
let close: () => Promise<void>;
let id: string;

beforeAll(async () => {
  outside = await mapServer();
  ({ district, close } = await openDistrict('server', { outside: { network: outside.network, environment: {} } }));
  const origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
  await outside?.close();
});

it('needs none of them: the district draws its own waters, roads and communities', async () => {
  const { page, faults } = await stage.enter('zhiban', { at: '/map?on=none&at=116.17,39.915,13.4' });
  await page.waitForResponse((answer) => /\/tiles\/[^?]*rivers/.test(answer.url()) && answer.status() === 200);
  await page.locator('.one-map .map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-map-own-ground');
  expect(faults).toEqual([]);
});

it('is made of a register by the words of the house', async () => {
  const { page, faults } = await stage.enter('zhiban', { at: '/catalogue-layers/new' });
  await page.getByLabel('图层名称').fill('燃气专家（示例）');
  await page.getByLabel('所在目录').fill('专题/燃气');
  await page.getByLabel('来源类型').selectOption({ label: '台账专题' });
  await page.getByLabel('台账图层').selectOption({ label: '专家' });
  await page.getByLabel('筛选栏目').selectOption({ label: '专业领域' });
  await page.getByLabel('燃气', { exact: true }).check();
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByRole('heading', { name: '燃气专家（示例）' }).waitFor();
  await page.getByText('专业领域').waitFor();
  expect(faults).toEqual([]);
});

it('is registered with the fields of its kind, looked at and tested', async () => {
  const { page, faults } = await stage.enter('zhiban', { at: '/catalogue-layers/new' });
  await page.getByLabel('图层名称').fill('市级影像（示例）');
  await page.getByLabel('所在目录').fill('底图/影像');
  await page.getByLabel('来源类型').selectOption('service');
  expect(await page.getByLabel('台账图层').count()).toBe(0);
  await page.getByLabel('服务类型').selectOption('xyz');
  expect(await page.getByLabel('服务图层名').count()).toBe(0);
  await page.getByLabel('服务地址').fill(`${outside.origin}/well/{z}/{x}`);
  await page.getByLabel('版权标注').fill('示例测绘院');
  await page.getByLabel('数据提供单位').fill('示例测绘院');
  await picture(page, 'console-map-source-form');
  await page.getByRole('button', { name: '登记' }).click();
  await page
    .getByText(/须含 \{z\}/)
    .first()
    .waitFor();
  await page.getByLabel('服务地址').fill(`${outside.origin}/well/{z}/{x}/{y}`);
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByRole('heading', { name: '市级影像（示例）' }).waitFor();
  id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.locator('.source-preview .map-canvas[data-drawn]').waitFor();
  await page.getByRole('button', { name: '测试连接' }).click();
  await page.getByText(/正常响应，\d+ 毫秒/).waitFor();
  await picture(page, 'console-map-source');
  expect(await barriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

it('is switched on by an officer of a street, who reads whose it is and when it fell silent', async () => {
  const { page } = await stage.enter('gucheng', { at: '/map' });
  await page.getByLabel('查找图层').fill('影像');
  const tile = page.waitForResponse((answer) => answer.url().includes(`/tiles/${id}/`) && answer.status() === 200);
  await page.getByRole('checkbox', { name: '市级影像（示例）' }).check();
  expect((await tile).headers()['content-type']).toBe('image/png');
  await page.locator('.layer-list').getByText('示例测绘院').waitFor();
  await page.locator('.map-note', { hasText: '示例测绘院' }).waitFor();
  await page.locator('.one-map .map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-map-source-on');
  outside.die();
  await page.goto(
    page
      .url()
      .replace(/at=[^&]*/, '')
      .concat('&at=116.19,39.91,14'),
  );
  // Three squares are waited for at once; the rest of the page is not held up by them.
  await page
    .locator('.layer-list')
    .getByText(/未响应/)
    .waitFor();
  await picture(page, 'console-map-source-silent');
  outside.revive();
});

it('lies beneath every map when it is made the base map', async () => {
  const { page } = await stage.enter('zhiban', { at: `/catalogue-layers/${id}` });
  await page.getByRole('button', { name: '设为全区底图' }).click();
  await page.getByRole('button', { name: '移出全区底图' }).waitFor();
  const street = await stage.enter('gucheng', { at: '/map' });
  await street.page.waitForResponse((answer) => answer.url().includes(`/tiles/${id}/`) && answer.status() === 200);
  await street.page.locator('.map-note', { hasText: '示例测绘院' }).waitFor();
  await picture(street.page, 'console-map-base-raster');
});

it('may be a file on this machine, drawn plainly beneath what happens', async () => {
  const { page, faults } = await stage.enter('zhiban', { at: '/layer-files/new' });
  const buffer = await pmtiles(BASE_FACTS, baseTiles([9, 10, 11, 12, 13]));
  await page
    .getByLabel('文件')
    .setInputFiles({ name: '石景山底图.pmtiles', mimeType: 'application/octet-stream', buffer });
  await page.getByLabel('图层名称').fill('石景山矢量底图（示例）');
  await page.getByLabel('所在目录').fill('底图');
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await page.getByRole('heading', { name: '石景山矢量底图（示例）' }).waitFor();
  await page.getByRole('button', { name: '设为全区底图' }).click();
  await page.getByRole('button', { name: '移出全区底图' }).waitFor();
  await picture(page, 'console-map-tiles');
  const tile = page.waitForResponse((answer) => answer.url().includes('/tiles/') && answer.status() === 200);
  await page.goto(`${new URL(page.url()).origin}/map?on=none&at=116.19,39.915,12.5`);
  await tile;
  await page.locator('.map-note', { hasText: '示例制图' }).waitFor();
  await page.locator('.one-map .map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-map-base-vector');
  expect(faults).toEqual([]);
});
