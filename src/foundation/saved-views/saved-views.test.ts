import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { rowsOf } from '../api/rows.ts';
import { queryFor } from './query.rules.ts';

interface Views {
  mayShare: boolean;
  items: { id: string; name: string; query: string; q: string; columns: string[]; isShared: boolean; isOwn: boolean }[];
}

it('keeps what filters and sorts this register, in one order; what was typed into the search field is kept apart', () => {
  const query = 'order=down&sort=termEndsOn&q=13912345678&fields=gas&within=116.19,39.91,500&elsewhere=1&state=';
  expect(queryFor({ filters: ['fields', 'isOnCall'] }, query)).toBe(
    'fields=gas&within=116.19%2C39.91%2C500&sort=termEndsOn&order=down',
  );
});

inDistrict('saved views of a list', (district) => {
  const views = (who: Person) => who.sees<Views>('savedViews.ofRegister', { register: 'expert' });
  const save = (who: Person, name: string, more: object = {}) =>
    who.command<{ id: string; key?: string }>('savedViews.save', {
      register: 'expert',
      name,
      query: 'fields=gas&q=柳',
      q: '柳',
      columns: ['name', 'phone'],
      ...more,
    });

  it("are one's own, replaced under the same name, and removed", async () => {
    const who = await district().as('gucheng');
    expect((await save(who, '燃气专家')).status).toBe(200);
    const { body } = await save(who, ' 燃气专家 ', { query: 'fields=gas&sort=name', q: '13912345678' });
    const { items, mayShare } = await views(who);
    expect(mayShare).toBe(false);
    expect(items).toEqual([
      {
        id: body.id,
        name: '燃气专家',
        query: 'fields=gas&sort=name',
        q: '13912345678',
        columns: ['name', 'phone'],
        isShared: false,
        isOwn: true,
      },
    ]);
    const stored = await district().server.platform.database.transact((tx) =>
      rowsOf<{ told: string }>(
        tx,
        sql`select v::text || coalesce(f.payload::text, '') as told
        from saved_view v left join fact f on f.subject_id = v.id where v.id = ${body.id}`,
      ),
    );
    for (const { told } of stored) expect(told).not.toContain('13912345678');
    const other = await district().as('bajiao');
    expect((await views(other)).items).toEqual([]);
    expect((await other.command('savedViews.remove', { id: body.id })).status).toBe(404);
    await who.does('savedViews.remove', { id: body.id });
    expect((await views(who)).items).toEqual([]);
    expect((await who.command('savedViews.remove', { id: body.id })).status).toBe(404);
    expect((await save(who, '燃气专家')).status).toBe(200);
  });

  it('are shared with the unit by whoever keeps the register, and removed by their maker alone', async () => {
    const maker = await district().as('zhiban');
    const colleague = await district().as('daiban');
    const { body } = await save(maker, '聘期', { isShared: true });
    await save(maker, '我的');
    expect((await views(colleague)).items).toMatchObject([
      { id: body.id, name: '聘期', q: '柳', isShared: true, isOwn: false },
    ]);
    expect((await colleague.command('savedViews.remove', { id: body.id })).status).toBe(404);
    // Another unit does not see it, and whoever only reads the register shares nothing.
    expect((await views(await district().as('zhujian'))).items).toEqual([]);
    const reader = await district().as('gucheng');
    expect(await save(reader, '共用', { isShared: true })).toMatchObject({
      status: 403,
      body: { key: 'permission.missing' },
    });
  });

  it('are hidden with the register', async () => {
    const nobody = await district().as('ranqi');
    const refused = { status: 404, body: { key: 'record.unknown' } };
    expect(await save(nobody, '专家')).toMatchObject(refused);
    expect(await nobody.view('savedViews.ofRegister', { register: 'expert' })).toMatchObject(refused);
    expect(await nobody.view('savedViews.ofRegister', { register: 'account"; --' })).toMatchObject(refused);
  });
});
