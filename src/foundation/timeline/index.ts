import { capability } from '../api/define.ts';
import { auditTimeline, verifyTimelinePermission } from './timeline.permissions.ts';
import { audit, kinds, of } from './timeline.views.ts';

export { type Fact, type FactInput, type Reaction, reaction } from './define.ts';
export { runParked, startReactions } from './reactions.ts';
export { type FactReader, startReader } from './reader.ts';
export { startSealer } from './sealer.ts';
export { timelineRoutes } from './timeline.routes.ts';
export { verifyTimeline } from './verify.ts';

export const timeline = capability({
  name: 'timeline',
  label: { zh: '大事记', en: 'Timeline' },
  permissions: [verifyTimelinePermission, auditTimeline],
  views: [of, audit, kinds],
});
