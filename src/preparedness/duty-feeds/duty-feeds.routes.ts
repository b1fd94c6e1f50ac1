import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { execute, type Platform, readInput, rowsOf, runView } from '../../foundation/api/index.ts';
import { ANYBODY, grantsOf, type Viewer } from '../../foundation/identity/define.ts';
import { newToken, tokenDigest, viewerFor } from '../../foundation/identity/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { readShift } from '../duty-shifts/index.ts';
import { calendarText } from './calendar.rules.ts';
import { keepFeed } from './duty-feed.permissions.ts';
import { calendar, feedWith, kindName } from './duty-feeds.views.ts';

const LABEL = { zh: '订阅值班日历', en: 'Make a calendar link' };
const issueInput = z.object({ unitId: idInput.optional() });

/**
 * `POST /api/duty-feeds/issue` answers the link once; `GET /api/duty-calendars/<secret>.ics` is what calendar programs ask, which
 * cannot sign in. The secret has 256 bits; a wrong one and an ended one answer alike. Shown is what the owner may see now.
 */
export function dutyFeedRoutes(app: FastifyInstance, platform: Platform): void {
  app.post('/api/duty-feeds/issue', { config: { may: keepFeed, acts: true } }, async (request) => {
    const { unitId } = readInput(issueInput, request.body, LABEL) as z.output<typeof issueInput>;
    const token = newToken();
    const input = { digest: tokenDigest(token).toString('hex'), ...(unitId ? { unitId } : {}) };
    const command = { id: newId(), name: 'dutyFeeds.store', input };
    const { output } = await execute(platform, command, request.viewer as Viewer);
    return { id: (output as { id: string }).id, path: `/api/duty-calendars/${token}.ics` };
  });

  app.get<{ Params: { file: string } }>(
    '/api/duty-calendars/:file',
    { config: { may: ANYBODY } },
    async (request, reply) => {
      const token = request.params.file.replace(/\.ics$/, '');
      const digest = tokenDigest(token).toString('hex');
      const [feed] = await platform.database.transact((tx) =>
        rowsOf<{ ownerId: string; unitId: string | null }>(tx, feedWith(digest)),
      );
      if (!feed) throw problem('record.unknown', {});
      const viewer = await viewerFor(platform, { personId: feed.ownerId, hatId: null });
      if (grantsOf(readShift, viewer.hats).length === 0) throw problem('record.unknown', {});
      const input = feed.unitId ? { unitId: feed.unitId } : {};
      const { items } = (await runView(platform, calendar, input, viewer)) as z.output<typeof calendar.output>;
      const events = items.map(({ dutyKind, unitName, personName, substituteName, ...one }) => ({
        ...one,
        summary: feed.unitId
          ? `${unitName}${kindName(dutyKind)} ${personName}`
          : `${kindName(dutyKind)}（${unitName}）`,
        description: substituteName ? `备班 ${substituteName}` : '',
      }));
      const name = feed.unitId ? `${items[0]?.unitName ?? ''}值班` : '我的值班';
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(calendarText(name, events, platform.installation.id));
    },
  );
}
