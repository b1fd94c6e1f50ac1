import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import { commandContext, type Pending, transactWork, type Work } from '../api/command-context.ts';
import { derivedId } from '../api/derived-id.ts';
import { systemViewer } from '../api/execute.ts';
import type { Platform } from '../api/platform.ts';
import type { Transaction } from '../database/index.ts';
import { ANYBODY } from '../identity/define.ts';
import type { Fact, Reaction } from './define.ts';
import { type FactReader, factsAfter } from './reader.ts';
import { writeFacts } from './write.ts';

const TRIES = 5;

/** How far a reaction has read, in memory and in the database. */
interface Cursor {
  position: number;
  written: number;
}

export interface ReactionRunner {
  /** Resolves when every reaction has read all facts that were sealed before the call. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs reactions in chain order. Cursor, facts and effects of one reaction to one fact are one transaction, so that a
 * crash repeats it whole or not at all. A reaction that keeps failing is parked by name and position, in sight of the
 * operations page, and does not hold up the others.
 */
export async function startReactions(platform: Platform, reader: FactReader): Promise<ReactionRunner> {
  const { reactions } = platform.catalogue;
  const cursors = new Map<string, Cursor>();
  await platform.database.transact(async (tx) => {
    for (const { name } of reactions) {
      await sql`insert into reaction_cursor (name, position)
        select ${name}, coalesce((select max(position) from fact), 0) on conflict do nothing`.execute(tx);
      const { rows } = await sql<{ position: number }>`
        select position from reaction_cursor where name = ${name}`.execute(tx);
      const position = Number(rows[0]?.position ?? 0);
      cursors.set(name, { position, written: position });
    }
  });
  let isStopped = false;
  let wanted = true;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (wanted && !isStopped) {
      wanted = false;
      for (const reaction of reactions) {
        if (isStopped) return;
        await catchUp(platform, reader, reaction, cursors.get(reaction.name) as Cursor, () => isStopped);
      }
    }
  }
  function wake(): void {
    wanted = true;
    running ??= run()
      .catch((error: unknown) => {
        platform.log('warn', 'reactions.failed', { reason: (error as Error).message });
        setTimeout(wake, 500).unref();
      })
      .finally(() => {
        running = undefined;
        if (wanted && !isStopped) wake();
      });
  }
  const unsubscribe = reader.subscribe(wake);
  wake();
  return {
    async drain() {
      wake();
      while (running) await running;
    },
    async stop() {
      isStopped = true;
      unsubscribe();
      await running;
      for (const [name, cursor] of cursors) {
        if (cursor.position > cursor.written) await keep(platform, name, cursor).catch(() => undefined);
      }
    },
  };
}

/** Facts that concern no reaction move its cursor in memory only; this many may be read again after a crash. */
const UNWRITTEN = 500;

async function catchUp(
  platform: Platform,
  reader: FactReader,
  reaction: Reaction,
  cursor: Cursor,
  isStopped: () => boolean,
): Promise<void> {
  const kinds = new Set(reaction.to);
  for (;;) {
    const facts = reader.since(cursor.position) ?? (await factsAfter(platform, cursor.position, UNWRITTEN));
    if (facts.length === 0) return;
    for (const fact of facts) {
      if (isStopped()) return;
      const position = fact.position ?? cursor.position;
      if (kinds.has(fact.kind)) {
        await react(platform, reaction, fact);
        cursor.written = position;
      }
      cursor.position = position;
    }
    if (cursor.position - cursor.written >= UNWRITTEN) await keep(platform, reaction.name, cursor);
  }
}

async function keep(platform: Platform, name: string, cursor: Cursor): Promise<void> {
  await moveCursor(platform, name, cursor.position);
  cursor.written = cursor.position;
}

async function react(platform: Platform, reaction: Reaction, fact: Fact): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await transactWork(platform, async (tx, work) => {
        const cursor = await sql<{ position: number }>`
          select position from reaction_cursor where name = ${reaction.name} for update`.execute(tx);
        if (Number(cursor.rows[0]?.position ?? 0) >= (fact.position ?? 0)) return;
        await runReaction(platform, tx, reaction, fact, work);
        await sql`update reaction_cursor set position = ${fact.position} where name = ${reaction.name}`.execute(tx);
      });
      return;
    } catch (error) {
      if ((error as { status?: number }).status === 503) throw error;
      platform.log('error', 'reaction.failed', {
        reaction: reaction.name,
        position: fact.position,
        attempt,
        reason: (error as Error).message,
      });
      if (attempt < TRIES) continue;
      await sql`insert into reaction_failure (name, position, message, failed_at)
        values (${reaction.name}, ${fact.position}, ${(error as Error).message}, ${platform.clock.now()})
        on conflict do nothing`.execute(platform.database.kysely);
      await moveCursor(platform, reaction.name, fact.position ?? 0);
      return;
    }
  }
}

async function runReaction(
  platform: Platform,
  tx: Transaction,
  reaction: Reaction,
  fact: Fact,
  work: Work,
): Promise<void> {
  const pending: Pending = { facts: [], stamps: new Map(), ...work };
  // The same reaction to the same fact always carries the same command id, so that a replay is recognised.
  const id = derivedId(reaction.name, fact.id);
  const recorded = [...platform.catalogue.factLabels.keys()];
  const label = { zh: reaction.name, en: reaction.name };
  const ctx = commandContext(
    platform,
    tx,
    {
      viewer: systemViewer,
      may: ANYBODY,
      commandId: id,
      subjectId: undefined,
      baseVersion: undefined,
      records: recorded,
      label,
    },
    pending,
  );
  await reaction.run(ctx, fact);
  if (pending.facts.length === 0) return;
  await writeFacts(platform, tx, pending, systemViewer, {
    id,
    name: reaction.name,
    inputDigest: Buffer.alloc(0),
    answer: null,
    madeAt: undefined,
    deviceId: undefined,
    now: ctx.now,
  });
}

/** Runs a parked reaction once more; it is parked no longer when it succeeds. @throws what the reaction threw */
export async function runParked(platform: Platform, name: string, position: number): Promise<void> {
  const reaction = platform.catalogue.reactions.find((one) => one.name === name);
  const [fact] = await factsAfter(platform, position - 1, 1);
  if (!reaction || fact?.position !== position) throw problem('record.unknown');
  await transactWork(platform, async (tx, work) => {
    const { rows } = await sql`delete from reaction_failure where name = ${name} and position = ${position}
      returning name`.execute(tx);
    if (rows.length > 0) await runReaction(platform, tx, reaction, fact, work);
  });
}

async function moveCursor(platform: Platform, name: string, position: number): Promise<void> {
  await sql`update reaction_cursor set position = greatest(position, ${position}) where name = ${name}`.execute(
    platform.database.kysely,
  );
}
