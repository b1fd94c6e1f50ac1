import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';

/** A call in everyday words, taken by keyboard alone: read, confirmed, filed; a closed browser loses nothing. */
let district: District;
let stage: Stage;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const url = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(url, () => district.clock.now());
  await district.settle();
});
afterAll(async () => {
  await stage?.close();
  await close?.();
});

const CALL = '喂，今天上午10点半左右，我这儿石景山路跟古城大街交口，有个工地把燃气管挖断了，味儿特别大，有俩工人晕了';

it('reads the words of a call, fills what a person confirms and never what was typed', async () => {
  const { page: desk, context, faults } = await stage.enter('zhiban', { at: '/intake' });
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await desk.keyboard.press('n');
  await desk.locator('textarea[name=text]').waitFor();
  await expect.poll(() => desk.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text');
  await desk.keyboard.insertText(CALL);
  const readings = desk.getByRole('region', { name: '从文字中读出' });
  await readings.getByText('石景山路与古城大街交口').waitFor();
  await readings.locator('mark', { hasText: '俩工人晕了' }).waitFor();
  // What a person typed stays: somebody has counted three.
  await desk.getByLabel('轻伤', { exact: true }).fill('3');
  expect(await desk.locator('[name=placeText]').inputValue()).toBe('');
  await picture(desk, 'intake-words');
  await desk.keyboard.press('Control+i');
  expect(await desk.locator('[name=placeText]').inputValue()).toBe('石景山路跟古城大街交口');
  expect(await desk.locator('[name=place]').inputValue()).toMatch(/^116\.\d+, 39\.\d+$/);
  expect(await desk.getByLabel('类别').inputValue()).toContain('燃气管线');
  expect(await desk.getByLabel('轻伤', { exact: true }).inputValue()).toBe('3');
  await readings.getByText('✓ 已填').first().waitFor();
  await picture(desk, 'intake-words-taken');
  expect(await barriers(desk)).toEqual([]);

  // The browser is closed and opened again.
  await desk.close();
  const again = await context.newPage();
  await again.goto(desk.url().startsWith('http') ? desk.url() : '/intake/new');
  await again.getByText('已恢复上次未存的内容').waitFor();
  expect(await again.locator('[name=placeText]').inputValue()).toBe('石景山路跟古城大街交口');
  await again.locator('textarea[name=text]').focus();
  await again.keyboard.press('Control+Enter');
  await again.getByText('接〔2026〕1号').first().waitFor();

  // A second caller about the same: the first report stands beside while it is typed.
  await again.keyboard.press('n');
  await again.locator('textarea[name=text]').waitFor();
  await again.locator('textarea[name=text]').fill('石景山路与古城大街路口煤气味很大，刚才有人晕倒了');
  await again.getByRole('region', { name: '从文字中读出' }).getByText('石景山路与古城大街交口').waitFor();
  await again.keyboard.press('Control+i');
  const similar = again.getByRole('region', { name: '可能是同一' });
  await similar.getByText('接〔2026〕1号').waitFor();
  // It has become an incident meanwhile: one press files the second call and leads to the merge, which a person confirms.
  const officer = await district.as('zhiban');
  const first = await officer.sees<{ items: { id: string }[] }>('intake.list', {});
  await officer.does('incidents.open', { intakeId: first.items[0]?.id, title: '古城大街燃气泄漏' });
  const incident = again.getByRole('region', { name: '可能是同一事件' });
  await incident.getByRole('link', { name: '古城大街燃气泄漏' }).waitFor();
  await again.locator('.map-frame').getByText('古城大街燃气泄漏').waitFor();
  await picture(again, 'intake-similar');
  await incident.getByRole('button', { name: '就是它' }).click();
  const dialog = again.getByRole('dialog');
  await expect.poll(() => dialog.getByLabel('并入哪个事件').inputValue()).toContain('古城大街燃气泄漏');
  await dialog.getByRole('button', { name: '并入', exact: true }).click();
  await again.getByRole('heading', { name: '古城大街燃气泄漏', level: 1 }).waitFor();
  // It was another matter after all.
  const merged = await officer.sees<{ items: { id: string; number: string }[] }>('intake.list', { state: 'duplicate' });
  expect(merged.items.map(({ number }) => number)).toEqual(['接〔2026〕2号']);
  await again.goto(`${new URL(again.url()).origin}/intake/${merged.items[0]?.id}`);
  await again.getByRole('button', { name: '撤销并入' }).click();
  await again.getByLabel('为什么不是同一事件').fill('另一处路口');
  await again.getByRole('dialog').getByRole('button', { name: '撤销并入' }).click();
  await again.getByRole('button', { name: '立案' }).waitFor();
  expect(faults).toEqual([]);
});
