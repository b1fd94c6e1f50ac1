import { dayFrom } from '../day-from.ts';
import { keeperOf, type Place } from './around.ts';
import { demoBuildings } from './buildings.ts';
import { demoCameras } from './cameras.ts';
import { demoDoorKnock, demoEndpoints } from './endpoints.ts';
import { demoDedicatedGrids, demoGrids, demoInformants } from './grids.ts';
import { demoLegalPersons } from './legal-persons.ts';
import { demoLifelines } from './lifelines.ts';
import { demoHouseholds } from './population.ts';
import { demoRoadGraph, demoRoads } from './roads.ts';
import { demoStreetSquads } from './street-squads.ts';
import { demoTargets } from './targets.ts';
import { demoVehicles, demoVolunteers } from './volunteers.ts';
import { demoFloodPoints, demoOverpasses, demoRiver } from './waters.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;

/** What each part of the seeding is given. */
interface Seeding {
  readonly run: Run;
  /** Runs a command whose answer is a record's id. */
  added(name: string, input: object): Promise<string>;
  readonly now: Date;
  readonly day: ReturnType<typeof dayFrom>;
  /** The unit that keeps what lies in a street or a community. */
  unitOf(areaCode: string): string | undefined;
  department(key: string): string | undefined;
}

/** 基础台账: what the district consists of, by the commands of those who keep it. */
export async function seedBase(run: Run, units: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const seeding: Seeding = {
    run,
    added: async (name, input) => ((await run(name, input)) as { id: string }).id,
    now,
    day: dayFrom(now),
    unitOf: (areaCode) => units.get(keeperOf(areaCode) ?? ''),
    department: (key) => units.get(key),
  };
  for (const part of [seedPopulation, seedTargets, seedWaters, seedLifelines, seedRoads, seedPeople, seedLegalPersons])
    await part(seeding);
}

async function seedPopulation(seeding: Seeding): Promise<void> {
  const { run, added, day, unitOf } = seeding;
  for (const [index, { communityCode, building }] of demoBuildings(day).entries()) {
    const ownerUnitId = unitOf(communityCode);
    const buildingId = await added('buildings.register', { ...building, ownerUnitId });
    await seedEndpoints(seeding, { communityCode, index, at: building.at, buildingId });
    if (building.buildingUse !== 'dwelling' || index % 2 === 1) continue;
    const { at, address } = building;
    for (const [turn, { household, residents }] of demoHouseholds({
      communityCode,
      index,
      address,
      at,
      day,
    }).entries()) {
      const householdId = await added('households.register', { ...household, buildingId, ownerUnitId });
      if (turn === 0 && index % 4 === 0)
        await run('doorKnocks.register', { ...demoDoorKnock(index), householdId, ownerUnitId });
      for (const one of residents) await run('residents.register', { ...one, householdId, ownerUnitId });
    }
  }
}

/** What brings a warning to the community; some of it was tested and failed, some never was. */
async function seedEndpoints(
  { run, added, now, unitOf }: Seeding,
  { communityCode, buildingId, ...where }: { communityCode: string; index: number; at: Place; buildingId: string },
): Promise<void> {
  const communityId = unitOf(communityCode);
  for (const { endpoint, isInBuilding, test } of demoEndpoints(where)) {
    const id = await added('endpoints.register', {
      ...endpoint,
      communityId,
      ...(isInBuilding ? { buildingId } : {}),
      ownerUnitId: communityId,
    });
    if (!test) continue;
    const testedAt = new Date(now.getTime() - test.daysAgo * 86_400_000).toISOString();
    await run(test.hasPassed ? 'endpoints.passTest' : 'endpoints.failTest', {
      id,
      testedAt,
      testFinding: test.finding,
    });
  }
}

async function seedTargets({ run, day, unitOf, department }: Seeding): Promise<void> {
  for (const { streetCode, target } of demoTargets(day)) {
    await run('protectedTargets.register', { ...target, ownerUnitId: unitOf(streetCode) });
  }
  const operatorId = department('dept-police');
  for (const camera of demoCameras(day)) {
    await run('cameras.register', { ...camera, operatorId, ownerUnitId: operatorId });
  }
}

/** What floods: the river, the points, the overpasses with their pumps. */
async function seedWaters({ run, added, day, unitOf, department }: Seeding): Promise<void> {
  const ownerUnitId = department('dept-water');
  const riverId = await added('rivers.register', { ...demoRiver, ownerUnitId });
  for (const { streetCode, isOnRiver, point } of demoFloodPoints(day)) {
    const own = isOnRiver ? { riverId } : {};
    await run('floodPronePoints.register', { ...point, ...own, ownerUnitId: unitOf(streetCode) });
  }
  for (const { station, overpass } of demoOverpasses(day)) {
    const pumpStationId = await added('pumpStations.register', { ...station, ownerUnitId });
    await run('sunkenOverpasses.register', { ...overpass, pumpStationId, ownerUnitId });
  }
}

async function seedLifelines({ run, added, day, department }: Seeding): Promise<void> {
  const ownerUnitId = department('dept-urban');
  for (const { point, line } of demoLifelines(day)) {
    const fromPointId = await added('lifelinePoints.register', { ...point, ownerUnitId });
    await run('lifelineLines.register', { ...line, fromPointId, ownerUnitId });
  }
}

async function seedRoads({ run, added, department }: Seeding): Promise<void> {
  const roads = new Map<string, string>();
  const ownerUnitId = department('dept-urban');
  for (const road of demoRoads()) roads.set(road.name, await added('roads.register', { ...road, ownerUnitId }));
  const { nodes, edges } = demoRoadGraph();
  for (const node of nodes) await run('roadNodes.register', { ...node, ownerUnitId });
  for (const { roadName, edge } of edges) {
    await run('roadEdges.register', { ...edge, roadId: roads.get(roadName), ownerUnitId });
  }
}

/** Those who walk the grids, tell what happened, come to help; and what they drive. */
async function seedPeople({ run, added, day, unitOf, department }: Seeding): Promise<void> {
  for (const { communityCode, grid, members } of demoGrids(day)) {
    const ownerUnitId = unitOf(communityCode);
    const gridId = await added('grids.register', { ...grid, communityId: ownerUnitId, ownerUnitId });
    for (const member of members) await run('gridMembers.register', { ...member, gridId, ownerUnitId });
  }
  for (const { communityCode, grid } of demoDedicatedGrids()) {
    const ownerUnitId = unitOf(communityCode);
    await run('grids.register', { ...grid, communityId: ownerUnitId, ownerUnitId });
  }
  for (const { communityCode, informant } of demoInformants(day)) {
    const unitId = unitOf(communityCode);
    await run('informants.register', { ...informant, unitId, ownerUnitId: unitId });
  }
  for (const { streetCode, organisation, volunteers } of demoVolunteers(day)) {
    const ownerUnitId = unitOf(streetCode);
    const organisationId = await added('volunteerOrganisations.register', { ...organisation, ownerUnitId });
    for (const one of volunteers) await run('volunteers.register', { ...one, organisationId, ownerUnitId });
  }
  for (const { streetCode, squad, branches } of demoStreetSquads()) {
    const ownerUnitId = unitOf(streetCode);
    const squadId = await added('streetSquads.register', { ...squad, streetId: ownerUnitId, ownerUnitId });
    for (const one of branches) await run('squadBranches.register', { ...one, squadId, ownerUnitId });
  }
  const ownerUnitId = department('dept-emergency');
  for (const vehicle of demoVehicles(day)) await run('vehicles.register', { ...vehicle, ownerUnitId });
}

async function seedLegalPersons({ run, added, day, unitOf }: Seeding): Promise<void> {
  for (const { streetCode, legalPerson, creditRecord } of demoLegalPersons(day)) {
    const ownerUnitId = unitOf(streetCode);
    const legalPersonId = await added('legalPersons.register', { ...legalPerson, ownerUnitId });
    await run('creditRecords.register', { ...creditRecord, legalPersonId, ownerUnitId });
  }
}
