import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { teamSheet } from './fallback.views.ts';
import { TEAM_READINESS } from './readiness.rules.ts';
import { READINESS, teamReadiness } from './readiness.views.ts';
import { equipmentToStandard, readyTeams } from './readiness-rate.views.ts';
import { teams as teamFaces } from './team.register.ts';
import { teamEquipments } from './team-equipment.register.ts';
import { teamMembers } from './team-member.register.ts';
import { teamTrainings } from './team-training.register.ts';

export { teamReadiness };

/** Teams, and the registers that are shown on the page of a team: people, equipment, training. */
export const teams = capability({
  name: 'teams',
  label: { zh: '应急队伍', en: 'Teams' },
  ...allOf(
    registerOperations(teamFaces, { compute: READINESS }),
    registerOperations(teamMembers),
    registerOperations(teamEquipments),
    registerOperations(teamTrainings),
  ),
  fallbackSections: [teamSheet],
  ruleSets: [TEAM_READINESS],
  indicators: [readyTeams, equipmentToStandard],
  books: [defineBook(teamFaces.register, { may: teamFaces.read, order: 80 })],
});
