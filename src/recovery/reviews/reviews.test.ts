import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { GAS_CALL, terminateResponse, walkOneIncident } from '../../../tests/support/walk.ts';

interface Listed {
  items: { id: string; number: string; state: string; dueAt: string; version: number }[];
}
interface Drawn {
  steps: { key: string; at: string | null; minutes: number | null }[];
  clocks: { met: number; late: number; missed: { id: string; minutesLate: number }[] };
  parts: { id: string; unitId: string; receiptLate: number; state: string }[];
  partsTotal: number;
  clauses: { planId: string; clause: string; state: string }[];
}

const MINUTE = 60_000;

inDistrict('a review', (district) => {
  it('is due when its incident is closed, drawn from the record, and ends in orders and revisions', async () => {
    const { officer, incidentId, preview } = await walkOneIncident(district());
    const { clock } = district();
    // The room does its part; nobody answers for the others in time, and they are called off.
    const [mine] = (await officer.sees<{ items: { id: string }[] }>('orders.mine')).items;
    await officer.does('assignments.receive', { id: mine?.id });
    clock.advance(12 * MINUTE);
    await district().settle();
    await officer.does('assignments.finish', { id: mine?.id, result: '已办妥' });
    await officer.does('incidents.control', { id: incidentId });
    type Board = { items: { orderId: string; may: string[] }[] };
    const board = await officer.sees<Board>('orders.board', { matter: incidentId });
    for (const orderId of new Set(board.items.filter(({ may }) => may.includes('cancel')).map((card) => card.orderId)))
      await officer.does('orders.cancel', { id: orderId, reason: '处置完毕' });
    await terminateResponse(officer, incidentId);
    await officer.does('incidents.close', { id: incidentId, summary: '处置完毕', leftReason: '书面报告另行补报' });
    await district().settle();

    const { items } = await officer.sees<Listed>('reviews.list', { incidentId });
    const [due] = items;
    expect(due).toMatchObject({ state: 'due', number: '评〔2026〕1号', dueAt: '2026-06-21T02:52:00.000Z' });
    const id = due?.id as string;
    const situation = await officer.sees<{ needs: { kind: string; to: string }[] }>('command.situation');
    expect(situation.needs.some(({ to }) => to === `/reviews/${id}`)).toBe(false); // ten days are no matter of this shift

    const drawn = await officer.sees<Drawn>('reviews.assessment', { id });
    const of = (key: string) => drawn.steps.find((step) => step.key === key);
    expect(of('known')).toMatchObject({ at: '2026-06-11T02:38:00.000Z', minutes: 3 });
    expect(of('activated')?.at).not.toBeNull();
    expect(of('reported')).toMatchObject({ at: null, minutes: null });
    expect(of('closed')).toMatchObject({ at: '2026-06-11T02:52:00.000Z' });
    expect(drawn.partsTotal).toBeGreaterThanOrEqual(preview.actions.length);
    const late = drawn.parts.find(({ receiptLate }) => receiptLate > 0);
    expect(late).toBeDefined();
    expect(drawn.clocks.late).toBe(drawn.clocks.missed.length);
    expect(drawn.clocks.late).toBeGreaterThan(0);
    expect(drawn.clauses).toHaveLength(preview.actions.length);
    expect(drawn.clauses.filter(({ state }) => state === 'done')).toHaveLength(1);
    const undone = drawn.clauses.find(({ state }) => state === 'called_off');

    const early = await officer.command('reviews.finish', { id });
    expect(early).toMatchObject({ status: 409, body: { key: 'state.not_allowed' } });
    const { personId: reviewerId } = await district().as('yingji');
    await officer.does('reviews.begin', { id, reviewerId });
    const reviewer = await district().as('yingji');
    const finding = {
      reviewId: id,
      kind: 'plan',
      text: '条款未执行',
      measure: '明确由街道报送',
      unitId: late?.unitId,
      dueAt: '2026-07-11T02:00:00Z',
      planId: undone?.planId,
      clause: undone?.clause,
    };
    for (const [change, field] of [
      [{ dueAt: null }, 'dueAt'],
      [{ dueAt: '2026-06-01T00:00:00Z' }, 'dueAt'],
      [{ unitId: null }, 'unitId'],
      [{ measure: '' }, 'measure'],
    ] as const) {
      const refused = await reviewer.command('reviewFindings.record', { ...finding, ...change });
      expect([refused.status < 500, refused.body.field]).toEqual([true, field]);
    }
    const made = await reviewer.does<{ state: string; orderId: string }>('reviewFindings.record', finding);
    expect(made.state).toBe('ordered');
    const { entries } = await officer.sees<{ entries: { kind: string; payload: object }[] }>('timeline.of', {
      register: 'plan',
      recordId: undone?.planId,
    });
    expect(entries.find(({ kind }) => kind === 'review_finding.revision_asked')?.payload).toMatchObject({
      clause: undone?.clause,
      reason: '条款未执行',
    });
    await district().settle();
    const asked = await officer.sees<{ items: { cause: string; about: string }[] }>('planRevisions.list', {
      planId: undone?.planId,
    });
    expect(asked.items.map(({ about }) => about)).toContain(`复盘评估提出：条款 ${undone?.clause}，条款未执行`);

    expect(await reviewer.command('reviews.finish', { id })).toMatchObject({ status: 400 });
    const words = { causes: '施工前未核对管线', assessment: '先期处置及时', lessons: '施工告知要前移' };
    expect((await reviewer.command('reviews.write', { id, ...words, score: 101 })).body.field).toBe('score');
    await reviewer.does('reviews.write', { id, ...words, score: 86 });
    await reviewer.does('reviews.finish', { id });
    expect((await reviewer.command('reviews.write', { id, ...words, score: 90 })).status).toBe(409);
    expect((await reviewer.command('reviewFindings.record', finding)).status).toBe(409);
    const paper = await reviewer.get(`/api/reviews/${id}/paper?format=docx`);
    expect(paper.status).toBe(200);
    expect(paper.raw.subarray(0, 2).toString()).toBe('PK');
    const stranger = await district().as('bajiao');
    expect((await stranger.get(`/api/reviews/${id}/paper`)).status).toBe(404);

    // The measure is an order like any other; when it is done, so is the finding.
    const findings = () =>
      officer.sees<{ items: { state: string; assignmentId: string }[] }>('reviewFindings.list', { reviewId: id });
    const [open] = (await findings()).items;
    await officer.does('orders.cancel', { id: made.orderId, reason: '并入年度修订' });
    await district().settle();
    expect((await findings()).items[0]?.state).toBe('ordered');
    expect(open?.assignmentId).toBeDefined();
  });

  it('of a drill finds what the plan lacks as well, and says that it was a drill; of a test, nothing', async () => {
    const officer = await district().as('zhiban');
    const { items } = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
    const planId = items[0]?.id;
    const found = async (mark: 'drill' | 'test', text: string) => {
      const { id: intakeId } = await officer.does<{ id: string }>('intake.take', { ...GAS_CALL, mark });
      const { id } = await officer.does<{ id: string }>('incidents.open', { intakeId, title: text });
      await officer.does('incidents.grade', { id, grade: 'general', reason: '按脚本' });
      await officer.does('incidents.control', { id });
      await officer.does('incidents.close', { id, summary: '脚本完成', leftReason: '演练不报送' });
      const review = await officer.does<{ id: string }>('reviews.ask', { incidentId: id });
      await officer.does('reviews.begin', { id: review.id, reviewerId: officer.personId });
      const finding = { reviewId: review.id, kind: 'plan', text, measure: '补充条款', planId, clause: '4.2.1' };
      await officer.does('reviewFindings.record', finding);
    };
    await found('drill', '演练中无人通知学校');
    await found('test', '试一试');
    await district().settle();
    const asked = await officer.sees<{ items: { about: string }[] }>('planRevisions.list', { planId });
    const abouts = asked.items.map(({ about }) => about).filter((about) => about.includes('4.2.1'));
    expect(abouts).toEqual(['演练复盘评估提出：条款 4.2.1，演练中无人通知学校']);
  });
});
