import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Text {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly mayKeep: boolean;
  readonly clauses: readonly {
    id: string;
    depth: number;
    number: string;
    heading: string;
    body: string;
    finding: string | null;
  }[];
}

const PLAN = `古城街道防汛应急预案
一、总则
（一）目的
为了防汛。
（三）原则
以人为本。
二、响应
Ⅳ级响应
发布蓝色预警。
`;

inDistrict('a text of a plan', (district) => {
  it('is read from a file, mended and confirmed by a person, and a plan says it was made from it', {
    timeout: 60_000,
  }, async () => {
    const leader = await district().as('daiban');
    const sent = await leader.post('/api/plan-texts?name=预案.txt', Buffer.from(PLAN), {
      'content-type': 'application/octet-stream',
    });
    expect(sent.status).toBe(200);
    const { id } = sent.body as unknown as { id: string };
    const seen = () => leader.sees<Text>('planTexts.record', { id });
    const read = await seen();
    expect(read).toMatchObject({ title: '古城街道防汛应急预案', state: 'read', mayKeep: true });
    expect(read.clauses.find(({ number }) => number === '（三）')?.finding).toBe('gap');
    // The second item was never an item: it joins the one before.
    const odd = read.clauses.find(({ number }) => number === '（三）');
    await leader.does('planTexts.correctClause', { id, clauseId: odd?.id, joinsBefore: true });
    const mended = await seen();
    expect(mended.clauses.length).toBe(read.clauses.length - 1);
    expect(mended.clauses.find(({ number }) => number === '（一）')?.body).toContain('原则');

    const early = await leader.command('plans.adopt', { ...ADOPTED, textId: id, ...(await action(leader)) });
    expect(early).toMatchObject({ status: 409, body: { field: 'textId' } });
    await leader.does('planTexts.confirm', { id, title: '古城街道防汛应急预案' });
    const late = await leader.command('planTexts.correctClause', { id, clauseId: mended.clauses[1]?.id, depth: 3 });
    expect(late.status).toBe(409);
    const plan = await leader.does<{ id: string }>('plans.adopt', {
      ...ADOPTED,
      textId: id,
      ...(await action(leader)),
    });
    expect(await leader.sees('plans.record', { id: plan.id })).toMatchObject({ textId: id });
  });
  it('is refused in words when it cannot be read, and taken from nobody who writes no plans', async () => {
    const leader = await district().as('daiban');
    const broken = await leader.post('/api/plan-texts?name=a.docx', Buffer.from('PK\u0003\u0004 broken'), {
      'content-type': 'application/octet-stream',
    });
    expect(broken).toMatchObject({ status: 400, body: { key: 'import.unreadable' } });
    const street = await district().as('gucheng');
    const refused = await street.post('/api/plan-texts?name=a.txt', Buffer.from(PLAN), {
      'content-type': 'application/octet-stream',
    });
    expect(refused.status).toBe(403);
  });
});

const ADOPTED = {
  name: '古城街道防汛应急预案',
  key: 'street-gucheng-flood',
  type: 'street',
  incidentKind: 'waterlogging',
  endConditions: ['积水排除'],
  levels: [{ level: 'IV', conditions: '蓝色预警', expectedHours: 12, measures: '值守' }],
};

/** One action of the command centre. */
async function action(person: { sees<T>(name: string, input?: object): Promise<T> }) {
  const { units } = await person.sees<{ units: { id: string; kind: string }[] }>('units.tree');
  const unitId = units.find(({ kind }) => kind === 'command_center')?.id;
  return {
    actions: [
      {
        clause: '2.1',
        title: '值守',
        content: '加强值守，转移低洼院落居民',
        groupName: '综合组',
        role: 'duty_officer',
        unitRule: 'named',
        unitId,
        offsetMinutes: 10,
        priority: 'urgent',
        placeRule: 'own_unit',
        levels: ['IV'],
      },
    ],
  };
}
