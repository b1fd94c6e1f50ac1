import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { GAS_CALL, walkOneIncident } from '../../../tests/support/walk.ts';

interface Entry {
  kind: string;
  payload: { reason?: string };
  changes: { label: { zh: string }; from: { zh: string } | null; to: { zh: string } | null }[];
}

inDistrict('what was misheard is put right', (district) => {
  it('corrects the call and its incident, with what was and what is, and restarts no clock', async () => {
    const { officer, intakeId, incidentId } = await walkOneIncident(district());
    const { reportDueAt } = await officer.sees<{ reportDueAt: string }>('intake.record', { id: intakeId });
    const orders = await officer.sees<{ items: unknown[] }>('orders.board', { matter: incidentId });

    const unfounded = await officer.command('intake.correct', { id: intakeId, kind: 'fire', reason: '' });
    expect(unfounded).toMatchObject({ status: 400 });
    const given = {
      id: intakeId,
      kind: 'utility.water',
      placeText: '古城西街 8 号',
      occurredAt: '2026-06-11T02:30:00Z',
      text: '施工挖断自来水管，路面积水。',
      reason: '回拨核实：是自来水管',
    };
    const { version } = await officer.sees<{ version: number }>('intake.record', { id: intakeId });
    expect((await officer.command('intake.correct', given, { version: version - 1 })).body.key).toBe('record.changed');
    await officer.does('intake.correct', given, { version });
    const twice = await officer.command('intake.correct', given);
    expect(twice).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    const late = { id: intakeId, occurredAt: '2026-06-11T02:50:00Z', reason: '误记' };
    expect(await officer.command('intake.correct', late)).toMatchObject({ body: { field: 'occurredAt' } });

    const call = await officer.sees<Record<string, unknown>>('intake.record', { id: intakeId });
    expect(call).toMatchObject({
      kind: 'utility.water',
      text: given.text,
      firstText: GAS_CALL.text,
      callerPhone: '100****5432',
      reportDueAt,
    });
    const of = async (register: string, recordId: string) =>
      (await officer.sees<{ entries: Entry[] }>('timeline.of', { register, recordId })).entries;
    const told = (await of('incident', incidentId)).find(({ kind }) => kind === 'intake.corrected');
    expect(told?.payload.reason).toBe(given.reason);
    expect(told?.changes).toContainEqual({
      label: { zh: '类别', en: 'Kind' },
      from: { zh: '燃气管线事故', en: 'Gas pipe accident' },
      to: { zh: '供水管线事故', en: 'Water supply failure' },
    });
    expect(told?.changes.map(({ label }) => label.zh).sort()).toEqual(['发生时间', '地点', '接报内容', '类别'].sort());
    expect(JSON.stringify(told)).not.toContain('自来水管，路面');

    const { clocks } = await officer.sees<{ clocks: object[] }>('incidents.record', { id: incidentId });
    expect(clocks).toMatchObject([{ label: { zh: '书面初报 古城西街 8 号' }, dueAt: reportDueAt }]);

    // The incident is corrected by itself, and nothing that was ordered changes by it.
    expect(await officer.sees('incidents.record', { id: incidentId })).toMatchObject({ kind: 'utility.gas' });
    const changes = { kind: 'utility.water', placeText: given.placeText, title: '古城西街供水管线事故' };
    await officer.does('incidents.correct', { id: incidentId, ...changes, reason: '随接报更正' });
    expect(await officer.sees('incidents.record', { id: incidentId })).toMatchObject({ ...changes, grade: 'general' });
    const last = (await of('incident', incidentId)).findLast(({ kind }) => kind === 'incident.corrected');
    expect(last?.changes.map(({ label }) => label.zh).sort()).toEqual(['地点', '标题', '类别']);
    expect((await officer.sees<typeof orders>('orders.board', { matter: incidentId })).items).toEqual(orders.items);

    // An order by hand lies where the incident lies now, unless it says otherwise.
    const units = await officer.sees<{ items: { assigneeUnitId: string }[] }>('orders.board', { matter: incidentId });
    const { assignments } = await officer.does<{ assignments: { id: string }[] }>('orders.issue', {
      concerns: { register: 'incident', id: incidentId },
      title: '抢修水管',
      content: '到场抢修',
      priority: 'urgent',
      evidenceAsked: {},
      assignees: [{ unitId: units.items[0]?.assigneeUnitId }],
    });
    expect(await officer.sees('assignments.record', { id: assignments[0]?.id })).toMatchObject({
      placeText: given.placeText,
      place: GAS_CALL.place,
    });

    const street = await district().as('gucheng');
    expect((await street.command('incidents.correct', { id: incidentId, title: '别的', reason: '试试' })).status).toBe(
      403,
    );
  });
});
