import { webContribution } from '../design-system/web.ts';

/** 导入 in the browser: from any register's list, step by step; and on each record where it is from. */
export const exchangeWeb = webContribution({
  name: 'exchange',
  screens: [
    {
      path: '/imports',
      title: { zh: '导入', en: 'Imports' },
      menu: { group: 'settings', order: 65 },
      permission: 'import.read',
      load: () => import('./ImportList.screen.tsx'),
    },
    {
      path: '/imports/new',
      title: { zh: '导入文件', en: 'Import a file' },
      permission: 'import.make',
      load: () => import('./NewImport.screen.tsx'),
    },
    {
      path: '/imports/:id',
      title: { zh: '导入', en: 'Import' },
      permission: 'import.read',
      load: () => import('./ImportFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'registers.tools',
      name: 'exchange.import',
      permission: 'import.make',
      load: () => import('./ImportLink.part.tsx'),
    },
    { at: 'person.sections', name: 'exchange.person_origins', load: () => import('./Origins.part.tsx') },
    { at: 'registers.sections', name: 'exchange.origins', load: () => import('./Origins.part.tsx') },
  ],
});
