import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict, type Person } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

/**
 * The duty officer opens the one map: an incident stands on it; experts are switched on and counted, one is clicked and opened,
 * a new one appears by itself; a length is measured, a coordinate of another system is found, the link carries the view.
 */
const AT = { lng: 116.19, lat: 39.91 };
/** A quarter of 7,680 × 2,160 a side: without a graphics card the whole takes minutes (`FULL=1`). */
const WALL = process.env.FULL ? { width: 7680, height: 2160 } : { width: 1920, height: 540 };

let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let officer: Person;
let guest: Guest;

const expert = (name: string, base = AT) =>
  officer.does<{ id: string; version: number }>('experts.register', {
    name,
    fields: ['gas'],
    organisation: '检测中心（示例）',
    isOnCall: true,
    base,
    appointedOn: '2026-01-01',
    termEndsOn: '2028-12-31',
  });

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  await walkOneIncident(district);
  officer = await district.as('zhiban');
  await expert('柳图上');
  await expert('柳旁边', { lng: 116.196, lat: 39.912 });
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
  guest = await stage.enter('zhiban', { at: '/map' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

it('shows what happens, by layers that are switched on and off', async () => {
  const { page } = guest;
  await page.getByRole('checkbox', { name: '突发事件' }).waitFor();
  expect(await page.getByRole('checkbox', { name: '突发事件' }).isChecked()).toBe(true);
  await page.getByRole('checkbox', { name: '专家' }).check();
  expect(new URL(page.url()).searchParams.get('on')).toContain('experts');
  await page.locator('.map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-map-layers');
});

it('tells of a record that is clicked, and opens it', async () => {
  const { page } = guest;
  const tile = page.waitForResponse((answer) => answer.url().includes('/tiles/experts/'));
  await page.goto(`${origin}/map?on=experts&at=${AT.lng},${AT.lat},15`);
  await tile;
  await page.locator('.map-canvas[data-drawn]').waitFor();
  const canvas = page.locator('.one-map .map-canvas');
  const card = page.locator('.map-card');
  // Tiles come after the ground: the click is tried until they are there.
  const isShown = async () => {
    // Slower than a double click, which would go nearer.
    await canvas.click();
    return card.isVisible();
  };
  await expect.poll(isShown, { timeout: 30_000, interval: 1000 }).toBe(true);
  await card.getByRole('heading', { name: '柳图上' }).waitFor();
  expect(await card.textContent()).toContain('检测中心（示例）');
  await picture(page, 'console-map-card');
  expect(await barriers(page)).toEqual([]);
  await card.getByRole('link', { name: '打开记录' }).click();
  await page.getByRole('heading', { name: '柳图上' }).waitFor();
  await page.goBack();
});

it('counts and draws anew by itself when something changes', async () => {
  const { page } = guest;
  const line = page.locator('.layer-line', { hasText: '专家' });
  await line.waitFor();
  const before = Number(await line.locator('.number').textContent());
  const asked = page.waitForResponse((answer) => answer.url().includes('/tiles/experts/') && answer.status() === 200);
  await expert('柳新来', { lng: 116.1902, lat: 39.9098 });
  await expect
    .poll(async () => Number(await line.locator('.number').textContent()), { timeout: 20_000, interval: 50 })
    .toBe(before + 1);
  await asked;
});

it('measures, finds a coordinate of another system, and carries the view in its address', async () => {
  const { page } = guest;
  await page.getByRole('button', { name: '测距' }).click();
  const canvas = page.locator('.one-map .map-canvas');
  await canvas.click({ position: { x: 300, y: 300 } });
  await canvas.click({ position: { x: 500, y: 300 } });
  await page.getByText(/^长度 \d/).waitFor();
  await picture(page, 'console-map-measure');
  await page.getByRole('button', { name: '结束' }).click();
  await page.getByLabel('名称，或 经度, 纬度').fill('116.196127, 39.911275');
  await page.getByLabel('坐标系').selectOption('gcj02');
  await page.getByText('116.190000, 39.910000').waitFor();
  await page.getByRole('button', { name: '定位' }).click();
  await page.locator('.map-picked').waitFor();
  await page.getByLabel('名称，或 经度, 纬度').fill('柳旁');
  await page.getByRole('button', { name: /柳旁边/ }).waitFor();
  await canvas.hover();
  await page.mouse.wheel(0, 240);
  await expect.poll(() => new URL(page.url()).searchParams.get('at'), { timeout: 20_000 }).not.toMatch(/,15$/);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await picture(page, 'console-map-dark');
  expect(guest.faults).toEqual([]);
});

it('goes onto the wall of the hall by a code, where views take turns and nothing can be done', async () => {
  const { personId: accountPersonId } = await district.as('daping');
  const wall = await officer.does<{ id: string }>('wallDisplays.register', {
    ...{ name: '指挥大厅', look: 'night', language: 'zh', accountPersonId },
  });
  const scene = (turn: number, title: string, more: object) =>
    officer.does('wallScenes.register', { displayId: wall.id, turn, title, seconds: 3600, ...more });
  await scene(1, '全区', { sceneKind: 'situation' });
  await scene(2, '水库与事件', {
    sceneKind: 'map',
    mapAddress: `/map?on=reservoirs,incidents&at=${AT.lng},${AT.lat},14`,
  });
  const { page } = guest;
  await page.goto(`${origin}/wall-displays/${wall.id}`);
  await page.getByRole('button', { name: '生成一次性代码' }).click();
  const code = (await page.locator('.wall-code code').textContent()) ?? '';
  // A machine that nobody has signed in on, as wide as four screens and two high.
  const machine = await page.context().browser()?.newContext({ viewport: WALL, reducedMotion: 'reduce' });
  const shown = await machine?.newPage();
  if (!shown) throw new Error('no browser');
  await shown.clock.install();
  await shown.goto(`${origin}/wall`);
  await shown.locator('[name=code]').fill(code);
  await shown.getByRole('button', { name: '打开大屏' }).click();
  await shown.getByText('画面 1/2').waitFor({ timeout: 60_000 });
  await shown.locator('.map-canvas[data-drawn]').waitFor({ timeout: 90_000 });
  await picture(shown, 'wall-whole');
  await shown.clock.fastForward(3_600_000);
  await shown.getByText('画面 2/2').waitFor({ timeout: 60_000 });
  await shown.locator('.wall-scene', { hasText: '水库与事件' }).waitFor();
  await picture(shown, 'wall-map');
  // No control to press, nothing beyond the edges, and its session does nothing by any other way.
  expect(await shown.locator('.wall :is(button, input, select, textarea):visible').count()).toBe(0);
  const beyond = await shown.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(beyond).toEqual([0, 0]);
  const refused = await shown.evaluate(
    async () =>
      (await fetch('/api/intake/take', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }))
        .status,
  );
  expect(refused).toBe(403);
  await page.reload();
  await page.getByRole('button', { name: '生成一次性代码' }).waitFor();
  await machine?.close();
}, 240_000);
