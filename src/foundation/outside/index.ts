/* The door to servers of others: which addresses may be reached, and one way to ask over HTTP. */
export { type Answer, type Asking, answered, askOutside } from './ask-outside.ts';
export { configured, guarded, hostsOf, type Network } from './network.ts';
