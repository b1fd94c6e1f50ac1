import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

const CALL = {
  sourceChannel: 'phone',
  kind: 'utility.gas',
  knownAt: '2026-06-11T02:30:00Z',
  place: { lng: 116.18, lat: 39.906 },
  placeText: '古城大街路口',
  text: '燃气味',
};
interface Record {
  state: string;
  number: string;
  reportDueAt: string | null;
  incidentId: string | null;
  damage: string | null;
  sameAs: { id: string } | null;
  splitFrom: { id: string } | null;
  joined: { id: string }[];
  parts: { id: string }[];
  transferredTo: string | null;
}
type Message = { template: string; headingZh?: string; heading?: { zh: string } };

inDistrict('calls of one matter before there is an incident', (district) => {
  const take = (who: Person, more: object = {}) => who.does<{ id: string }>('intake.take', { ...CALL, ...more });
  const look = (who: Person, id: string) => who.sees<Record>('intake.record', { id });

  it('are merged without losing a word or a limit, go into the incident together, and come apart again', async () => {
    const officer = await district().as('zhiban');
    const late = await take(officer, { damage: '停气 412 户' });
    const early = await take(officer, { knownAt: '2026-06-11T02:20:00Z' });
    const third = await take(officer, { knownAt: '2026-06-11T02:25:00Z' });
    await officer.does('intake.join', { id: early.id, intoId: third.id });
    await officer.does('intake.join', { id: third.id, intoId: late.id });
    const head = await look(officer, late.id);
    expect(head.joined.map(({ id }) => id)).toEqual([early.id, third.id]);
    expect(await look(officer, early.id)).toMatchObject({
      state: 'duplicate',
      sameAs: { id: late.id },
      reportDueAt: '2026-06-11T02:50:00.000Z',
    });
    const { id } = await officer.does<{ id: string }>('incidents.open', { intakeId: late.id, title: '燃气泄漏' });
    expect(await officer.sees('incidents.record', { id })).toMatchObject({
      knownAt: '2026-06-11T02:20:00.000Z',
      damage: '停气 412 户',
    });
    const { items } = await officer.sees<{ items: object[] }>('intake.list', { incidentId: id });
    expect(items).toHaveLength(3);
    // The earliest was another matter: the incident was known from the next one on.
    await officer.does('incidents.unmerge', { intakeId: early.id, reason: '另一栋楼' });
    expect(await officer.sees('incidents.record', { id })).toMatchObject({ knownAt: '2026-06-11T02:25:00.000Z' });
    expect(await look(officer, early.id)).toMatchObject({
      state: 'received',
      sameAs: null,
      incidentId: null,
      reportDueAt: '2026-06-11T02:50:00.000Z',
    });
  });

  it('merged by two officers at once are merged once; the other is told by whom', async () => {
    const [one, other] = [await district().as('zhiban'), await district().as('daiban')];
    const [a, b] = [await take(one), await take(one)];
    const answers = await Promise.all([
      one.command('intake.join', { id: a.id, intoId: b.id }),
      other.command('intake.join', { id: b.id, intoId: a.id }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(JSON.stringify(refused?.body)).toMatch(/先行办理.*重复/);
    const states = [(await look(one, a.id)).state, (await look(one, b.id)).state].toSorted();
    expect(states).toEqual(['duplicate', 'received']);
    const own = await one.command('intake.join', { id: a.id, intoId: a.id });
    expect(own).toMatchObject({ status: 400, body: { field: 'intoId' } });
  });

  it('found false with what was merged into them owe nothing; taken out again they owe what they owed', async () => {
    const officer = await district().as('zhiban');
    const [head, other] = [await take(officer), await take(officer, { knownAt: '2026-06-11T02:38:00Z' })];
    await officer.does('intake.join', { id: other.id, intoId: head.id });
    await officer.does('intake.dismiss', { id: head.id, reason: '现场无异常' });
    expect((await look(officer, other.id)).reportDueAt).toBeNull();
    await officer.does('intake.leave', { id: other.id, reason: '说的是另一处' });
    expect(await look(officer, other.id)).toMatchObject({
      state: 'received',
      reportDueAt: '2026-06-11T03:08:00.000Z',
    });
    const late = await officer.command('intake.join', { id: other.id, intoId: head.id });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.body)).toContain('误报');
  });

  it('that tell of two matters are split: same caller, same moment, a limit of its own', async () => {
    const officer = await district().as('zhiban');
    const text = '石景山路和古城大街路口燃气管被挖断，有人头晕。另外八角街道有个小区停电了。';
    const { matters } = await officer.sees<{ matters: { text: string; kind: string; place: string; point: object }[] }>(
      'intake.readText',
      { text },
    );
    expect(matters).toMatchObject([
      { kind: 'utility.gas' },
      { kind: 'utility.power', text: '另外八角街道有个小区停电了。' },
    ]);
    expect(matters[1]?.point).toBeTruthy();
    const call = await take(officer, { text, callerPhone: '13800001111' });
    const part = await officer.does<{ id: string }>('intake.split', {
      id: call.id,
      kind: 'utility.power',
      placeText: '八角街道',
      text: matters[1]?.text,
    });
    expect(await look(officer, part.id)).toMatchObject({
      splitFrom: { id: call.id },
      reportDueAt: '2026-06-11T03:00:00.000Z',
      callerPhone: expect.stringContaining('*'),
    });
    expect((await look(officer, call.id)).parts.map(({ id }) => id)).toEqual([part.id]);
  });

  it('transferred are the other unit’s to take over; who took the call hears of it', async () => {
    const officer = await district().as('zhiban');
    const street = await district().as('gucheng');
    const gas = await district().as('ranqi');
    const call = await take(street, { sourceChannel: 'street' });
    const reason = '请核查阀井';
    const nowhere = await officer.command('intake.transfer', { id: call.id, reason });
    expect(nowhere).toMatchObject({ status: 409 });
    expect((await gas.view('intake.record', { id: call.id })).status).toBe(404);
    const { units } = await officer.sees<{ units: { id: string; name: string }[] }>('units.tree');
    const company = units.find(({ name }) => name === '燃气集团石景山所');
    await officer.does('intake.transfer', { id: call.id, unitId: company?.id, reason });
    await district().settle();
    expect(await look(officer, call.id)).toMatchObject({ state: 'transferred', transferredTo: company?.name });
    expect(await look(gas, call.id)).toMatchObject({ state: 'transferred' });
    const told = await street.sees<{ items: Message[] }>('messages.inbox');
    expect(JSON.stringify(told.items)).toContain('已转办');
    const outside = await take(officer);
    await officer.does('intake.transfer', { id: outside.id, to: '海淀区应急局', reason: '在区界以东' });
    expect(await look(officer, outside.id)).toMatchObject({ transferredTo: '海淀区应急局' });
  });

  it('of a number that rang before are found by it, masked; recordings and scans belong to the call', async () => {
    const officer = await district().as('zhiban');
    const pdf = await officer.post('/api/files?name=fax.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), {
      'content-type': 'application/octet-stream',
    });
    expect(pdf.status).toBe(200);
    const files = [String(pdf.body.id)];
    const call = await take(officer, { callerName: '李先生', callerPhone: '139 1234 5678', files });
    const { items } = await officer.sees<{ items: { id: string }[] }>('files.of', {
      register: 'intake',
      recordId: call.id,
    });
    expect(items.map(({ id }) => id)).toEqual(files);
    await officer.does('intake.dismiss', { id: call.id, reason: '无人应答' });
    const again = await officer.sees<{
      items: { id: string; callerName: string }[];
      total: number;
      falseReports: number;
    }>('intake.earlierCalls', { q: '+86 13912345678' });
    expect(again).toMatchObject({ total: 1, falseReports: 1, items: [{ id: call.id }] });
    expect(again.items[0]?.callerName).not.toBe('李先生');
    expect(await officer.sees('intake.earlierCalls', { q: '13912345679' })).toMatchObject({ total: 0 });
    const twice = await officer.command('intake.take', { ...CALL, files });
    expect(twice.status).toBeGreaterThanOrEqual(400);
  });
});
