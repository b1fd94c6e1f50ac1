import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { GAS_CALL, walkOneIncident } from '../../../tests/support/walk.ts';
import { rowsOf } from '../api/rows.ts';
import { escrowPath } from '../personal-data/index.ts';
import { fillBlindIndexes } from '../registers/index.ts';

interface Due {
  items: {
    causeId: string | null;
    register: string;
    due: number;
    records: number;
    isHeld: boolean;
    keepUntil: string | null;
    parts: { register: string; due: number }[];
  }[];
}

inDistrict('protection of personal data', (district) => {
  let officer: Person;
  let leader: Person;
  let walk: Awaited<ReturnType<typeof walkOneIncident>>;
  const write = (query: ReturnType<typeof sql>) =>
    district().server.platform.database.transact((tx) => rowsOf<Record<string, unknown>>(tx, query));
  const now = () => district().clock.now();
  beforeAll(async () => {
    walk = await walkOneIncident(district());
    officer = await district().as('zhiban');
    leader = await district().as('daiban');
    const gas = await district().as('ranqi');
    await gas.does('assignments.giveFeedback', { id: walk.assignmentId, text: '已关阀，住户张女士不适' });
  });
  /** The incident was closed so many days ago. */
  const closedFor = (days: number) =>
    write(sql`update incident set state = 'closed', closed_at = ${now()}::timestamptz - make_interval(days => ${days}::int)
      where id = ${walk.incidentId}`);
  const dueOf = async () =>
    (await officer.sees<Due>('destructionSheets.due')).items.find((one) => one.causeId === walk.incidentId);
  const cause = () => ({ causeRegister: 'incident', causeId: walk.incidentId });
  const prepare = () => officer.command('destructionSheets.prepare', { ...cause(), reason: '保存期满' });

  it('lists what served an incident once it is closed and its days are over, and nothing before', async () => {
    expect(await dueOf()).toBeUndefined();
    await closedFor(30);
    expect(await dueOf()).toMatchObject({ due: 0 });
    expect((await prepare()).body.key).toBe('personal.nothing_due');
    await closedFor(91);
    const found = await dueOf();
    expect(found?.due).toBeGreaterThan(1);
    expect(found?.parts.map((part) => part.register)).toEqual(expect.arrayContaining(['intake', 'order_feedback']));
  });

  it('keeps what an investigation holds and what somebody has assessed, with words and a day', async () => {
    const { id } = await leader.does<{ id: string }>('fileHolds.place', {
      register: 'incident',
      recordId: walk.incidentId,
      reason: '事故调查',
    });
    expect((await prepare()).body.key).toBe('personal.held');
    await leader.does('fileHolds.lift', { id, reason: '调查结束' });
    const assessment = '伤者赔偿诉讼未结，需要报告人作证，依法留存至判决生效。';
    const assess = (input: object) => leader.command('retentionAssessments.make', { ...cause(), assessment, ...input });
    expect((await assess({ assessment: '要用', keepUntil: '2026-12-31' })).status).toBe(400);
    expect((await assess({ keepUntil: '2026-06-11' })).status).toBe(400);
    expect(
      (await officer.command('retentionAssessments.make', { ...cause(), assessment, keepUntil: '2026-12-31' })).status,
    ).toBe(403);
    expect((await assess({ keepUntil: '2026-12-31' })).status).toBe(200);
    expect(await dueOf()).toMatchObject({ keepUntil: '2026-12-31' });
    expect((await prepare()).body.key).toBe('personal.kept');
    await write(sql`update retention_assessment set keep_until = '2026-06-10'`);
  });

  it('destroys by two persons, proves it, and leaves the history whole', async () => {
    const before = await officer.sees<{ text: string }>('intake.record', { id: walk.intakeId });
    expect(before.text).toBe(GAS_CALL.text);
    const sheet = (await prepare()).body as { id: string; number: string };
    expect((await prepare()).body.key).toBe('personal.on_sheet');
    expect((await officer.command('destructionSheets.approve', { id: sheet.id })).status).toBe(403);
    const done = await leader.does<{ keyCount: number; keysDigest: string }>('destructionSheets.approve', {
      id: sheet.id,
    });
    expect(done.keyCount).toBeGreaterThan(1);
    expect(done.keysDigest).toMatch(/^[0-9a-f]{64}$/);
    await district().settle();

    expect(await officer.sees('intake.record', { id: walk.intakeId })).toMatchObject({ text: null });
    const auditor = await district().as('auditor');
    expect(await auditor.sees('destructionSheets.record', { id: sheet.id })).toMatchObject({
      state: 'destroyed',
      keysLeft: 0,
      keyCount: done.keyCount,
      keysDigest: done.keysDigest,
    });
    expect((await auditor.get('/api/timeline/verdict')).body).toMatchObject({ isWhole: true });
    const escrow = JSON.parse(readFileSync(escrowPath(district().home), 'utf8')) as {
      record_id: string;
      wrapped: string;
    }[];
    expect(escrow.find((one) => one.record_id === walk.intakeId)?.wrapped ?? null).toBeNull();
    expect(await dueOf()).toBeUndefined();
    // The proof stays as it was signed.
    await expect(write(sql`update destruction_sheet set key_count = 0 where id = ${sheet.id}`)).rejects.toThrow(
      /decided/,
    );
    expect((await officer.command('destructionSheets.withdraw', { id: sheet.id })).status).toBe(409);
  });

  it('does not let whoever prepared a sheet decide on it', async () => {
    await write(sql`update incident set closed_at = null, state = 'responding' where id = ${walk.incidentId}`);
    const { id } = await officer.does<{ id: string }>('intake.take', GAS_CALL);
    await write(sql`update intake set state = 'false_report', changed_at = changed_at - make_interval(days => 91)
      where id = ${id}`);
    const sheet = await leader.does<{ id: string }>('destructionSheets.prepare', {
      register: 'intake',
      reason: '保存期满',
    });
    expect((await leader.command('destructionSheets.approve', { id: sheet.id })).body.key).toBe('personal.same_person');
    await leader.does('destructionSheets.withdraw', { id: sheet.id });
  });

  it('forgets by what words a destroyed record was found, also when an old backup brings them back', async () => {
    const { id } = await officer.does<{ id: string }>('personalDataRequests.register', {
      kind: 'deletion',
      receivedAt: now().toISOString(),
      personName: '李先生',
      contact: '13800138000',
      description: '请删除我的报警信息',
      isIdentityChecked: true,
    });
    const find = async () =>
      (await officer.sees<{ items: object[] }>('personalDataRequests.list', { q: '13800138000' })).items.length;
    expect(await find()).toBe(1);
    const [old] = await write(sql`select contact_blind from personal_data_request where id = ${id}`);
    await leader.does('personalData.destroy', { register: 'personal_data_request', recordId: id, reason: '依法删除' });
    expect(await find()).toBe(0);
    await write(
      sql`update personal_data_request set contact_blind = ${(old?.contactBlind ?? []) as string[]} where id = ${id}`,
    );
    expect(await find()).toBe(1);
    await fillBlindIndexes(district().server.platform);
    expect(await find()).toBe(0);
  });

  it('gives a request its days from when it came, and tells the person who looked', async () => {
    const [intake] = await write(sql`select number from intake where id = ${walk.intakeId}`);
    const { id } = await officer.does<{ id: string }>('personalDataRequests.register', {
      kind: 'access',
      receivedAt: new Date(now().getTime() - 86_400_000).toISOString(),
      personName: '李先生',
      isIdentityChecked: true,
      recordNumbers: [intake?.number],
    });
    await officer.does('personalData.reveal', {
      register: 'intake',
      recordId: walk.intakeId,
      field: 'callerPhone',
      reason: '回访',
    });
    await district().settle();
    expect(
      await write(
        sql`select extract(epoch from due_at - started_at)::int as seconds from clock where subject_id = ${id}`,
      ),
    ).toEqual([{ seconds: 15 * 86_400 }]);
    const told = await officer.sees<{ accesses: { reason: string; actorName: string }[] }>(
      'personalDataRequests.accesses',
      { id },
    );
    expect(told.accesses[0]).toMatchObject({ reason: '回访' });
    const refuse = { id, answer: '该信息已依法销毁', answeredAt: now().toISOString() };
    expect((await officer.command('personalDataRequests.refuse', { id })).status).toBe(400);
    await officer.does('personalDataRequests.refuse', refuse);
    await district().settle();
    expect(await write(sql`select state from clock where subject_id = ${id}`)).toMatchObject([{ state: 'met' }]);
  });

  it('shows who looked to the auditor alone, by person and record', async () => {
    const auditor = await district().as('auditor');
    const log = (input: object) =>
      auditor.sees<{ accesses: { kind: string; actorName: string; what: { zh: string } | null }[]; total: number }>(
        'personalData.accessLog',
        input,
      );
    const own = await log({ recordId: walk.intakeId });
    expect(own.accesses[0]).toMatchObject({ kind: 'personal_data.revealed', what: { zh: '报告人电话' } });
    expect((await log({ actor: '没有这个人' })).total).toBe(0);
    for (const who of ['zhiban', 'daiban', 'sysadmin', 'secadmin']) {
      const other = await district().as(who);
      expect((await other.view('personalData.accessLog', {})).status).toBe(403);
    }
    const { items } = await officer.sees<{ items: { register: string; purpose: object }[] }>('personalData.catalogue');
    expect(items.map((one) => one.register)).toEqual(expect.arrayContaining(['intake', 'person', 'file', 'message']));
  });

  it('closes a leak only when the authority and the people were told, or it says why not', async () => {
    const { id } = await leader.does<{ id: string }>('leakNotices.register', {
      kinds: ['leak'],
      discoveredAt: now().toISOString(),
      dataKinds: '报告人姓名、电话',
      people: 3,
      isHarmAverted: false,
      cause: '表格误发',
      possibleHarm: '骚扰电话',
      measures: '已撤回并确认删除',
      contactUnit: '区应急指挥中心 68870000',
    });
    await district().settle();
    expect(await write(sql`select name, state from clock where subject_id = ${id}`)).toMatchObject([
      { name: 'report', state: 'running' },
    ]);
    expect((await leader.command('leakNotices.close', { id })).status).toBe(400);
    await leader.does('leakNotices.correct', { id, reportedTo: '区网信办', reportedAt: now().toISOString() });
    expect((await leader.command('leakNotices.close', { id })).body.key).toBe('state.guard');
    await leader.does('leakNotices.correct', { id, isHarmAverted: true, notToldReason: '接收人已书面确认删除' });
    await leader.does('leakNotices.close', { id });
    await district().settle();
    expect(await write(sql`select state from clock where subject_id = ${id}`)).toMatchObject([{ state: 'met' }]);
  });
});
