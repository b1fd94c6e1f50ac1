import { webContribution } from '../design-system/web.ts';

/** 通讯录核对 in the browser. */
export const contactsWeb = webContribution({
  name: 'contacts',
  screens: [
    {
      path: '/contacts',
      title: { zh: '号码核对', en: 'Numbers to check' },
      menu: { group: 'settings', order: 16 },
      permission: 'contact.confirm',
      load: () => import('./StaleNumbers.screen.tsx'),
    },
  ],
});
