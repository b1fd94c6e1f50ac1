import type { Platform } from '../api/platform.ts';
import { grantsOf, isWithin, type Viewer } from '../identity/define.ts';
import type { Fact } from '../timeline/define.ts';
import { type FactReader, factsAfter } from '../timeline/reader.ts';

/** What a browser hears: that something changed, never what: it asks again through its own rights. */
export interface LiveEvent {
  readonly position: number;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly subject: { readonly kind: string; readonly id: string };
  readonly at: string;
}

export interface LiveConnection {
  readonly topics: ReadonlySet<string>;
  /** Asked anew for every fact: rights are those of now. */
  viewer(): Viewer | undefined;
  send(event: LiveEvent): void;
}

export interface LiveHub {
  connect(connection: LiveConnection): () => void;
  /** Events after a position that this connection may hear; undefined when they are too many to catch up. */
  catchUp(connection: LiveConnection, position: number): Promise<LiveEvent[] | undefined>;
  position(): number;
  count(): number;
}

const CATCH_UP_LIMIT = 5000;
/** How long screens are told of a flood in one go: a plan's orders are thousands of facts, and calls are taken between them. */
const SLICE_MS = 8;

export function startHub(platform: Platform, reader: FactReader): LiveHub {
  const connections = new Set<LiveConnection>();
  const untold: Fact[] = [];
  reader.subscribe((facts) => {
    untold.push(...facts);
    if (untold.length === facts.length) tellSlice();
  });
  function tellSlice(): void {
    const began = performance.now();
    let told = 0;
    try {
      for (const fact of untold) {
        told += 1;
        const event = eventOf(fact);
        for (const connection of connections) {
          if (hears(platform, connection, fact, event)) connection.send(event);
        }
        if (performance.now() - began > SLICE_MS) break;
      }
    } finally {
      // Whatever goes wrong with one fact, those after it are told.
      untold.splice(0, told);
      if (untold.length > 0) setImmediate(tellSlice);
    }
  }
  return {
    connect(connection) {
      connections.add(connection);
      return () => connections.delete(connection);
    },
    async catchUp(connection, position) {
      const facts = reader.since(position) ?? (await factsAfter(platform, position, CATCH_UP_LIMIT + 1));
      if (facts.length > CATCH_UP_LIMIT) return undefined;
      return facts.flatMap((fact) => {
        const event = eventOf(fact);
        return hears(platform, connection, fact, event) ? [event] : [];
      });
    },
    position: () => reader.position(),
    count: () => connections.size,
  };
}

function eventOf(fact: Fact): LiveEvent {
  const topics = [fact.register, `${fact.register}/${fact.subjectId}`];
  for (const other of fact.concerns) topics.push(other.register, `${other.register}/${other.id}`);
  return {
    position: fact.position ?? 0,
    kind: fact.kind,
    topics,
    subject: { kind: fact.register, id: fact.subjectId },
    at: fact.recordedAt.toISOString(),
  };
}

function hears(platform: Platform, connection: LiveConnection, fact: Fact, event: LiveEvent): boolean {
  if (!event.topics.some((topic) => connection.topics.has(topic))) return false;
  const viewer = connection.viewer();
  if (!viewer) return false;
  if (platform.catalogue.registers.get(fact.register)?.isPublicInside) return true;
  const readable = platform.catalogue.permissions.get(`${fact.register}.read`);
  return readable !== undefined && isWithin(grantsOf(readable, viewer.hats), viewer.personId, fact.stamp);
}
