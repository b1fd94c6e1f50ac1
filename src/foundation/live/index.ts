export { type LiveConnection, type LiveEvent, type LiveHub, startHub } from './hub.ts';
export { liveRoutes } from './live.routes.ts';
