import { activate, adoptPlan, deskOf, openIncident, previewOf } from './desk.ts';
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

async function measure({ server: { url } }: Stand) {
  const leader = await deskOf(url, 'daiban');
  const officer = await deskOf(url, 'zhiban');
  const { units } = await leader.sees<{ units: { id: string; kind: string }[] }>('units/tree');
  const departments = units.filter(({ kind }) => kind === 'department').map(({ id }) => id);
  const planId = await adoptPlan(leader, ORDERS, departments);
  const activated: number[] = [];
  const previewed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { incidentId } = await openIncident(officer, `测速 ${round}`);
    const asked = performance.now();
    const preview = await previewOf(officer, incidentId, planId);
    previewed.push(performance.now() - asked);
    const began = performance.now();
    const orders = await activate(officer, incidentId, planId, preview);
    activated.push(performance.now() - began);
    if (orders !== ORDERS) throw new Error(`${orders} orders went out`);
    // What follows from the last one is carried out before the next is timed: reminders, rights, the chain.
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
  return { activate: percentile(activated, 0.5), preview: percentile(previewed, 0.5) };
}
