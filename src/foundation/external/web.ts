/* The browser door of external registers: the lookup page of one. */
export { ExternalLookup } from './ExternalLookup.part.tsx';
