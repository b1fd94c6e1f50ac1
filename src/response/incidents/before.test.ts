import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { GAS_CALL, terminateResponse, walkOneIncident } from '../../../tests/support/walk.ts';

interface Books {
  books: { register: string; total: number; entries: { id: string; title: string; metres: number | null }[] }[];
}
interface Similar {
  items: { id: string; why: { zh: string }[]; closingSummary: string | null }[];
}
interface Closing {
  checks: { name: string; weight: string; findings: { text: { zh: string }; mend?: { to: string } }[] }[];
}

inDistrict('an incident and what was before it', (district) => {
  it('is closed when what the law asks for is there, and then stands on the books of its place', async () => {
    const { officer, incidentId, intakeId, reportId } = await walkOneIncident(district());
    const open = async () =>
      (await officer.sees<Closing>('incidents.closing', { id: incidentId })).checks
        .filter(({ findings }) => findings.length > 0)
        .map(({ name }) => name);
    expect(await open()).toEqual([
      'response_terminated',
      'orders_at_an_end',
      'clocks_at_an_end',
      'figures_confirmed',
      'reported_up',
      'final_report_owed',
      'review_owed',
    ]);
    const close = (more: object = {}) =>
      officer.command('incidents.close', { id: incidentId, summary: '关阀止漏，两人出院', ...more });
    expect((await close()).body).toMatchObject({ key: 'step.not_in_order' });
    type Board = { items: { orderId: string; may: string[] }[] };
    const board = await officer.sees<Board>('orders.board', { matter: incidentId });
    for (const { orderId, may } of board.items)
      if (may.includes('cancel')) await officer.does('orders.cancel', { id: orderId, reason: '处置完毕' });
    await terminateResponse(officer, incidentId);
    const unreported = await close();
    expect(unreported).toMatchObject({ status: 400, body: { key: 'step.reason_needed', field: 'leftReason' } });
    expect(JSON.stringify(unreported.body)).toContain('没有报送过信息专报');
    expect((await close({ leftReason: ' ' })).status).toBe(400);
    await officer.does('incidents.close', {
      id: incidentId,
      summary: '关阀止漏，两人出院',
      leftReason: '市局已电话要求由燃气集团报送',
    });
    const { entries } = await officer.sees<{ entries: { kind: string; payload: { left?: string[] } }[] }>(
      'timeline.of',
      {
        register: 'incident',
        recordId: incidentId,
      },
    );
    expect(entries.find(({ kind }) => kind === 'incident.closed')?.payload.left).toEqual([
      'clocks_at_an_end',
      'reported_up',
    ]);
    expect(reportId).toBeDefined();

    district().clock.advance(10 * 60_000);
    const again = await officer.does<{ id: string }>('intake.take', {
      ...GAS_CALL,
      knownAt: '2026-06-11T02:48:00Z',
      occurredAt: null,
      place: { lng: 116.1815, lat: 39.9062 },
      placeText: '古城大街 18 号院门口',
    });
    const { id } = await officer.does<{ id: string }>('incidents.open', { intakeId: again.id, title: '燃气泄漏' });
    const { books } = await officer.sees<Books>('incidents.books', { id });
    const of = (register: string) => books.find((book) => book.register === register);
    expect(of('incident')?.entries.map((entry) => entry.id)).toEqual([incidentId]);
    expect(of('incident')?.entries[0]?.metres).toBeGreaterThan(20);
    expect(of('intake')?.entries.map((entry) => entry.id)).toEqual([intakeId]);
    expect(of('order')?.total).toBeGreaterThan(0);
    expect(of('plan')?.entries[0]?.title).toContain('燃气');
    // Looked at and found nothing is an answer, too.
    expect(books.map(({ register }) => register)).toEqual(
      expect.arrayContaining(['enterprise', 'protected_target', 'lifeline_point', 'team', 'street_whistle']),
    );
    const { items } = await officer.sees<Similar>('incidents.similarCases', { id });
    expect(items[0]).toMatchObject({ id: incidentId, closingSummary: '关阀止漏，两人出院' });
    expect(items[0]?.why.map(({ zh }) => zh)).toEqual(
      expect.arrayContaining(['同类：燃气管线事故', expect.stringMatching(/^同一地点/)]),
    );
    const far = await officer.sees<Books>('incidents.books', { id, metres: 50 });
    expect(far.books.find(({ register }) => register === 'incident')?.total).toBe(0);
    // A street that sees the new one sees no more of the old ones than it may.
    const bajiao = await district().as('bajiao');
    expect((await bajiao.view('incidents.books', { id })).status).toBe(404);
  });
});
