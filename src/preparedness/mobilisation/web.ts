import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const branches = async () => (await import('./squad-branch.register.ts')).squadBranches;

/** 社会动员 in the browser: a squad's page holds its five branches. */
export const mobilisationWeb = webContribution({
  name: 'mobilisation',
  screens: [
    ...registerScreens('/street-squads', {
      title: { zh: '街道动员队', en: 'Street squads' },
      name: 'street_squad',
      menu: { group: 'preparedness', order: 38 },
      load: async () => (await import('./street-squad.register.ts')).streetSquads,
    }),
    ...registerScreens('/squad-branches', {
      title: { zh: '动员分队', en: 'Squad branches' },
      name: 'squad_branch',
      menu: { group: 'preparedness', order: 39 },
      load: branches,
    }),
  ],
  parts: [
    childRecords('street_squad', {
      of: 'squadId',
      path: '/squad-branches',
      title: { zh: '分队', en: 'Branches' },
      load: branches,
    }),
  ],
});
