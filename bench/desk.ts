import { eventReader } from '../src/foundation/live/event-stream.rules.ts';
import type { LiveEvent } from '../src/foundation/live/hub.ts';
import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import { confirmed, type Preview } from '../tests/support/walk.ts';

/** Somebody who has signed in, over the wire as a screen does; whatever is refused ends the measurement. */
export interface Desk {
  readonly cookie: string;
  does<T>(path: string, body: object): Promise<T>;
  sees<T>(path: string): Promise<T>;
}

export async function deskOf(url: string, username: string): Promise<Desk> {
  const cookie = await signIn(url, username);
  const answered = async <T>(path: string, answer: Response): Promise<T> => {
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    cookie,
    does: async (path, body) =>
      answered(
        path,
        await fetch(`${url}/api/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie, 'idempotency-key': newId() },
          body: JSON.stringify(body),
        }),
      ),
    sees: async (path) => answered(path, await fetch(`${url}/api/${path}`, { headers: { cookie } })),
  };
}

/**
 * Reads a stream as a browser does. Hundreds of them share this process, where each browser has a machine of its own: of what none of
 * the `kinds` is in nothing is read.
 * @returns when it is open
 */
export function hear(
  url: string,
  { cookie }: Desk,
  topics: readonly string[],
  signal: AbortSignal,
  kinds: readonly string[],
  heard: (event: LiveEvent) => void,
): Promise<void> {
  return new Promise((opened, failed) => {
    void (async () => {
      try {
        const answer = await fetch(`${url}/api/live?topics=${topics.join(',')}`, { headers: { cookie }, signal });
        const reader = eventReader();
        const decoder = new TextDecoder();
        const words = ['event: ready', ...kinds];
        let rest = '';
        for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
          rest += decoder.decode(chunk, { stream: true });
          const end = rest.lastIndexOf('\n\n') + 2;
          if (end < 2) continue;
          const whole = rest.slice(0, end);
          rest = rest.slice(end);
          if (!words.some((word) => whole.includes(word))) continue;
          for (const { event, data } of reader.push(whole)) {
            if (event === 'ready') opened();
            if (event === 'fact' && kinds.some((kind) => data.includes(kind))) heard(JSON.parse(data) as LiveEvent);
          }
        }
      } catch (error) {
        // Cut when the measurement is over.
        if (!signal.aborted) failed(error);
      }
    })();
  });
}

/** `perSecond` of them a second for so long: each comes when it comes, whether the one before has been answered or not. */
export async function atRate(perSecond: number, seconds: number, one: (index: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: perSecond * seconds }, async (_, index) => {
      const at = began + (index * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
      await one(index);
    }),
  );
}

/** A call and its incident. */
export async function openIncident(officer: Desk, title: string): Promise<{ intakeId: string; incidentId: string }> {
  const call = await takeCall(officer, title);
  const incident = await officer.does<{ id: string }>('incidents/open', { intakeId: call, title });
  return { intakeId: call, incidentId: incident.id };
}

export async function takeCall(officer: Desk, placeText: string): Promise<string> {
  const { id } = await officer.does<{ id: string }>('intake/take', {
    sourceChannel: 'phone',
    kind: 'fire',
    knownAt: new Date(Date.now() - 60_000).toISOString(),
    place: { lng: 116.18, lat: 39.906 },
    placeText,
    text: '楼道有烟',
    mark: 'test',
  });
  return id;
}

/** A plan with so many clauses, dealt out among these units. */
export async function adoptPlan(leader: Desk, clauses: number, units: readonly string[]): Promise<string> {
  const plan = await leader.does<{ id: string }>('plans/adopt', {
    name: `${clauses} 条行动的预案（测速）`,
    key: `bench-${clauses}`,
    type: 'special',
    incidentKind: 'fire',
    levels: [{ level: 'IV', conditions: '测速', expectedHours: 12, measures: '疏散' }],
    actions: Array.from({ length: clauses }, (_, index) => ({
      clause: `4.${Math.floor(index / 50) + 1}.${(index % 50) + 1}`,
      title: `任务 ${index + 1}`,
      content: `按预案办理第 ${index + 1} 项任务，完成后反馈。`,
      groupName: '综合协调组',
      role: 'department_officer',
      unitRule: 'named',
      unitId: units[index % units.length],
      offsetMinutes: 30,
      priority: 'urgent',
      placeRule: 'incident',
      resources: [],
      evidenceAsked: { text: 1 },
      levels: ['IV'],
    })),
  });
  return plan.id;
}

export const previewOf = (officer: Desk, incidentId: string, planId: string) =>
  officer.sees<Preview>(`command/preview?${new URLSearchParams({ incidentId, planId, level: 'IV' })}`);

/** What the preview said, confirmed. @returns how many orders went out */
export async function activate(officer: Desk, incidentId: string, planId: string, preview: Preview): Promise<number> {
  const { orders } = await officer.does<{ orders: number }>('command/activate', confirmed(incidentId, planId, preview));
  return orders;
}
