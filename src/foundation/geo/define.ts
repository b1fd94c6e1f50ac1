/* The pure door of geo: measures on the spheroid, for registers and demo data. */
export { bufferOf, lengthOf, sectorOf } from './measure.rules.ts';
