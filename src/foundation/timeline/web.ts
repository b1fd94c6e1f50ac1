/* The browser door of the timeline. */
export { RecordTimeline } from './RecordTimeline.part.tsx';
