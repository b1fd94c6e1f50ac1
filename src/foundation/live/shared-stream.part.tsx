import type { Store } from './store.part.tsx';
import { openStream } from './stream.part.tsx';

/** How fresh what is shown is. `asOf` is the browser's time of the last contact in milliseconds. */
export interface Link {
  readonly state: 'connecting' | 'live' | 'polling' | 'lost';
  readonly asOf: number;
}

export interface SharedStream {
  /** Replaces what this tab looks at. */
  watch(topics: readonly string[]): void;
  stop(): void;
}

export interface SharedStreamListener {
  happened(topics: readonly string[]): void;
  /** Everything shown may be stale. */
  gap(): void;
  refused(): void;
}

type Message =
  | { type: 'topics'; tab: string; topics: readonly string[] }
  | { type: 'bye'; tab: string }
  | { type: 'who' }
  | { type: 'fact'; position: number; topics: readonly string[] }
  | { type: 'gap'; position: number }
  | { type: 'link'; link: Link; position: number | undefined }
  | { type: 'refused' };

const POLL_MS = 10_000;
/** Opening a page asks for several views in a row: their topics are gathered before the stream is reopened. */
const GATHER_MS = 120;
/** Topics nobody looks at any more stay until there are this many: going back and forth must not reopen the stream. */
const KEPT_TOPICS = 120;
/** Tabs say every 30 s that they are there (a hidden tab's timers run once a minute). */
const ANNOUNCE_MS = 30_000;
const FORGET_MS = 150_000;

/**
 * One stream per browser: the tab that holds the lock reads it and tells the others. When it closes, the browser gives the
 * lock to the next tab, which goes on at the position it has heard. Without Web Locks (plain HTTP in a local network) every
 * tab reads its own.
 */
export function startSharedStream(listener: SharedStreamListener, link: Store<Link>): SharedStream {
  const tab = Math.random().toString(36).slice(2);
  const channel = new BroadcastChannel('fengsui-live');
  link.set({ state: 'connecting', asOf: Date.now() });
  const stopping = new AbortController();
  const hasLocks = 'locks' in navigator;
  let mine: readonly string[] = [];
  let position: number | undefined;
  let leader: ReturnType<typeof lead> | undefined;

  const receive = (message: Message) => {
    switch (message.type) {
      case 'fact':
        position = message.position;
        listener.happened(message.topics);
        break;
      case 'gap':
        position = message.position;
        listener.gap();
        break;
      case 'link':
        position ??= message.position;
        link.set(message.link);
        break;
      case 'who':
        announce();
        break;
      case 'refused':
        listener.refused();
        break;
    }
  };
  /** Tells every tab, this one too. */
  const tell = (message: Message) => {
    if (hasLocks) channel.postMessage(message);
    receive(message);
  };
  const announce = () => {
    if (hasLocks && !leader) channel.postMessage({ type: 'topics', tab, topics: mine } satisfies Message);
    leader?.want(tab, mine);
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'topics') leader?.want(data.tab, data.topics);
    else if (data.type === 'bye') leader?.want(data.tab, []);
    else receive(data);
  };
  const announcing = setInterval(announce, ANNOUNCE_MS);
  const bye = () => channel.postMessage({ type: 'bye', tab } satisfies Message);
  window.addEventListener('pagehide', bye);

  const takeOver = () => {
    leader = lead(() => position, tell);
    announce();
    if (hasLocks) channel.postMessage({ type: 'who' } satisfies Message);
  };
  if (hasLocks) {
    navigator.locks
      .request('fengsui-live', { signal: stopping.signal }, async () => {
        takeOver();
        await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
      })
      .catch(() => undefined);
  } else takeOver();

  return {
    watch(topics) {
      mine = topics;
      announce();
    },
    stop() {
      stopping.abort();
      leader?.close();
      leader = undefined;
      clearInterval(announcing);
      window.removeEventListener('pagehide', bye);
      bye();
      channel.close();
    },
  };
}

/** Reads the stream for all tabs. */
function lead(positionHeard: () => number | undefined, tell: (message: Message) => void) {
  const wanted = new Map<string, { topics: readonly string[]; at: number }>();
  let open: ReadonlySet<string> | undefined;
  let stream: { close(): void } | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let link: Link = { state: 'connecting', asOf: Date.now() };
  let polling: ReturnType<typeof setInterval> | undefined;

  const say = (state: Link['state'], position = positionHeard()) => {
    if (state === link.state) return;
    link = { state, asOf: link.asOf };
    tell({ type: 'link', link, position });
  };
  const poll = async () => {
    const answers = await fetch('/api/time', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (polling === undefined) return;
    if (answers) {
      link = { ...link, asOf: Date.now() };
      tell({ type: 'gap', position: positionHeard() ?? 0 });
    }
    say(answers ? 'polling' : 'lost');
  };
  const stopPolling = () => {
    clearInterval(polling);
    polling = undefined;
  };
  const reopen = () => {
    gathering = undefined;
    const now = Date.now();
    for (const [tab, { at }] of wanted) if (now - at > FORGET_MS) wanted.delete(tab);
    const needed = new Set([...wanted.values()].flatMap(({ topics }) => topics));
    if (open && [...needed].every((topic) => open?.has(topic)) && open.size <= KEPT_TOPICS) return;
    open = open && open.size + needed.size <= KEPT_TOPICS ? new Set([...open, ...needed]) : needed;
    stream?.close();
    const resumesAt = positionHeard();
    stream = openStream([...open], resumesAt, {
      ready(position) {
        stopPolling();
        link = { state: 'connecting', asOf: Date.now() };
        // Heard for the first time: what was asked before this instant may have changed unheard.
        if (resumesAt === undefined && needed.size > 0) tell({ type: 'gap', position });
        say('live', position);
      },
      fact: (position, topics) => tell({ type: 'fact', position, topics }),
      gap: (position) => tell({ type: 'gap', position }),
      alive() {
        link = { ...link, asOf: Date.now() };
      },
      broken(failures) {
        say('lost');
        if (failures > 0 && polling === undefined) polling = setInterval(() => void poll(), POLL_MS);
      },
      refused: () => tell({ type: 'refused' }),
    });
  };
  return {
    want(tab: string, topics: readonly string[]) {
      if (topics.length > 0 || wanted.has(tab)) wanted.set(tab, { topics, at: Date.now() });
      gathering ??= setTimeout(reopen, GATHER_MS);
    },
    close() {
      clearTimeout(gathering);
      stopPolling();
      stream?.close();
    },
  };
}
