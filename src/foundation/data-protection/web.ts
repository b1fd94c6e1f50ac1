/* The browser door of data protection: what is held and why, what is destroyed, who looked, who asks, what leaked. */
import { type Screen, webContribution } from '../design-system/web.ts';
import { registerScreens } from '../registers/web.ts';

/** One entry in the menu leads to all of them: /data-protection has the links. */
const unlisted = (screens: readonly Screen[]): Screen[] => screens.map(({ menu: _menu, ...screen }) => screen);

export const dataProtectionWeb = webContribution({
  name: 'data-protection',
  screens: [
    {
      path: '/data-protection',
      title: { zh: '个人信息处理', en: 'Personal data' },
      menu: { group: 'settings', order: 70 },
      load: () => import('./screens/Catalogue.screen.tsx'),
    },
    {
      path: '/destruction-sheets',
      title: { zh: '个人信息销毁', en: 'Destruction' },
      permission: 'destruction_sheet.read',
      load: () => import('./screens/Destruction.screen.tsx'),
    },
    {
      path: '/destruction-sheets/:id',
      title: { zh: '销毁单', en: 'Destruction sheet' },
      permission: 'destruction_sheet.read',
      load: () => import('./screens/DestructionSheet.screen.tsx'),
    },
    {
      path: '/access-log',
      title: { zh: '个人信息访问', en: 'Access to personal data' },
      menu: { group: 'settings', order: 6 },
      permission: 'personal_data.audit',
      load: () => import('./screens/AccessLog.screen.tsx'),
    },
    ...unlisted(
      registerScreens('/personal-data-requests', {
        title: { zh: '个人信息请求', en: 'Personal data requests' },
        name: 'personal_data_request',
        menu: { group: 'settings', order: 72 },
        load: async () => (await import('./personal-data-request.register.ts')).personalDataRequests,
      }),
    ),
    ...unlisted(
      registerScreens('/leak-notices', {
        title: { zh: '个人信息泄露', en: 'Leaks of personal data' },
        name: 'leak_notice',
        menu: { group: 'settings', order: 73 },
        load: async () => (await import('./leak-notice.register.ts')).leakNotices,
      }),
    ),
  ],
  parts: [
    {
      at: 'personal_data_request.sections',
      name: 'data-protection.accesses',
      title: { zh: '所涉记录的访问记录', en: 'Who looked at the records' },
      load: () => import('./screens/RequestAccesses.part.tsx'),
    },
  ],
});
