import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { systemViewer } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { identityCheck } from '../registers/types/identity-number.type.ts';

interface Hit {
  id: string;
  register: string;
  title: string;
  number: string | null;
  line: string;
  ranges: { title: [number, number][] };
}
interface Answer {
  hits: Hit[];
  total: number;
  isMore: boolean;
  kinds: { register: string; count: number }[];
}

onEachDatabase('search', (open) => {
  let scene: Scene;
  let duty: Viewer;
  const find = (who: Viewer, q: string, more: object = {}) => scene.see<Answer>(who, 'search.find', { q, ...more });
  const titles = async (who: Viewer, q: string, more: object = {}) =>
    (await find(who, q, more)).hits.map((hit) => hit.title);
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    scene = await openScene(await open());
    duty = scene.people.duty;
    await scene.person('单田芳', scene.units.street, 'street_officer');
    await scene.person('张伟', scene.units.street, 'community_worker');
    await scene.person('张伟明', scene.units.team, 'team_member');
    const opened = async (title: string, placeText: string, place: { lng: number; lat: number }) => {
      const knownAt = scene.clock.now().toISOString();
      const call = {
        sourceChannel: 'phone',
        kind: 'utility.gas',
        knownAt,
        placeText,
        place,
        text: '有人来电',
        callerPhone: '13900000001',
      };
      const { id: intakeId } = await scene.act<{ id: string }>(duty, 'intake.take', call);
      return (await scene.act<{ id: string }>(duty, 'incidents.open', { intakeId, title })).id;
    };
    ids.gas = await opened('古城南路燃气泄漏', '古城南路 12 号院', { lng: 116.19, lat: 39.91 });
    ids.fire = await opened('八角北里仓库起火', '八角北里 3 号楼', { lng: 116.21, lat: 39.92 });
    const expert = await scene.act<{ id: string }>(duty, 'experts.register', {
      ...{ name: '欧阳明生', fields: ['gas'], organisation: '首钢燃气研究所', phone: '13900001122', isOnCall: true },
      ...{ appointedOn: '2026-01-01', termEndsOn: '2027-01-01' },
    });
    ids.expert = expert.id;
    await scene.server.settle();
  });
  afterAll(async () => scene?.close());

  it.each([
    ['a name of two characters', '张伟', '张伟'],
    ['pinyin in one word', 'zhangwei', '张伟'],
    ['pinyin in two words', 'zhang wei', '张伟'],
    ['unfinished pinyin', 'zhangwe', '张伟'],
    ['initials', 'zwm', '张伟明'],
    ['the reading of a surname', 'shantianfang', '单田芳'],
    ['the reading of the word', 'dantianfang', '单田芳'],
    ['words that stand apart', '古城燃气', '古城南路燃气泄漏'],
    ['a word inside', '泄漏', '古城南路燃气泄漏'],
    ['full-width digits', '八角北里　３号楼', '八角北里 3 号楼'],
    ['two words', '起火 八角', '八角北里仓库起火'],
    ['initials of a title', 'rqxl', '古城南路燃气泄漏'],
  ])('finds by %s: %s', async (_, q, title) => {
    expect((await titles(duty, q))[0]).toBe(title);
  });

  it('puts the exact name before the longer one, and marks what was asked', async () => {
    const { hits } = await find(duty, '张伟');
    expect(hits.map((hit) => hit.title)).toEqual(['张伟', '张伟明']);
    expect(hits[1]?.ranges.title).toEqual([[0, 2]]);
    expect((await find(duty, 'rqxl')).hits[0]?.ranges.title).toEqual([[4, 8]]);
  });

  it('finds numbers in every form they are said in', async () => {
    const number = (await find(duty, '古城南路', { kinds: 'incident' })).hits[0]?.number as string;
    const [, year, index] = /〔(\d+)〕(\d+)/.exec(number) as RegExpExecArray;
    for (const q of [number, `〔${year}〕${index}`, `（${year}）第${index}号`, `事${index}`, `${year}-${index}`])
      expect(
        (await find(duty, q)).hits.map((hit) => hit.id),
        q,
      ).toContain(ids.gas);
  });

  it('finds what lies near a point, either way round', async () => {
    expect((await find(duty, '116.1901,39.9101')).hits.map((hit) => hit.id)).toContain(ids.gas);
    expect((await find(duty, '39.9101，116.1901')).total).toBe(2);
    expect((await find(duty, '116.4,39.9')).total).toBe(0);
  });

  it('counts by kind, and narrows by it', async () => {
    const { kinds, total } = await find(duty, '八角');
    expect(kinds.map((kind) => kind.register).sort()).toEqual(['incident', 'intake', 'unit']);
    expect(total).toBe(3);
    expect((await find(duty, '八角', { kinds: 'incident' })).hits.map((hit) => hit.id)).toEqual([ids.fire]);
  });

  it('shows and counts nothing that the asking person may not see', async () => {
    const { stranger, member } = scene.people;
    for (const q of ['古城南路', 'gcnl', '116.1901,39.9101', '泄漏']) {
      expect(
        (await find(stranger, q, {})).hits.filter((hit) => hit.register === 'incident'),
        q,
      ).toEqual([]);
      expect(
        (await find(member, q)).kinds.filter((kind) => kind.register === 'incident'),
        q,
      ).toEqual([]);
    }
    expect((await find(duty, '古城南路')).total).toBe(2);
  });

  it('finds a phone by the whole and by its tail, only for whoever may see the record, until it is destroyed', async () => {
    const { id } = await scene.act<{ id: string }>(duty, 'experts.register', {
      ...{ name: '钱专家', fields: ['gas'], organisation: '市燃气协会', phone: '138 1234 7766', isOnCall: true },
      ...{ appointedOn: '2026-01-01', termEndsOn: '2027-01-01' },
    });
    await scene.server.settle();
    for (const q of [
      '13812347766',
      '138 1234 7766',
      '+86 138-1234-7766',
      '7766',
      '47766',
      '347766',
      '１３８１２３４７７６６',
    ])
      expect(
        (await find(duty, q)).hits.map((hit) => hit.id),
        q,
      ).toEqual([id]);
    for (const q of ['13812347767', '1234', '7767', '2347766', '347767'])
      expect((await find(duty, q)).total, q).toBe(0);
    for (const q of ['13812347766', '7766', '钱专家']) {
      const { hits, total } = await find(scene.people.member, q);
      expect({ hits, total }, q).toEqual({ hits: [], total: 0 });
    }
    const plain = await scene.rows(sql`select 1 from search_entry where (search_entry.*)::text like '%12347766%'`);
    expect(plain).toEqual([]);
    const leader = await scene.person('冯带班', scene.units.centre, 'duty_leader');
    await scene.act(leader, 'personalData.destroy', { register: 'expert', recordId: id, reason: '聘期届满' });
    await scene.server.settle();
    expect((await find(duty, '13812347766')).total).toBe(0);
    expect((await find(duty, '7766')).total).toBe(0);
    expect(await titles(duty, '钱专家')).toEqual(['钱专家']);
  });

  it('finds an identity number by the whole and by its tail, only for whoever may see the record', async () => {
    const { id: teamId } = await scene.act<{ id: string }>(duty, 'teams.register', {
      ...{ name: '衙门口抢险队', teamClass: 'street', specialities: ['gas'], captain: '孙队长', dutyPhone: '68870000' },
      ...{ establishedStrength: 12 },
    });
    const seventeen = '11010719900307003';
    const number = `${seventeen}${identityCheck(seventeen)}`;
    const { id } = await scene.act<{ id: string }>(duty, 'teamMembers.register', {
      ...{ teamId, name: '周抢险', memberRole: 'medic', identityNumber: number },
    });
    await scene.server.settle();
    for (const q of [number, number.toLowerCase(), number.slice(-4), number.slice(-5), number.slice(-6)]) {
      expect(
        (await find(duty, q)).hits.map((hit) => hit.id),
        q,
      ).toContain(id);
      expect((await find(scene.people.member, q)).total, q).toBe(0);
    }
    expect((await find(duty, seventeen)).total).toBe(0);
    expect((await find(duty, number.slice(-7))).total).toBe(0);
    const plain = await scene.rows(
      sql`select 1 from search_entry where (search_entry.*)::text like ${`%${seventeen}%`}`,
    );
    expect(plain).toEqual([]);
  });

  it('finds a record by what a fact says of it, for whoever may see the record', async () => {
    const grade = (reason: string) => scene.act(duty, 'incidents.grade', { id: ids.fire, grade: 'general', reason });
    await grade('过火面积约三十平方米');
    await grade('明火已灭，核减面积');
    await scene.server.settle();
    const { hits, total } = await find(duty, '过火面积');
    expect(hits.map((hit) => [hit.id, hit.line])).toEqual([[ids.fire, '过火面积约三十平方米']]);
    expect(total).toBe(1);
    expect((await find(duty, '八角 过火')).total, 'words of the record and of a fact are not mixed').toBe(0);
    for (const who of [scene.people.stranger, scene.people.member]) expect((await find(who, '过火面积')).total).toBe(0);
    // What is found by its own words is not found twice.
    expect((await find(duty, '核减面积')).hits.map((hit) => hit.id)).toEqual([ids.fire]);
    await scene.act(duty, 'experts.correct', { id: ids.expert, organisation: '市燃气学会', reason: '单位更名' });
    await scene.server.settle();
    expect((await find(duty, '首钢燃气研究所')).hits.map((hit) => hit.id)).toEqual([ids.expert]);
  });

  it('hears pinyin and initials in a register’s own list', async () => {
    const list = async (q: string) =>
      (await scene.see<{ items: { id: string }[] }>(duty, 'experts.list', { q })).items.map((item) => item.id);
    for (const q of ['ouyang', 'oyms', 'ouyangmin', '欧阳']) expect(await list(q), q).toEqual([ids.expert]);
    for (const q of ['ouyangx', 'oymx', 'o']) expect(await list(q), q).toEqual([]);
    expect(await scene.see(duty, 'experts.count', { q: 'oyms' })).toEqual({ count: 1 });
  });

  it('follows every change, and a statement of nobody’s command', async () => {
    await scene.server.platform.database.transact((tx) =>
      sql`update incident set title = '古城南路燃气爆燃', version = version + 1 where id = ${ids.gas}`.execute(tx),
    );
    await scene.server.settle();
    expect(await titles(duty, '爆燃')).toEqual(['古城南路燃气爆燃']);
    expect(await titles(duty, '燃气泄漏')).toEqual([]);
  });

  it('shows the newest and the exactly named of more than it counts', async () => {
    const { database } = scene.server.platform;
    await database.transact((tx) =>
      sql`insert into unit select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'name', '模式口机械厂' || n,
          'short_name', '厂' || n, 'path', '/many/' || n || '/', 'changed_at', now() + n * interval '1 minute'))).*
        from unit u, generate_series(1, 1300) n where u.parent_id is null`.execute(tx),
    );
    await scene.server.settle();
    const { hits, total, isMore } = await find(duty, '模式口机械厂');
    expect({ total, isMore, count: hits.length, first: hits[0]?.title }).toEqual({
      ...{ total: 1000, isMore: true, count: 20, first: '模式口机械厂1300' },
    });
    const { kinds } = await scene.see<Answer>(duty, 'search.count', { q: '模式口机械厂' });
    expect(kinds).toMatchObject([{ register: 'unit', count: 1300 }]);
    expect((await scene.see<Answer>(scene.people.member, 'search.count', { q: '古城南路' })).kinds).toEqual([]);
    expect((await find(duty, '模式口机械厂7')).hits[0]?.title).toBe('模式口机械厂7');
    expect((await titles(duty, 'mskjxc'))[0]).toBe('模式口机械厂1300');
    await database.transact((tx) => sql`delete from unit where path like '/many/%'`.execute(tx));
    await scene.server.settle();
    expect((await find(duty, '模式口机械厂')).total).toBe(0);
  });

  it('is the same when it is made again from nothing', async () => {
    const all = () =>
      scene.rows<object>(sql`select register, record_id, title, title_key, number_key, line, body, sounds, initials, tokens, state,
        owner_unit_path, area_code, changed_at, st_astext(place) as place from search_entry order by register, record_id`);
    const before = await all();
    await scene.server.platform.database.transact(async (tx) => {
      await sql`delete from search_entry where register = 'incident'`.execute(tx);
      await sql`update search_entry set title = 'x', tokens = '{}'`.execute(tx);
      await sql`insert into search_entry select register, gen_random_uuid(), title, title_key, number, number_key, line, body,
        sounds, initials, tokens, state, mark, owner_unit_path, area_code, created_by, changed_at, place
        from search_entry limit 1`.execute(tx);
    });
    const { jobId } = await scene.act<{ jobId: string }>(systemViewer, 'search.remake', {});
    await scene.server.settle();
    expect(await all()).toEqual(before);
    const [job] = await scene.rows<{ state: string; result: object }>(
      sql`select state, result from job where id = ${jobId}`,
    );
    expect(job).toMatchObject({ state: 'done', result: { entries: before.length } });
  });

  describe('whatever is typed', () => {
    it.each([
      "'; drop table search_entry; --",
      '%',
      '_%_%',
      '\\',
      '\u0000\u0007\u202E',
      '😀',
      '👨‍👩‍👧‍👦古城',
      '(((((',
      '〔〔2026〕',
      '9'.repeat(500),
      '长'.repeat(500),
      'zhang'.repeat(90),
      'a b c d e f g h i j k l m n',
      '{"a":1}',
      '1e400,1e400',
      '999.5,999.5',
    ])('is answered: %s', async (q) => {
      const { hits } = await find(duty, q);
      expect(hits.length).toBeLessThanOrEqual(20);
    });

    it('signs are signs: % finds no more than what holds it', async () => {
      expect((await find(duty, '%')).total).toBe(0);
      expect((await find(duty, '古_南路')).total).toBe(0);
    });
  });
});
