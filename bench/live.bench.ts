import { atRate, type Desk, deskOf, hear, openIncident } from './desk.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const STREAMS = 200;
const TOPICS = 10;
const PER_SECOND = 20;
const SECONDS = 15;
/** By right of everything, and by right of the street where it is. */
const WATCHERS = ['zhiban', 'daiban', 'zhihui', 'gucheng', 'gucheng-fu', 'gucheng-zhuren'] as const;

/** From the press of a button to the other screens: 200 streams, 20 changes a second of which each sees a tenth. */
export async function live(): Promise<Figure[]> {
  const server = await onStand('server', measure);
  const embedded = await onStand('embedded', measure);
  return [
    { what: `${STREAMS} streams, request to arrival, p99 (PostgreSQL)`, value: server.p99, unit: 'ms', most: 300 },
    { what: `${STREAMS} streams, request to arrival, p50 (PostgreSQL)`, value: server.p50, unit: 'ms' },
    { what: 'events that did not arrive', value: server.missing, unit: '', most: 0 },
    { what: `${STREAMS} streams, request to arrival, p99 (embedded)`, value: embedded.p99, unit: 'ms' },
  ];
}

async function measure({ server: { url } }: Stand) {
  const officer = await deskOf(url, 'zhiban');
  const incidents: string[] = [];
  for (let index = 0; index < TOPICS; index += 1)
    incidents.push((await openIncident(officer, '古城大街火情')).incidentId);

  const watchers = await Promise.all(WATCHERS.map((username) => deskOf(url, username)));
  // Changes of one incident lie half a second apart: the n-th event of a stream is the n-th change of its incident.
  const sentAt = incidents.map((): number[] => []);
  const delays: number[] = [];
  const cut = new AbortController();
  await Promise.all(
    Array.from({ length: STREAMS }, (_, index) => {
      const topic = index % TOPICS;
      let count = 0;
      return hear(
        url,
        watchers[index % watchers.length] as Desk,
        [`incident/${incidents[topic]}`],
        cut.signal,
        ['incident.casualties_corrected'],
        () => {
          const sent = sentAt[topic]?.[count];
          count += 1;
          if (sent !== undefined) delays.push(performance.now() - sent);
        },
      );
    }),
  );

  await atRate(PER_SECOND, SECONDS, async (index) => {
    const topic = index % TOPICS;
    sentAt[topic]?.push(performance.now());
    await officer.does(`incidents/${incidents[topic]}/correct-casualties`, { minorInjuries: index, source: '现场' });
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  cut.abort();
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    missing: (PER_SECOND * SECONDS * STREAMS) / TOPICS - delays.length,
  };
}
