import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { GAS_CALL, walkOneIncident } from '../../../tests/support/walk.ts';

interface Need {
  kind: string;
  title: { zh: string };
  to: string;
  isLate: boolean;
  command?: { name: string; input: object };
}
interface Situation {
  needs: Need[];
  waiting: { total: number; late: number };
  topics: string[];
}
interface Leading {
  incidents: {
    id: string;
    commander: string | null;
    command: { zh: string };
    orders: number;
    units: { id: string; name: string }[];
  }[];
  decisions: { title: { zh: string } }[];
  instructions: { state: string; subject: string }[];
}

inDistrict('what needs a human now', (district) => {
  it('is in the order of what harms first, is done with one press, and goes when it is done', async () => {
    const { officer, incidentId } = await walkOneIncident(district());
    await officer.does('intake.take', { ...GAS_CALL, placeText: '八角西街', place: { lng: 116.195, lat: 39.913 } });
    const look = () => officer.sees<Situation>('command.situation');
    const first = await look();
    const kinds = new Set(first.needs.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['intake', 'unanswered', 'clock']));
    expect(first.topics).toEqual(expect.arrayContaining(['assignment', 'intake', 'clock', 'message']));
    // The call that waits for a decision stands once, though its clock runs, too.
    expect(first.needs.filter(({ title }) => title.zh.includes('八角西街'))).toHaveLength(1);
    const silent = first.needs.find(({ kind, command }) => kind === 'unanswered' && command);
    expect(silent?.command?.name).toBe('orders.remind');
    await officer.does('orders.remind', silent?.command?.input ?? {});

    district().clock.advance(12 * 60_000);
    await district().settle();
    const later = await look();
    expect(later.waiting.late).toBeGreaterThan(0);
    const lateness = later.needs.map(({ isLate }) => isLate);
    expect(lateness.indexOf(false)).toBe(lateness.lastIndexOf(true) + 1);

    await officer.does('incidents.grade', { id: incidentId, grade: 'large', reason: '影响较大' });
    const handOver = (await look()).needs.find(({ kind }) => kind === 'handover');
    expect(handOver).toMatchObject({ to: `/incidents/${incidentId}?act=hand-over` });
    // A street sees what is its own, and no decision of the district.
    const street = await district().as('gucheng');
    const own = await street.sees<Situation>('command.situation');
    expect(own.needs.every(({ kind }) => !['handover', 'grade', 'activation'].includes(kind))).toBe(true);
    expect(own.needs.length).toBeGreaterThan(0);
  });

  it('gives a leader the matters, the decisions and an instruction in one tap', async () => {
    const leader = await district().as('daiban');
    const look = () => leader.sees<Leading>('situation.leaderPage');
    const { incidents, decisions } = await look();
    const [matter] = incidents;
    expect(matter?.command.zh).toContain('市专项应急指挥部');
    expect(matter?.commander).toBeNull();
    expect(matter?.orders).toBeGreaterThan(5);
    expect(decisions.map(({ title }) => title.zh).join()).toContain('尚未移交');
    await leader.does('commandHandovers.record', {
      incidentId: matter?.id,
      target: 'city',
      fromBody: '区应急委',
      fromName: '秦伯安',
      toBody: '市专项应急指挥部',
      toName: '市值班',
      handedAt: district().clock.now().toISOString(),
      matters: '全部',
      previousId: null,
    });
    await leader.does('leaderInstructions.register', {
      subject: '燃气泄漏',
      text: '立即核实人员伤亡和影响范围，随时报告。',
      leaderId: leader.personId,
      givenAt: district().clock.now().toISOString(),
      incidentId: matter?.id,
      dueAt: new Date(district().clock.now().getTime() + 7_200_000).toISOString(),
      units: [matter?.units[0]?.id],
    });
    const after = await look();
    expect(after.incidents[0]?.commander).toContain('市专项应急指挥部');
    expect(after.decisions.map(({ title }) => title.zh).join()).not.toContain('尚未移交');
    expect(after.instructions).toMatchObject([{ state: 'under_way', subject: '燃气泄漏' }]);
    expect((await (await district().as('ranqi')).view('situation.leaderPage', {})).status).toBe(403);
  });
});
