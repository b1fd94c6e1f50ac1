/* The browser door of identity: signing in, who is there, under which hat, and the accounts. */
import { webContribution } from '../design-system/web.ts';
import './identity.css';

export { Entrance } from './Entrance.part.tsx';
export { chooseHat, HatChooser, useHat } from './HatChooser.part.tsx';
export { IssueKey } from './IssueKey.part.tsx';
export { KeptCommands } from './KeptCommands.part.tsx';
export { signOut, useViewer, type WebHat, type WebViewer } from './session.part.tsx';
export { WallDoor } from './wall/WallDoor.part.tsx';

const mine = {
  path: '/me',
  title: { zh: '我的账号', en: 'My account' },
  load: () => import('./MyAccount.screen.tsx'),
} as const;

export const identityWeb = webContribution({
  name: 'identity',
  screens: [
    mine,
    {
      path: '/accounts',
      title: { zh: '账号', en: 'Accounts' },
      menu: { group: 'settings', order: 20, key: 'a' },
      permission: 'account.read',
      load: () => import('./AccountList.screen.tsx'),
    },
    {
      path: '/accounts/:id',
      title: { zh: '账号', en: 'Account' },
      permission: 'account.read',
      load: () => import('./AccountFile.screen.tsx'),
    },
    {
      path: '/sign-in-attempts',
      title: { zh: '登录失败', en: 'Refused sign-ins' },
      menu: { group: 'settings', order: 30 },
      permission: 'sign_in_attempt.read',
      load: () => import('./SignInAttempts.screen.tsx'),
    },
  ],
  fieldScreens: [mine],
  parts: [
    {
      at: 'person.sections',
      name: 'identity.account',
      order: 10,
      permission: 'account.read',
      load: () => import('./PersonAccount.part.tsx'),
    },
  ],
});
