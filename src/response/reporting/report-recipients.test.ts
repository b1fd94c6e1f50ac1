import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { terminateResponse, walkOneIncident } from '../../../tests/support/walk.ts';

interface Recipients {
  items: {
    recipient: string;
    dueAt: string | null;
    told: { id: string; state: string; isLate: boolean; lateReason: string | null }[];
  }[];
}
interface Incident {
  version: number;
  deaths: number;
  casualties: { version: number; certainty: string | null };
  suggestedGrade: { grade: string } | null;
  clocks: { name: string }[];
}

const FIGURES = { missing: 0, seriousInjuries: 1, minorInjuries: 2, trapped: 0, directLoss: 30 };
const MINUTE = 60_000;

inDistrict('reports up', (district) => {
  it('says whom to tell next, keeps who was told and why it was late, and goes on until the final report', async () => {
    const { officer, incidentId, reportId } = await walkOneIncident(district());
    const { clock } = district();
    const look = () => officer.sees<Recipients>('reporting.recipients', { incidentId });
    const incidentNow = () => officer.sees<Incident>('incidents.record', { id: incidentId });
    const of = async (name: string) => (await look()).items.find(({ recipient }) => recipient === name);

    expect((await look()).items[0]).toMatchObject({ recipient: '市应急指挥中心', told: [] });
    const call = { incidentId, recipient: '市应急指挥中心', channel: 'phone', receivedBy: '市值班员 陈某' };
    clock.advance(20 * MINUTE);
    expect(await officer.command('reporting.tell', call)).toMatchObject({ status: 400, body: { field: 'lateReason' } });
    await officer.does('reporting.tell', { ...call, lateReason: '线路占线' });
    expect((await of('市应急指挥中心'))?.told).toMatchObject([
      { state: 'received', isLate: true, lateReason: '线路占线' },
    ]);

    const { version } = await officer.sees<{ version: number }>('reporting.record', { id: reportId });
    const issuerId = (await officer.sees<{ items: { id: string }[] }>('reporting.issuers', {})).items[0]?.id;
    await officer.does('reporting.issue', { id: reportId, issuerId }, { version });
    // The paper went to the party's office by network: that is how it is told. Whoever is to be rung up is still to be rung up.
    expect(await of('区委办公室')).toMatchObject({ isOwed: false });
    const sent = (await of('市应急管理局'))?.told[0];
    expect(sent).toMatchObject({ state: 'sent' });
    await officer.does('reporting.acknowledge', { id: sent?.id, step: 'receive', receivedBy: '刘某' });
    await officer.does('reporting.acknowledge', { id: sent?.id, step: 'read', receivedBy: '刘某' });
    expect((await of('市应急管理局'))?.told[0]).toMatchObject({ state: 'read' });
    const again = await officer.command('reporting.acknowledge', { id: sent?.id, step: 'receive', receivedBy: '刘某' });
    expect(again.status).toBe(409);
    expect((await incidentNow()).clocks.map(({ name }) => name)).toContain('followup_report');

    // Figures: deaths rise by an update, fall only by a verified report.
    await officer.does('incidents.correctCasualties', { id: incidentId, deaths: 3, ...FIGURES, source: '120 急救' });
    expect(await incidentNow()).toMatchObject({
      casualties: { version: 1, certainty: 'initial' },
      suggestedGrade: { grade: 'large' },
    });
    const fewer = { id: incidentId, deaths: 2, ...FIGURES, source: '医院' };
    expect((await officer.command('incidents.correctCasualties', fewer)).body.field).toBe('deaths');
    const verified = { incidentId, kind: 'verified_report', verified: { deaths: 2, ...FIGURES } };
    expect((await officer.command('reporting.draft', verified)).body.field).toBe('reason');
    const drafted = await officer.does<{ id: string; version: number }>('reporting.draft', {
      ...verified,
      reason: '一人经抢救生还',
    });
    expect((await incidentNow()).deaths).toBe(3);
    const paper = await officer.sees<{ casualtiesAndLosses: string; progress: string }>('reporting.record', {
      id: drafted.id,
    });
    expect(paper.casualtiesAndLosses).toContain('死亡由 3 人变为 2 人。核实说明：一人经抢救生还。');
    expect(paper.progress).toContain('较初报');
    await officer.does('reporting.issue', { id: drafted.id, issuerId }, { version: drafted.version });
    expect(await incidentNow()).toMatchObject({ deaths: 2, casualties: { version: 2, certainty: 'confirmed' } });

    await officer.does('incidents.grade', { id: incidentId, grade: 'general', reason: '死亡 2 人' });
    await terminateResponse(officer, incidentId);
    const { items } = await officer.sees<{ items: { orderId: string; state: string }[] }>('orders.board', {
      matter: incidentId,
    });
    const isOpen = ({ state }: { state: string }) => ['issued', 'delivered', 'received', 'under_way'].includes(state);
    await district().settle();
    for (const id of new Set(items.filter(isOpen).map(({ orderId }) => orderId)))
      await officer.does('orders.cancel', { id, reason: '险情已排除' });
    await officer.does('incidents.close', { id: incidentId, summary: '已处置完毕' });
    await district().settle();
    const names = (await incidentNow()).clocks.map(({ name }) => name);
    expect(names).toContain('final_report');
    expect(names).not.toContain('followup_report');
    // 493号令 第13条: changed casualties are reported for thirty days of the accident, closed or not.
    await officer.does('incidents.correctCasualties', { id: incidentId, deaths: 3, ...FIGURES, source: '医院' });
  });
});
