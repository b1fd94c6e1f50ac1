import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Platform } from '../api/platform.ts';
import { checkpointStore } from './checkpoints.ts';
import { auditTimeline, verifyTimelinePermission } from './timeline.permissions.ts';
import { verifyTimeline } from './verify.ts';

/** Where the chain stands, in the database and by the last checkpoint outside of it. */
export interface ChainHead {
  readonly position: number;
  /** SM3 of the newest sealed entry, hex; empty when nothing is sealed yet. */
  readonly hash: string;
  readonly unsealed: number;
  /** ISO 8601 in UTC. */
  readonly checkpoint: { readonly position: number; readonly at: string } | null;
}

/** What the audit administrator asks of the chain from the console; it looks outside the database, so these are no views. */
export function timelineRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/timeline/verdict', { config: { may: verifyTimelinePermission } }, () =>
    verifyTimeline(platform.database, platform.home, platform.keys.timeline),
  );
  app.get('/api/timeline/head', { config: { may: auditTimeline } }, async (): Promise<ChainHead> => {
    const { rows } = await sql<{ position: number; hash: string }>`select position, encode(hash, 'hex') as hash
      from fact where position is not null order by position desc limit 1`.execute(platform.database.kysely);
    const counted = await sql<{ unsealed: number }>`select count(*)::int as unsealed from fact
      where position is null`.execute(platform.database.kysely);
    const last = checkpointStore(platform.home, platform.keys.timeline).read().checkpoints.at(-1);
    return {
      position: Number(rows[0]?.position ?? 0),
      hash: rows[0]?.hash ?? '',
      unsealed: counted.rows[0]?.unsealed ?? 0,
      checkpoint: last ? { position: last.position, at: last.at } : null,
    };
  });
}
