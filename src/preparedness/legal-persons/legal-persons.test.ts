import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { startPostgres } from '../../../tests/support/postgres.ts';
import { rowsOf } from '../../foundation/api/index.ts';
import { creditCodeCheck } from '../../foundation/registers/types/credit-code.type.ts';

const code = (seventeen: string) => `${seventeen}${creditCodeCheck(seventeen)}`;
const KNOWN = code('91110107MA0012345');
const OTHER = code('91110107MA0054321');
const PURPOSE = '核实报警企业';

inDistrict('legal persons', (district) => {
  let platform: Server;
  let origin: string;
  let asked: { url: string; secret: string | undefined }[] = [];
  let behave: 'well' | 'page' | 'elsewhere' | 'here' | 'large' | 'silent' | 'stranger' = 'well';

  beforeAll(async () => {
    platform = createServer((request, response) => {
      asked.push({ url: request.url ?? '', secret: request.headers.authorization });
      if (behave === 'silent') return;
      if (behave === 'page') return void response.setHeader('content-type', 'text/html').end('<html>请登录</html>');
      if (behave === 'elsewhere') return void response.writeHead(302, { location: 'http://example.invalid/' }).end();
      if (behave === 'here' && request.url?.startsWith('/v1'))
        return void response.writeHead(307, { location: `/v2${request.url.slice(3)}` }).end();
      if (behave === 'large')
        return void response.setHeader('content-type', 'application/json').end('"'.padEnd(2_000_000, 'x'));
      if (behave === 'stranger') return void response.writeHead(401).end();
      if (!request.url?.includes(KNOWN)) return void response.writeHead(404).end();
      response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          data: {
            creditCode: KNOWN,
            name: '北京某某化工有限公司',
            address: '石景山区某路 1 号',
            legalRepresentative: { name: '张三' },
            establishedOn: '2001-02-03',
            secretField: 'x',
          },
        }),
      );
    });
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    platform.closeAllConnections();
    platform.close();
    for (const name of ['LEGAL_PERSON_URL', 'LEGAL_PERSON_AUTHORIZATION', 'LEGAL_PERSON_DATABASE_URL'])
      delete process.env[name];
  });
  beforeEach(() => {
    asked = [];
    behave = 'well';
    process.env.LEGAL_PERSON_URL = `${origin}/v1/legal-persons/{key}`;
    process.env.LEGAL_PERSON_AUTHORIZATION = 'Bearer t0ken';
    delete process.env.LEGAL_PERSON_DATABASE_URL;
  });

  const look = async (key: string, purpose = PURPOSE, username = 'zhiban') =>
    (await district().as(username)).post(
      '/api/legal-persons/look-up',
      { key, purpose },
      { 'content-type': 'application/json' },
    );
  const notes = async () =>
    (
      await (
        await district().as('zhiban')
      ).sees<{ items: { outcome: string; isCached: boolean; keyDigest: string }[] }>('externalLookups.list', {
        register: 'legal_person',
      })
    ).items;

  it('looks up by key and purpose, keeps the answer for that purpose, and notes every look without the key', async () => {
    const first = await look(` ${KNOWN.toLowerCase()} `);
    expect(first.body).toMatchObject({
      isCached: false,
      values: { name: '北京某某化工有限公司', representative: '张三', establishedOn: '2001-02-03', status: null },
    });
    expect(JSON.stringify(first.body)).not.toContain('secretField');
    expect(asked).toEqual([{ url: `/v1/legal-persons/${KNOWN}`, secret: 'Bearer t0ken' }]);
    expect((await look(KNOWN)).body).toMatchObject({ isCached: true, values: { representative: '张三' } });
    expect(asked).toHaveLength(1);
    // Another purpose, another person: asked anew.
    expect((await look(KNOWN, '执法检查前核实')).body).toMatchObject({ isCached: false });
    expect((await look(KNOWN, PURPOSE, 'daiban')).body).toMatchObject({ isCached: false });
    const noted = await notes();
    expect(noted.map(({ outcome, isCached }) => [outcome, isCached])).toEqual([
      ['found', false],
      ['found', true],
      ['found', false],
    ]);
    await district().settle();
    const kept = await district().server.platform.database.transact((tx) =>
      rowsOf<{ text: string }>(
        tx,
        sql`select f.payload::text || l.*::text as text from fact f join external_lookup l on l.id = f.subject_id`,
      ),
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const { text } of kept) expect(text).not.toMatch(new RegExp(`${KNOWN}|张三`));
  });

  it('says in words what the other side does wrong, and notes the vain look', async () => {
    const refused = async (how: typeof behave) => {
      behave = how;
      const { status, body } = await look(OTHER, `试${how}的情形`);
      return [status, (body as { key?: string }).key];
    };
    expect(await refused('page')).toEqual([502, 'external.not_json']);
    expect(await refused('elsewhere')).toEqual([502, 'external.redirected']);
    expect(await refused('large')).toEqual([502, 'external.too_large']);
    expect(await refused('stranger')).toEqual([502, 'external.refused']);
    behave = 'here';
    expect((await look(KNOWN, '同站跳转情形')).body).toMatchObject({ values: { representative: '张三' } });
    behave = 'well';
    expect((await look(OTHER, '查无此项情形')).body).toMatchObject({ values: null });
    process.env.LEGAL_PERSON_URL = 'http://127.0.0.1:9/{key}';
    expect((await look(OTHER, '连接不上情形')).body).toMatchObject({ key: 'external.unreachable' });
    delete process.env.LEGAL_PERSON_URL;
    expect((await look(OTHER, '没有配置情形')).body).toMatchObject({ key: 'external.off' });
    expect((await notes()).filter(({ outcome }) => outcome === 'failed').length).toBeGreaterThanOrEqual(6);
    expect((await look('91110107MA0012340')).body).toMatchObject({ key: 'input.field', field: 'key' });
    expect((await look(KNOWN, '查')).body).toMatchObject({ key: 'input.invalid', field: 'purpose' });
    expect((await look(KNOWN, PURPOSE, 'sysadmin')).status).toBe(403);
  });

  it('reads a view of somebody else’s PostgreSQL, read-only', async () => {
    const postgres = await startPostgres();
    try {
      const url = await postgres.create('platform');
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(
        `create table entity (uscc text, entity_name text, domicile text, legal_rep text, established_on date, reg_status text)`,
      );
      await client.query(`insert into entity values ($1, '北京某厂', '某街', '李四', '1999-09-09', '存续')`, [KNOWN]);
      await client.query('create view legal_person_view as select * from entity');
      await client.end();
      delete process.env.LEGAL_PERSON_URL;
      process.env.LEGAL_PERSON_DATABASE_URL = url;
      expect((await look(KNOWN, '视图核实情形')).body).toMatchObject({
        values: { creditCode: KNOWN, name: '北京某厂', representative: '李四', status: '存续' },
      });
      expect((await look(OTHER, '视图查无情形')).body).toMatchObject({ values: null });
      process.env.LEGAL_PERSON_DATABASE_URL = url.replace('/platform', '/nowhere');
      expect((await look(OTHER, '视图不通情形')).body).toMatchObject({ key: 'external.unreachable' });
    } finally {
      await postgres.stop();
    }
  });
});
