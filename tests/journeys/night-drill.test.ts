import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoLogins } from '../../src/demo/start.ts';
import { rowsOf } from '../../src/foundation/api/index.ts';
import { openArchive } from '../../src/foundation/exchange/index.ts';
import { type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict } from '../support/district.ts';
import { shortMessageCentre } from '../support/short-message-centre.ts';

/**
 * A night drill: one text to all streets and communities, told by short messages and in the app. Twelve of them are silent: some answer
 * late, for some the next people answer, to the others somebody goes. In the end each has a human's answer or a visit on record, and
 * what the board and the report say is what the message centre has in its own log.
 */
const SETTINGS = { SMS_SOURCE: '10690012345', SMS_SIGNATURE: '石景山应急' };
const SILENT = { late: 4, above: 4, visited: 4 };
const MINUTE = 60_000;

interface Line {
  id: string;
  state: string;
  reach: string;
  answer: { zh: string } | null;
  told: { words: string }[];
  people: { personId: string; name: string; unitName: string }[];
}
interface File {
  id: string;
  state: string;
  messageId: string;
  parties: { label: string }[];
  board: { figures: Record<string, number>; choices: { label: { zh: string }; count: number }[]; lines: Line[] };
}

let district: District;
let stage: Stage;
let close: () => Promise<void>;
let centre: Awaited<ReturnType<typeof shortMessageCentre>>;
let desk: Guest;

beforeAll(async () => {
  centre = await shortMessageCentre();
  Object.assign(process.env, SETTINGS, { SMS_SMPP_URL: centre.url() });
  ({ district, close } = await openDistrict('server'));
  const origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now(), { hasMaps: false });
  desk = await stage.enter('zhiban');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
  await centre?.stop();
  for (const name of [...Object.keys(SETTINGS), 'SMS_SMPP_URL']) delete process.env[name];
});

it('reaches 9 streets and 150 communities at night; who is silent is followed up until a human has answered or been visited', async () => {
  const { page } = desk;
  const officer = await district.as('zhiban');
  await page.goto(new URL('/linkages/new?within=116.18,39.92,15000', page.url()).href);
  await page.getByText('当班值守').first().waitFor();
  await page.getByRole('button', { name: '全不选', exact: true }).click();
  await page.getByRole('button', { name: '全选 当班值守' }).click();
  // Responsible for the ground as well, they stand there.
  const streetBoxes = page.getByRole('group', { name: /^属地责任/ }).getByRole('checkbox', { name: /街道$/ });
  for (const box of await streetBoxes.all()) await box.check();
  await page.getByLabel('标题').fill('今夜强降雨，请核对转移准备');
  await page.getByLabel('正文').fill('请确认低洼院落人员和值守力量');
  await page.getByRole('radio', { name: '须答复' }).check();
  await page.getByLabel('可选答复（每行一个）').fill('已就位\n需要支援');
  await page.getByLabel(/演练（/).check();
  await page.getByRole('button', { name: /立即发出|提交复核/ }).click();
  await page.getByRole('heading', { name: '联动对象' }).waitFor();
  const id = page.url().split('/').at(-1) ?? '';
  const file = async (only = 'all') => officer.sees<File>('linkages.record', { id, only });
  // Half a district at night is not one person's to wake.
  if ((await file()).state === 'held') {
    const leader = await stage.enter('daiban', { at: `/linkages/${id}` });
    await leader.page.getByRole('button', { name: '复核通过并发出' }).click();
    await leader.page.getByRole('heading', { name: '送达和答复' }).waitFor();
    await leader.context.close();
  }
  await district.settle();

  const { parties, board, messageId } = await file();
  const streets = parties.filter(({ label }) => label.endsWith('街道'));
  expect(streets).toHaveLength(9);
  expect(parties.length - streets.length).toBeGreaterThanOrEqual(150);
  expect(board.figures).toMatchObject({ addressees: parties.length, silent: parties.length, answered: 0 });

  /** What the centre has of this text in its own log: the first part of each; the leaders' request to agree is another matter. */
  const letters = () => centre.submitted.filter(({ text }) => text.includes('今夜强降雨') && !text.includes('复核'));
  /** Whose number is whose, by the receipts that the centre gave: numbers are sealed. */
  const phones = new Map<string, string>();
  const readLog = async () => {
    await district.settle();
    const receipts = await rows<{ personId: string; receipt: string }>(sql`
      select person_id, receipt from delivery where message_id = ${messageId} and channel = 'sms' and receipt is not null`);
    const numbers = new Map(centre.submitted.map(({ id, to }) => [id, to]));
    for (const { personId, receipt } of receipts) {
      const number = receipt
        .split(/[\s,]+/)
        .map((part) => numbers.get(part))
        .find(Boolean);
      if (number) phones.set(personId, number);
    }
  };
  const phonesOf = (line: Pick<Line, 'people'>) => line.people.flatMap(({ personId }) => phones.get(personId) ?? []);
  const answers = async (line: Line, words: string) => {
    const [from = ''] = phonesOf(line);
    expect(await centre.reply(from, words)).toBe(0);
    return from;
  };
  await readLog();
  expect(board.lines.filter((line) => phonesOf(line).length < line.people.length)).toEqual([]);
  expect(letters().every(({ text }) => text.includes('【演练】'))).toBe(true);

  // Communities are silent, the first and the last of the district, whose duty rooms are not the same; a person who answers for two is
  // not one of them.
  const heads = board.lines.map((line) => line.people.map(({ personId }) => personId));
  const alone = board.lines.filter(
    ({ people }) =>
      !people.some(
        ({ personId, unitName }) =>
          unitName.endsWith('街道') || heads.filter((ids) => ids.includes(personId)).length > 1,
      ),
  );
  const late = alone.slice(alone.length >> 1).slice(0, SILENT.late);
  const above = alone.slice(0, SILENT.above);
  const visited = alone.slice(-SILENT.visited);
  const silent = [...late, ...above, ...visited];
  const isSilent = new Set(silent.map((line) => line.id));
  const lines = board.lines.filter((line) => !isSilent.has(line.id));
  const replied: string[] = [];
  for (const [index, line] of lines.entries()) replied.push(await answers(line, index % 10 === 0 ? '2' : '1'));
  await district.settle();
  const after = (await file('silent')).board;
  expect(after.figures.silent).toBe(12);
  expect(new Set(after.lines.map((line) => line.id))).toEqual(isSilent);
  await page.getByRole('radio', { name: '未应答' }).check();
  await expect.poll(() => page.locator('tbody tr').filter({ hasText: '登记落实' }).count()).toBe(12);
  await picture(page, 'night-drill-silent', { isWhole: true });

  const before = letters().length;
  district.clock.advance(15 * MINUTE);
  await district.settle();
  // Each of the twelve was asked once more, and nobody else.
  const asked = new Set(
    letters()
      .slice(before)
      .map(({ to }) => to),
  );
  expect(asked).toEqual(new Set(silent.flatMap(phonesOf)));
  for (const line of late) replied.push(await answers(line, '1'));
  await district.settle();

  // Nobody answers any more: it goes up to the next people, and at last to a named human.
  const answeredAbove = new Set<string>();
  for (let step = 0; step < 12; step += 1) {
    district.clock.advance(15 * MINUTE);
    await readLog();
    const open = (await file('silent')).board.lines;
    for (const line of open) {
      const first = silent.find((one) => one.id === line.id);
      const next = line.people.filter(({ personId }) => !first?.people.some((one) => one.personId === personId));
      const [from] = phonesOf({ people: next });
      if (!above.some((one) => one.id === line.id) || !from || answeredAbove.has(line.id)) continue;
      answeredAbove.add(line.id);
      expect(await centre.reply(from, '1')).toBe(0);
      replied.push(from);
    }
    await district.settle();
  }
  const rest = (await file('silent')).board.lines;
  expect({ rest: rest.map(({ state }) => state) }).toEqual({ rest: visited.map(() => 'with_human') });

  // To these somebody goes, and writes down who was met.
  await page.reload();
  // The desk was left alone for hours: it shows everything and does nothing until its officer is back.
  await page.getByText('已锁定').waitFor();
  await page.getByRole('button', { name: '验证' }).click();
  await page.getByRole('dialog').getByLabel('口令').fill(passwordOf('zhiban'));
  await page.getByRole('dialog').getByRole('button', { name: '验证' }).click();
  await page.getByText('已锁定').waitFor({ state: 'hidden' });
  await page.getByRole('radio', { name: '未应答' }).check();
  for (const [index] of visited.entries()) {
    await page
      .getByRole('button', { name: /^登记落实 / })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('怎样通知').selectOption({ label: '上门' });
    await dialog.getByLabel('接收人姓名').fill(`值守人员 ${index + 1} 当面确认`);
    await dialog.getByRole('radio', { name: '已就位' }).check({ force: true });
    await dialog.getByRole('button', { name: '登记落实', exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name: /^登记落实 / }).count()).toBe(visited.length - index - 1);
  }
  await page.getByRole('radio', { name: '全部' }).check();
  await page.getByText('全部落实', { exact: true }).first().waitFor();
  await picture(page, 'night-drill-board', { isWhole: true });

  // The board, the report and the logs of the other side say the same.
  const ended = await file();
  const { figures, choices } = ended.board;
  expect(ended.state).toBe('settled');
  expect(figures).toMatchObject({ addressees: parties.length, answered: parties.length, silent: 0, withHuman: 0 });
  expect(ended.board.lines.filter(({ told }) => told.length > 0)).toHaveLength(visited.length);
  const sent = await rows<{ count: number }>(sql`
    select count(*)::int from delivery where message_id = ${ended.messageId} and channel = 'sms' and sent_at is not null`);
  expect(sent[0]?.count).toBe(letters().length);
  const heard = await rows<{ count: number }>(sql`
    select count(*)::int from message_reply where message_id = ${ended.messageId} and meaning = 'chosen'`);
  expect(heard[0]?.count).toBe(replied.length);
  expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(new Set(replied).size + visited.length);
  const paper = await officer.get(`/api/linkages/${id}/paper?format=docx`);
  const words = ((await (await openArchive(paper.raw, 60 * 1024 * 1024)).text('word/document.xml')) ?? '').replaceAll(
    /<[^>]+>/g,
    '',
  );
  expect(words).toContain(`对象 ${parties.length}`);
  expect(words).toContain(`已答复 ${parties.length}，未应答 0`);
  expect(words).toContain(choices.map(({ label, count }) => `${label.zh} ${count} 人`).join('，'));
  expect(words).toContain('值守人员 1 当面确认');
  expect(desk.faults).toEqual([]);
});

const passwordOf = (username: string) =>
  demoLogins(district.clock.now()).find((one) => one.username === username)?.password ?? '';

const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
  district.server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });
