import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict, type Person } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

/**
 * The duty officer reads the map as tables: what is in sight, then what lies in a circle typed by coordinates and in a rectangle
 * drawn by two clicks; goes to a record, and to the register narrowed to the same ground; and prints it as a sheet.
 */
const AT = { lng: 116.19, lat: 39.91 };

let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let officer: Person;
let guest: Guest;

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  await walkOneIncident(district);
  officer = await district.as('zhiban');
  for (const [name, lng] of [
    ['柳圈内', AT.lng],
    ['柳圈外', AT.lng + 0.02],
  ] as const)
    await officer.does('experts.register', {
      name,
      fields: ['gas'],
      organisation: '检测中心（示例）',
      isOnCall: true,
      base: { lng, lat: AT.lat },
      appointedOn: '2026-01-01',
      termEndsOn: '2028-12-31',
    });
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
  guest = await stage.enter('zhiban', { at: `/map?on=experts,incidents&at=${AT.lng},${AT.lat},13.5` });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

const heading = (name: RegExp) => guest.page.getByRole('heading', { name });
const isNamed = (name: string) => guest.page.locator('.map-table').getByRole('link', { name, exact: true });

it('reads what is in sight as tables, by keys alone', async () => {
  const { page } = guest;
  await page.locator('.map-canvas[data-drawn]').waitFor();
  const button = page.getByRole('button', { name: '表格', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await heading(/^专家：\d+ 条/).waitFor();
  await heading(/^突发事件：\d+ 条/).waitFor();
  await isNamed('柳圈内').waitFor();
  await isNamed('柳圈外').waitFor();
  const row = page.locator('.map-table tr', { hasText: '柳圈内' });
  expect(await row.textContent()).toMatch(/在册.+街道.+社区/);
  await picture(page, 'console-map-table');
  expect(await barriers(page)).toEqual([]);
});

it('narrows them to a circle that was typed, and the register to the same circle', async () => {
  const { page } = guest;
  await page.getByRole('button', { name: '按坐标划定' }).click();
  await page.getByRole('radio', { name: '圆形' }).check();
  await page.getByLabel(/^圆心/).fill('柳');
  await page.getByRole('button', { name: '划定', exact: true }).click();
  await page.getByText(/^「圆心.+读不出坐标/).waitFor();
  await page.getByLabel(/^圆心/).fill(`${AT.lng}, ${AT.lat}`);
  await page.getByRole('button', { name: '划定', exact: true }).click();
  await page.getByText(/^范围：以 116\.190000, 39\.910000 为圆心、半径 500 m 的圆$/).waitFor();
  expect(new URL(page.url()).searchParams.get('within')).toBe('116.19,39.91,500');
  await isNamed('柳圈外').waitFor({ state: 'detached' });
  await isNamed('柳圈内').waitFor();
  await picture(page, 'console-map-circle');
  await page.getByRole('link', { name: '在名册中打开：专家' }).click();
  await page.getByRole('link', { name: '柳圈内' }).waitFor();
  expect(await page.getByRole('link', { name: '柳圈外' }).count()).toBe(0);
  await page.getByRole('button', { name: '范围: 半径 500 米的圆' }).waitFor();
  await picture(page, 'console-list-within');
  await page.goBack();
  await isNamed('柳圈内').waitFor();
});

it('selects by a rectangle of two clicks, and opens what is in it', async () => {
  const { page } = guest;
  await page.getByRole('button', { name: '改回当前视图' }).click();
  await isNamed('柳圈外').waitFor();
  const canvas = page.locator('.one-map .map-canvas');
  const { width, height } = (await canvas.boundingBox()) as { width: number; height: number };
  await page.getByRole('button', { name: '框选' }).click();
  await page.getByRole('menuitem', { name: '矩形' }).click();
  await page.getByText('点击矩形的一角').waitFor();
  await canvas.click({ position: { x: width / 2 - 60, y: height / 2 - 60 } });
  await page.getByText('点击对角').waitFor();
  await canvas.hover({ position: { x: width / 2 + 100, y: height / 2 + 40 } });
  await picture(page, 'console-map-drawing');
  await canvas.click({ position: { x: width / 2 + 60, y: height / 2 + 60 } });
  await page.getByText(/^范围：4 个点围成的/).waitFor();
  await isNamed('柳圈外').waitFor({ state: 'detached' });
  await picture(page, 'console-map-rectangle');
  await isNamed('柳圈内').click();
  await page.getByRole('heading', { name: '柳圈内' }).waitFor();
  await page.goBack();
  await isNamed('柳圈内').waitFor();
});

it('prints a sheet with title, legend, scale, date and whose it is, at a scale that was chosen', async () => {
  const { page } = guest;
  const read = await printed(page, 'console-map-read');
  for (const word of ['柳圈内', '请用「打印」按钮出图']) expect(read.text).toContain(word);
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await page.locator('.map-sheet .map-canvas[data-drawn]').waitFor();
  await page.getByLabel('图名').fill('古城街道专家分布图');
  await page.getByLabel('比例尺').selectOption('25000');
  await page.getByText('比例尺 1:25,000（A4 原大）').waitFor();
  await page.locator('.map-sheet .map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-map-print');
  expect(await barriers(page)).toEqual([]);
  const a4 = await printed(page, 'console-map-print');
  for (const word of [
    '古城街道专家分布图',
    '图例',
    '专家',
    '突发事件',
    '1:25,000',
    '数据截至 2026年6月11日',
    '示意',
    '制图单位',
  ])
    expect(a4.text).toContain(word);
  for (const word of ['返回一张图', '搜索一切']) expect(a4.text).not.toContain(word);
  expect(a4.info).toMatch(/Pages:\s+1\n/);
  expect(a4.info).toMatch(/Page size:\s+84[12]\S* x 59[456]/);
  await page.getByRole('radio', { name: 'A3' }).check();
  await page.getByText(/^比例尺 1:25,000（A3 原大）$/).waitFor();
  await page.locator('.map-sheet.is-a3 .map-canvas[data-drawn]').waitFor();
  const a3 = await printed(page, 'console-map-print-a3');
  expect(a3.info).toMatch(/Pages:\s+1\n/);
  expect(a3.info).toMatch(/Page size:\s+119\S* x 84[12]/);
  const many = 'experts,incidents,protected-targets,cameras,teams,enterprises,shelters';
  await page.goto(`${origin}/map/print?sheet=a4&on=${many}&at=${AT.lng},${AT.lat},13`);
  await page.locator('.map-sheet.is-legend').waitFor();
  await page.locator('.map-sheet .map-canvas[data-drawn]').waitFor();
  const long = await printed(page, 'console-map-print-long');
  expect(long.info).toMatch(/Pages:\s+2\n/);
  expect(long.text).toMatch(/见下一页[\s\S]+重点防护目标/);
  await page.getByRole('link', { name: '返回一张图' }).click();
  await page.getByRole('button', { name: '打印', exact: true }).waitFor();
  expect(guest.faults).toEqual([]);
});

/** What Chromium puts on paper: its words, and what Poppler says of its pages. */
async function printed(page: Page, name: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'map-print-')), `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const told = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' });
  return { path, text: told('pdftotext', '-layout', path, '-'), info: told('pdfinfo', path) };
}
