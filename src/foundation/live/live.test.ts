import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

interface Heard {
  readonly event: string;
  readonly id: number;
  readonly data: { kind?: string; topics?: string[] };
}

/** A browser's stream, read as bytes from the listening server. */
async function listen(port: number, who: Person, query: string, lastEventId?: number) {
  const controller = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/live?${query}`, {
    headers: { cookie: who.cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) },
    signal: controller.signal,
  });
  const heard: Heard[] = [];
  const done = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts.filter((one) => !one.startsWith(':'))) {
          const field = (name: string) =>
            part
              .split('\n')
              .find((line) => line.startsWith(`${name}: `))
              ?.slice(name.length + 2) ?? '';
          heard.push({ event: field('event'), id: Number(field('id')), data: JSON.parse(field('data') || '{}') });
        }
      }
    } catch {
      // Cut on purpose.
    }
  })();
  return {
    status: answer.status,
    heard,
    facts: () => heard.filter((one) => one.event === 'fact'),
    async until(is: () => boolean): Promise<void> {
      const end = Date.now() + 10_000;
      while (!is()) {
        if (Date.now() > end) throw new Error(`heard only ${JSON.stringify(heard)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async cut() {
      controller.abort();
      await done;
    },
  };
}

inDistrict('the live stream', (district) => {
  let port: number;
  let officer: Person;
  const call = (placeText: string, lng = 116.18) => ({
    sourceChannel: 'phone',
    kind: 'fire',
    knownAt: '2026-06-11T02:38:00Z',
    placeText,
    place: { lng, lat: 39.906 },
    text: '冒烟',
  });
  beforeAll(async () => {
    await district().server.app.listen({ port: 0, host: '127.0.0.1' });
    port = (district().server.app.server.address() as { port: number }).port;
    officer = await district().as('zhiban');
  });
  afterAll(() => district().server.app.server.closeAllConnections());

  it('tells whoever may see it, by topic, and nobody else', async () => {
    const room = await listen(port, officer, 'topics=intake');
    const ranqi = await listen(port, await district().as('ranqi'), 'topics=intake');
    const other = await listen(port, officer, 'topics=plan');
    await room.until(() => room.heard.some((one) => one.event === 'ready'));
    const taken = await officer.does<{ id: string }>('intake.take', call('八角西街 1 号'));
    await room.until(() => room.facts().length === 1);
    expect(room.facts()[0]?.data).toMatchObject({ kind: 'intake.received' });
    expect(room.facts()[0]?.data.topics).toContain(`intake/${taken.id}`);
    // Somebody without the right to intake hears of the next thing that is his, and of nothing before it.
    expect(ranqi.facts()).toEqual([]);
    expect(other.facts()).toEqual([]);
    await Promise.all([room.cut(), ranqi.cut(), other.cut()]);
  });

  it('goes on after a break without loss or repeats', async () => {
    const first = await listen(port, officer, 'topics=intake');
    await first.until(() => first.heard.some((one) => one.event === 'ready'));
    await officer.does('intake.take', call('古城大街 2 号'));
    await first.until(() => first.facts().length === 1);
    const last = first.facts().at(-1)?.id;
    await first.cut();
    for (const number of [3, 4, 5]) await officer.does('intake.take', call(`古城大街 ${number} 号`));
    const second = await listen(port, officer, 'topics=intake', last);
    await officer.does('intake.take', call('古城大街 6 号'));
    await second.until(() => second.facts().length === 4);
    const positions = second.facts().map((one) => one.id);
    expect(new Set(positions).size).toBe(4);
    expect(positions).toEqual([...positions].sort((one, other) => one - other));
    expect(Math.min(...positions)).toBeGreaterThan(last ?? 0);
    expect(second.heard.some((one) => one.event === 'gap')).toBe(false);
    await second.cut();
  });

  it('says so when it cannot know what was missed, and is closed to strangers', async () => {
    const ahead = await listen(port, officer, 'topics=intake', 9_999_999);
    await ahead.until(() => ahead.heard.some((one) => one.event === 'gap'));
    await ahead.cut();
    expect((await fetch(`http://127.0.0.1:${port}/api/live?topics=intake`)).status).toBe(401);
  });
});
