/* The browser door of the live stream: one stream per browser, shared by its tabs. Screens use it through `useView`. */
export { concerns, retryDelay } from './event-stream.rules.ts';
export { type Link, type SharedStream, type SharedStreamListener, startSharedStream } from './shared-stream.part.tsx';
export { createStore, type Store, useStore } from './store.part.tsx';
