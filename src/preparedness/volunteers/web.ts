import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const volunteers = async () => (await import('./volunteer.register.ts')).volunteers;

/** 志愿者 in the browser: an organisation's page holds its people. */
export const volunteersWeb = webContribution({
  name: 'volunteers',
  screens: [
    ...registerScreens('/volunteer-organisations', {
      title: { zh: '志愿服务组织', en: 'Volunteer organisations' },
      name: 'volunteer_organisation',
      menu: { group: 'preparedness', order: 36 },
      load: async () => (await import('./volunteer-organisation.register.ts')).volunteerOrganisations,
    }),
    ...registerScreens('/volunteers', {
      title: { zh: '志愿者', en: 'Volunteers' },
      name: 'volunteer',
      menu: { group: 'preparedness', order: 37 },
      load: volunteers,
    }),
  ],
  parts: [
    childRecords('volunteer_organisation', {
      of: 'organisationId',
      path: '/volunteers',
      title: { zh: '志愿者', en: 'Volunteers' },
      load: volunteers,
    }),
  ],
});
