import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { volunteers } from './volunteer.register.ts';
import { volunteerOrganisations } from './volunteer-organisation.register.ts';
import { volunteersOfOrganisation } from './volunteers.views.ts';

/** 志愿者和志愿服务组织. */
export const volunteerRegister = capability({
  name: 'volunteers',
  label: { zh: '志愿者', en: 'Volunteers' },
  ...allOf(
    registerOperations(volunteerOrganisations, { compute: { volunteers: volunteersOfOrganisation } }),
    registerOperations(volunteers),
  ),
});
