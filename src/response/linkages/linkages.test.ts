import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../tests/support/databases.ts';
import { type District, openDistrict, type Person } from '../../../tests/support/district.ts';
import { shortMessageCentre } from '../../../tests/support/short-message-centre.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';
import { execute, rowsOf, systemViewer } from '../../foundation/api/index.ts';
import { openArchive } from '../../foundation/exchange/index.ts';
import { newId } from '../../kernel/ids.ts';

interface Proposal {
  matter: { title: string } | null;
  items: {
    key: string;
    source: string;
    label: string;
    reason: string;
    kind: string;
    input: object;
    people: number;
    names: string[];
  }[];
}
interface Line {
  id: string;
  reach: string;
  state: string;
  who: string;
  answer: { zh: string } | null;
  people: { name: string }[];
  wrong: { name: string; reason: string }[];
}
interface File {
  state: string;
  mark: string;
  messageId: string;
  parties: { label: string; reason: string }[];
  board: { figures: Record<string, number>; choices: { label: { zh: string }; count: number }[]; lines: Line[] };
  corrections: { number: string }[];
}
interface Started {
  id: string;
  number: string;
  people: number;
  isHeld: boolean;
}

const DEAD = '13900000077';
const SETTINGS = {
  SMS_SOURCE: '10690012345',
  SMS_SIGNATURE: '石景山应急',
  CONFERENCE_NUMBER: '010-68800000',
  VIDEO_MEETING_URL: 'https://meet.example/{room}',
};

describe.each(DATABASE_KINDS)('一键通 (%s)', (kind) => {
  let district: District;
  let close: () => Promise<void>;
  let centre: Awaited<ReturnType<typeof shortMessageCentre>>;
  let officer: Person;
  let incidentId: string;

  beforeAll(async () => {
    centre = await shortMessageCentre((to) => (to === DEAD ? 0x0b : 0));
    Object.assign(process.env, SETTINGS, { SMS_SMPP_URL: centre.url() });
    ({ district, close } = await openDistrict(kind));
    ({ incidentId } = await walkOneIncident(district));
    officer = await district.as('zhiban');
  });
  afterAll(async () => {
    await close?.();
    await centre?.stop();
    for (const name of [...Object.keys(SETTINGS), 'SMS_SMPP_URL']) delete process.env[name];
  });

  const file = (id: string, only = 'all') => officer.sees<File>('linkages.record', { id, only });
  const personal = async (...usernames: string[]) =>
    Promise.all(
      usernames.map(async (username) => ({
        source: 'by_hand',
        label: username,
        kind: 'person',
        input: { personId: (await district.as(username)).personId },
      })),
    );

  it('proposes for an incident who is responsible there, on duty, near and to be called, each with the reason', async () => {
    const { matter, items } = await officer.sees<Proposal>('linkages.propose', {
      register: 'incident',
      recordId: incidentId,
    });
    expect(matter?.title).toContain('燃气');
    for (const source of ['responsible', 'on_duty', 'grid', 'team', 'department'])
      expect(items.map((one) => one.source)).toContain(source);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    const street = items.find(({ label }) => label === '古城街道');
    // Responsible and on duty: asked once, with both reasons.
    expect(street?.reason).toMatch(/责任单位；涉及街道/);
    expect(street?.names.length).toBeGreaterThan(0);
    expect(items.find(({ source }) => source === 'team')?.reason).toMatch(/待命，直线 \d+\.\d 公里/);
    expect(items.every(({ reason }) => reason.length > 3)).toBe(true);
    const department = items.find(({ source }) => source === 'department');
    expect(department?.reason).toContain('牵头');
  });

  it('proposes for drawn ground the streets and communities that it touches, and nobody else', async () => {
    const { matter, items } = await officer.sees<Proposal>('linkages.propose', { within: '116.19,39.91,400' });
    expect(matter).toBeNull();
    const streets = items.filter(({ reason }) => reason.includes('涉及街道'));
    expect(streets.length).toBeGreaterThan(0);
    expect(streets.length).toBeLessThan(4);
    expect((await officer.view('linkages.propose', { within: 'nowhere' })).status).toBe(400);
    const other = await (await district.as('gucheng')).view('linkages.propose', {
      register: 'person',
      recordId: newId(),
    });
    expect(other.status).toBe(404);
  });

  it('proposes whoever works what reaches the residents: keepers who have an account, else the people of the community', async () => {
    const { items: found } = await officer.sees<{ items: { id: string }[] }>('endpoints.list', {
      endpointKind: 'loudspeaker',
      state: 'active',
    });
    const id = found[0]?.id;
    const { record } = await officer.sees<{ record: { at: { lng: number; lat: number } } }>('endpoints.record', { id });
    const proposed = async () =>
      (await officer.sees<Proposal>('linkages.propose', { within: `${record.at.lng},${record.at.lat},50` })).items;
    const before = await proposed();
    expect(
      before.filter(({ reason }) => reason.includes('应急广播（大喇叭） 1 处')).map(({ source }) => source),
    ).toEqual(['on_duty']);
    expect(before.map(({ kind }) => kind)).not.toContain('endpoint_keeper');
    await officer.does('endpoints.correct', { id, administratorId: (await district.as('gucheng')).personId });
    const keepers = (await proposed()).filter(({ kind }) => kind === 'endpoint_keeper');
    expect(keepers).toMatchObject([{ source: 'endpoint', people: 1 }]);
    expect(keepers[0]?.reason).toContain('管理 应急广播（大喇叭） 1 处');
  });

  it('reaches everybody with one text, shows live who answered what, and is settled when nobody is open any more', async () => {
    const [gucheng, bajiao] = [await district.as('gucheng'), await district.as('bajiao')];
    const asked = {
      register: 'incident',
      recordId: incidentId,
      title: '古城大街燃气泄漏，请立即到岗',
      words: '请携带检测仪到古城大街路口集合',
      priority: 'extra_urgent',
      asks: 'answer',
      choices: ['能到', '不能到'],
      meetings: ['bridge', 'video'],
      parties: await personal('gucheng', 'bajiao'),
    };
    expect((await officer.command('linkages.start', { ...asked, choices: ['能到'] })).status).toBe(400);
    const { id, isHeld } = await officer.does<Started>('linkages.start', asked);
    expect(isHeld).toBe(false);
    await district.settle();
    expect(await file(id)).toMatchObject({
      state: 'sent',
      board: { figures: { addressees: 2, handedOver: 2, answered: 0, silent: 2 } },
    });
    type Inbox = { items: { id: string; heading: { zh: string }; text: { zh: string } | null }[] };
    const inbox = await gucheng.sees<Inbox>('messages.inbox');
    const letter = inbox.items.find(({ heading }) => heading.zh.includes('请立即到岗'));
    expect(letter?.text?.zh).toContain('电话会商：010-68800000');
    expect(letter?.text?.zh).toContain(`视频会商：https://meet.example/${id}`);
    await gucheng.does('messages.answer', { id: letter?.id, choice: '2' });
    const silent = (await file(id, 'silent')).board.lines;
    expect(silent).toHaveLength(1);
    // By hand to the next people, before the wait is over.
    await officer.does('messages.escalate', { id: letter?.id, ladders: silent.map((one) => one.id) });
    const [risen] = (await file(id, 'silent')).board.lines;
    expect(risen?.people.length).toBeGreaterThan(silent[0]?.people.length ?? 0);
    await bajiao.does('messages.answer', { id: letter?.id, choice: '1' });
    await district.settle();
    const ended = await file(id);
    expect(ended).toMatchObject({
      state: 'settled',
      board: { figures: { addressees: 2, answered: 2, silent: 0, settled: 2 } },
    });
    expect(ended.board.choices.map(({ label, count }) => [label.zh, count])).toEqual([
      ['能到', 1],
      ['不能到', 1],
    ]);
    const paper = await officer.get(`/api/linkages/${id}/paper?format=docx`);
    const archive = await openArchive(paper.raw, 60 * 1024 * 1024);
    const words = ((await archive.text('word/document.xml')) ?? '').replaceAll(/<[^>]+>/g, '');
    expect(words).toContain('对象 2，已发出 2，已送达 2，已阅 2，已答复 2，未应答 0');
    expect(words).toContain('能到 1 人，不能到 1 人');
  });

  it('makes of a number that fails an order to its keeper, once, and shows it on the board', async () => {
    const { personId } = await district.as('bajiao');
    const { name } = await officer.sees<{ name: string }>('people.record', { id: personId });
    await run('people.correct', { id: personId, name, phone: DEAD });
    const [party] = await personal('bajiao');
    const { id } = await officer.does<Started>('linkages.start', {
      within: '116.19,39.91,400',
      title: '请回执',
      isDrill: true,
      parties: [{ ...party, input: { personId } }],
    });
    await district.settle();
    await district.settle();
    const { mark, board, corrections } = await file(id, 'wrong');
    expect(mark).toBe('drill');
    expect(board.figures.wrong).toBe(1);
    expect(board.lines[0]?.wrong).toMatchObject([{ name, reason: 'SMPP 11' }]);
    expect(corrections).toHaveLength(1);
    await officer.does('messages.resend', { id: (await file(id)).messageId });
    await district.settle();
    expect((await file(id)).corrections).toHaveLength(1);
  });

  it('holds a very large send for a second person: never the one who started it, and nothing is lost', async () => {
    const everybody = {
      source: 'by_hand',
      label: '古城街道网格员',
      kind: 'role_in_area',
      input: { role: 'grid_worker', areaCode: '110107003' },
    };
    const asked = { within: '116.19,39.91,400', title: '网格员防汛上岗', parties: [everybody] };
    const people = (
      await rows<{ count: number }>(sql`select count(distinct a.person_id)::int as count
      from unit u join post t on t.unit_id = u.id join appointment a on a.post_id = t.id
      where starts_with(u.area_code, '110107003') and t.role = 'grid_worker' and a.valid_to is null and a.deputises_for is null`)
    )[0]?.count;
    await lowerTheLimit(people ?? 0);
    const { id, isHeld, number } = await officer.does<Started>('linkages.start', asked);
    expect(isHeld).toBe(true);
    expect(await file(id)).toMatchObject({ state: 'held', messageId: null });
    expect((await officer.command('linkages.confirm', { id })).body.key).toBe('state.guard');
    const needs = await (await district.as('daiban')).sees('command.situation');
    expect(JSON.stringify(needs)).toContain(number);
    const facts = await rows<{ kind: string }>(sql`select kind from fact where subject_id = ${id}`);
    expect(facts.map((one) => one.kind)).toEqual(['linkage.held']);
    const leader = await district.as('daiban');
    await leader.does('linkages.confirm', { id });
    await district.settle();
    const sent = await file(id);
    expect(sent).toMatchObject({ state: 'sent' });
    expect(sent.board.figures.addressees).toBe(people);
    expect(sent.board.figures.handedOver).toBe(people);

    const other = await officer.does<Started>('linkages.start', asked);
    await leader.does('linkages.refuse', { id: other.id, reason: '范围过大，只发涉及街道' });
    expect(await file(other.id)).toMatchObject({ state: 'refused', messageId: null });
    expect((await leader.command('linkages.confirm', { id: other.id })).status).toBe(409);
  });

  const run = (name: string, input: object) =>
    execute(district.server.platform, { id: newId(), name, input }, systemViewer);
  const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
    district.server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });
  const lowerTheLimit = async (secondPersonFrom: number) => {
    const leader = await district.as('daiban');
    const { values } = await leader.sees<{ values: object }>('ruleSets.inForce', { kind: 'linkage_rules' });
    const { id } = await leader.does<{ id: string }>('ruleSets.propose', {
      kind: 'linkage_rules',
      values: { ...values, secondPersonFrom },
      effectiveFrom: district.clock.now().toISOString(),
      citation: '区应急办〔2026〕8号',
    });
    await leader.does('ruleSets.submit', { id });
    await (await district.as('zhihui')).does('ruleSets.approve', { id });
  };
});
