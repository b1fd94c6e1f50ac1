import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../src/foundation/database/index.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { openScene, type Scene } from '../tests/support/scene.ts';
import { type Figure, percentile, say } from './machine.ts';

const MIGRATIONS = join(import.meta.dirname, '../migrations');
/** Of each kind, invented; 570,000 together. */
const RECORDS = { incident: 60_000, order: 150_000, person: 200_000, expert: 60_000, unit: 100_000 } as const;
const ROUNDS = 25;

/** What people type: rare and common, by words, sound, number, code, tail, point. */
const QUESTIONS = [
  ...['张伟', '欧阳明华', '王秀', '李'],
  ...['zhangwei', 'zwm', 'ouyang', 'gcdj'],
  ...['事〔2026〕41234号', '〔2026〕777', '令1234', '4321'],
  ...['古城大街', '八角北路燃气泄漏', '苹果园 起火', '鲁谷电力', '泄漏'],
  ...['衙门口村12号', '116.19,39.91', '不存在的词语', 'xyzzy'],
];

/** The one search field over 570,000 records of mixed kinds, against a bare trigram index in the same run. */
export async function search(): Promise<Figure[]> {
  const postgres = await startPostgres();
  const home = mkdtempSync(join(tmpdir(), 'fengsui-bench-'));
  const url = await postgres.create('search');
  const database = await openDatabase({ url, home, migrationsFolder: MIGRATIONS, log: () => {} });
  const scene = await openScene(database);
  try {
    const filling = performance.now();
    await fill(scene);
    say(`  filled in ${((performance.now() - filling) / 1000).toFixed(0)} s`);
    const indexing = performance.now();
    await scene.server.settle();
    const indexed = (performance.now() - indexing) / 1000;
    for (const table of ['search_entry', ...Object.keys(RECORDS)])
      await sql`vacuum analyze ${sql.table(table)}`.execute(database.kysely);
    const [size] = await scene.rows<{ entries: number; megabytes: number }>(sql`
      select count(*)::int as entries, (pg_total_relation_size('search_entry') / 1048576)::int as megabytes from search_entry`);
    say(`  ${size?.entries} entries, ${size?.megabytes} MiB`);
    const duty = await ask(scene, 'duty');
    const street = await ask(scene, 'street');
    const raw = await trigrams(scene);
    return [
      { what: 'search of 570,000 records, p95, whole district', value: duty.p95, unit: 'ms', most: 150 },
      { what: 'search of 570,000 records, p95, one street', value: street.p95, unit: 'ms', most: 150 },
      { what: 'searches a second, four at a time', value: duty.perSecond, unit: '/s', least: 60 },
      { what: 'the same questions to a bare trigram index, p95', value: raw.p95, unit: 'ms' },
      { what: 'bare trigram index, a second', value: raw.perSecond, unit: '/s' },
      { what: 'ratio to the bare trigram index', value: duty.perSecond / raw.perSecond, unit: '×' },
      { what: 'making 570,000 entries', value: indexed, unit: 's' },
    ];
  } finally {
    await scene.close();
    await database.close();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function ask(scene: Scene, who: 'duty' | 'street') {
  return measured(QUESTIONS, async (q) => {
    await scene.see(scene.people[who], 'search.find', { q });
  });
}

/** A table of the same texts, asked for by «contains» through pg_trgm, newest first. */
async function trigrams(scene: Scene) {
  const { kysely } = scene.server.platform.database;
  await sql`create extension if not exists pg_trgm`.execute(kysely);
  await sql`create table bare as select record_id, title, body, changed_at from search_entry`.execute(kysely);
  await sql`create index on bare using gin (body gin_trgm_ops)`.execute(kysely);
  await sql`vacuum analyze bare`.execute(kysely);
  return measured(QUESTIONS, async (q) => {
    const like = `%${q.toLowerCase()}%`;
    await scene.rows(sql`select title, (select count(*) from (select 1 from bare where body like ${like} limit 1001) c) as total
      from bare where body like ${like} order by changed_at desc limit 20`);
  });
}

async function measured(questions: readonly string[], one: (q: string) => Promise<void>) {
  const slow = new Map<string, number[]>();
  const queue = Array.from({ length: ROUNDS }, () => questions).flat();
  for (const q of questions) await one(q);
  const took: number[] = [];
  const began = performance.now();
  const worker = async () => {
    for (let q = queue.pop(); q !== undefined; q = queue.pop()) {
      const start = performance.now();
      await one(q);
      took.push(performance.now() - start);
      slow.set(q, [...(slow.get(q) ?? []), performance.now() - start]);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const perSecond = took.length / ((performance.now() - began) / 1000);
  const worst = [...slow].map(([q, all]) => ({ q, p50: percentile(all, 0.5) })).sort((a, b) => b.p50 - a.p50);
  say(
    `  slowest: ${worst
      .slice(0, 8)
      .map(({ q, p50 }) => `${q} ${p50.toFixed(0)} ms`)
      .join(', ')}`,
  );
  return { p95: percentile(took, 0.95), perSecond };
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎单仇解区查欧阳';
const GIVEN = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文斌玉萍红峰玲志飞浩宇轩子涵欣怡晨曦';
const STREETS = [
  '古城大街',
  '八角北路',
  '苹果园南路',
  '鲁谷东街',
  '老山西里',
  '金顶街',
  '广宁路',
  '五里坨西路',
  '衙门口村',
  '石景山路',
  '杨庄东街',
  '模式口大街',
];
const EVENTS = [
  '燃气泄漏',
  '起火',
  '树木倒伏',
  '积水',
  '电梯困人',
  '路面塌陷',
  '停电',
  '水管爆裂',
  '交通事故',
  '危化品泄漏',
];
const FIRMS = ['电力工程', '热力', '餐饮', '物业', '建筑安装', '机械制造', '商贸', '医药', '仓储物流', '信息技术'];

async function fill(scene: Scene): Promise<void> {
  const { kysely } = scene.server.platform.database;
  const { personId, acting } = scene.people.duty;
  const centre = acting?.unit as { id: string; path: string };
  const one = (texts: string, salt: number) =>
    sql`substr(${texts}, 1 + (abs(hashint8(n * ${salt}::bigint)) % ${[...texts].length}::int), 1)`;
  const of = (texts: readonly string[], salt: number) =>
    sql`(${texts as string[]}::text[])[1 + (abs(hashint8(n * ${salt}::bigint)) % ${texts.length}::int)]`;
  const name = sql`${one(SURNAMES, 3)} || ${one(GIVEN, 5)} || case when n % 3 = 0 then '' else ${one(GIVEN, 7)} end`;
  const where = sql`${of(STREETS, 11)} || (n % 300) || '号'`;
  const point = sql`st_setsrid(st_makepoint(116.1 + (abs(hashint8(n * 13)) % 18000) / 100000.0, 39.86 + (abs(hashint8(n * 17)) % 12000) / 100000.0), 4490)`;
  const common = sql`gen_random_uuid(), 'real', ${centre.id}::uuid, ${centre.path}, '110107' || lpad((n % 9 + 1)::text, 3, '0'),
    now() - n * interval '1 minute', ${personId}::uuid, now() - n * interval '1 minute', ${personId}::uuid, gen_random_uuid()`;
  const COMMON = sql`id, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by, changed_at, changed_by, changed_fact`;
  const rows = (count: number) => sql`generate_series(1, ${count}::int) n`;
  await sql`insert into incident (${COMMON}, number, state, title, kind, command_authority, known_at, place, place_text)
    select ${common}, '事〔' || (2020 + n % 7) || '〕' || n || '号', 'closed', ${where} || ${of(EVENTS, 19)}, 'utility.gas', 'district_committee',
      now() - n * interval '1 minute', ${point}, ${where} from ${rows(RECORDS.incident)}`.execute(kysely);
  await sql`insert into "order" (${COMMON}, number, state, title, content, priority, place_text, evidence_asked, issued_at, receive_due_at)
    select ${common}, '令〔' || (2020 + n % 7) || '〕' || n || '号', 'issued', '处置' || ${of(EVENTS, 23)}, '请' || ${of(FIRMS, 29)} || '单位派人到' || ${where} || '处置' || ${of(EVENTS, 23)} || '并反馈',
      'normal', ${where}, '{}', now(), now() from ${rows(RECORDS.order)}`.execute(kysely);
  await sql`insert into person (${COMMON}, state, name, phone_blind)
    select ${common}, 'active', ${name}, array[md5(n::text), md5('t' || n % 10000)] from ${rows(RECORDS.person)}`.execute(
    kysely,
  );
  await sql`insert into expert (${COMMON}, state, name, organisation, speciality, is_on_call, base, appointed_on, term_ends_on)
    select ${common}, 'active', ${name}, ${of(STREETS, 31)} || ${of(FIRMS, 37)} || '有限公司', ${of(FIRMS, 41)}, true, ${point}, '2026-01-01', '2027-01-01'
    from ${rows(RECORDS.expert)}`.execute(kysely);
  await sql`insert into unit (${COMMON}, state, name, short_name, kind, path, is_assumed, valid_from)
    select ${common}, 'active', ${of(STREETS, 43)} || ${one(GIVEN, 47)} || ${one(GIVEN, 53)} || ${of(FIRMS, 59)} || '有限公司', ${of(FIRMS, 59)} || n, 'enterprise',
      '/bench/' || n || '/', true, now() from ${rows(RECORDS.unit)}`.execute(kysely);
}
