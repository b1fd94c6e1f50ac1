import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

/**
 * An officer looks back: an expert who moved stands where they were, the legend counts as then, the link keeps the moment, the
 * sheet says it; two moments stand side by side, with what changed as a table.
 */
const [HERE, THERE] = [
  { lng: 116.19, lat: 39.91 },
  { lng: 116.22, lat: 39.93 },
];
const MINUTE = 60_000;

let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let guest: Guest;
let before: string;

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  await walkOneIncident(district);
  const officer = await district.as('zhiban');
  const { id, version } = await officer.does<{ id: string; version: number }>('experts.register', {
    name: '柳搬家',
    fields: ['gas'],
    organisation: '检测中心（示例）',
    isOnCall: true,
    base: HERE,
    appointedOn: '2026-01-01',
    termEndsOn: '2028-12-31',
  });
  const now = () => district.clock.now().getTime();
  district.clock.set(new Date(now() + 2 * MINUTE));
  before = district.clock.now().toISOString();
  district.clock.set(new Date(now() + 2 * MINUTE));
  await officer.does('experts.correct', { id, base: THERE, reason: '搬家' }, { version });
  district.clock.set(new Date(now() + 2 * MINUTE));
  await district.settle();
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
  guest = await stage.enter('zhiban', { at: '/map?on=experts' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

it('goes back in time by a bar below the map, and says so', async () => {
  const { page } = guest;
  await page.getByRole('button', { name: '时间', exact: true }).click();
  await page.getByText('正在查看历史状态').waitFor();
  await page.getByRole('slider', { name: '时刻' }).waitFor();
  const tile = page.waitForResponse(
    (answer) => answer.url().includes('/tiles/experts/') && answer.url().includes('moment='),
  );
  await page.goto(`${origin}/map?on=experts&table=yes&within=${HERE.lng},${HERE.lat},300&moment=${before}`);
  await tile;
  await page.getByRole('link', { name: '柳搬家' }).waitFor();
  await page.locator('.map-canvas[data-drawn]').waitFor();
  await picture(page, 'console-map-history');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '回到现在' }).click();
  await page.getByText('正在查看历史状态').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '柳搬家' }).waitFor({ state: 'detached' });
});

it('sets two moments side by side, with what changed as a table', async () => {
  const { page } = guest;
  await page.goto(`${origin}/map/compare?on=experts&from=${before}`);
  await page.getByText('新增 0，消失 0，变化 1').waitFor();
  await page.getByText(/移动 .*km/).waitFor();
  await page.locator('.map-canvas[data-drawn]').nth(1).waitFor();
  await picture(page, 'console-map-compare');
  expect(await barriers(page)).toEqual([]);
  expect(guest.faults).toEqual([]);
});
