import type { FastifyInstance } from 'fastify';
import type { Platform } from '../api/platform.ts';
import { verifyTimelinePermission } from './timeline.permissions.ts';
import { verifyTimeline } from './verify.ts';

/** The audit administrator asks from the console whether the chain is whole; a walk of all entries, so not a view. */
export function timelineRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/timeline/verdict', { config: { may: verifyTimelinePermission } }, () =>
    verifyTimeline(platform.database, platform.home, platform.keys.timeline),
  );
}
