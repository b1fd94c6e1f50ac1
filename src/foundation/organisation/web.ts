import { webContribution } from '../design-system/web.ts';

export { PersonField } from './PersonField.part.tsx';
export { UnitField } from './UnitField.part.tsx';

/**
 * 机构人员 in the browser. Points: `person.sections`, given `{ personId, personName, register, record }`; `unit.sections`, given
 * `{ unitId, unitPath }`.
 */
export const organisationWeb = webContribution({
  name: 'organisation',
  screens: [
    {
      path: '/people',
      title: { zh: '通讯录', en: 'Phone book' },
      menu: { group: 'preparedness', order: 90, key: 'p' },
      permission: 'person.read',
      load: () => import('./PhoneBook.screen.tsx'),
    },
    {
      path: '/people/:id',
      title: { zh: '人员', en: 'Person' },
      permission: 'person.read',
      load: () => import('./PersonFile.screen.tsx'),
    },
    {
      path: '/organisation',
      title: { zh: '机构', en: 'Organisation' },
      menu: { group: 'settings', order: 10, key: 'u' },
      load: () => import('./Organisation.screen.tsx'),
    },
    {
      path: '/organisation/:id',
      title: { zh: '单位', en: 'Unit' },
      records: 'units',
      load: () => import('./Organisation.screen.tsx'),
    },
  ],
});
