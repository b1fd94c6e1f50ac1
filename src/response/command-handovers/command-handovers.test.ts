import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';

interface Handovers {
  items: { id: string; toBody: string; toName: string; target: string; handedAt: string }[];
}

inDistrict('command of an incident', (district) => {
  it('goes from hand to hand, both named, and of two at once one has it', async () => {
    const { officer, incidentId } = await walkOneIncident(district());
    const record = () =>
      officer.sees<{ command: { reason: { zh: string }; citation: string } }>('incidents.record', { id: incidentId });
    expect((await record()).command.reason.zh).toBe('一般突发事件由区应急委统一指挥');
    await officer.does('incidents.grade', { id: incidentId, grade: 'large', reason: '死亡三人' });
    expect((await record()).command).toMatchObject({
      reason: { zh: expect.stringContaining('市专项应急指挥部') },
      citation: expect.stringContaining('第46条'),
    });

    const { personId: chiefId } = await district().as('gucheng');
    const first = {
      incidentId,
      target: 'on_scene',
      fromBody: '区应急委',
      fromName: '秦伯安',
      toBody: '现场指挥部',
      toName: '古城街道值守',
      toPersonId: chiefId,
      handedAt: '2026-06-11T02:40:00Z',
      matters: '两人轻伤；燃气已关阀；八条指令在办',
      previousId: null,
    };
    const refusals = [
      [{ toName: '' }, 'toName'],
      [{ matters: '' }, 'matters'],
      [{ handedAt: '2026-06-11T01:00:00Z' }, 'handedAt'],
      [{ handedAt: '2026-06-11T09:00:00Z' }, 'handedAt'],
    ] as const;
    for (const [change, field] of refusals) {
      const refused = await officer.command('commandHandovers.record', { ...first, ...change });
      expect([refused.status < 500, refused.body.field]).toEqual([true, field]);
    }
    const both = await Promise.all([
      officer.command('commandHandovers.record', first),
      officer.command('commandHandovers.record', {
        ...first,
        target: 'city',
        toBody: '市专项应急指挥部',
        toName: '市值班',
      }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    const { items } = await officer.sees<Handovers>('commandHandovers.list', { incidentId });
    expect(items).toHaveLength(1);
    expect(lost?.body).toMatchObject({ key: 'command_handover.taken' });
    expect(JSON.stringify(lost?.body)).toContain(items[0]?.toBody);

    const back = await officer.does<{ number: string }>('commandHandovers.record', {
      ...first,
      target: 'district',
      fromBody: items[0]?.toBody,
      fromName: items[0]?.toName,
      toBody: '区应急委',
      toName: '秦伯安',
      toPersonId: null,
      previousId: items[0]?.id,
    });
    expect(back.number).toMatch(/^移〔2026〕/);
    const timeline = await officer.sees<{ entries: { kind: string }[] }>('timeline.of', {
      register: 'incident',
      recordId: incidentId,
    });
    expect(timeline.entries.filter(({ kind }) => kind === 'command_handover.recorded')).toHaveLength(2);
    const street = await district().as('gucheng');
    expect((await street.command('commandHandovers.record', first)).status).toBe(403);
  });
});
