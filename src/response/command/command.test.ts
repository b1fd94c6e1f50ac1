import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { terminateResponse } from '../../../tests/support/walk.ts';

const CALL = {
  sourceChannel: '12345',
  kind: 'utility.gas',
  knownAt: '2026-06-11T02:38:00Z',
  occurredAt: '2026-06-11T02:35:00Z',
  place: { lng: 116.18, lat: 39.906 },
  placeText: '古城大街与石景山路交口',
  text: '施工挖断燃气管，气味很大，两人不适。',
  deaths: 0,
  missing: 0,
  minorInjuries: 2,
  callerName: '李先生',
  callerPhone: '10098765432',
};

inDistrict('one incident from the call to the close', (district) => {
  it('takes the call, opens, activates, is answered, reports and closes', { timeout: 60_000 }, async () => {
    const officer = await district().as('zhiban');
    const report = await officer.does<{ id: string; number: string }>('intake.take', CALL);
    expect(report.number).toBe('接〔2026〕1号');
    const desk = await officer.sees<{ items: { id: string; reportDueAt: string }[] }>('intake.list');
    expect(desk.items[0]).toMatchObject({ id: report.id, reportDueAt: '2026-06-11T03:08:00.000Z' });
    const read = await officer.sees<{ text: string; callerPhone: string }>('intake.record', { id: report.id });
    expect(read).toMatchObject({ text: CALL.text, callerPhone: '100****5432' });

    const incident = await officer.does<{ id: string }>('incidents.open', {
      intakeId: report.id,
      title: '「6·11」施工破坏燃气管线',
      grade: 'general',
      gradeReason: '两人轻伤，未发生爆燃',
    });
    const plans = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
    const planId = plans.items[0]?.id as string;
    type Row = {
      planActionId: string;
      clause: string;
      isGap: boolean;
      personName: string;
      unitId: string;
      personId: string;
      postId: string;
      offsetMinutes: number;
      content: string;
    };
    const preview = await officer.sees<{
      level: string;
      expectedHours: number;
      measures: string;
      matter: string;
      actions: Row[];
    }>('command.preview', { incidentId: incident.id, planId });
    expect(preview.level).toBe('IV');
    expect(preview.actions.length).toBeGreaterThanOrEqual(8);
    expect(preview.actions.filter((action) => action.isGap)).toEqual([]);
    expect(preview.actions.map((action) => action.personName)).toContain('蒋小满');
    const confirmed = {
      incidentId: incident.id,
      planId,
      level: preview.level,
      matter: preview.matter,
      expectedHours: preview.expectedHours,
      measures: preview.measures,
      actions: preview.actions.map(({ planActionId, unitId, personId, postId, offsetMinutes, content }) => ({
        planActionId,
        unitId,
        personId,
        postId,
        offsetMinutes,
        content,
      })),
    };
    const started = await officer.does<{ orders: number; waiting: number }>('command.activate', confirmed);
    // One clause of the plan waits for another one.
    expect(started).toMatchObject({ orders: preview.actions.length - 1, waiting: 1 });
    const again = await officer.command('command.activate', confirmed);
    expect(again).toMatchObject({ status: 409, body: { key: 'activation.running' } });
    await district().settle();

    const street = await district().as('gucheng');
    const mine = await street.sees<{ items: { id: string; version: number; evidenceAsked: { photo?: number } }[] }>(
      'orders.mine',
    );
    const task = mine.items.find((card) => (card.evidenceAsked.photo ?? 0) > 0);
    expect(task).toBeDefined();
    await street.does('assignments.receive', { id: task?.id });
    const refused = await street.command('assignments.finish', { id: task?.id, result: '已疏散 38 人' });
    expect(refused.status).toBe(409);

    // The gas company's contact says nothing: his deputy gets the order when the time to receive it has passed.
    district().clock.advance(6 * 60_000);
    await district().settle();
    const board = await officer.sees<{ items: { unitName: string; personName: string; state: string }[] }>(
      'orders.board',
      {
        matter: incident.id,
      },
    );
    const gas = board.items.filter((card) => card.unitName === '燃气石景山所');
    expect(gas.map((card) => card.personName).sort()).toEqual(['丁立群', '俞安澜'].sort());

    const blocked = await officer.command('incidents.close', { id: incident.id, summary: '处置完毕' });
    expect(blocked.body.key).toBe('step.not_in_order');

    const draft = await officer.does<{ id: string }>('reporting.draft', {
      incidentId: incident.id,
      kind: 'initial_report',
    });
    type Issuers = { items: { id: string; name: string }[] };
    const { items: issuers } = await officer.sees<Issuers>('reporting.issuers');
    expect(issuers.map(({ name }) => name)).toContain('秦伯安');
    const anybody = await officer.command('reporting.issue', { id: draft.id, issuerId: street.personId });
    expect(anybody).toMatchObject({ body: { field: 'issuerId' } });
    const issuerId = issuers.find(({ name }) => name === '秦伯安')?.id;
    const issued = await officer.does<{ number: string }>('reporting.issue', { id: draft.id, issuerId });
    expect(issued.number).toBe('值班信息〔2026〕1号');
    // The order that asked for this report is fulfilled by it, and says by which.
    type Cards = { items: { id: string; title: string; state: string }[] };
    const answered = (await officer.sees<Cards>('orders.board', { matter: incident.id })).items.find(
      ({ title }) => title === '报送书面初报',
    );
    expect(answered?.state).toBe('done');
    expect(await officer.sees('assignments.record', { id: answered?.id })).toMatchObject({
      fulfilledBy: 'initial_report',
      result: expect.stringContaining('值班信息〔2026〕1号'),
    });
    const late = await officer.command('reporting.revise', { id: draft.id, title: '改', urgency: '加急' });
    expect(late.status).toBe(409);
    const paper = await officer.get(`/api/reporting/${draft.id}/paper?format=docx`);
    expect(paper.status).toBe(200);
    expect(paper.raw.subarray(0, 2).toString()).toBe('PK');

    const situation = await officer.sees<{
      incidents: unknown[];
      needs: { kind: string }[];
      today: { clocksMet: number };
    }>('command.situation');
    expect(situation.incidents).toHaveLength(1);
    expect(situation.today.clocksMet).toBe(1);
    expect(situation.needs.some((need) => need.kind === 'unanswered')).toBe(true);

    const timeline = await officer.sees<{ entries: { kind: string; to: string[] }[] }>('timeline.of', {
      register: 'incident',
      recordId: incident.id,
    });
    expect(timeline.entries.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['incident.opened', 'activation.started', 'order.issued', 'situation_report.issued']),
    );
    // A message on the timeline says to whom it went, by the names of today.
    const told = timeline.entries.filter(({ kind }) => kind === 'message.sent');
    expect(told.filter(({ to }) => to.length === 0)).toEqual([]);
    expect(told.flatMap(({ to }) => to)).toContain('秦伯安');
  });

  it('counts what was done and what was withdrawn, after the close as before', async () => {
    const officer = await district().as('zhiban');
    const { items } = await officer.sees<{ items: { id: string }[] }>('incidents.list');
    const id = items[0]?.id as string;
    const board = () =>
      officer.sees<{ items: { id: string; orderId: string; state: string }[] }>('orders.board', { matter: id });
    const commander = await district().as('zhiban');
    const mine = await commander.sees<{ items: { id: string }[] }>('orders.mine');
    await commander.does('assignments.receive', { id: mine.items[0]?.id });
    await commander.does('assignments.finish', { id: mine.items[0]?.id, result: '已办妥' });
    type Counts = { orders: { total: number; states: { state: string; count: number }[] } };
    type Figures = { today: { intakes: number }; assignments: { open: number; done: number; cancelled: number } };
    const open = (await board()).items.filter(({ state }) =>
      ['issued', 'delivered', 'received', 'under_way'].includes(state),
    );
    // The district has orders of other matters, too.
    const elsewhere = (await officer.sees<Figures>('command.situation')).assignments.open - open.length;
    for (const order of new Set(open.map(({ orderId }) => orderId)))
      await officer.does('orders.cancel', { id: order, reason: '事态已平息' });
    const before = await officer.sees<Figures>('command.situation');
    // A response that runs is terminated first.
    const running = await officer.command('incidents.close', { id, summary: '处置完毕' });
    expect(running.body.key).toBe('step.not_in_order');
    await terminateResponse(officer, id);
    await officer.does('incidents.close', { id, summary: '处置完毕' });
    const { orders } = await officer.sees<Counts>('incidents.record', { id });
    expect(orders).toEqual({
      total: 15,
      states: [
        { state: 'done', count: 2 },
        { state: 'cancelled', count: 13 },
      ],
    });
    const after = await officer.sees<Figures>('command.situation');
    expect(after).toMatchObject({ today: { intakes: 1 }, assignments: { open: elsewhere, done: 2, cancelled: 13 } });
    expect(after.assignments).toEqual(before.assignments);
    // The wall may not read what callers said, and counts their calls.
    const wall = await district().as('daping');
    expect(await wall.sees<Figures>('command.situation')).toMatchObject({ today: { intakes: 1 } });
    await officer.does('incidents.reopen', { id, reason: '继续办理' });
  });

  it('shows a stranger nothing: what is hidden is not there', async () => {
    const officer = await district().as('zhiban');
    const { items } = await officer.sees<{ items: { id: string }[] }>('incidents.list');
    const id = items[0]?.id as string;
    const bajiao = await district().as('bajiao');
    expect(await bajiao.view('incidents.record', { id })).toMatchObject({
      status: 404,
      body: { key: 'record.unknown' },
    });
    expect((await bajiao.sees<{ items: unknown[] }>('incidents.list')).items).toEqual([]);
    // By a part of its number, title or place; what stands in none of them finds nothing, and no sign is a joker.
    const found = async (q: string) => (await officer.sees<{ total: number }>('incidents.list', { q })).total;
    expect(await Promise.all(['燃气管线', '古城大街', '〔2026〕1', '%', '没有'].map(found))).toEqual([1, 1, 1, 0, 0]);
    expect((await bajiao.sees<{ items: unknown[] }>('incidents.list', { q: '燃气' })).items).toEqual([]);
    const gucheng = await district().as('gucheng');
    expect((await gucheng.view('incidents.record', { id })).status).toBe(200);
  });
});
