import { dayFrom } from './day-from.ts';
import { demoEnterprises } from './enterprises.ts';
import { demoShelters } from './shelters.ts';
import { demoTeams } from './teams.ts';
import { DEMO_UNITS } from './units.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;

/** Firms, teams and shelters, by the commands their keepers have. */
export async function seedPreparedness(run: Run, units: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const day = dayFrom(now);
  const streetUnits = new Map(
    DEMO_UNITS.flatMap(({ kind, areaCode, key }) => (kind === 'street_office' ? [[areaCode, units.get(key)]] : [])),
  );
  const added = async (name: string, input: object) => ((await run(name, input)) as { id: string }).id;
  for (const { streetCode, enterprise, substances } of demoEnterprises(day)) {
    const ownerUnitId = streetUnits.get(streetCode);
    const enterpriseId = await added('enterprises.register', { ...enterprise, ownerUnitId });
    for (const one of substances) await run('hazardousSubstances.register', { ...one, enterpriseId, ownerUnitId });
  }
  for (const { unitKey, team, members, equipment, trainings } of demoTeams(day)) {
    const ownerUnitId = units.get(unitKey);
    const teamId = await added('teams.register', { ...team, ownerUnitId });
    for (const one of members) await run('teamMembers.register', { ...one, teamId, ownerUnitId });
    for (const one of equipment) await run('teamEquipment.register', { ...one, teamId, ownerUnitId });
    for (const one of trainings) await run('teamTrainings.register', { ...one, teamId, ownerUnitId });
  }
  for (const { streetCode, shelter, zones } of demoShelters(day)) {
    const ownerUnitId = streetUnits.get(streetCode);
    const shelterId = await added('shelters.register', { ...shelter, ownerUnitId });
    for (const zone of zones) await run('shelterZones.register', { ...zone, shelterId, ownerUnitId });
  }
}
