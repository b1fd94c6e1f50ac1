/* The pure door of geo: measures on the spheroid, for registers and demo data; how a capability says what ways are found on. */

export { viewFrom } from './map/layer-look.rules.ts';
export { bufferOf, lengthOf, sectorOf } from './measure.rules.ts';
export { defineRoadGraph, faultsOfRoadGraphs, type RoadGraphDefinition } from './routing/road-graph.type.ts';
