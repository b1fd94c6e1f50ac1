/* The door to servers of others: which addresses may be reached, and one way to ask over HTTP. */
export { type Answer, type Asking, askOutside } from './ask-outside.ts';
export { configured, guarded, type Network } from './network.ts';
