import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';

/** A phone in a cellar: what was never opened before is asked for while there is no connection. */
let district: District;
let stage: Stage;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const officer = await district.as('zhiban');
  const { units } = await officer.sees<{ units: { id: string; shortName: string }[] }>('units.tree');
  await officer.does('orders.issue', {
    title: '到场警戒',
    content: '到古城大街路口警戒，劝离围观人员',
    priority: 'normal',
    assignees: [{ unitId: units.find((one) => one.shortName === '古城街道')?.id }],
  });
  await district.settle();
  const origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

it('opens an order by itself when the connection is back', async () => {
  const { page, context } = await stage.enter('gucheng', { at: '/field/', isPhone: true });
  const card = page.getByRole('link', { name: /到场警戒/ }).first();
  await card.waitFor();
  await context.setOffline(true);
  await card.click();
  await page.getByText('正在读取').first().waitFor({ state: 'attached' });
  expect(await page.getByText('页面出错').count()).toBe(0);
  await context.setOffline(false);
  await page.getByRole('heading', { name: /到场警戒/ }).waitFor();
});
