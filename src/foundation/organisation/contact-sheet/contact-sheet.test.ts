import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { rowsOf } from '../../api/index.ts';

interface Import {
  id: string;
  state: string;
  mapping: string[];
  [count: string]: unknown;
}
interface Remark {
  row: number;
  target: string;
  value: string | null;
  reason: { zh: string };
  kind: string;
  choices: { value: string; label: { zh: string } }[] | null;
}

inDistrict('the contact sheets of the units', (district) => {
  const received = async (who: Person, name: string, bytes: Buffer | string) => {
    const { status, body } = await who.post(
      `/api/imports?register=contact_sheet&name=${encodeURIComponent(name)}&source=${encodeURIComponent('各单位报送')}`,
      Buffer.from(bytes as string),
      { 'content-type': 'application/octet-stream' },
    );
    expect([status, body]).toMatchObject([200, { state: 'received' }]);
    return who.sees<Import>('imports.record', { id: (body as { id: string }).id });
  };
  const check = async (who: Person, { id, mapping }: Import) => {
    await who.does('imports.check', { id, mapping, coordinateSystem: 'cgcs2000', known: 'update' });
    await district().settle();
    return who.sees<Import>('imports.record', { id });
  };
  const write = async (who: Person, { id }: Import) => {
    await who.does('imports.write', { id });
    await district().settle();
    return who.sees<Import>('imports.record', { id });
  };
  const remarks = async (who: Person, { id }: Import) =>
    (await who.sees<{ items: Remark[] }>('imports.problems', { id })).items;
  const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
    district().server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });
  const people = (name: string) =>
    rows<{ id: string; unit: string; posts: string | null; role: string | null }>(sql`select p.id, u.short_name as unit,
      (select string_agg(t.name, '、' order by t.name) from appointment a join post t on t.id = a.post_id where a.person_id = p.id) as posts,
      (select min(t.role) from appointment a join post t on t.id = a.post_id where a.person_id = p.id) as role
      from person p join unit u on u.id = p.owner_unit_id where p.name = ${name} order by p.created_at, p.id`);

  it('reads a workbook with merged units, several numbers in a cell and synonyms, and makes people, posts and appointments of it', async () => {
    const who = await district().as('sysadmin');
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('通讯录');
    page.addRow(['石景山区应急系统通讯录（2026 年）']);
    page.addRow(['序号', '单位/部门', '科室', '姓 名', '职务', '办公电话', '手机号码', '备注']);
    page.addRow([1, '区水务局', '防汛办', '甄 水', '主任', '68871234/35', '10094100001、10094100002', '分管防汛']);
    page.addRow([2, null, null, '甄河', '干部', '（010）68871236', '100 9410 0003', null]);
    page.addRow([null, '区城管委', null, null, null, null, null, null]);
    page.addRow([3, null, null, '甄城', '副主任', null, '10094100004\n68871237', null]);
    page.addRow([4, '没有此单位', null, '甄无', '干部', null, '10094100005', null]);
    page.addRow([5, '区城管委', null, '甄短', '干部', null, '1009410006', null]);
    page.addRow([6, '区城管委', null, '甄同号', '干部', null, '10094100004', null]);
    page.mergeCells('B3:B4');
    page.mergeCells('C3:C4');
    const file = await received(who, '通讯录.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(file.mapping).toEqual(['', 'unit', 'department', 'name', 'title', 'officePhone', 'mobile', 'note']);
    const checked = await check(who, file);
    expect(checked).toMatchObject({ rowCount: 6, wrongCount: 2, newCount: 4, updateCount: 0 });
    expect(
      (await remarks(who, checked)).map(({ row, target, kind, reason }) => [row, target, kind, reason.zh]),
    ).toEqual([
      [7, 'unit', 'wrong', '没有这个单位；请先在「机构」中设立'],
      [8, 'mobile', 'wrong', '第 1 个号码有 10 位，手机号应为 11 位'],
      [3, 'mobile', 'doubt', '没有这样的手机号段，可能打不通'],
      [3, 'officePhone', 'doubt', '号码多于栏目（手机两个、办公电话一个），有 1 个未导入'],
      [4, 'mobile', 'doubt', '没有这样的手机号段，可能打不通'],
      [6, 'mobile', 'doubt', '与第 9 行相同'],
      [9, 'mobile', 'doubt', '与第 6 行相同'],
    ]);
    expect(await people('甄水')).toEqual([]);
    expect(await write(who, checked)).toMatchObject({ state: 'written', createdCount: 4, updatedCount: 0 });
    expect(await people('甄水')).toMatchObject([{ unit: '区水务局', posts: '防汛办主任', role: 'contact' }]);
    expect(await people('甄河')).toMatchObject([{ unit: '区水务局', posts: '防汛办干部' }]);
    const [person] = await people('甄水');
    expect(await who.sees('people.record', { id: person?.id })).toMatchObject({
      phone: '100****0001',
      secondPhone: '100****0002',
      officePhone: '688****1234',
      note: '分管防汛',
    });
    const from = await who.sees<{ items: object[] }>('imports.origins', { register: 'person', recordId: person?.id });
    expect(from.items).toMatchObject([{ fileName: '通讯录.xlsx', rowNumber: 3, action: 'created' }]);
    expect(await people('甄短')).toEqual([]);
  });

  it('updates by unit and name, takes nothing away, and says nothing where nothing is new', async () => {
    const who = await district().as('sysadmin');
    // 单位,姓名,职务,手机 in GB18030, as a Chinese spreadsheet saves it.
    const head = Buffer.from('b5a5cebb2cd0d5c3fb2cd6b0cef12ccad6bbfa0d0a', 'hex');
    const line = Buffer.from('c7f8cbaecef1bed62cd5e7d1cf2cb8c9b2bf2c3130303934313030303131', 'hex');
    await write(who, await check(who, await received(who, 'a.csv', Buffer.concat([head, line]))));
    const again = await check(who, await received(who, 'b.csv', Buffer.concat([head, line])));
    expect(again).toMatchObject({ newCount: 0, updateCount: 1, wrongCount: 0 });
    expect(await write(who, again)).toMatchObject({ createdCount: 0, updatedCount: 0, unchangedCount: 1 });
    const more = await check(
      who,
      await received(who, 'c.csv', '单位,姓名,职务,手机,办公电话,邮箱\n区水务局,甄严,科长,,68879999,yan@water.example'),
    );
    expect(await remarks(who, more)).toMatchObject([{ row: 2, target: 'title', kind: 'doubt' }]);
    expect(await write(who, more)).toMatchObject({ createdCount: 0, updatedCount: 1 });
    const [person] = await people('甄严');
    expect(person).toMatchObject({ posts: '干部、科长' });
    expect(await who.sees('people.record', { id: person?.id })).toMatchObject({
      phone: '100****0011',
      officePhone: '688****9999',
    });
  });

  it('asks who is meant where two have one name, and writes what was answered', async () => {
    const who = await district().as('sysadmin');
    const text = [
      '单位,姓名,职务,手机',
      '区水务局,甄双,干部,10094100021',
      '区水务局,甄双,司机,10094100022',
      '区水务局,甄双,科长,',
    ].join('\n');
    const checked = await check(who, await received(who, '同名.csv', text));
    expect(checked).toMatchObject({ newCount: 1, wrongCount: 2 });
    const asked = (await remarks(who, checked)).filter(({ kind }) => kind === 'question');
    expect(asked.map(({ row, choices }) => [row, choices?.map(({ value }) => value)])).toEqual([
      [3, ['row:2', 'another']],
      [4, ['row:2', 'row:3', 'another']],
    ]);
    const answer = (row: number, given: string) =>
      who.command('imports.answer', { id: checked.id, row, target: 'name', answer: given });
    expect((await answer(3, 'somebody')).status).toBe(404);
    await answer(3, 'row:2');
    await answer(3, 'another');
    await answer(4, 'row:3');
    expect(await who.sees('imports.record', { id: checked.id })).toMatchObject({
      newCount: 2,
      updateCount: 1,
      wrongCount: 0,
    });
    expect(await write(who, checked)).toMatchObject({ createdCount: 2, updatedCount: 1 });
    expect((await people('甄双')).map(({ posts }) => posts)).toEqual(['干部', '司机、科长']);
    const third = await check(who, await received(who, '再来.csv', '单位,姓名,手机\n区水务局,甄双,10094100029'));
    const [question] = await remarks(who, third);
    expect(question?.choices?.map(({ label }) => label.zh)).toEqual([
      '甄双（干部，100****0021）',
      '甄双（司机、科长，100****0022）',
      '另一人，新登记',
    ]);
    await who.does('imports.abandon', { id: third.id });
  });

  it('is the system administrator’s alone, gives a template that comes back in, and nobody rights by it', async () => {
    const who = await district().as('sysadmin');
    const other = await district().as('zhiban');
    expect((await other.get('/api/people/template')).status).toBe(403);
    const { items } = await other.sees<{ items: { name: string }[] }>('imports.targets');
    expect(items.map(({ name }) => name)).not.toContain('contact_sheet');
    const { raw } = await who.get('/api/people/template');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(raw as never);
    book.worksheets[0]?.addRow(['安全管理岗测试单位', '', '甄岗', '安全管理员']);
    const file = await received(who, '模板.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(file.mapping.every(Boolean)).toBe(true);
    const [unit] = await rows<{ name: string }>(sql`select u.name from unit u join post t on t.unit_id = u.id
      where t.role = 'security_administrator'`);
    const [post] = await rows<{ name: string }>(sql`select name from post where role = 'security_administrator'`);
    const checked = await check(
      who,
      await received(who, '越权.csv', `单位,姓名,职务\n${unit?.name},甄岗,${post?.name}`),
    );
    expect((await remarks(who, checked)).map(({ reason }) => reason.zh)).toEqual(['该岗位由安全管理员任命，不能导入']);
  });
});
