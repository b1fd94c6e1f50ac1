import type { LiveEvent } from '../src/foundation/live/hub.ts';
import { activate, adoptPlan, atRate, type Desk, deskOf, hear, openIncident, previewOf, takeCall } from './desk.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const CONSOLES = 200;
const PHONES = 300;
/** What happens is of concern to a tenth of the screens. */
const SHARE = 10;
const ORDERS = 500;
const REPORTS = { perSecond: 50, seconds: 10 };
const RECEIPTS = { perSecond: 10, seconds: 10 };
/** What is timed. */
const KINDS = ['intake.received', 'activation.started', 'assignment.received'];
const MIXED = { perSecond: 60, seconds: 20 };

/**
 * A bad night: 200 consoles and 300 phones keep their streams open while calls come in, a plan of 500 orders goes out, units sign for
 * them, and everybody asks for what their screens show.
 */
export async function night(): Promise<Figure[]> {
  return onStand('server', measure);
}

async function measure({ server: { url } }: Stand): Promise<Figure[]> {
  const names = ['zhiban', 'daiban', 'zhihui', 'zhujian', 'gucheng', 'ranqi'] as const;
  const desks = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await deskOf(url, name)] as const)),
  ) as Record<(typeof names)[number], Desk>;
  const { zhiban: officer, daiban: leader, zhihui: commander, zhujian: housing } = desks;
  const consoles = [officer, leader, commander];
  const phones = [housing, desks.gucheng, desks.ranqi];
  const { units } = await leader.sees<{ units: { id: string; shortName: string }[] }>('units/tree');
  const planId = await adoptPlan(
    leader,
    ORDERS,
    units.filter(({ shortName }) => shortName === '区住建委').map(({ id }) => id),
  );
  const { incidentId } = await openIncident(officer, '夜间火情（测速）');

  /** When each thing was begun, and when each screen heard of it, by the subject: a call's is known when it is answered. */
  const begun = new Map<string, number>();
  const heard: { kind: string; id: string; at: number }[] = [];
  const hears = ({ kind, subject: { id } }: LiveEvent) => void heard.push({ kind, id, at: performance.now() });
  const delays = (kind: string) =>
    heard.flatMap((one) => {
      const at = one.kind === kind ? begun.get(one.id) : undefined;
      return at === undefined ? [] : [one.at - at];
    });
  const cut = new AbortController();
  const opens = (count: number, from: readonly Desk[], topicsOf: (index: number) => readonly string[]) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        hear(url, from[index % from.length] as Desk, topicsOf(index), cut.signal, KINDS, hears),
      ),
    );
  const elsewhere = `incident/${planId}`;
  await opens(CONSOLES, consoles, (index) =>
    index % SHARE === 0 ? ['intake', `incident/${incidentId}`] : [elsewhere],
  );
  await opens(PHONES, phones, (index) => (index % SHARE === 0 ? [`incident/${incidentId}`] : [elsewhere]));

  const timed = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await work();
    into.push(performance.now() - began);
  };
  const report = async () => {
    const began = performance.now();
    begun.set(await takeCall(officer, '古城大街'), began);
  };
  await atRate(REPORTS.perSecond, REPORTS.seconds, report);
  await rest();

  const preview = await previewOf(officer, incidentId, planId);
  const meanwhile: number[] = [];
  const took: number[] = [];
  const reports = atRate(10, 5, () => timed(meanwhile, () => takeCall(officer, '古城大街')));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const pressed = performance.now();
  await timed(took, () => activate(officer, incidentId, planId, preview));
  await reports;
  await rest();

  const { items } = await housing.sees<{ items: { id: string }[] }>('orders/mine?limit=200');
  await atRate(RECEIPTS.perSecond, RECEIPTS.seconds, async (index) => {
    const id = items[index]?.id ?? '';
    begun.set(id, performance.now());
    await housing.does(`assignments/${id}/receive`, {});
  });
  await rest();

  for (const { kind, id } of heard) if (kind === 'activation.started') begun.set(id, pressed);

  const all: number[] = [];
  const asks: readonly (() => Promise<unknown>)[] = [
    () => takeCall(officer, '古城大街'),
    () => officer.sees('command/situation'),
    () => leader.sees('incidents'),
    () => commander.sees(`orders/board?matter=${incidentId}&limit=200`),
    () => officer.sees('intake'),
    () => leader.sees(`timeline/of?register=incident&recordId=${incidentId}&limit=50`),
    () => housing.sees('orders/mine?limit=50'),
    () => desks.ranqi.sees('orders/mine?limit=50'),
    () => officer.does('search/find', { q: '古城' }),
    () => desks.gucheng.sees('messages/inbox'),
  ];
  let refused = 0;
  await atRate(MIXED.perSecond, MIXED.seconds, (index) =>
    timed(all, asks[index % asks.length] as () => Promise<unknown>).catch(() => {
      refused += 1;
    }),
  );
  cut.abort();
  const streams = `${CONSOLES} consoles and ${PHONES} phones`;
  return [
    {
      what: `report saved → another console, p99 at ${REPORTS.perSecond}/s`,
      value: percentile(delays('intake.received'), 0.99),
      unit: 'ms',
      most: 100,
    },
    { what: `${ORDERS} orders activated among ${streams}`, value: took[0] ?? Number.NaN, unit: 'ms', most: 1000 },
    {
      what: 'seen by the last screen concerned',
      value: Math.max(...delays('activation.started')),
      unit: 'ms',
      most: 2000,
    },
    { what: 'calls taken meanwhile, p99', value: percentile(meanwhile, 0.99), unit: 'ms', most: 200 },
    {
      what: 'order signed for → the commander, p99',
      value: percentile(delays('assignment.received'), 0.99),
      unit: 'ms',
      most: 150,
    },
    { what: `everything mixed at ${MIXED.perSecond}/s, p99`, value: percentile(all, 0.99), unit: 'ms', most: 500 },
    { what: 'the same, p50', value: percentile(all, 0.5), unit: 'ms' },
    { what: 'of it refused', value: refused, unit: '', most: 0 },
  ];
}

/** What follows from the last part is carried out before the next is timed. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 3000));
