import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const ORDERS = 500;
const ROUNDS = 5;

/** A plan with as many clauses as a plan may have, activated with one confirmation: the answer comes when all orders are on the disk. */
export async function activation(): Promise<Figure[]> {
  const server = await onStand('server', measure);
  const embedded = await onStand('embedded', measure);
  return [
    {
      what: `${ORDERS} orders activated, middle of ${ROUNDS} (PostgreSQL)`,
      value: server.activate,
      unit: 'ms',
      most: 1000,
    },
    { what: `preview of ${ORDERS} clauses (PostgreSQL)`, value: server.preview, unit: 'ms' },
    { what: `${ORDERS} orders activated (embedded)`, value: embedded.activate, unit: 'ms' },
    { what: `preview of ${ORDERS} clauses (embedded)`, value: embedded.preview, unit: 'ms' },
  ];
}

interface Preview {
  readonly level: string;
  readonly matter: string;
  readonly expectedHours: number;
  readonly measures: string;
  readonly actions: readonly Record<string, unknown>[];
}

async function measure({ server }: Stand) {
  const leader = await signIn(server.url, 'daiban');
  const officer = await signIn(server.url, 'zhiban');
  const does = async <T>(cookie: string, path: string, body: object): Promise<T> => {
    const answer = await fetch(`${server.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': newId() },
      body: JSON.stringify(body),
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const sees = async <T>(cookie: string, path: string): Promise<T> =>
    (await (await fetch(`${server.url}/api/${path}`, { headers: { cookie } })).json()) as T;
  const { units } = await sees<{ units: { id: string; kind: string }[] }>(leader, 'units/tree');
  const departments = units.filter(({ kind }) => kind === 'department');
  const plan = await does<{ id: string }>(leader, 'plans/adopt', {
    name: '五百条行动的预案（测速）',
    key: 'bench-activation',
    type: 'special',
    incidentKind: 'fire',
    levels: [{ level: 'IV', conditions: '测速', expectedHours: 12, measures: '疏散' }],
    actions: Array.from({ length: ORDERS }, (_, index) => ({
      clause: `4.${Math.floor(index / 50) + 1}.${(index % 50) + 1}`,
      title: `任务 ${index + 1}`,
      content: `按预案办理第 ${index + 1} 项任务，完成后反馈。`,
      groupName: '综合协调组',
      role: 'department_officer',
      unitRule: 'named',
      unitId: departments[index % departments.length]?.id,
      offsetMinutes: 30,
      priority: 'urgent',
      placeRule: 'incident',
      resources: [],
      evidenceAsked: { text: 1 },
      levels: ['IV'],
    })),
  });
  const activated: number[] = [];
  const previewed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const call = await does<{ id: string }>(officer, 'intake/take', {
      sourceChannel: 'phone',
      kind: 'fire',
      knownAt: new Date(Date.now() - 60_000).toISOString(),
      place: { lng: 116.18, lat: 39.906 },
      placeText: `古城大街 ${round}`,
      text: '楼道有烟',
    });
    const incident = await does<{ id: string }>(officer, 'incidents/open', {
      intakeId: call.id,
      title: `测速 ${round}`,
    });
    const asked = performance.now();
    const preview = await sees<Preview>(
      officer,
      `command/preview?${new URLSearchParams({ incidentId: incident.id, planId: plan.id, level: 'IV' })}`,
    );
    previewed.push(performance.now() - asked);
    const { level, matter, expectedHours, measures } = preview;
    const actions = preview.actions.map(({ planActionId, unitId, personId, postId, offsetMinutes, content }) => ({
      planActionId,
      unitId,
      personId,
      postId,
      offsetMinutes,
      content,
    }));
    const began = performance.now();
    const { orders } = await does<{ orders: number }>(officer, 'command/activate', {
      incidentId: incident.id,
      planId: plan.id,
      level,
      matter,
      expectedHours,
      measures,
      actions,
    });
    activated.push(performance.now() - began);
    if (orders !== ORDERS) throw new Error(`${orders} orders went out`);
    // What follows from the last one is carried out before the next is timed: reminders, rights, the chain.
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
  return { activate: percentile(activated, 0.5), preview: percentile(previewed, 0.5) };
}
