import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { GAS_CALL } from '../../../tests/support/walk.ts';
import { renderPaper } from '../documents/index.ts';
import { stripedPng } from '../documents/paper.fixture.ts';

interface Paper {
  id: string;
  state: string;
  version: number;
  number: string | null;
  text: string;
  title: string;
  officialName: string;
  versionNumber: number;
  copiedTo: string[];
}

/** Twenty papers of 500 rows take a while: on the bench. */
const PAPERS = process.env.FULL ? 20 : 4;
const ROWS = 500;

inDistrict('official documents', (district) => {
  let officer: Person;
  let leader: Person;
  let shelterId: string;
  /** The leader's hat of the emergency office, which has a letterhead; the room has none. */
  let hat: string;
  beforeAll(async () => {
    officer = await district().as('zhiban');
    leader = await district().as('daiban');
    const session = (await leader.get('/api/session')).body as { hats: { id: string; unit: { name: string } }[] };
    hat = session.hats[1]?.id ?? '';
    ({ id: shelterId } = await officer.does<{ id: string }>('shelters.register', {
      name: '古城南里避难场所',
      grade: 'community',
      durationClass: 'short',
      space: 'indoor',
      address: '古城南里 3 号',
      routes: '由古城地铁站 A 口向南 300 米。',
      totalArea: 100,
      effectiveArea: 21,
      keeper: '王敏',
      keeperPhone: '10094920900',
    }));
  });

  const draft = (more: object = {}) =>
    officer.does<Paper>('officialDocuments.draft', { kind: 'shelter_opening', subjectId: shelterId, ...more });
  const submitted = async () => {
    const { id } = await draft();
    await officer.does('officialDocuments.submit', { id });
    return id;
  };
  const sign = (id: string) => leader.command<{ number: string }>('officialDocuments.sign', { id }, { hat });
  const record = (id: string) => officer.sees<Paper>('officialDocuments.record', { id });
  const running = (number: string | undefined | null) => Number(/(\d+)号$/.exec(number ?? '')?.[1]);

  it('announce a shelter only when it is open, with its address and the way there and no private phone', async () => {
    const early = await officer.command('officialDocuments.draft', { kind: 'shelter_opening', subjectId: shelterId });
    expect(early).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    await officer.does('shelters.open', { id: shelterId, openedFor: '古城大街燃气泄漏' });
    const { id } = await draft();
    const { text, state } = await record(id);
    expect(state).toBe('draft');
    for (const words of ['古城南里 3 号', '由古城地铁站 A 口向南 300 米。', '10 人']) expect(text).toContain(words);
    expect(text).not.toMatch(/10094920900|王敏/);
  });

  it('keep every save as a version, and show two of them side by side', async () => {
    const { id } = await draft();
    const { title, text, copiedTo } = await record(id);
    await officer.does('officialDocuments.revise', { id, title, copiedTo, text: `${text}\n请携带饮用水。` });
    const { items } = await officer.sees<{ items: object[] }>('officialDocuments.versions', { id });
    expect(items).toMatchObject([
      { versionNumber: 2, savedBy: '程一鸣' },
      { versionNumber: 1, savedBy: '程一鸣' },
    ]);
    const { rows } = await officer.sees<{ rows: { change: string }[] }>('officialDocuments.difference', {
      id,
      from: 1,
      to: 2,
    });
    expect(rows.filter(({ change }) => change === 'added')).toEqual([
      { change: 'added', before: null, after: '请携带饮用水。' },
    ]);
    expect(rows.filter(({ change }) => change !== 'same' && change !== 'added')).toEqual([]);
  });

  it('are returned with a reason, and signed by a second person under number and name of the hat', async () => {
    const { id } = await draft();
    expect(await sign(id)).toMatchObject({ status: 409, body: { key: 'state.not_allowed' } });
    await officer.does('officialDocuments.submit', { id });
    const { title, text } = await record(id);
    const fixed = await officer.command('officialDocuments.revise', { id, title, text });
    expect(fixed).toMatchObject({ status: 409, body: { key: 'official_document.fixed' } });
    await leader.does('officialDocuments.return', { id, reason: '请补充夜间入口' });
    expect(await record(id)).toMatchObject({ state: 'draft', returnReason: '请补充夜间入口' });
    await officer.does('officialDocuments.revise', { id, title, text: `${text}\n夜间由东门进入。` });
    await officer.does('officialDocuments.submit', { id });
    // The room signs no papers of its own.
    const noHead = await leader.command('officialDocuments.sign', { id });
    expect(noHead).toMatchObject({ status: 409, body: { key: 'letterhead.missing' } });
    expect(await sign(id)).toMatchObject({
      status: 200,
      body: { number: expect.stringMatching(/^石应急办发〔2026〕\d+号$/) },
    });
    expect(await record(id)).toMatchObject({
      state: 'signed',
      signerName: '秦伯安',
      officialName: '石景山区突发事件应急委员会办公室',
    });
    const after = await officer.command('officialDocuments.revise', { id, title, text });
    expect(after).toMatchObject({ status: 409, body: { key: 'official_document.fixed' } });
    const again = await draft({ earlierId: id });
    expect((await record(again.id)).text).toMatch(/^本文更正石应急办发〔2026〕\d+号/);
  });

  it('are never signed by whoever wrote a word of them', async () => {
    const { id } = await draft();
    const { title, text } = await record(id);
    await leader.does('officialDocuments.revise', { id, title, text: `${text}\n改。` });
    await officer.does('officialDocuments.submit', { id });
    expect(await sign(id)).toMatchObject({ status: 409, body: { key: 'official_document.same_person' } });
  });

  it('get numbers without a gap, when two are signed at once and when a signing fails', async () => {
    const [one, two, three, unready] = [await submitted(), await submitted(), await submitted(), (await draft()).id];
    const [first, second, failed] = await Promise.all([sign(one), sign(two), sign(unready)]);
    expect(failed.status).toBe(409);
    const numbers = [first, second].map(({ body }) => running(body.number)).sort((a, b) => a - b);
    expect(numbers[1]).toBe((numbers[0] as number) + 1);
    expect(running((await sign(three)).body.number)).toBe((numbers[1] as number) + 1);
  });

  it('leave as DOCX and PDF with the seal of the hat', async () => {
    const administrator = await district().as('daiban');
    const { items } = await administrator.sees<{ items: { id: string; series: string; version: number }[] }>(
      'letterheads.list',
    );
    const head = items.find(({ series }) => series === '石应急办发');
    const kept = await administrator.post('/api/files?name=seal.png', stripedPng(300, 300), {
      'content-type': 'image/png',
    });
    const { record: whole } = await administrator.sees<{ record: Record<string, unknown> }>('letterheads.record', {
      id: head?.id,
    });
    const { unitId, officialName, series, inUseFrom, version } = whole;
    await administrator.does(
      'letterheads.correct',
      { id: head?.id, unitId, officialName, series, inUseFrom, seal: [(kept.body as { id: string }).id] },
      { version: version as number },
    );
    const bare = await draft();
    const id = await submitted();
    expect((await sign(id)).status).toBe(200);
    const sizeOf = async (of: string, format: string) => {
      const { status, raw } = await officer.get(`/api/official-documents/${of}/paper?format=${format}`);
      expect(status).toBe(200);
      return raw;
    };
    const [docx, pdf] = [await sizeOf(id, 'docx'), await sizeOf(id, 'pdf')];
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    expect(docx.includes('word/media/')).toBe(true);
    expect((await sizeOf(bare.id, 'docx')).includes('word/media/')).toBe(false);
    const { sealFileId } = await officer.sees<{ sealFileId: string }>('officialDocuments.record', { id });
    // Whoever reads the paper on the screen sees its seal there, too.
    expect((await officer.get(`/api/files/${sealFileId}`)).status).toBe(200);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('/Subtype /Image')).toBe(true);
  });

  it('do not exist for whom they are hidden', async () => {
    const { id } = await draft();
    const other = await district().as('bajiao');
    const asked = [
      await other.view('officialDocuments.record', { id }),
      await other.view('officialDocuments.versions', { id }),
      await other.view('officialDocuments.difference', { id, from: 1, to: 1 }),
      await other.command('officialDocuments.submit', { id }),
      await other.get(`/api/official-documents/${id}/paper`),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  it('are set in a queue that leaves the desk its pace', { timeout: 240_000 }, async () => {
    const row = (index: number) => [String(index + 1), '古城南里避难场所', '古城街道古城南里 3 号', '10'];
    const paper = {
      mark: 'drill' as const,
      redHeader: '石景山区突发事件应急委员会办公室',
      number: '石应急办发〔2026〕1号',
      title: '关于开放应急避难场所的公告',
      body: [
        {
          kind: 'table' as const,
          columns: ['序号', '名称', '地址', '人数'],
          rows: Array.from({ length: ROWS }, (_, i) => row(i)),
        },
      ],
      signedBy: '石景山区突发事件应急委员会办公室',
      signedAt: new Date('2026-06-11T02:40:00Z'),
      sentTo: [],
      copiedTo: [],
      printedAt: new Date('2026-06-11T02:40:00Z'),
    };
    let waiting = PAPERS;
    const papers = Array.from({ length: PAPERS }, async () => {
      await renderPaper(paper, 'pdf');
      waiting -= 1;
    });
    const took: number[] = [];
    while (waiting > 0) {
      const begun = performance.now();
      await officer.does('intake.take', { ...GAS_CALL, knownAt: district().clock.now().toISOString() });
      took.push(performance.now() - begun);
    }
    await Promise.all(papers);
    took.sort((a, b) => a - b);
    expect(took.length).toBeGreaterThan(3);
    // One desk takes tens of milliseconds; a paper on its event loop would hold it for a second and more.
    expect(took[Math.floor(took.length / 2)]).toBeLessThan(500);
    expect(took.at(-1)).toBeLessThan(3000);
  });
});
