import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertInOffice, unspaced } from '../../src/foundation/documents/office-tools.fixture.ts';
import { openStage, type Stage } from '../support/browser.ts';
import { type District, openDistrict, type Person } from '../support/district.ts';
import { confirmed, type Preview, terminateResponse } from '../support/walk.ts';

/** News of real fires and road accidents (CEC corpus): long, uneven text as people send it. Read in place, kept nowhere. */
const NEWS = join(import.meta.dirname, '../../../shared/realdata/incident-news-zh');
const KINDS = [
  { file: 'cec_fire.json', kind: 'fire', label: '火灾' },
  { file: 'cec_traffic.json', kind: 'road_traffic', label: '道路交通事故' },
] as const;

interface Story {
  readonly kind: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
}

const plain = (xml: string) =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, '')
    .replaceAll(/&[a-z]+;/g, '');

function stories(): Story[] {
  return KINDS.flatMap(({ file, kind, label }) => {
    const texts = JSON.parse(readFileSync(join(NEWS, file), 'utf8')) as Record<string, string>;
    return Object.values(texts)
      .slice(0, 5)
      .map((xml) => ({
        kind,
        label,
        title: plain(/<Title>(.*?)<\/Title>/s.exec(xml)?.[1] ?? ''),
        text: plain(/<Content>(.*?)<\/Content>/s.exec(xml)?.[1] ?? '').slice(0, 3000),
      }));
  });
}

describe.skipIf(!existsSync(NEWS))('ten real texts typed in as calls', () => {
  let district: District;
  let stage: Stage;
  let desk: Page;
  let close: () => Promise<void>;
  const papers: { title: string; paper: Buffer }[] = [];

  beforeAll(async () => {
    ({ district, close } = await openDistrict('server'));
    const url = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
    stage = await openStage(url, () => district.clock.now());
    ({ page: desk } = await stage.enter('zhiban', { at: '/intake' }));
  });
  afterAll(async () => {
    await stage?.close();
    await close?.();
  });

  it.each(existsSync(NEWS) ? stories() : [])('$label: $title', async (story) => {
    const officer = await district.as('zhiban');
    const incidentId = await typeIn(desk, story);
    const report = await walk(district, officer, incidentId, story);

    const { status, raw } = await officer.get(`/api/reporting/${report}/paper?format=docx`);
    expect(status).toBe(200);
    papers.push({ title: story.title, paper: raw });
    await desk.goto(`${new URL(desk.url()).origin}/incidents/${incidentId}`);
    await desk.getByText('已办结').first().waitFor();
  });

  it('opens all ten papers in LibreOffice, each with the words of its call', () => {
    expect(papers).toHaveLength(10);
    const texts = convertInOffice(
      papers.map(({ paper }) => paper),
      'txt',
    ).map((bytes) => unspaced(bytes.toString('utf8')));
    for (const [index, { title }] of papers.entries()) expect(texts[index]).toContain(unspaced(title.slice(0, 12)));
  });
});

/** As the officer does: the text is pasted, the rest chosen, and the report becomes an incident. */
async function typeIn(desk: Page, { text, label, title }: Story): Promise<string> {
  await desk.goto(`${new URL(desk.url()).origin}/intake/new`);
  await desk.locator('[name=text]').fill(text);
  await desk.getByLabel('类别').fill(label);
  await desk.getByRole('option', { name: new RegExp(`^${label}`) }).click();
  await desk.locator('[name=placeText]').fill(title);
  await desk.locator('[name=place]').fill('116.180000, 39.906000');
  await desk.getByText('古城街道').first().waitFor();
  await desk.getByRole('button', { name: '存并立案' }).click();
  await desk.getByLabel('标题').fill(title.slice(0, 120));
  await desk.getByRole('radio', { name: '一般' }).check();
  await desk.getByLabel('定级理由').fill('初步了解的伤亡在一般等级以内');
  await desk.getByRole('dialog').getByRole('button', { name: '立案' }).click();
  await desk.getByRole('link', { name: '启动预案' }).waitFor();
  return desk.url().split('/').at(-1) ?? '';
}

/** The rest of the walk: the plan of its kind, everybody who can sign in answers, a report is issued, the matter closed. */
async function walk(district: District, officer: Person, incidentId: string, { kind }: Story): Promise<string> {
  const plans = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: kind });
  const planId = plans.items[0]?.id ?? '';
  const preview = await officer.sees<Preview>('command.preview', { incidentId, planId });
  expect(preview.actions.filter(({ isGap }) => isGap)).toEqual([]);
  await officer.does('command.activate', confirmed(incidentId, planId, preview));
  await district.settle();
  const street = await district.as('gucheng');
  const mine = await street.sees<{ items: { id: string }[] }>('orders.mine');
  expect(mine.items).toHaveLength(1);
  for (const { id } of mine.items) {
    await street.does('assignments.receive', { id });
    await street.does('assignments.giveFeedback', { id, text: '现场已警戒，人员已撤离' });
    await street.does('assignments.finish', { id, result: '完成' });
  }
  const { id: report } = await officer.does<{ id: string }>('reporting.draft', { incidentId, kind: 'initial_report' });
  const { items: issuers } = await officer.sees<{ items: { id: string }[] }>('reporting.issuers');
  await officer.does('reporting.issue', { id: report, issuerId: issuers[0]?.id });
  const board = await officer.sees<{ items: { orderId: string; may: string[] }[] }>('orders.board', {
    matter: incidentId,
  });
  for (const { orderId, may } of board.items)
    if (may.includes('cancel')) await officer.does('orders.cancel', { id: orderId, reason: '处置完毕' });
  await terminateResponse(officer, incidentId);
  await officer.does('incidents.control', { id: incidentId });
  await officer.does('incidents.close', { id: incidentId, summary: '处置完毕，人员得到救治' });
  return report;
}
