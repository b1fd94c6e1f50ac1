import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
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

async function measure({ server }: Stand) {
  const cookie = await signIn(server.url, 'zhiban');
  const post = async <Output>(path: string, body: object): Promise<Output> => {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': newId() },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Output;
  };
  const incidents: string[] = [];
  for (let index = 0; index < TOPICS; index += 1) incidents.push(await openIncident(post));

  const cookies = await Promise.all(WATCHERS.map((username) => signIn(server.url, username)));
  // Changes of one incident lie half a second apart: the n-th event of a stream is the n-th change of its incident.
  const sentAt = incidents.map((): number[] => []);
  const delays: number[] = [];
  const cut = new AbortController();
  const streams = Array.from({ length: STREAMS }, (_, index) => {
    const topic = index % TOPICS;
    const url = `${server.url}/api/live?topics=incident/${incidents[topic]}`;
    return listen(url, cookies[index % cookies.length] ?? '', cut.signal, (count) => {
      const sent = sentAt[topic]?.[count];
      if (sent !== undefined) delays.push(performance.now() - sent);
    });
  });
  await Promise.all(streams.map(({ opened }) => opened));

  const began = performance.now();
  const changes = PER_SECOND * SECONDS;
  await Promise.all(
    Array.from({ length: changes }, async (_, index) => {
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, began + (index * 1000) / PER_SECOND - performance.now())),
      );
      const topic = index % TOPICS;
      sentAt[topic]?.push(performance.now());
      await post(`/api/incidents/${incidents[topic]}/correct-casualties`, { minorInjuries: index, source: '现场' });
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  cut.abort();
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    missing: (changes * STREAMS) / TOPICS - delays.length,
  };
}

async function openIncident(post: <Output>(path: string, body: object) => Promise<Output>): Promise<string> {
  const { id } = await post<{ id: string }>('/api/intake/take', {
    sourceChannel: 'phone',
    kind: 'fire',
    knownAt: new Date(Date.now() - 60_000).toISOString(),
    place: { lng: 116.18, lat: 39.906 },
    placeText: '古城大街',
    text: '楼道有烟',
    mark: 'test',
  });
  const incident = await post<{ id: string }>('/api/incidents/open', { intakeId: id, title: '古城大街火情' });
  return incident.id;
}

/** Reads a stream as a browser does and says that its n-th change has come. */
function listen(url: string, cookie: string, signal: AbortSignal, heard: (count: number) => void) {
  let isOpen = () => {};
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  void (async () => {
    try {
      const answer = await fetch(url, { headers: { cookie }, signal });
      const decoder = new TextDecoder();
      let text = '';
      let count = 0;
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        isOpen();
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          if (!part.includes('incident.casualties_corrected')) continue;
          heard(count);
          count += 1;
        }
      }
    } catch {
      // Cut when the measurement is over.
    }
  })();
  return { opened };
}
