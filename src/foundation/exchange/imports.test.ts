import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { rowsOf } from '../api/index.ts';

const HEAD = ['姓名', '专业领域', '工作单位', '电话', '可随时到场', '经度', '纬度', '聘任日期', '聘期截止', '备注'];
const LINE = [
  '赵专家',
  '水利、地质',
  '首钢研究院',
  '13912345678',
  '是',
  '116.187',
  '39.913',
  '2025-01-01',
  '2028/12/31',
  '',
];

const csv = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(',')).join('\r\n');

interface Import {
  id: string;
  state: string;
  mapping: string[];
  columns: { title: string }[];
  checkJobId: string;
  [count: string]: unknown;
}

inDistrict('imports', (district) => {
  const upload = (who: Person, name: string, bytes: Buffer | string, source = '区水务局', register = 'expert') =>
    who.post(
      `/api/imports?register=${register}&name=${encodeURIComponent(name)}&source=${encodeURIComponent(source)}`,
      Buffer.from(bytes as string),
      { 'content-type': 'application/octet-stream' },
    );
  const received = async (who: Person, name: string, bytes: Buffer | string, source?: string) => {
    const { status, body } = await upload(who, name, bytes, source);
    expect(body).toMatchObject({ state: 'received' });
    expect(status).toBe(200);
    return who.sees<Import>('imports.record', { id: (body as { id: string }).id });
  };
  const check = async (who: Person, file: Import, more: object = {}) => {
    const input = { id: file.id, mapping: file.mapping, coordinateSystem: 'cgcs2000', known: 'update', ...more };
    await who.does('imports.check', input);
    await district().settle();
    return who.sees<Import>('imports.record', { id: file.id });
  };
  const write = async (who: Person, file: Import) => {
    await who.does('imports.write', { id: file.id });
    await district().settle();
    return who.sees<Import>('imports.record', { id: file.id });
  };
  const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
    district().server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });
  const problemsOf = async (who: Person, file: Import) =>
    (
      await who.sees<{ items: { row: number; label: { zh: string }; value: string; reason: { zh: string } }[] }>(
        'imports.problems',
        { id: file.id },
      )
    ).items.map(({ row, label, value, reason }) => [row, label.zh, value, reason.zh]);

  it('takes a sheet from upload to record, keeps where each record is from, and says it on the timeline', async () => {
    const who = await district().as('zhiban');
    const file = await received(who, '专家.csv', csv([HEAD, LINE, ['钱专家', ...LINE.slice(1)]]));
    expect(file.mapping).toEqual([
      'name',
      'fields',
      'organisation',
      'phone',
      'isOnCall',
      'base.lng',
      'base.lat',
      'appointedOn',
      'termEndsOn',
      '',
    ]);
    const checked = await check(who, file);
    expect(checked).toMatchObject({ state: 'checked', rowCount: 2, wrongCount: 0, newCount: 2, updateCount: 0 });
    expect(await rows(sql`select 1 from expert where name = '赵专家'`)).toHaveLength(0);
    const written = await write(who, checked);
    expect(written).toMatchObject({ state: 'written', createdCount: 2, unchangedCount: 0 });
    const { items } = await who.sees<{ items: Record<string, unknown>[] }>('experts.list', { q: '赵专家' });
    expect(items).toMatchObject([
      { organisation: '首钢研究院', phone: '139****5678', isOnCall: true, base: { lng: 116.187, lat: 39.913 } },
    ]);
    const id = items[0]?.id as string;
    const from = await who.sees<{ items: object[] }>('imports.origins', { register: 'expert', recordId: id });
    expect(from.items).toMatchObject([{ fileName: '专家.csv', source: '区水务局', rowNumber: 2, action: 'created' }]);
    const told = await who.sees<{ entries: { kind: string }[] }>('timeline.of', { register: 'expert', recordId: id });
    expect(told.entries.map(({ kind }) => kind)).toEqual(['expert.imported']);
    await expect(readFile(join(district().home, 'imports', file.id))).rejects.toThrow();
  });

  it('names every wrong row by row, column, value and reason before anything is written, then writes the good ones once', async () => {
    const who = await district().as('zhiban');
    const all = [HEAD];
    const wrong = new Map<number, [number, string, string, string, string]>();
    for (let row = 2; row <= 1201; row += 1) {
      const cells = [`好专家${row}`, ...LINE.slice(1)];
      const kind = row % 33 === 0 ? (row / 33) % 4 : -1;
      if (kind === 0) cells[0] = '';
      if (kind === 1) cells[1] = '炼金术';
      if (kind === 2) cells[7] = '去年';
      if (kind === 3) cells[3] = '12';
      if (kind === 0) wrong.set(row, [row, '姓名', null as never, '必须填写', '']);
      if (kind === 1) wrong.set(row, [row, '专业领域', '炼金术', '不在可选范围内', '']);
      if (kind === 2) wrong.set(row, [row, '聘任日期', '去年', '', '']);
      if (kind === 3) wrong.set(row, [row, '电话', '1*', '', '']);
      all.push(cells);
    }
    const file = await received(who, '千人.csv', csv(all));
    const checked = await check(who, file);
    expect(checked).toMatchObject({ rowCount: 1200, wrongCount: wrong.size, newCount: 1200 - wrong.size });
    const found = await problemsOf(who, checked);
    expect(found.map(([row, label, value]) => [row, label, value])).toEqual(
      [...wrong.values()].map((one) => one.slice(0, 3)),
    );
    for (const [, , , reason] of found) expect(reason).toMatch(/[\u4e00-\u9fff]/);
    expect(await rows(sql`select 1 from expert where name like '好专家%'`)).toHaveLength(0);
    const sheet = await who.get(`/api/imports/${file.id}/problems-sheet`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet.raw as never);
    expect(book.worksheets[0]?.rowCount).toBe(wrong.size + 1);
    const written = await write(who, checked);
    expect(written).toMatchObject({ state: 'written', createdCount: 1200 - wrong.size });
    const there = await rows<{ rowNumber: number }>(sql`select r.row_number from expert e
      join import_row r on r.record_id = e.id where e.name like '好专家%' order by 1`);
    expect(there.map(({ rowNumber }) => rowNumber)).toEqual(
      Array.from({ length: 1200 }, (_, at) => at + 2).filter((row) => !wrong.has(row)),
    );
    await expect(who.does('imports.write', { id: file.id })).rejects.toThrow('409');
  });

  it('reads GB18030, a workbook with a title above its head, and GeoJSON; formulas count as what they came to', async () => {
    const who = await district().as('zhiban');
    // «姓名,专业领域,…» as a Chinese spreadsheet saves it.
    const gb = Buffer.from(
      'd0d5c3fb2cd7a8d2b5c1ecd3f22cb9a4d7f7b5a5cebb2cc6b8c8cec8d5c6da2cc6b8c6dabdd8d6b90d0acbefd7a8bcd22ccbaec0fb2ccbaeceb1bed62c323032352d30312d30312c323032382d31322d3331',
      'hex',
    );
    const first = await received(who, 'gb.csv', gb);
    expect(first.mapping).toEqual(['name', 'fields', 'organisation', 'appointedOn', 'termEndsOn']);
    expect(await check(who, first)).toMatchObject({ wrongCount: 0, newCount: 1 });

    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('专家');
    page.addRow(['石景山区专家名册']);
    page.addRow(['姓名 *', '专业领域', '工作单位（全称）', '聘任日期', '聘期截止', '归属单位']);
    page.addRow(['李专家', '林火', '森林防火站', new Date(Date.UTC(2025, 0, 1)), '20281231', '区应急局']);
    page.addRow([{ formula: 'A1', result: '周专家' }, '林火', '站', '2025.1.1', '2028年12月31日', '']);
    page.addRow([{ formula: 'A1' } as never, '林火', '站', '2025.1.1', '2028年12月31日', '没有这个单位']);
    const second = await received(who, '名册.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(second.mapping).toEqual(['name', 'fields', 'organisation', 'appointedOn', 'termEndsOn', 'ownerUnit']);
    const checked = await check(who, second);
    expect(await problemsOf(who, checked)).toEqual([
      [5, '姓名', null, '公式没有计算结果，请在表格软件中打开保存后再导入'],
      [5, '归属单位', '没有这个单位', '没有这条记录，或您无权查看'],
    ]);
    expect(checked).toMatchObject({ newCount: 2, wrongCount: 1 });

    const features = [
      {
        type: 'Feature',
        properties: {
          姓名: '吴专家',
          专业领域: ['地质'],
          工作单位: '院',
          聘任日期: '2025-01-01',
          聘期截止: '2028-12-31',
        },
        geometry: { type: 'Point', coordinates: [116.2, 39.9] },
      },
    ];
    const third = await received(who, '专家.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    expect(third.mapping.at(-1)).toBe('base');
    await write(who, await check(who, third, { coordinateSystem: 'gcj02' }));
    const [wu] = await rows<{ lng: number }>(sql`select st_x(base) as lng from expert where name = '吴专家'`);
    // GCJ-02 stands some 500 m east of the truth here.
    expect(wu?.lng).toBeGreaterThan(116.192);
    expect(wu?.lng).toBeLessThan(116.196);
  });

  it('remembers how a source was matched, and is nobody else’s to see', async () => {
    const who = await district().as('zhiban');
    const text = csv([
      ['大名', '本事', '工作单位', '起', '止'],
      ['孙专家', '法律', '律所', '2025-01-01', '2028-12-31'],
    ]);
    const first = await received(who, '法律.csv', text, '区司法局');
    expect(first.mapping).toEqual(['', '', 'organisation', '', '']);
    const refused = await who.command('imports.check', {
      id: first.id,
      mapping: first.mapping,
      coordinateSystem: 'cgcs2000',
      known: 'skip',
    });
    expect(refused.body).toMatchObject({ key: 'import.unmapped' });
    await check(who, first, { mapping: ['name', 'fields', 'organisation', 'appointedOn', 'termEndsOn'] });
    const second = await received(who, '法律2.csv', text, '区司法局');
    expect(second.mapping).toEqual(['name', 'fields', 'organisation', 'appointedOn', 'termEndsOn']);
    const other = await district().as('daiban');
    expect((await other.view('imports.record', { id: first.id })).status).toBe(404);
    expect((await other.get(`/api/imports/${first.id}/problems-sheet`)).status).toBe(404);
    expect((await upload(await district().as('shequ'), 'x.csv', text)).status).toBe(404);
  });

  it('refuses in words what is too large, too wide, old, foreign, empty or broken, and keeps nothing of it', async () => {
    const who = await district().as('zhiban');
    const refused = async (name: string, bytes: Buffer | string) => {
      const { status, body } = await upload(who, name, bytes);
      return [status, (body as { key: string }).key];
    };
    expect(await refused('a.csv', '')).toEqual([400, 'file.empty']);
    expect(await refused('a.csv', '姓名\r\n')).toEqual([400, 'import.no_rows']);
    expect(await refused('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual([415, 'import.old_excel']);
    expect(await refused('a.csv', '<html></html>')).toEqual([415, 'import.format']);
    expect(await refused('a.csv', Buffer.from([1, 0, 2, 0]))).toEqual([415, 'import.format']);
    expect(await refused('a.xlsx', Buffer.from('PK\u0003\u0004 nothing'))).toEqual([400, 'import.unreadable']);
    expect(await refused('a.geojson', '{"type":"FeatureCollection","features":[')).toEqual([400, 'import.unreadable']);
    expect(await refused('a.csv', csv([Array.from({ length: 10_000 }, (_, at) => `列${at}`)]))).toEqual([
      413,
      'import.too_wide',
    ]);
    const wide = new ExcelJS.Workbook();
    wide.addWorksheet('宽').addRow(Array.from({ length: 10_000 }, (_, at) => at));
    expect(await refused('a.xlsx', Buffer.from(await wide.xlsx.writeBuffer()))).toEqual([413, 'import.too_wide']);
    expect(await refused('a.csv', Buffer.alloc(100 * 1024 * 1024, 65))).toEqual([413, 'input.too_large']);
    expect(await rows(sql`select 1 from "import" where file_name like 'a.%'`)).toEqual([]);
  });

  it('goes on after a kill in the middle of writing: nothing is lost, nothing is there twice', async () => {
    const who = await district().as('zhiban');
    const lines = Array.from({ length: 1100 }, (_, at) => [`杀不死${at}`, ...LINE.slice(1)]);
    const checked = await check(who, await received(who, '杀.csv', csv([HEAD, ...lines])));
    await who.does('imports.write', { id: checked.id });
    const count = async () => (await rows(sql`select 1 from expert where name like '杀不死%'`)).length;
    for (let tries = 0; (await count()) === 0 && tries < 400; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await district().restart();
    await district().settle();
    expect(await who.sees('imports.record', { id: checked.id })).toMatchObject({
      state: 'written',
      createdCount: 1100,
    });
    expect(await count()).toBe(1100);
  }, 90_000);

  it('lets two imports of one register write one after the other, both right', async () => {
    const who = await district().as('zhiban');
    const one = (tag: string) =>
      csv([HEAD, ...Array.from({ length: 520 }, (_, at) => [`${tag}${at}`, ...LINE.slice(1)])]);
    const files = [];
    for (const tag of ['甲队', '乙队']) files.push(await check(who, await received(who, `${tag}.csv`, one(tag))));
    for (const file of files) await who.does('imports.write', { id: file.id });
    await district().settle();
    for (const file of files)
      expect(await who.sees('imports.record', { id: file.id })).toMatchObject({ state: 'written', createdCount: 520 });
    expect(await rows(sql`select 1 from expert where name like '甲队%' or name like '乙队%'`)).toHaveLength(1040);
  });

  it('gives a template with its codes on a second sheet, which comes back in as it is', async () => {
    const who = await district().as('zhiban');
    const { raw } = await who.get('/api/experts/template');
    const path = join(mkdtempSync(join(tmpdir(), 'fengsui-template-')), 't.xlsx');
    writeFileSync(path, raw);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['专家', '填写说明']);
    const page = book.worksheets[0] as ExcelJS.Worksheet;
    page.addRow(['冯专家', '水利', '院', '正高级', '', '', '', '是', '116.2, 39.9', '2025-01-01', '2028-12-31', '']);
    const file = await received(who, '模板.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(file.mapping.filter(Boolean)).toHaveLength(page.columnCount);
    expect(await check(who, file)).toMatchObject({ wrongCount: 0, newCount: 1 });
  });
});
