import { eventReader, retryDelay, type StreamEvent } from './event-stream.rules.ts';

/** The server sends a heartbeat each 15 s: a stream that is silent longer than two of them is dead, whatever the socket says. */
const SILENCE_MS = 40_000;

export interface StreamListener {
  ready(position: number): void;
  fact(position: number, topics: readonly string[]): void;
  /** More was missed than the server can tell: everything shown must be asked again. */
  gap(position: number): void;
  /** Bytes came: what is shown is as of now. */
  alive(): void;
  /** The stream broke (or could not be opened, for the `failures`th time in a row); it is being reopened. */
  broken(failures: number): void;
  /** Nobody is signed in any more. */
  refused(): void;
}

/**
 * Keeps one stream open until it is closed, resuming after the last position heard. Read with `fetch` and not with
 * `EventSource`, which hides heartbeats and status codes: a half-open connection would look alive for minutes.
 */
export function openStream(
  topics: readonly string[],
  after: number | undefined,
  listener: StreamListener,
): { close(): void } {
  const closing = new AbortController();
  let position = after;
  let failures = 0;

  const take = ({ event, id, data }: StreamEvent) => {
    if (event === 'ready') {
      failures = 0;
      position ??= JSON.parse(data).position as number;
      listener.ready(position);
    } else if (event === 'fact') {
      const fact = JSON.parse(data) as { position: number; topics: string[] };
      position = fact.position;
      listener.fact(fact.position, fact.topics);
    } else if (event === 'gap') {
      position = Number(id ?? 0);
      listener.gap(position);
    }
  };

  const read = async () => {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const headers: Record<string, string> = { accept: 'text/event-stream' };
      if (position !== undefined) headers['last-event-id'] = String(position);
      const query = topics.map(encodeURIComponent).join(',');
      const signal = AbortSignal.any([closing.signal, silence.signal]);
      const answer = await fetch(`/api/live?topics=${query}`, { headers, signal, cache: 'no-store' });
      if (answer.status === 401) {
        closing.abort();
        listener.refused();
      }
      if (!answer.ok || !answer.body) return;
      const events = eventReader();
      const chunks = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await chunks.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        listener.alive();
        for (const event of events.push(value)) take(event);
      }
    } catch {
      // A broken stream is no error of ours: it is opened again below.
    } finally {
      clearTimeout(timer);
    }
  };

  const keepOpen = async () => {
    while (!closing.signal.aborted) {
      await read();
      if (closing.signal.aborted) return;
      listener.broken(failures);
      await pause(retryDelay(failures, Math.random()), closing.signal);
      failures += 1;
    }
  };
  void keepOpen();
  return { close: () => closing.abort() };
}

/** Ends early when the machine says that the network is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
